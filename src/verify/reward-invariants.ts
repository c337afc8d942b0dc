/** Rewards, coupons and reservations against the ledger: I-05, I-09, I-10, I-11. */
import type { SqlInvariant } from './invariant.ts';

const STANDING = `('held', 'approved', 'issued', 'delivered', 'redeemed', 'expired')`;

/** What each value reward's transfers say of it. */
const REWARD_MOVES = `
  select reward_id,
    count(*) filter (where reason = 'reward-held') as holds,
    count(*) filter (where reason in ('hold-released', 'reward-issued')) as issues,
    coalesce(sum(amount) filter (where credit_kind in ('held', 'pledged')), 0)
      - coalesce(sum(amount) filter (where debit_kind in ('held', 'pledged')), 0) as held,
    coalesce(sum(amount) filter (where reason in ('hold-released', 'reward-issued')), 0) as issued,
    coalesce(sum(amount) filter (where reversal_key is not null), 0) as taken
  from transfer where tenant_id = $1 and reward_id is not null group by 1`;

export const rewardInvariants: readonly SqlInvariant[] = [
  {
    id: 'I-05',
    title: {
      ru: 'Не больше одной награды на программу, правило, заказ, получателя и часть',
      en: 'At most one reward per programme, rule, order, beneficiary and leg',
    },
    sql: `
      select format('rule %s, %s, %s, leg %s: %s rewards', rule_id, natural_key, beneficiary, leg, count(*)) as found
      from reward where tenant_id = $1
      group by program_id, rule_id, natural_key, beneficiary, leg having count(*) > 1
      union all
      select format('rule %s, order %s, %s, leg %s: %s rewards stand', rule_id, order_id, beneficiary, leg, count(*))
      from reward where tenant_id = $1 and order_id is not null and status in ${STANDING}
      group by program_id, rule_id, order_id, beneficiary, leg having count(*) > 1`,
  },
  {
    id: 'I-09',
    title: {
      ru: 'Каждый резерв заканчивается один раз; открытые резервы и выплаты складываются в зарезервированный остаток',
      en: 'Each reservation ends once; the open ones and the open payouts add up to the reserved balance',
    },
    sql: `
      with open as (
        select customer_id, unit, sum(amount) as amount from (
          select customer_id, unit, amount from reservation where tenant_id = $1 and status = 'reserved'
          union all select customer_id, unit, amount from payout where tenant_id = $1 and status in ('proposed', 'approved')) aside group by 1, 2
      ),
      kept as (
        select unit, reason, sum(amount) as amount, count(*) as times from reservation
        cross join lateral (values ('reservation-made'), (case when status <> 'reserved' then 'reservation-' || status end)) step(reason)
        where tenant_id = $1 and reason is not null group by 1, 2
      ), moved as (
        select unit, reason, sum(amount) as amount, count(*) as times from transfer where tenant_id = $1 and reason like 'reservation-%' group by 1, 2
      )
      select format('customer %s, %s: reservations and payouts hold %s, the balance says %s', customer_id, unit, coalesce(o.amount, 0), coalesce(b.reserved, 0)) as found
      from open o full join (select customer_id, unit, reserved from balance where tenant_id = $1) b using (customer_id, unit)
      where coalesce(o.amount, 0) <> coalesce(b.reserved, 0)
      union all
      select format('%s, %s: %s of %s in reservations, %s of %s in transfers', unit, reason, k.times, k.amount, m.times, m.amount)
      from kept k full join moved m using (unit, reason)
      where k.amount is distinct from m.amount or k.times is distinct from m.times
      union all
      select format('reservation %s: parts of %s for %s', reservation_id, sum((part->'amount'->>'$n')::bigint), amount)
      from reservation cross join lateral jsonb_array_elements(allocations::jsonb) part
      where tenant_id = $1 group by reservation_id, amount having sum((part->'amount'->>'$n')::bigint) <> amount`,
  },
  {
    id: 'I-10',
    title: {
      ru: 'Состояние награды соответствует тому, где лежит её сумма',
      en: 'The status of a reward agrees with where its value is',
    },
    sql: `
      with moved as (${REWARD_MOVES})
      select format('reward %s is %s: %s held, %s issued, amount %s', r.reward_id, r.status, coalesce(m.held, 0), coalesce(m.issued, 0), r.amount) as found
      from reward r left join moved m using (reward_id)
      where r.tenant_id = $1 and r.unit is not null and (
        coalesce(m.held, 0) <> case when r.status = 'held' then r.amount else 0 end
        or coalesce(m.holds, 0) > 1 or coalesce(m.issues, 0) > 1
        or (r.status in ('issued', 'delivered', 'redeemed', 'expired', 'reversed') and coalesce(m.issues, 0) <> 1)
        or (r.status in ('held', 'cancelled', 'denied') and coalesce(m.issues, 0) <> 0)
        or (r.status in ('cancelled', 'reversed', 'denied') and not r.is_loss) <> (r.amount = 0))
      union all
      select format('reward %s is %s with %s reasons to hold', reward_id, status, cardinality(hold_reasons))
      from reward where tenant_id = $1 and (status = 'held') <> (cardinality(hold_reasons) > 0)
      union all
      select format('reward %s is %s, its coupon %s', r.reward_id, r.status, coalesce(c.status, 'missing'))
      from reward r left join coupon c on c.tenant_id = r.tenant_id and c.coupon_id = r.coupon_id
      where r.tenant_id = $1 and r.kind = 'coupon' and r.coupon_id is not null and coalesce(c.status, 'missing') <> all (case r.status
        when 'issued' then array['issued', 'reserved'] when 'redeemed' then array['redeemed'] when 'expired' then array['expired']
        when 'reversed' then array['revoked', 'redeemed'] else array[]::text[] end)
      union all
      select format('coupon %s belongs to no reward', c.coupon_id)
      from coupon c left join reward r on r.tenant_id = c.tenant_id and r.reward_id = c.reward_id and r.coupon_id = c.coupon_id
      where c.tenant_id = $1 and r.reward_id is null`,
  },
  {
    id: 'I-11',
    title: {
      ru: 'Возврат забирает ровно свою долю: вернувшееся и оставшееся вместе дают исходную сумму, полный возврат не оставляет ничего',
      en: 'A refund takes back exactly its share: what went and what stays make the original, a full refund leaves nothing',
    },
    sql: `
      with moved as (${REWARD_MOVES}),
      forgiven as (
        select l.reward_id, coalesce(sum(t.amount), 0) - l.expired as amount
        from lot l join transfer t on t.tenant_id = l.tenant_id and t.lot_id = l.lot_id and t.reason = 'lot-expired'
        where l.tenant_id = $1 and l.reward_id is not null group by l.lot_id, l.reward_id, l.expired
      ), clamped as (
        select (note->>'rewardId')::uuid as reward_id, sum((note->>'amount')::bigint) as amount
        from event cross join lateral jsonb_array_elements(decision::jsonb->'notes') note
        where tenant_id = $1 and decision like '%shortfall-clamped%' and note->>'kind' = 'shortfall-clamped' group by 1
      ), corrected as (
        select (note->>'rewardId')::uuid as reward_id, sum((note->>'amount')::bigint) as amount
        from event cross join lateral jsonb_array_elements(decision::jsonb->'notes') note
        where tenant_id = $1 and (decision like '%accrual-corrected%' or decision like '%reward-recounted%')
          and note->>'kind' in ('accrual-corrected', 'reward-recounted') group by 1
      ), lost as (
        select r.reward_id, coalesce(m.taken, 0) + coalesce(f.amount, 0) + coalesce(c.amount, 0) - coalesce(x.amount, 0) as amount
        from reward r left join moved m using (reward_id) left join (select reward_id, sum(amount) as amount from forgiven group by 1) f using (reward_id)
          left join clamped c using (reward_id) left join corrected x using (reward_id)
        where r.tenant_id = $1 and r.unit is not null
      ), settled as (
        select o.order_id, o.credit_minor,
          (select coalesce(sum(amount_minor), 0) from payment p where p.tenant_id = $1 and p.order_id = o.order_id) + o.credit_minor as paid,
          (select sum(amount_minor) from refund f where f.tenant_id = $1 and f.order_id = o.order_id) as refunded,
          (select min(sequence) from event e where e.tenant_id = $1 and e.order_id = o.order_id and e.type in ('order.refunded', 'order.cancelled')
            and e.answer like '%"outcome":"processed"%') as first_refund,
          (select max(sequence) from event e where e.tenant_id = $1 and e.order_id = o.order_id and e.type in ('order.paid', 'order.imported')) as last_payment
        from shop_order o where o.tenant_id = $1 and exists (select from refund f where f.tenant_id = $1 and f.order_id = o.order_id)
      ), paid_before as (
        select order_id, paid, refunded from settled
        where paid > 0 and refunded > 0 and (first_refund is null or (first_refund > last_payment and (credit_minor = 0 or first_refund >
          coalesce((select max(sequence) from event where tenant_id = $1 and type = 'reservation.captured'), 0))))
      )
      select format('reward %s: %s of %s stays, but %s went', r.reward_id, r.amount, r.original_amount, l.amount) as found
      from reward r join lost l using (reward_id) where r.tenant_id = $1 and r.original_amount - r.amount <> l.amount
      union all
      select format('order %s: %s refunded of %s paid', order_id, refunded, paid) from settled where refunded > paid
      union all
      select format('order %s is refunded whole, reward %s stands with %s', s.order_id, r.reward_id, coalesce(r.amount::text, r.kind))
      from settled s join reward r on r.tenant_id = $1 and r.order_id = s.order_id
      where s.refunded = s.paid and s.paid > 0 and r.status in ${STANDING}
      union all
      select format('order %s, rule %s, %s: keeps %s of %s at %s of %s refunded', s.order_id, r.rule_id, r.beneficiary, sum(r.amount) filter (where not r.is_loss), sum(r.original_amount), s.refunded, s.paid)
      from paid_before s join reward r on r.tenant_id = $1 and r.order_id = s.order_id
      where r.unit is not null and r.status <> 'failed' and r.natural_key = r.order_id
      group by s.order_id, s.paid, s.refunded, r.program_id, r.rule_id, r.beneficiary, split_part(r.leg, ':', 1)
      -- Of a grant in several legs a person may deny one after the refund has taken its part from another. What was lost keeps its amount.
      having bool_or(r.status in ${STANDING}) and not bool_or(r.status = 'denied')
        and sum(r.amount) filter (where not r.is_loss) <> div(sum(r.original_amount) * (s.paid - s.refunded), s.paid)`,
  },
];
