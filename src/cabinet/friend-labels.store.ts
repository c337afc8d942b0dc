import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import { listOwnIds, unlessErased } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid, type ProgramId, type TenantId } from '../domain/ids.ts';

/** Different friends of a member in these programmes: all, and those who counted. */
export async function countFriends(
  db: Db,
  caller: Caller,
  of: { readonly referrerId: CustomerId; readonly programIds: readonly ProgramId[] },
): Promise<{ readonly total: number; readonly counted: number }> {
  if (of.programIds.length === 0) return { total: 0, counted: 0 };
  const row = await db
    .selectFrom('referral')
    .select((eb) => [
      eb.fn.count<bigint>('friend_id').distinct().as('total'),
      eb.fn.count<bigint>('friend_id').distinct().filterWhere('status', '=', 'qualified').as('counted'),
    ])
    .where('tenant_id', '=', caller.tenantId)
    .where('referrer_id', '=', of.referrerId)
    .where('program_id', 'in', [...of.programIds])
    .executeTakeFirstOrThrow();
  return { total: Number(row.total), counted: Number(row.counted) };
}

/** What friends are called in full; to be cut to initials before anybody sees it. */
export async function listFriendNames(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  friendIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, string>> {
  if (friendIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['customer_id', 'name'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', 'in', [...friendIds])
    .execute();
  return new Map(rows.flatMap((row) => (row.name === null ? [] : [[idFromUuid<CustomerId>(row.customer_id), row.name] as const])));
}

/** What a member calls these friends; also what they called them before either of the two was merged. */
export async function listLabels(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  of: { readonly referrerId: CustomerId; readonly friendIds: readonly CustomerId[] },
): Promise<ReadonlyMap<CustomerId, string>> {
  if (of.friendIds.length === 0) return new Map();
  const { tenantId } = caller;
  const rows = await db
    .selectFrom(ownRecords(tenantId, of.friendIds).as('own'))
    .innerJoin('friend_label', 'friend_label.friend_id', 'own.customer_id')
    .select(['own.asked', 'friend_label.label'])
    .where('friend_label.tenant_id', '=', tenantId)
    .where('friend_label.referrer_id', 'in', await listOwnIds(db, tenantId, of.referrerId))
    // Of two words for one friend the last in this order is told: what was said as who they are now, about who the friend is now.
    .orderBy((eb) => eb('friend_label.friend_id', '=', eb.ref('own.asked')))
    .orderBy((eb) => eb('friend_label.referrer_id', '=', of.referrerId))
    .orderBy('friend_label.friend_id')
    .orderBy('friend_label.referrer_id')
    .execute();
  return new Map(rows.map((row) => [idFromUuid<CustomerId>(row.asked), row.label]));
}

/**
 * Null takes the label away, with those of before a merge: they would come back in its place. False where one of the two has been erased
 * meanwhile.
 */
export async function saveLabel(
  db: Db,
  caller: Caller,
  of: { readonly referrerId: CustomerId; readonly friendId: CustomerId; readonly label: string | null },
): Promise<boolean> {
  const { label } = of;
  const { tenantId } = caller;
  if (label === null) {
    await db
      .deleteFrom('friend_label')
      .where('tenant_id', '=', tenantId)
      .where('referrer_id', 'in', await listOwnIds(db, tenantId, of.referrerId))
      .where('friend_id', 'in', await listOwnIds(db, tenantId, of.friendId))
      .execute();
    return true;
  }
  return unlessErased(db, caller, [of.referrerId, of.friendId], async (tx) => {
    await tx
      .insertInto('friend_label')
      .values({ tenant_id: tenantId, referrer_id: of.referrerId, friend_id: of.friendId, label })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'referrer_id', 'friend_id']).doUpdateSet({ label }))
      .execute();
  });
}

/** Every record of each of these customers beside the id that was asked for: their own, and all that were merged into it. */
function ownRecords(tenantId: TenantId, customerIds: readonly CustomerId[]) {
  return sql<{ readonly asked: string; readonly customer_id: string }>`(
    with recursive own as (
      select id as asked, id as customer_id from unnest(${customerIds}::uuid[]) as id
      union
      select own.asked, c.customer_id from customer c join own on c.merged_into = own.customer_id where c.tenant_id = ${tenantId}
    )
    select asked, customer_id from own)`;
}
