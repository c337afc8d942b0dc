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
