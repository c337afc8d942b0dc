import { sql } from 'kysely';
import type { ShareChannel } from '../contract/cabinet-home.endpoints.ts';
import type { Caller } from '../contract/caller.ts';
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';
import { quarterOf } from '../domain/rollup/quarter.ts';

/** More of a day by one member and channel says nothing more. */
const MAX_A_DAY = 1_000;

export async function addShare(
  db: Db,
  caller: Caller,
  share: { readonly customerId: CustomerId; readonly channel: ShareChannel; readonly at: Date },
): Promise<void> {
  const { tenantId } = caller;
  const { customerId, channel, at } = share;
  await sql`
    with counted as (
      insert into share_count (tenant_id, customer_id, day, channel, shares)
      values (${tenantId}, ${customerId}, ${at.toISOString().slice(0, 10)}, ${channel}, 1)
      on conflict (tenant_id, customer_id, day, channel) do update set shares = share_count.shares + 1
        where share_count.shares < ${MAX_A_DAY}
      returning 1
    )
    insert into share_rollup (tenant_id, quarter, channel, shares)
    select ${tenantId}::uuid, ${new Date(quarterOf(at))}::timestamptz, ${channel}, 1 from counted
    on conflict (tenant_id, quarter, channel) do update set shares = share_rollup.shares + excluded.shares`.execute(db);
}

const MAX_OF_MEMBER = 10_000;

/** How often one member shared, the newest days first. */
export async function listSharesOf(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  customerId: CustomerId,
): Promise<readonly { readonly day: string; readonly channel: string; readonly shares: number }[]> {
  return db
    .selectFrom('share_count')
    .select((eb) => ['day', 'channel', eb.cast<number>(eb.fn.sum('shares'), 'integer').as('shares')])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .groupBy(['day', 'channel'])
    .orderBy('day', 'desc')
    .orderBy('channel')
    .limit(MAX_OF_MEMBER)
    .execute();
}

/** How often members shared in `[from, until)`, by channel, most first. */
export async function countShares(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  when: { readonly from: Date; readonly until: Date },
): Promise<readonly { readonly channel: string; readonly shares: bigint }[]> {
  return db
    .selectFrom('share_rollup')
    .select((eb) => ['channel', eb.cast<bigint>(eb.fn.sum('shares'), 'bigint').as('shares')])
    .where('tenant_id', '=', caller.tenantId)
    .where('quarter', '>=', when.from)
    .where('quarter', '<', when.until)
    .groupBy('channel')
    .orderBy('shares', 'desc')
    .orderBy('channel')
    .execute();
}
