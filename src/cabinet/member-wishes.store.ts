import type { Caller } from '../contract/caller.ts';
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';

export interface MemberWishes {
  /** Since when they are not to be asked to invite; null = they may be. */
  readonly noInvitationsSince: Date | null;
  /** Until when they have put it off; null = they have not. */
  readonly askAgainAfter: Date | null;
}

/** Also of before they were merged: who has asked for quiet as anybody of themselves has asked for it. */
export async function findWishes(db: Db, caller: Pick<Caller, 'tenantId'>, customerId: CustomerId): Promise<MemberWishes> {
  const row = await db
    .selectFrom('member_wish')
    .select((eb) => [eb.fn.min('no_invitations_since').as('since'), eb.fn.max('ask_again_after').as('after')])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .executeTakeFirst();
  return { noInvitationsSince: row?.since ?? null, askAgainAfter: row?.after ?? null };
}

/**
 * Changes what is named: the other wish may be said at the same moment, on another device or by the shop. It takes the place of what was
 * wished before, as whoever of themselves.
 */
export async function saveWishes(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  customerId: CustomerId,
  { noInvitationsSince, askAgainAfter }: Partial<MemberWishes>,
): Promise<void> {
  const { tenantId } = caller;
  const columns = {
    ...(noInvitationsSince === undefined ? {} : { no_invitations_since: noInvitationsSince }),
    ...(askAgainAfter === undefined ? {} : { ask_again_after: askAgainAfter }),
  };
  const named = Object.keys(columns);
  if (named.length === 0) return;
  const ownIds = await listOwnIds(db, tenantId, customerId);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('member_wish')
      .set(Object.fromEntries(named.map((column) => [column, null])))
      .where('tenant_id', '=', tenantId)
      .where('customer_id', 'in', ownIds)
      .where('customer_id', '<>', customerId)
      .execute();
    await tx
      .insertInto('member_wish')
      .values({ tenant_id: tenantId, customer_id: customerId, no_invitations_since: null, ask_again_after: null, ...columns })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doUpdateSet(columns))
      .execute();
  });
}
