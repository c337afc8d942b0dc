import type { Caller } from '../contract/caller.ts';
import { unlessErased } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid, type ProgramId } from '../domain/ids.ts';

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

/** What a member calls these friends. */
export async function listLabels(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  of: { readonly referrerId: CustomerId; readonly friendIds: readonly CustomerId[] },
): Promise<ReadonlyMap<CustomerId, string>> {
  if (of.friendIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('friend_label')
    .select(['friend_id', 'label'])
    .where('tenant_id', '=', caller.tenantId)
    .where('referrer_id', '=', of.referrerId)
    .where('friend_id', 'in', [...of.friendIds])
    .execute();
  return new Map(rows.map((row) => [idFromUuid<CustomerId>(row.friend_id), row.label]));
}

/** Null takes the label away. False where one of the two has been erased meanwhile. */
export async function saveLabel(
  db: Db,
  caller: Caller,
  of: { readonly referrerId: CustomerId; readonly friendId: CustomerId; readonly label: string | null },
): Promise<boolean> {
  const { label } = of;
  if (label === null) {
    await db
      .deleteFrom('friend_label')
      .where('tenant_id', '=', caller.tenantId)
      .where('referrer_id', '=', of.referrerId)
      .where('friend_id', '=', of.friendId)
      .execute();
    return true;
  }
  return unlessErased(db, caller, [of.referrerId, of.friendId], async (tx) => {
    await tx
      .insertInto('friend_label')
      .values({ tenant_id: caller.tenantId, referrer_id: of.referrerId, friend_id: of.friendId, label })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'referrer_id', 'friend_id']).doUpdateSet({ label }))
      .execute();
  });
}
