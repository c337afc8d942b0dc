/** Memberships, coupons and perks as tables. */
import { EXPORT_STATUSES } from '../contract/exports.endpoints.ts';
import { listAllCoupons } from '../coupons/coupons.store.ts';
import type { Coupon } from '../domain/facts/entities.ts';
import { wireId } from '../domain/ids.ts';
import { assertNever } from '../domain/result.ts';
import { findNames } from './people-lists.store.ts';
import { EMPTY, moneyCell, percentCell, type TableCell, textCell, timeCell } from './table-cell.ts';
import { cutPage, oneOf, type TableList } from './table-list.ts';

export const membershipList: TableList = {
  headers: ['program', 'customer_id', 'email', 'phone', 'name', 'status', 'tier', 'joined_at'],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    let rowsQuery = db
      .selectFrom('membership as m')
      .leftJoin('person', (join) => join.onRef('person.tenant_id', '=', 'm.tenant_id').onRef('person.customer_id', '=', 'm.customer_id'))
      .leftJoin('standing', (join) =>
        join
          .onRef('standing.tenant_id', '=', 'm.tenant_id')
          .onRef('standing.program_id', '=', 'm.program_id')
          .onRef('standing.customer_id', '=', 'm.customer_id'),
      )
      .select([
        'm.program_id',
        'm.customer_id',
        'm.status',
        'm.joined_at',
        'standing.tier_id',
        'person.external_id',
        'person.email',
        'person.phone',
        'person.name',
      ])
      .where('m.tenant_id', '=', caller.tenantId);
    const status = oneOf(EXPORT_STATUSES.memberships, query.status);
    if (status !== undefined) rowsQuery = rowsQuery.where('m.status', '=', status);
    if (query.programId !== undefined) rowsQuery = rowsQuery.where('m.program_id', '=', query.programId);
    if (customerId !== undefined) rowsQuery = rowsQuery.where('m.customer_id', '=', customerId);
    const [lastCustomer, lastProgram] = after ?? [];
    if (lastCustomer !== undefined && lastProgram !== undefined)
      rowsQuery = rowsQuery.where((eb) => eb(eb.refTuple('m.customer_id', 'm.program_id'), '>', eb.tuple(lastCustomer, lastProgram)));
    const found = await rowsQuery
      .orderBy('m.customer_id')
      .orderBy('m.program_id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = cutPage(found, limit, (last) => [last.customer_id, last.program_id]);
    return {
      next,
      rows: rows.map((row) => [
        textCell(wireId('prg', row.program_id)),
        textCell(row.external_id ?? wireId('cus', row.customer_id)),
        textCell(row.email),
        textCell(row.phone),
        textCell(row.name),
        textCell(row.status),
        textCell(row.tier_id),
        timeCell(row.joined_at),
      ]),
    };
  },
};

export const couponList: TableList = {
  headers: [
    'code',
    'program',
    'customer',
    'status',
    'percent',
    'amount',
    'at_most',
    'currency',
    'free_delivery',
    'valid_from',
    'valid_until',
    'given_for_order',
    'used_in_order',
  ],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    const status = oneOf(EXPORT_STATUSES.coupons, query.status);
    const found = await listAllCoupons(db, caller, { status, programId: query.programId, customerId, after: after?.[0] ?? null, limit });
    const { rows, next } = cutPage(found, limit, (end) => [end.id]);
    const names = await findNames(
      db,
      caller.tenantId,
      rows.map((row) => row.customerId),
    );
    return {
      next,
      rows: rows.map((row) => [
        textCell(row.code),
        textCell(wireId('prg', row.programId)),
        textCell(names.get(row.customerId) ?? null),
        textCell(row.status),
        ...discountCells(row),
        timeCell(row.validFrom),
        timeCell(row.validUntil),
        textCell(row.sourceOrderId),
        textCell(row.usedOrderId),
      ]),
    };
  },
};

function discountCells({ discount, currency }: Coupon): readonly TableCell[] {
  const unit = textCell(currency);
  switch (discount.how) {
    case 'percent':
      return [percentCell(discount.basisPoints), EMPTY, moneyCell(discount.maxMinor, currency), unit, EMPTY];
    case 'amount':
      return [EMPTY, moneyCell(discount.amountMinor, currency), EMPTY, unit, EMPTY];
    case 'freeDelivery':
      return [EMPTY, EMPTY, moneyCell(discount.maxMinor, currency), unit, textCell('true')];
    default:
      return assertNever(discount);
  }
}

export const accessList: TableList = {
  headers: ['access', 'program', 'perk', 'customer', 'status', 'tier', 'granted_at', 'choose_until', 'valid_until', 'used_at'],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    let rowsQuery = db
      .selectFrom('access_grant')
      .select([
        'grant_id',
        'program_id',
        'perk',
        'customer_id',
        'status',
        'tier_id',
        'granted_at',
        'choose_until',
        'valid_until',
        'used_at',
      ])
      .where('tenant_id', '=', caller.tenantId);
    const status = oneOf(EXPORT_STATUSES.accesses, query.status);
    if (status !== undefined) rowsQuery = rowsQuery.where('status', '=', status);
    if (query.programId !== undefined) rowsQuery = rowsQuery.where('program_id', '=', query.programId);
    if (query.perk !== undefined) rowsQuery = rowsQuery.where('perk', '=', query.perk);
    if (customerId !== undefined) rowsQuery = rowsQuery.where('customer_id', '=', customerId);
    const [last] = after ?? [];
    if (last !== undefined) rowsQuery = rowsQuery.where('grant_id', '>', last);
    const found = await rowsQuery
      .orderBy('grant_id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = cutPage(found, limit, (end) => [end.grant_id]);
    const names = await findNames(
      db,
      caller.tenantId,
      rows.map((row) => row.customer_id),
    );
    return {
      next,
      rows: rows.map((row) => [
        textCell(wireId('acc', row.grant_id)),
        textCell(wireId('prg', row.program_id)),
        textCell(row.perk),
        textCell(names.get(row.customer_id) ?? null),
        textCell(row.status),
        textCell(row.tier_id),
        timeCell(row.granted_at),
        timeCell(row.choose_until),
        timeCell(row.valid_until),
        timeCell(row.used_at),
      ]),
    };
  },
};
