/** How much waits for a person: each queue by an index of its own, counted no further than anybody reads. */
import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';

/** As in the index of the sample (referrals/sampled-referrals.store.ts). */
const DRAW = sql`((get_byte(sha256(uuid_send(referral_id)), 0) << 16) | (get_byte(sha256(uuid_send(referral_id)), 1) << 8) | get_byte(sha256(uuid_send(referral_id)), 2)) % 10000`;

const COUNT_MAX = 1_000;

export interface QueueCounts {
  readonly rewards: number;
  readonly claims: number;
  readonly reviews: number;
  readonly deliveries: number;
  readonly payouts: number;
  readonly payments: number;
  readonly webhooks: number;
}

export async function countQueues(db: Db, { tenantId }: Caller): Promise<QueueCounts> {
  const upTo = sql.lit(COUNT_MAX);
  const { rows } = await sql<QueueCounts>`select
    (select count(*) from (select from reward where tenant_id = ${tenantId} and status = 'held'
       and hold_reasons && array['review', 'payer-consent', 'tax-data'] limit ${upTo}) r)::integer as rewards,
    (select count(*) from (select from friend_claim where tenant_id = ${tenantId} and status = 'open' limit ${upTo}) c)::integer as claims,
    (select count(*) from (select from referral join tenant on tenant.tenant_id = referral.tenant_id
       where referral.tenant_id = ${tenantId} and checked_at is null and status in ('ordered', 'qualified')
       and ${DRAW} < tenant.review_share_basis_points limit ${upTo}) v)::integer as reviews,
    (select count(*) from (select from reward where tenant_id = ${tenantId} and status = 'issued' and kind = 'gift' limit ${upTo}) d)::integer as deliveries,
    (select count(*) from (select from payout where tenant_id = ${tenantId} and status = 'proposed' limit ${upTo}) p)::integer as payouts,
    (select count(*) from (select from payout where tenant_id = ${tenantId} and status = 'approved' limit ${upTo}) a)::integer as payments,
    (select count(*) from (select from webhook where tenant_id = ${tenantId} and disabled_at is not null limit ${upTo}) w)::integer as webhooks`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('counts always give a row');
  return row;
}

export interface StockRow {
  readonly programId: string;
  readonly perk: string;
  readonly period: string;
  readonly used: bigint;
}

/** What is gone of every perk with a stock, as the road counts it. */
export async function listStock(db: Db, { tenantId }: Caller): Promise<readonly StockRow[]> {
  const rows = await db
    .selectFrom('counter')
    .select(['program_id', 'rule_id', 'period', 'used'])
    .where('tenant_id', '=', tenantId)
    // Stock belongs to no person: the road keeps it under the nil uuid, which leads the key.
    .where('customer_id', '=', '00000000-0000-0000-0000-000000000000')
    .where('scope', '=', 'stock')
    .execute();
  return rows.map((row) => ({ programId: row.program_id, perk: row.rule_id, period: row.period, used: row.used }));
}
