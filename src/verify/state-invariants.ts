/** Attribution, counts and unique keys: I-04, I-16, I-25. */
import type { SqlInvariant } from './invariant.ts';

export const stateInvariants: readonly SqlInvariant[] = [
  {
    id: 'I-04',
    title: {
      ru: 'Повтор ключа невозможен: уникальные ключи на месте, у каждого события один ответ',
      en: 'No key repeats: the unique keys are in place, and each event has one answer',
    },
    sql: `
      select format('the unique key %s is missing or not valid', wanted.name) as found
      from unnest(array['event_pkey', 'event_id_key', 'idempotency_key_pkey', 'reward_pkey', 'reward_business_key', 'payment_pkey', 'refund_pkey',
        'transfer_pkey', 'code_folded_key', 'coupon_folded_key', 'attribution_pkey', 'referral_pkey', 'identity_external_id_key', 'balance_pkey']) as wanted(name)
      left join pg_class c on c.relname = wanted.name and c.relkind = 'i' and pg_table_is_visible(c.oid)
      left join pg_index i on i.indexrelid = c.oid
      where (i.indisunique and i.indisvalid) is not true
      union all
      select format('event %s: the stored answer is not its own', sequence) from event
      where tenant_id = $1 and (answer::jsonb->>'eventId' <> event_id or answer::jsonb->>'outcome' not in ('processed', 'parked'))`,
  },
  {
    id: 'I-16',
    title: {
      ru: 'У одного заказа в программе награждён не больше чем один рекомендатель',
      en: 'At most one referrer is rewarded for an order in a programme',
    },
    sql: `
      select format('order %s, programme %s: %s referrers', order_id, program_id, count(distinct customer_id)) as found
      from reward
      where tenant_id = $1 and beneficiary = 'referrer' and order_id is not null and status not in ('denied', 'cancelled', 'reversed', 'failed')
      group by program_id, order_id having count(distinct customer_id) > 1
      union all
      select format('referral of %s: referrer %s, attribution says %s', f.friend_id, f.referrer_id, a.referrer_id)
      from referral f join attribution a on a.tenant_id = f.tenant_id and a.program_id = f.program_id and a.customer_id = f.friend_id
      where f.tenant_id = $1 and f.order_id is not null and a.referrer_id is not null and a.referrer_id <> f.referrer_id`,
  },
  {
    id: 'I-25',
    title: {
      ru: 'Счётчики заказов клиента равны пересчёту по заказам',
      en: 'The order counts of a customer equal a recount of the orders',
    },
    sql: `
      with settled as (
        select customer_id, first_payment_at is not null as is_first, paid_at, delivered_at,
          (select coalesce(sum(amount_minor), 0) from payment p where p.tenant_id = $1 and p.order_id = o.order_id) + credit_minor as paid,
          (select coalesce(sum(amount_minor), 0) from refund f where f.tenant_id = $1 and f.order_id = o.order_id) as refunded
        from shop_order o where tenant_id = $1 and customer_id is not null
      ), counted as (
        select customer_id, count(*) filter (where is_first) as orders,
          count(*) filter (where paid_at is not null and refunded < paid) as paid,
          count(*) filter (where paid_at is not null and delivered_at is not null and refunded < paid) as delivered
        from settled group by 1
      )
      select format('customer %s: %s, %s paid, %s delivered; counted %s, %s, %s', c.customer_id, order_count, paid_order_count, delivered_order_count,
        coalesce(n.orders, 0), coalesce(n.paid, 0), coalesce(n.delivered, 0)) as found
      from customer c left join counted n using (customer_id)
      where c.tenant_id = $1 and (order_count <> coalesce(n.orders, 0) or paid_order_count <> coalesce(n.paid, 0) or delivered_order_count <> coalesce(n.delivered, 0))
      union all
      select format('event %s is about customer %s, who has no record', min(e.sequence), e.customer_id)
      from event e left join customer c on c.tenant_id = e.tenant_id and c.customer_id = e.customer_id
      where e.tenant_id = $1 and e.customer_id is not null and c.customer_id is null group by e.customer_id`,
  },
];
