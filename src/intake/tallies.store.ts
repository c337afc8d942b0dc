/**
 * What the referrals of everybody involved add up to, by programme (ADR 0022): a part of statement 3, which reads few bytes of each referral
 * where it would otherwise read, send and parse whole records. Instants leave as epoch ms.
 */
export const TALLIES = `
  select r.referrer_id, r.program_id,
    case when $16 then coalesce(json_agg(round(date_part('epoch', r.qualified_at) * 1000))
      filter (where r.status = 'qualified' and r.order_id is not null and r.qualified_at is not null and r.review is null), '[]') end as qualified,
    case when $25 then coalesce(json_agg(json_build_array(round(date_part('epoch', r.counted_at) * 1000), r.counts::json))
      filter (where r.status <> 'reversed' and r.review is distinct from 'denied' and (r.counted_at is not null or r.counts <> '[]')), '[]') end as counted
  from unnest(case when $16 or $25 then array(select customer_id from involved except select unnest($32::uuid[])) else '{}'::uuid[] end) i (customer_id),
    lateral (
      select referrer_id, program_id, status, review, order_id, qualified_at, counted_at, counts
      from referral where tenant_id = $1 and referrer_id = i.customer_id offset 0) r
  group by r.referrer_id, r.program_id`;

/**
 * What of the orders of everybody involved is summed up, by customer (ADR 0023). Amounts leave as text: JSON numbers lose money above 2^53.
 * What was paid is only looked up where it is not the whole: where something was refunded, or there was nothing to pay.
 */
export const ORDER_TALLIES = `
  select i.customer_id, json_agg(json_build_array(round(date_part('epoch', o.paid_at) * 1000), o.currency, o.total_minor::text, o.delivery_minor::text,
    o.tax_minor::text, o.credit_minor::text,
    case when f.refunded > 0 or o.total_minor = 0
      then (select coalesce(sum(p.amount_minor), 0)::text from payment p where p.tenant_id = $1 and p.order_id = o.order_id) end,
    f.refunded::text, case when $33 then o.lines end)) as orders
  from unnest(case when $15 then array(select customer_id from involved except select unnest($32::uuid[])) else '{}'::uuid[] end) i (customer_id),
    lateral (
      select order_id, paid_at, currency, total_minor, coalesce(delivery_minor, 0) as delivery_minor, coalesce(tax_minor, 0) as tax_minor, credit_minor, lines
      from shop_order where tenant_id = $1 and customer_id = i.customer_id and paid_at is not null offset 0) o,
    lateral (select coalesce(sum(amount_minor), 0) as refunded from refund where tenant_id = $1 and order_id = o.order_id) f
  group by i.customer_id`;
