import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';

export interface MemberWishes {
  /** Since when they are not to be asked to invite; null = they may be. */
  readonly noInvitationsSince: Date | null;
  /** Until when they have put it off; null = they have not. */
  readonly askAgainAfter: Date | null;
}

export async function findWishes(db: Db, caller: Pick<Caller, 'tenantId'>, customerId: CustomerId): Promise<MemberWishes> {
  const row = await db
    .selectFrom('member_wish')
    .select(['no_invitations_since', 'ask_again_after'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return { noInvitationsSince: row?.no_invitations_since ?? null, askAgainAfter: row?.ask_again_after ?? null };
}

/** Changes what is named: the other wish may be said at the same moment, on another device or by the shop. */
export async function saveWishes(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  customerId: CustomerId,
  { noInvitationsSince, askAgainAfter }: Partial<MemberWishes>,
): Promise<void> {
  const columns = {
    ...(noInvitationsSince === undefined ? {} : { no_invitations_since: noInvitationsSince }),
    ...(askAgainAfter === undefined ? {} : { ask_again_after: askAgainAfter }),
  };
  if (Object.keys(columns).length === 0) return;
  await db
    .insertInto('member_wish')
    .values({ tenant_id: caller.tenantId, customer_id: customerId, no_invitations_since: null, ask_again_after: null, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doUpdateSet(columns))
    .execute();
}
