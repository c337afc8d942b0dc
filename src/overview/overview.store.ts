/** What the first page of the console sums up, from rollups alone (ADR 0016): a look takes as long at a million customers as at ten. */

import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import { zoneInSql } from '../database/zone-name.ts';
import type { TenantId } from '../domain/ids.ts';

/** Half-open, and made of whole quarters of an hour, as the days of every time zone are. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

export interface TodayRow {
  readonly orders: number;
  readonly customers: number;
  readonly visits: number;
  readonly referrals: number;
  readonly counted: number;
  readonly rewards: number;
}

export async function countToday(db: Db, tenantId: TenantId, today: Span): Promise<TodayRow> {
  const within = isWithin(tenantId, today);
  const { rows } = await sql<TodayRow>`select
    (select coalesce(sum(orders), 0) from order_rollup where ${within} and channel = '')::integer as orders,
    (select coalesce(sum(customers), 0) from customer_rollup where ${within})::integer as customers,
    (select coalesce(sum(clicks), 0) from click_rollup where ${within} and kind = 'human')::integer as visits,
    (select coalesce(sum(started), 0) from referral_rollup where ${within})::integer as referrals,
    (select coalesce(sum(orders), 0) from order_rollup where ${within} and channel <> '')::integer as counted,
    (select coalesce(sum(rewards), 0) from reward_rollup where ${within} and status <> 'failed')::integer as rewards`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('sums always give a row');
  return row;
}

export interface UnitAmount {
  readonly unit: string;
  /** Digits: all members together may have more than int64 holds. */
  readonly amount: string;
}

export async function sumGiven(db: Db, tenantId: TenantId, today: Span): Promise<readonly UnitAmount[]> {
  const { rows } = await sql<UnitAmount>`
    select unit, sum(original_amount)::text as amount from reward_rollup
    where ${isWithin(tenantId, today)} and unit <> '' and status <> 'failed'
    group by unit having sum(original_amount) > 0 order by unit`.execute(db);
  return rows;
}

export interface OwedRow {
  readonly unit: string;
  readonly available: string;
  readonly held: string;
  readonly debt: string;
}

export async function sumOwed(db: Db, tenantId: TenantId): Promise<readonly OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    select unit, (available + reserved)::text as available, held::text as held, debt::text as debt
    from balance_rollup where tenant_id = ${tenantId} and available + held + reserved + debt > 0 order by unit`.execute(db);
  return rows;
}

export interface EndingRow extends UnitAmount {
  /** `2026-12`; `later` from a year on; `never`. */
  readonly month: string;
}

/** What is left of lots, by the local month they end in; what has ended and is still to be taken out counts in the month that is running. */
export async function sumEnding(
  db: Db,
  tenantId: TenantId,
  { timeZone, monthStart }: { readonly timeZone: string; readonly monthStart: string },
): Promise<readonly EndingRow[]> {
  const { rows } = await sql<EndingRow>`
    select unit, sum(remaining)::text as amount,
      case when quarter = 'infinity' then 'never'
        when quarter at time zone ${zoneInSql(timeZone)} >= ${monthStart}::date + interval '12 months' then 'later'
        else to_char(greatest(quarter at time zone ${zoneInSql(timeZone)}, ${monthStart}::date::timestamp), 'YYYY-MM') end as month
    from lot_rollup where tenant_id = ${tenantId} and remaining > 0 group by unit, month order by unit, month`.execute(db);
  return rows;
}

export interface FunnelRow {
  readonly channel: string;
  readonly started: number;
  readonly joined: number;
  readonly ordered: number;
  readonly qualified: number;
  readonly lost: number;
}

/** How far the friends of the span have come: who is further has been everywhere before. */
export async function sumFunnel(db: Db, tenantId: TenantId, span: Span): Promise<readonly FunnelRow[]> {
  const { rows } = await sql<FunnelRow>`
    select channel, sum(started)::integer as started, sum(joined)::integer as joined, sum(ordered)::integer as ordered,
      sum(qualified)::integer as qualified, sum(lost)::integer as lost
    from referral_rollup where ${isWithin(tenantId, span)}
    group by channel having sum(started) > 0 order by sum(started) desc, channel`.execute(db);
  return rows;
}

export async function sumVisits(db: Db, tenantId: TenantId, span: Span): Promise<number> {
  const { rows } = await sql<{ readonly visits: number }>`
    select coalesce(sum(clicks), 0)::integer as visits from click_rollup
    where ${isWithin(tenantId, span)} and kind = 'human'`.execute(db);
  return rows[0]?.visits ?? 0;
}

function isWithin(tenantId: TenantId, { from, until }: Span): RawBuilder<boolean> {
  return sql`tenant_id = ${tenantId} and quarter >= ${from} and quarter < ${until}`;
}
