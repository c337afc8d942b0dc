import { sql } from 'kysely';
import type { ShareChannel } from '../contract/cabinet-home.endpoints.ts';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';

/** More of a day by one member and channel says nothing more. */
const MAX_A_DAY = 1_000;

export async function addShare(
  db: Db,
  caller: Caller,
  share: { readonly customerId: CustomerId; readonly channel: ShareChannel; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('share_count')
    .values({
      tenant_id: caller.tenantId,
      customer_id: share.customerId,
      day: share.at.toISOString().slice(0, 10),
      channel: share.channel,
      shares: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'customer_id', 'day', 'channel'])
        .doUpdateSet({ shares: sql<number>`least(share_count.shares + 1, ${MAX_A_DAY})` }),
    )
    .execute();
}

/** How often members shared in `[from, to)` days, by channel, most first. */
export async function countShares(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  days: { readonly from: string; readonly to: string },
): Promise<readonly { readonly channel: string; readonly shares: bigint }[]> {
  return db
    .selectFrom('share_count')
    .select((eb) => ['channel', eb.cast<bigint>(eb.fn.sum('shares'), 'bigint').as('shares')])
    .where('tenant_id', '=', caller.tenantId)
    .where('day', '>=', days.from)
    .where('day', '<', days.to)
    .groupBy('channel')
    .orderBy('shares', 'desc')
    .orderBy('channel')
    .execute();
}
