/** Rewards, entries and payouts as tables. */
import { EXPORT_STATUSES } from '../contract/exports.endpoints.ts';
import { wireId } from '../domain/ids.ts';
import { REWARD_WAITS } from '../rewards/rewards.store.ts';
import { findNames } from './people-lists.store.ts';
import { countCell, textCell, timeCell, unitCells } from './table-cell.ts';
import { cutPage, oneOf, type TableList } from './table-list.ts';

export const rewardList: TableList = {
  headers: [
    'reward',
    'program',
    'rule',
    'status',
    'kind',
    'value',
    'unit',
    'beneficiary',
    'customer',
    'order_id',
    'granted_at',
    'held_until',
    'hold_reasons',
  ],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    let rowsQuery = db
      .selectFrom('reward')
      .select([
        'reward_id',
        'program_id',
        'rule_id',
        'status',
        'kind',
        'amount',
        'unit',
        'beneficiary',
        'customer_id',
        'order_id',
        'occurred_at',
        'held_until',
        'hold_reasons',
      ])
      .where('tenant_id', '=', caller.tenantId);
    const status = oneOf(EXPORT_STATUSES.rewards, query.status);
    if (status !== undefined) rowsQuery = rowsQuery.where('status', '=', status);
    if (query.programId !== undefined) rowsQuery = rowsQuery.where('program_id', '=', query.programId);
    if (customerId !== undefined) rowsQuery = rowsQuery.where('customer_id', '=', customerId);
    if (query.orderId !== undefined) rowsQuery = rowsQuery.where('order_id', '=', query.orderId);
    if (query.waitsFor !== undefined) rowsQuery = rowsQuery.where(REWARD_WAITS[query.waitsFor]);
    if (query.from !== undefined) rowsQuery = rowsQuery.where('occurred_at', '>=', query.from);
    if (query.until !== undefined) rowsQuery = rowsQuery.where('occurred_at', '<', query.until);
    const [last] = after ?? [];
    if (last !== undefined) rowsQuery = rowsQuery.where('reward_id', '>', last);
    const found = await rowsQuery
      .orderBy('reward_id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = cutPage(found, limit, (last) => [last.reward_id]);
    const names = await findNames(
      db,
      caller.tenantId,
      rows.map((row) => row.customer_id),
    );
    return {
      next,
      rows: rows.map((row) => [
        textCell(wireId('rwd', row.reward_id)),
        textCell(wireId('prg', row.program_id)),
        textCell(row.rule_id),
        textCell(row.status),
        textCell(row.kind),
        ...unitCells(row.unit, row.amount),
        textCell(row.beneficiary),
        textCell(names.get(row.customer_id) ?? null),
        textCell(row.order_id),
        timeCell(row.occurred_at),
        timeCell(row.held_until),
        textCell(row.hold_reasons.join(' ')),
      ]),
    };
  },
};

/** One row a transfer; what leaves a member is below zero. */
export const entryList: TableList = {
  headers: ['sequence', 'at', 'value', 'unit', 'reason', 'from', 'from_customer', 'to', 'to_customer', 'order_id', 'event', 'reward'],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    let rowsQuery = db
      .selectFrom('transfer as t')
      .innerJoin('event as e', (join) => join.onRef('e.tenant_id', '=', 't.tenant_id').onRef('e.sequence', '=', 't.sequence'))
      .select([
        't.sequence',
        't.ordinal',
        't.unit',
        't.amount',
        't.reason',
        't.debit_kind',
        't.debit_customer_id',
        't.credit_kind',
        't.credit_customer_id',
        't.reward_id',
        'e.occurred_at',
        'e.order_id',
        'e.type',
      ])
      .where('t.tenant_id', '=', caller.tenantId);
    if (customerId !== undefined)
      rowsQuery = rowsQuery.where((eb) => eb.or([eb('t.debit_customer_id', '=', customerId), eb('t.credit_customer_id', '=', customerId)]));
    if (query.from !== undefined) rowsQuery = rowsQuery.where('e.occurred_at', '>=', query.from);
    if (query.until !== undefined) rowsQuery = rowsQuery.where('e.occurred_at', '<', query.until);
    const [sequence, ordinal] = after ?? [];
    if (sequence !== undefined && ordinal !== undefined)
      rowsQuery = rowsQuery.where((eb) => eb(eb.refTuple('t.sequence', 't.ordinal'), '>', eb.tuple(BigInt(sequence), Number(ordinal))));
    const found = await rowsQuery
      .orderBy('t.sequence')
      .orderBy('t.ordinal')
      .limit(limit + 1)
      .execute();
    const { rows, next } = cutPage(found, limit, (last) => [last.sequence.toString(), String(last.ordinal)]);
    const names = await findNames(
      db,
      caller.tenantId,
      rows.flatMap((row) => [row.debit_customer_id, row.credit_customer_id]),
    );
    const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
    return {
      next,
      rows: rows.map((row) => {
        const leaves = row.debit_customer_id !== null && row.credit_customer_id !== row.debit_customer_id;
        return [
          countCell(row.sequence),
          timeCell(row.occurred_at),
          ...unitCells(row.unit, leaves ? -row.amount : row.amount),
          textCell(row.reason),
          textCell(row.debit_kind),
          textCell(nameOf(row.debit_customer_id)),
          textCell(row.credit_kind),
          textCell(nameOf(row.credit_customer_id)),
          textCell(row.order_id),
          textCell(row.type),
          textCell(row.reward_id === null ? null : wireId('rwd', row.reward_id)),
        ];
      }),
    };
  },
};

export const payoutList: TableList = {
  headers: ['payout', 'program', 'customer', 'value', 'unit', 'status', 'proposed_at', 'decided_at', 'paid_at', 'tax_handling'],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    let rowsQuery = db
      .selectFrom('payout')
      .select([
        'payout_id',
        'program_id',
        'customer_id',
        'unit',
        'amount',
        'status',
        'proposed_at',
        'decided_at',
        'paid_at',
        'tax_handling',
      ])
      .where('tenant_id', '=', caller.tenantId);
    const status = oneOf(EXPORT_STATUSES.payouts, query.status);
    if (status !== undefined) rowsQuery = rowsQuery.where('status', '=', status);
    if (query.programId !== undefined) rowsQuery = rowsQuery.where('program_id', '=', query.programId);
    if (customerId !== undefined) rowsQuery = rowsQuery.where('customer_id', '=', customerId);
    const [last] = after ?? [];
    if (last !== undefined) rowsQuery = rowsQuery.where('payout_id', '>', last);
    const found = await rowsQuery
      .orderBy('payout_id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = cutPage(found, limit, (last) => [last.payout_id]);
    const names = await findNames(
      db,
      caller.tenantId,
      rows.map((row) => row.customer_id),
    );
    return {
      next,
      rows: rows.map((row) => [
        textCell(wireId('pyo', row.payout_id)),
        textCell(wireId('prg', row.program_id)),
        textCell(names.get(row.customer_id) ?? null),
        ...unitCells(row.unit, row.amount),
        textCell(row.status),
        timeCell(row.proposed_at),
        timeCell(row.decided_at),
        timeCell(row.paid_at),
        textCell(row.tax_handling),
      ]),
    };
  },
};
