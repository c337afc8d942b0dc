import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

/** The newest orders looked at: more change no median that anybody would see. */
const MAX_ORDERS = 100_000;

/** What a shop's own paid orders say, live and imported, in the currency most of them are in. Amounts in minor units, without delivery. */
export interface ShopFigures {
  readonly currency: string;
  readonly orders: number;
  readonly customers: number;
  readonly medianOrderMinor: bigint;
  readonly meanOrderMinor: bigint;
  /** Hundredths: 150 = one and a half orders for each customer. */
  readonly ordersPerCustomerHundredths: number;
  /** Whole days between an order and the customer's order before it; null while nobody has ordered twice. */
  readonly medianDaysBetweenOrders: number | null;
  /** Gross margin of the lines whose cost is known; null when no line names its cost. */
  readonly margin: { readonly basisPoints: bigint; readonly orders: number } | null;
  /** Share of the orders with any refund. */
  readonly refundRateBasisPoints: bigint;
}

interface FiguresRow {
  readonly currency: string;
  readonly orders: bigint;
  readonly customers: bigint;
  readonly median_order: bigint;
  readonly mean_order: bigint;
  readonly orders_per_customer: bigint;
  readonly median_days: number | null;
  readonly margin: bigint | null;
  readonly margin_orders: bigint;
  readonly refund_rate: bigint;
}

/**
 * The figures of a business; null before its first paid order. Looked up by scalar subqueries: right after an import the planner knows no
 * sizes, and joins would go round in nested loops.
 */
export async function findShopFigures(db: Db, tenantId: TenantId): Promise<ShopFigures | null> {
  const { rows } = await sql<FiguresRow>`
    with main_currency as (
      select currency
      from shop_order
      where tenant_id = ${tenantId} and first_payment_at is not null and total_minor > 0
      group by currency
      order by count(*) desc, currency
      limit 1
    ), paid as (
      select order_id, customer_id, currency, greatest(total_minor - coalesce(delivery_minor, 0), 0) as goods_minor, lines,
        floor(extract(epoch from first_payment_at - previous_order_at) / 86400)::int as days_since_previous
      from shop_order
      where tenant_id = ${tenantId} and first_payment_at is not null and total_minor > 0
        and currency = (select currency from main_currency)
      order by first_payment_at desc, order_id
      limit ${MAX_ORDERS}
    ), costed as (
      select paid.order_id, (line -> 'totalMinor' ->> '$n')::numeric as total, (line -> 'costMinor' ->> '$n')::numeric as cost
      from paid, lateral jsonb_array_elements(paid.lines::jsonb) as line
      where paid.lines like '%"costMinor":{%' and line -> 'costMinor' ->> '$n' is not null
    ), margin as (
      select case when sum(total) > 0 then floor((sum(total) - sum(cost)) * 10000 / sum(total))::bigint end as basis_points,
        count(distinct order_id) as orders
      from costed
    )
    select min(paid.currency) as currency, count(*) as orders, count(distinct paid.customer_id) as customers,
      percentile_disc(0.5) within group (order by paid.goods_minor) as median_order,
      floor(avg(paid.goods_minor))::bigint as mean_order,
      count(*) * 100 / greatest(count(distinct paid.customer_id), 1) as orders_per_customer,
      percentile_disc(0.5) within group (order by paid.days_since_previous) as median_days,
      (select basis_points from margin) as margin, (select orders from margin) as margin_orders,
      count(*) filter (
        where (select sum(amount_minor) from refund where refund.tenant_id = ${tenantId} and refund.order_id = paid.order_id) > 0
      ) * 10000 / greatest(count(*), 1) as refund_rate
    from paid
    having count(*) > 0`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    currency: row.currency,
    orders: Number(row.orders),
    customers: Number(row.customers),
    medianOrderMinor: row.median_order,
    meanOrderMinor: row.mean_order,
    ordersPerCustomerHundredths: Number(row.orders_per_customer),
    medianDaysBetweenOrders: row.median_days,
    margin: row.margin === null ? null : { basisPoints: row.margin, orders: Number(row.margin_orders) },
    refundRateBasisPoints: row.refund_rate,
  };
}
