import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import { zoneInSql } from '../database/zone-name.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ProgramDocument, Tier } from '../domain/program/document.ts';
import { placedRules } from '../domain/program/give-away.ts';
import type { LintFigures } from '../domain/program/lint/figures.ts';
import type { TierCondition } from '../domain/program/tier-condition.ts';
import { assertNever } from '../domain/result.ts';

/** Of so many newest orders history is asked: a larger shop’s would take longer than a request may. */
const MAX_ORDERS = 500_000;

type Habits = Pick<
  LintFigures,
  | 'orders'
  | 'customers'
  | 'largestOrderMinor'
  | 'ordersPerMonth'
  | 'firstOrdersPerMonth'
  | 'repeatOrdersBasisPoints'
  | 'deliveredOrders'
  | 'otherCurrencyOrders'
  | 'mostReferrals'
>;

interface Asked {
  readonly tenantId: TenantId;
  readonly currency: string;
}

interface HabitsRow {
  readonly orders: bigint;
  readonly customers: bigint;
  readonly largest: bigint;
  readonly per_month: bigint;
  readonly first_per_month: bigint;
  readonly repeat_share: bigint;
  readonly delivered: bigint;
  readonly elsewhere: bigint;
  readonly most_referrals: bigint;
}

/** Paid orders in the currency, and how a month of the last year looks; months are counted as 30 days. */
export async function getShopHabits(db: Db, { tenantId, currency }: Asked): Promise<Habits> {
  const { rows } = await sql<HabitsRow>`
    with paid as materialized (
      select customer_id, first_payment_at, number, delivered_at, greatest(total_minor - coalesce(delivery_minor, 0), 0) as goods_minor
      from shop_order
      where tenant_id = ${tenantId} and currency = ${currency} and first_payment_at is not null and total_minor > 0
    ), span as (
      select max(first_payment_at) - interval '365 days' as since,
        greatest(least(365, extract(day from max(first_payment_at) - min(first_payment_at))::int + 1), 30) as days
      from paid
    ), brought as (
      select count(*) as friends
      from referral
      where tenant_id = ${tenantId} and status in ('ordered', 'qualified')
      group by referrer_id
    )
    select count(*) as orders, count(distinct customer_id) as customers, coalesce(max(goods_minor), 0) as largest,
      count(*) filter (where first_payment_at > (select since from span)) * 30 / coalesce((select days from span), 30) as per_month,
      count(*) filter (where first_payment_at > (select since from span) and number = 1) * 30 / coalesce((select days from span), 30) as first_per_month,
      count(*) filter (where number > 1) * 10000 / greatest(count(*), 1) as repeat_share,
      count(*) filter (where delivered_at is not null) as delivered,
      (select count(*) from shop_order where tenant_id = ${tenantId} and currency <> ${currency} and first_payment_at is not null and total_minor > 0)
        as elsewhere,
      (select coalesce(max(friends), 0) from brought) as most_referrals
    from paid`.execute(db);
  const [row] = rows;
  return {
    orders: Number(row?.orders ?? 0n),
    customers: Number(row?.customers ?? 0n),
    largestOrderMinor: row?.largest ?? 0n,
    ordersPerMonth: row?.per_month ?? 0n,
    firstOrdersPerMonth: row?.first_per_month ?? 0n,
    repeatOrdersBasisPoints: row?.repeat_share ?? 0n,
    deliveredOrders: Number(row?.delivered ?? 0n),
    otherCurrencyOrders: Number(row?.elsewhere ?? 0n),
    mostReferrals: Number(row?.most_referrals ?? 0n),
  };
}

/** For each minimum order of the document: how many paid orders were below it, by the minimum's digits. */
export async function countOrdersBelow(
  db: Db,
  { tenantId, currency }: Asked,
  document: ProgramDocument,
): Promise<ReadonlyMap<string, number>> {
  const minimums = [
    ...new Set(
      placedRules(document).flatMap(({ rule }) => rule.if.flatMap((asked) => (asked.kind === 'paid' ? [asked.atLeastMinor] : []))),
    ),
  ];
  if (minimums.length === 0) return new Map();
  const { rows } = await sql<{ minimum: bigint; orders: bigint }>`
    select minimum, (
      select count(*)
      from shop_order
      where tenant_id = ${tenantId} and currency = ${currency} and first_payment_at is not null and total_minor > 0
        and total_minor - coalesce(delivery_minor, 0) < minimum
    ) as orders
    from unnest(${minimums.map(String)}::bigint[]) as minimum`.execute(db);
  return new Map(rows.map((row) => [row.minimum.toString(), Number(row.orders)]));
}

/**
 * For each tier that orders and referrals can tell of: the customers who have met each condition of its entry at some time, in any
 * window of its length. Conditions on scores, complaints and membership are left out, and so are referrals while the shop has none:
 * the number is what history allows at most.
 */
export async function countTierReach(
  db: Db,
  { tenantId, currency }: Asked,
  asked: { readonly document: ProgramDocument; readonly hasReferrals: boolean },
): Promise<ReadonlyMap<string, number>> {
  const { document, hasReferrals } = asked;
  const tiers = document.tiers.flatMap((tier) => reachQuery(tier, hasReferrals) ?? []);
  if (tiers.length === 0) return new Map();
  const { rows } = await sql<{ tier: string; customers: bigint }>`
    with paid_order as materialized (
      select customer_id, (paid_at at time zone ${zoneInSql(document.timeZone)})::date as day, total_minor, coalesce(delivery_minor, 0) as delivery_minor,
        coalesce((
          select sum(amount_minor) from refund where refund.tenant_id = ${tenantId} and refund.order_id = shop_order.order_id
        ), 0) as refunded_minor
      from shop_order
      where tenant_id = ${tenantId} and currency = ${currency} and paid_at is not null and customer_id is not null and total_minor > 0
      order by paid_at desc, order_id
      limit ${MAX_ORDERS}
    ), paid as materialized (
      select customer_id, day, greatest(total_minor - delivery_minor - refunded_minor, 0) as goods_minor
      from paid_order
      where refunded_minor < total_minor
    ), brought as (
      select referrer_id as customer_id, (coalesce(qualified_at, started_at) at time zone ${zoneInSql(document.timeZone)})::date as day
      from referral
      where tenant_id = ${tenantId} and status = 'qualified'
    )
    ${sql.join(tiers, sql` union all `)}`.execute(db);
  return new Map(rows.map((row) => [row.tier, Number(row.customers)]));
}

function reachQuery(tier: Tier, hasReferrals: boolean): RawBuilder<unknown> | null {
  const conditions = tier.entry.if.flatMap((condition) => whoMet(condition, hasReferrals) ?? []);
  if (conditions.length === 0) return null;
  return sql`select ${tier.id}::text as tier, count(*) as customers
    from (${sql.join(conditions, sql` intersect `)}) as met`;
}

/** Customers who have ever met the condition; null where orders and referrals do not tell. */
function whoMet(condition: TierCondition, hasReferrals: boolean): RawBuilder<unknown> | null {
  switch (condition.kind) {
    case 'paidOrders':
      return inAnyWindow(sql`paid`, sql`count(*)`, condition);
    case 'spend':
      return inAnyWindow(sql`paid`, sql`sum(goods_minor)`, { atLeast: condition.atLeastMinor, withinDays: condition.withinDays });
    case 'qualifiedReferrals':
      return hasReferrals ? inAnyWindow(sql`brought`, sql`count(*)`, condition) : null;
    case 'margin':
    case 'scoresGiven':
    case 'score':
    case 'noOpenComplaint':
    case 'daysSinceJoining':
      return null;
    default:
      return assertNever(condition);
  }
}

/** A window of N days is N local calendar days, its last one included. */
function inAnyWindow(
  from: RawBuilder<unknown>,
  measure: RawBuilder<unknown>,
  { atLeast, withinDays }: { readonly atLeast: number | bigint; readonly withinDays: number | null },
): RawBuilder<unknown> {
  const least = atLeast.toString();
  if (withinDays === null) return sql`select customer_id from ${from} group by customer_id having ${measure} >= ${least}::numeric`;
  return sql`select distinct customer_id from (
      select customer_id, ${measure} over (
        partition by customer_id order by day range between make_interval(days => ${withinDays - 1}) preceding and current row
      ) as measured
      from ${from}
    ) as windows
    where measured >= ${least}::numeric`;
}
