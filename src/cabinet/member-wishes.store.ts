import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';

export interface MemberWishes {
  /** Since when they are not to be asked to invite; null = they may be. */
  readonly noInvitationsSince: Date | null;
}

export async function findWishes(db: Db, caller: Pick<Caller, 'tenantId'>, customerId: CustomerId): Promise<MemberWishes> {
  const row = await db
    .selectFrom('member_wish')
    .select('no_invitations_since')
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return { noInvitationsSince: row?.no_invitations_since ?? null };
}

export async function saveWishes(db: Db, caller: Pick<Caller, 'tenantId'>, customerId: CustomerId, wishes: MemberWishes): Promise<void> {
  const columns = { no_invitations_since: wishes.noInvitationsSince };
  await db
    .insertInto('member_wish')
    .values({ tenant_id: caller.tenantId, customer_id: customerId, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doUpdateSet(columns))
    .execute();
}
