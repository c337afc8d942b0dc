import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import { type CustomerId, idFromUuid, type LotId, type RewardId } from '../domain/ids.ts';
import type { Unit } from '../domain/ledger/unit.ts';

/** One transfer that touched a customer, with the event that caused it. */
export interface EntryRow {
  readonly sequence: bigint;
  readonly ordinal: number;
  readonly unit: Unit;
  readonly amount: bigint;
  readonly from: { readonly account: string; readonly customerId: CustomerId | null };
  readonly to: { readonly account: string; readonly customerId: CustomerId | null };
  readonly reason: string;
  readonly rewardId: RewardId | null;
  readonly lotId: LotId | null;
  readonly at: Date;
  readonly source: string;
  readonly eventId: string;
  readonly type: string;
  readonly orderId: string | null;
}

export interface EntryPage {
  readonly customerId: CustomerId;
  /** The last entry of the page before. */
  readonly before: { readonly sequence: bigint; readonly ordinal: number } | null;
  readonly limit: number;
}

/** Newest first, at most `limit` + 1. */
export async function listEntryRows(db: Db, caller: Caller, page: EntryPage): Promise<readonly EntryRow[]> {
  let query = db
    .selectFrom('transfer')
    .innerJoin('event', (join) =>
      join.onRef('event.tenant_id', '=', 'transfer.tenant_id').onRef('event.sequence', '=', 'transfer.sequence'),
    )
    .select([
      'transfer.sequence',
      'transfer.ordinal',
      'transfer.unit',
      'transfer.amount',
      'transfer.debit_kind',
      'transfer.debit_customer_id',
      'transfer.credit_kind',
      'transfer.credit_customer_id',
      'transfer.reason',
      'transfer.reward_id',
      'transfer.lot_id',
      'event.occurred_at',
      'event.source',
      'event.event_id',
      'event.type',
      'event.order_id',
    ])
    .where('transfer.tenant_id', '=', caller.tenantId)
    .where((eb) =>
      eb.or([eb('transfer.debit_customer_id', '=', page.customerId), eb('transfer.credit_customer_id', '=', page.customerId)]),
    );
  const { before } = page;
  if (before !== null) {
    query = query.where((eb) => eb(eb.refTuple('transfer.sequence', 'transfer.ordinal'), '<', eb.tuple(before.sequence, before.ordinal)));
  }
  const rows = await query
    .orderBy('transfer.sequence', 'desc')
    .orderBy('transfer.ordinal', 'desc')
    .limit(page.limit + 1)
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    ordinal: row.ordinal,
    unit: toUnit(row.unit),
    amount: row.amount,
    from: { account: row.debit_kind, customerId: customerOf(row.debit_customer_id) },
    to: { account: row.credit_kind, customerId: customerOf(row.credit_customer_id) },
    reason: row.reason,
    rewardId: row.reward_id === null ? null : idFromUuid<RewardId>(row.reward_id),
    lotId: row.lot_id === null ? null : idFromUuid<LotId>(row.lot_id),
    at: row.occurred_at,
    source: row.source,
    eventId: row.event_id,
    type: row.type,
    orderId: row.order_id,
  }));
}

function customerOf(uuid: string | null): CustomerId | null {
  return uuid === null ? null : idFromUuid<CustomerId>(uuid);
}
