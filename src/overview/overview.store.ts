/** What the first page of the console counts. Ids of a decision carry its stored time, so "since today" is a range of the keys there are. */
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

export interface Period {
  readonly tenantId: TenantId;
  readonly timeZone: string;
  readonly dayStart: Date;
  readonly funnelStart: Date;
  /** The first day of the month that is running. */
  readonly monthStart: string;
}

export interface TodayRow {
  readonly orders: number;
  readonly customers: number;
  readonly visits: number;
  readonly referrals: number;
  readonly counted: number;
  readonly rewards: number;
}

export async function countToday(db: Db, { tenantId, dayStart }: Period): Promise<TodayRow> {
  const since = firstIdSince(dayStart);
  const first = await firstSequenceSince(db, tenantId, dayStart);
  const { rows } = await sql<TodayRow>`select
    (select count(distinct order_id) from event where tenant_id = ${tenantId} and sequence >= ${first} and type = 'order.paid')::integer as orders,
    (select count(*) from customer where tenant_id = ${tenantId} and customer_id >= ${since}::uuid)::integer as customers,
    (select count(*) from click where tenant_id = ${tenantId} and clicked_at >= ${dayStart} and kind = 'human')::integer as visits,
    (select count(*) from referral where tenant_id = ${tenantId} and referral_id >= ${since}::uuid)::integer as referrals,
    (select count(distinct r.friend_id) from event e join referral r on r.tenant_id = e.tenant_id and r.friend_id = e.customer_id
      where e.tenant_id = ${tenantId} and e.sequence >= ${first} and e.type = 'order.paid' and r.order_id = e.order_id)::integer as counted,
    (select count(*) from reward where tenant_id = ${tenantId} and reward_id >= ${since}::uuid)::integer as rewards`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('counts always give a row');
  return row;
}

export interface UnitAmount {
  readonly unit: string;
  readonly amount: bigint;
}

export async function sumGivenToday(db: Db, { tenantId, dayStart }: Period): Promise<readonly UnitAmount[]> {
  const { rows } = await sql<UnitAmount>`
    select unit, sum(original_amount)::bigint as amount from reward
    where tenant_id = ${tenantId} and reward_id >= ${firstIdSince(dayStart)}::uuid and unit is not null group by unit order by unit`.execute(
    db,
  );
  return rows;
}

export interface OwedRow {
  readonly unit: string;
  readonly available: bigint;
  readonly held: bigint;
  readonly debt: bigint;
}

export async function sumOwed(db: Db, { tenantId }: Period): Promise<readonly OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    select unit, sum(available + reserved)::bigint as available, sum(held)::bigint as held, sum(debt)::bigint as debt
    from balance where tenant_id = ${tenantId} group by unit
    having sum(available + reserved + held + debt) > 0 order by unit`.execute(db);
  return rows;
}

export interface EndingRow extends UnitAmount {
  /** `2026-12`; `later` from a year on; `never`. */
  readonly month: string;
}

/** What is left of lots, by the local month they end in. */
export async function sumEnding(db: Db, { tenantId, timeZone, monthStart }: Period): Promise<readonly EndingRow[]> {
  const { rows } = await sql<EndingRow>`
    select unit, sum(remaining)::bigint as amount,
      case when expires_at is null then 'never'
        when expires_at at time zone ${timeZone} >= ${monthStart}::date + interval '12 months' then 'later'
        else to_char(greatest(expires_at at time zone ${timeZone}, ${monthStart}::date::timestamp), 'YYYY-MM') end as month
    from lot where tenant_id = ${tenantId} and remaining > 0 group by unit, month order by unit, month`.execute(db);
  return rows;
}

export interface FunnelRow {
  readonly channel: string;
  readonly started: number;
  readonly joined: number;
  readonly ordered: number;
  readonly qualified: number;
}

/** How far the friends of the period have come: who is further has been everywhere before. */
export async function countFunnel(db: Db, { tenantId, funnelStart }: Period): Promise<readonly FunnelRow[]> {
  const { rows } = await sql<FunnelRow>`
    select by as channel, count(*)::integer as started,
      count(*) filter (where status in ('joined', 'ordered', 'qualified', 'refused', 'reversed') or order_id is not null)::integer as joined,
      count(*) filter (where status in ('ordered', 'qualified', 'reversed') or order_id is not null)::integer as ordered,
      count(*) filter (where status = 'qualified')::integer as qualified
    from referral where tenant_id = ${tenantId} and referral_id >= ${firstIdSince(funnelStart)}::uuid group by by order by started desc, by`.execute(
    db,
  );
  return rows;
}

export async function countVisits(db: Db, { tenantId, funnelStart }: Period): Promise<number> {
  const { rows } = await sql<{ readonly visits: number }>`
    select count(*)::integer as visits from click where tenant_id = ${tenantId} and clicked_at >= ${funnelStart} and kind = 'human'`.execute(
    db,
  );
  return rows[0]?.visits ?? 0;
}

/** The smallest id a decision of this instant can have (deriveId). */
function firstIdSince(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** Stored times rise with the sequence, so that the log is searched by halves instead of through an index it would have to keep. */
async function firstSequenceSince(db: Db, tenantId: TenantId, at: Date): Promise<bigint> {
  const { next } = await db
    .selectFrom('tenant')
    .select('next_sequence as next')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  let low = 1n;
  let high = next;
  while (low < high) {
    const middle = (low + high) / 2n;
    const row = await db
      .selectFrom('event')
      .select('stored_at')
      .where('tenant_id', '=', tenantId)
      .where('sequence', '=', middle)
      .executeTakeFirst();
    if (row !== undefined && row.stored_at < at) low = middle + 1n;
    else high = middle;
  }
  return low;
}
