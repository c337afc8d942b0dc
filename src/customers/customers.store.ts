import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { WireCustomer } from '../contract/event.ts';
import { builtOnce } from '../database/built-once.ts';
import type { Db } from '../database/schema.ts';
import type { Code } from '../domain/facts/code.ts';
import type { Membership } from '../domain/facts/entities.ts';
import { type CodeId, type CustomerId, idFromUuid, type MembershipId, type ProgramId, parseWireId, type TenantId } from '../domain/ids.ts';
import { canonicalEmail } from '../identity/canonical-email.ts';
import { canonicalPhone } from '../identity/canonical-phone.ts';
import { identityHash } from '../identity/identity-hash.ts';

const MAX_MERGES = 32;

export interface CustomerRow {
  readonly id: CustomerId;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  readonly createdAt: Date;
  readonly signedUpAt: Date | null;
  readonly erasedAt: Date | null;
  readonly orderCount: number;
  readonly paidOrderCount: number;
  readonly deliveredOrderCount: number;
  readonly firstOrderAt: Date | null;
  readonly lastOrderAt: Date | null;
  readonly openComplaints: readonly string[];
}

/** The customer an address names, by `cus_…` or the shop's own id; of merged ones the survivor. Null when there is none. */
export async function findCustomerId(db: Db, caller: Caller, ref: string): Promise<CustomerId | null> {
  const named = parseWireId('cus', ref);
  if (named !== null) return findSurvivor(db, caller, named);
  const row = await db
    .selectFrom('identity')
    .innerJoin('customer', (join) =>
      join.onRef('customer.tenant_id', '=', 'identity.tenant_id').onRef('customer.customer_id', '=', 'identity.customer_id'),
    )
    .select(['customer.customer_id', 'customer.merged_into'])
    .where('identity.tenant_id', '=', caller.tenantId)
    .where('identity.kind', '=', 'externalId')
    .where('identity.hash', '=', identityHash(caller.hashKey, 'externalId', ref))
    .where('identity.expires_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const id = idFromUuid<CustomerId>(row.customer_id);
  return row.merged_into === null ? id : findSurvivor(db, caller, id);
}

/** The customer a request names by id, external id, e-mail or phone, in this order; of several with a contact the oldest. */
export async function findCustomerIdByInput(db: Db, caller: Caller, named: WireCustomer): Promise<CustomerId | null> {
  if (named.id !== undefined) return findSurvivor(db, caller, named.id);
  if (named.externalId !== undefined) return findCustomerId(db, caller, named.externalId);
  for (const kind of ['email', 'phone'] as const) {
    const text = named[kind];
    const canonical = text === undefined ? null : kind === 'email' ? canonicalEmail(text) : canonicalPhone(text);
    if (canonical === null || !canonical.ok) continue;
    const row = await db
      .selectFrom('identity')
      .select('customer_id')
      .where('tenant_id', '=', caller.tenantId)
      .where('kind', '=', kind)
      .where('hash', '=', identityHash(caller.hashKey, kind, canonical.value))
      .where('expires_at', 'is', null)
      .orderBy('created_at')
      .orderBy('customer_id')
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return findSurvivor(db, caller, idFromUuid<CustomerId>(row.customer_id));
  }
  return null;
}

async function findSurvivor(db: Db, caller: Pick<Caller, 'tenantId'>, id: CustomerId): Promise<CustomerId | null> {
  let current: CustomerId = id;
  for (let steps = 0; steps < MAX_MERGES; steps += 1) {
    const row = await db
      .selectFrom('customer')
      .select('merged_into')
      .where('tenant_id', '=', caller.tenantId)
      .where('customer_id', '=', current)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.merged_into === null) return current;
    current = idFromUuid<CustomerId>(row.merged_into);
  }
  throw new Error(`customer ${id} was merged through more than ${MAX_MERGES} others`);
}

/**
 * Writes what is personal and stands beside the log, unless one of them is erased; false when one is. The tenant's row is held, as a batch
 * holds it to its end: an erasure that is under way has happened then, and one that comes later finds what was written (contract.md 6.3).
 */
export async function unlessErased(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  customerIds: readonly CustomerId[],
  write: (tx: Db) => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('tenant').select('tenant_id').where('tenant_id', '=', caller.tenantId).forShare().execute();
    for (const customerId of customerIds) {
      const id = await findSurvivor(tx, caller, customerId);
      const customer = id === null ? null : await findCustomer(tx, caller, id);
      if (customer === null || customer.erasedAt !== null) return false;
    }
    await write(tx);
    return true;
  });
}

/** A customer and all who were merged into them: what each of these records has written is theirs. */
export async function listOwnIds(db: Db, tenantId: TenantId, customerId: CustomerId): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly customer_id: string }>`
    with recursive own as (
      select ${customerId}::uuid as customer_id
      union
      select c.customer_id from customer c join own on c.merged_into = own.customer_id where c.tenant_id = ${tenantId}
    )
    select customer_id from own`.execute(db);
  return rows.map((row) => row.customer_id);
}

/** One customer by id; null when the tenant has none. */
export async function findCustomer(db: Db, caller: Pick<Caller, 'tenantId'>, id: CustomerId): Promise<CustomerRow | null> {
  const [row] = await customerById(db, { tenantId: caller.tenantId, id });
  return row === undefined ? null : customerFromRow(row);
}

const customerById = builtOnce((db, of: { readonly tenantId: TenantId; readonly id: CustomerId }) =>
  selectCustomers(db, of).where('customer.customer_id', '=', of.id),
);

/** Customers by id, the oldest first, at most `limit` + 1. */
export async function listCustomers(
  db: Db,
  caller: Caller,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly CustomerRow[]> {
  let query = selectCustomers(db, caller).where('customer.merged_into', 'is', null).where('customer.erased_at', 'is', null);
  if (page.after !== null) query = query.where('customer.customer_id', '>', page.after);
  const rows = await query
    .orderBy('customer.customer_id')
    .limit(page.limit + 1)
    .execute();
  return rows.map(customerFromRow);
}

/** These customers, in the order they are named. */
export async function findCustomers(db: Db, caller: Caller, ids: readonly string[]): Promise<readonly CustomerRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectCustomers(db, caller)
    .where('customer.customer_id', 'in', [...ids])
    .execute();
  const known = new Map(rows.map((row) => [row.customer_id, row]));
  return ids.flatMap((id) => {
    const row = known.get(id);
    return row === undefined ? [] : [customerFromRow(row)];
  });
}

export async function listMemberships(db: Db, caller: Caller, customerId: CustomerId): Promise<readonly Membership[]> {
  const rows = await membershipsOf(db, { tenantId: caller.tenantId, customerId });
  return rows.map((row) => ({
    id: idFromUuid<MembershipId>(row.membership_id),
    programId: idFromUuid<ProgramId>(row.program_id),
    customerId,
    status: row.status,
    joinedAt: row.joined_at,
  }));
}

const membershipsOf = builtOnce((db, of: { readonly tenantId: TenantId; readonly customerId: CustomerId }) =>
  db
    .selectFrom('membership')
    .select(['membership_id', 'program_id', 'status', 'joined_at'])
    .where('tenant_id', '=', of.tenantId)
    .where('customer_id', '=', of.customerId)
    .orderBy('program_id')
    .limit(200),
);

/** A customer's codes, the newest first. */
export async function listCodes(db: Db, caller: Caller, customerId: CustomerId): Promise<readonly Code[]> {
  const rows = await codesOf(db, { tenantId: caller.tenantId, customerId });
  return rows.map((row) => ({
    id: idFromUuid<CodeId>(row.code_id),
    customerId,
    text: row.text,
    folded: row.folded,
    kind: row.kind,
    status: row.status,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  }));
}

const codesOf = builtOnce((db, of: { readonly tenantId: TenantId; readonly customerId: CustomerId }) =>
  db
    .selectFrom('code')
    .select(['code_id', 'text', 'folded', 'kind', 'status', 'created_at', 'retired_at'])
    .where('tenant_id', '=', of.tenantId)
    .where('customer_id', '=', of.customerId)
    .orderBy('created_at', 'desc')
    .orderBy('code_id', 'desc')
    .limit(200),
);

export function selectCustomers(db: Db, caller: Pick<Caller, 'tenantId'>) {
  return db
    .selectFrom('customer')
    .leftJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'customer.tenant_id').onRef('person.customer_id', '=', 'customer.customer_id'),
    )
    .select([
      'customer.customer_id',
      'customer.created_at',
      'customer.signed_up_at',
      'customer.erased_at',
      'customer.order_count',
      'customer.paid_order_count',
      'customer.delivered_order_count',
      'customer.first_order_at',
      'customer.last_order_at',
      'customer.open_complaints',
      'person.external_id',
      'person.email',
      'person.phone',
      'person.name',
    ])
    .where('customer.tenant_id', '=', caller.tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectCustomers>['execute']>>[number];

export function customerFromRow(row: Row): CustomerRow {
  return {
    id: idFromUuid<CustomerId>(row.customer_id),
    externalId: row.external_id,
    email: row.email,
    phone: row.phone,
    name: row.name,
    createdAt: row.created_at,
    signedUpAt: row.signed_up_at,
    erasedAt: row.erased_at,
    orderCount: row.order_count,
    paidOrderCount: row.paid_order_count,
    deliveredOrderCount: row.delivered_order_count,
    firstOrderAt: row.first_order_at,
    lastOrderAt: row.last_order_at,
    openComplaints: row.open_complaints,
  };
}
