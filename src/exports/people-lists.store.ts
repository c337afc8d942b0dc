/** Customers, codes and referrals as tables. */
import { EXPORT_STATUSES } from '../contract/exports.endpoints.ts';
import { type CustomerRow, findCustomers, listCustomers } from '../customers/customers.store.ts';
import { isFiltered, listFilteredPeople, type PeopleFilter } from '../customers/people-filter.store.ts';
import { searchPeople } from '../customers/search-people.store.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { wireId } from '../domain/ids.ts';
import { countCell, type TableCell, textCell, timeCell } from './table-cell.ts';
import { cutPage, oneOf, type TableList, type TablePage, type TableRequest } from './table-list.ts';

export const customerList: TableList = {
  headers: ['customer_id', 'email', 'phone', 'name', 'orders', 'paid_orders', 'first_seen_at', 'sarafan_id'],
  page: async (request) => (request.query.q === undefined ? allCustomers(request) : foundCustomers(request, request.query.q)),
};

async function allCustomers(request: TableRequest): Promise<TablePage> {
  const { db, caller, after, limit } = request;
  const page = { after: after?.[0] ?? null, limit };
  const filter = filterOf(request);
  const found = isFiltered(filter)
    ? await findCustomers(db, caller, await listFilteredPeople(db, caller, { ...page, filter }))
    : await listCustomers(db, caller, page);
  const { rows, next } = cutPage(found, limit, (last) => [last.id]);
  return { next, rows: rows.map(customerRow) };
}

function filterOf({ query: { programId, status, hasComplaint } }: TableRequest): PeopleFilter {
  return { programId, hasComplaint, status: oneOf(EXPORT_STATUSES.memberships, status) };
}

async function foundCustomers(request: TableRequest, q: string): Promise<TablePage> {
  const { db, caller, after, limit } = request;
  const [key, customerId] = after ?? [];
  const place = key === undefined || customerId === undefined ? null : { key, customerId };
  const found = await searchPeople(db, caller, { q, filter: filterOf(request), after: place, limit });
  const rows = await findCustomers(db, caller, found.ids);
  return { next: found.next === null ? null : [found.next.key, found.next.customerId], rows: rows.map(customerRow) };
}

function customerRow(row: CustomerRow): readonly TableCell[] {
  return [
    textCell(row.externalId),
    textCell(row.email),
    textCell(row.phone),
    textCell(row.name),
    countCell(row.orderCount),
    countCell(row.paidOrderCount),
    timeCell(row.createdAt),
    textCell(wireId('cus', row.id)),
  ];
}

/** Without the codes of erased people: one may be their name, and none works any more. */
export const codeList: TableList = {
  headers: ['code', 'kind', 'status', 'customer_id', 'email', 'phone', 'name', 'made_at'],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    let rowsQuery = db
      .selectFrom('code')
      .innerJoin('customer', (join) =>
        join.onRef('customer.tenant_id', '=', 'code.tenant_id').onRef('customer.customer_id', '=', 'code.customer_id'),
      )
      .leftJoin('person', (join) =>
        join.onRef('person.tenant_id', '=', 'code.tenant_id').onRef('person.customer_id', '=', 'code.customer_id'),
      )
      .select([
        'code.code_id',
        'code.text',
        'code.kind',
        'code.status',
        'code.created_at',
        'person.external_id',
        'person.email',
        'person.phone',
        'person.name',
      ])
      .where('code.tenant_id', '=', caller.tenantId)
      .where('customer.erased_at', 'is', null);
    const status = oneOf(EXPORT_STATUSES.codes, query.status);
    if (status !== undefined) rowsQuery = rowsQuery.where('code.status', '=', status);
    if (customerId !== undefined) rowsQuery = rowsQuery.where('code.customer_id', '=', customerId);
    const [last] = after ?? [];
    if (last !== undefined) rowsQuery = rowsQuery.where('code.code_id', '>', last);
    const found = await rowsQuery
      .orderBy('code.code_id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = cutPage(found, limit, (last) => [last.code_id]);
    return {
      next,
      rows: rows.map((row) => [
        textCell(row.text),
        textCell(row.kind),
        textCell(row.status),
        textCell(row.external_id),
        textCell(row.email),
        textCell(row.phone),
        textCell(row.name),
        timeCell(row.created_at),
      ]),
    };
  },
};

export const referralList: TableList = {
  headers: ['referral', 'program', 'status', 'by', 'referrer', 'friend', 'started_at', 'order_id', 'reason', 'counted_at', 'qualified_at'],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    let rowsQuery = db
      .selectFrom('referral')
      .select([
        'referral_id',
        'program_id',
        'friend_id',
        'referrer_id',
        'status',
        'by',
        'started_at',
        'order_id',
        'reason',
        'counted_at',
        'qualified_at',
      ])
      .where('tenant_id', '=', caller.tenantId);
    const status = oneOf(EXPORT_STATUSES.referrals, query.status);
    if (status !== undefined) rowsQuery = rowsQuery.where('status', '=', status);
    if (query.programId !== undefined) rowsQuery = rowsQuery.where('program_id', '=', query.programId);
    if (customerId !== undefined)
      rowsQuery = rowsQuery.where((eb) => eb.or([eb('referrer_id', '=', customerId), eb('friend_id', '=', customerId)]));
    if (query.from !== undefined) rowsQuery = rowsQuery.where('started_at', '>=', query.from);
    if (query.until !== undefined) rowsQuery = rowsQuery.where('started_at', '<', query.until);
    const [last] = after ?? [];
    if (last !== undefined) rowsQuery = rowsQuery.where('referral_id', '>', last);
    const found = await rowsQuery
      .orderBy('referral_id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = cutPage(found, limit, (last) => [last.referral_id]);
    const names = await findNames(
      db,
      caller.tenantId,
      rows.flatMap((row) => [row.friend_id, row.referrer_id]),
    );
    return {
      next,
      rows: rows.map((row) => [
        textCell(wireId('ref', row.referral_id)),
        textCell(wireId('prg', row.program_id)),
        textCell(row.status),
        textCell(row.by),
        textCell(names.get(row.referrer_id) ?? null),
        textCell(names.get(row.friend_id) ?? null),
        timeCell(row.started_at),
        textCell(row.order_id),
        textCell(row.reason),
        timeCell(row.counted_at),
        timeCell(row.qualified_at),
      ]),
    };
  },
};

/** How the shop knows these customers: its own id, else a contact; ours where it knows none. */
export async function findNames(db: Db, tenantId: TenantId, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['customer_id', 'external_id', 'email', 'phone'])
    .where('tenant_id', '=', tenantId)
    .where('customer_id', 'in', wanted)
    .execute();
  const known = new Map(rows.map((row) => [row.customer_id, row.external_id ?? row.email ?? row.phone]));
  return new Map(wanted.map((id) => [id, known.get(id) ?? wireId('cus', id)]));
}
