import type pg from 'pg';
import type { FactQuery } from './fact-query.ts';
import type { FactRows } from './fact-row-types.ts';
import { WANTED_LOTS } from './lot-rows.store.ts';
import { NAMED_ROWS } from './named-rows.store.ts';
import { rowsBy } from './rows-by.ts';
import { ORDER_TALLIES, TALLIES } from './tallies.store.ts';

/**
 * Statement 3 of the road: everything the batch's decisions look at, in one set-based read after the tenant's row is locked
 * (contract.md 6.1). bigint leaves as text: JSON numbers lose money above 2^53.
 */
const LOAD_FACTS = `
with recursive
${NAMED_ROWS}, wanted_reward as (
  ${rowsBy('reward', 'order_id', 'array(select order_id from wanted_order)')}
  union
  ${rowsBy(
    'reward',
    'reward_id',
    `$4::uuid[] || array(select reward_id from named_coupon)
    || array(select reward_id from named_access where reward_id is not null)`,
  )}
  union
  ${rowsBy('reward', 'customer_id', '$14::uuid[]')}
  union
  ${rowsBy('reward', 'friend_id', '$14::uuid[]')}
  union
  ${rowsBy('reward', 'referrer_id', '$14::uuid[]')}
), wanted_coupon as (
  select * from named_coupon
  union
  ${rowsBy('coupon', 'coupon_id', 'array(select coupon_id from wanted_reward where coupon_id is not null)')}
), wanted_access as (
  select * from named_access
  union
  ${rowsBy('access_grant', 'reward_id', `array(select reward_id from wanted_reward where kind in ('perk', 'choice'))`)}
), parked as (
  ${rowsBy('parked_event', 'order_id', 'array(select order_id from wanted_order)')}
), absorbed as (
  select unnest($14::uuid[]) as customer_id
  union select customer_id from wanted_order where customer_id is not null
  union
  select c.customer_id from absorbed, lateral (
    select customer_id from customer where tenant_id = $1 and merged_into = absorbed.customer_id offset 0) c
), subject as (
  select unnest($2::uuid[]) as customer_id
  union select customer_id from absorbed
  union select customer_id from wanted_reward
  union select friend_id from wanted_reward where ($24 or reward_id = any($27::uuid[])) and friend_id is not null
  union select customer_id from wanted_reservation
  union select customer_id from wanted_coupon
  union select customer_id from wanted_access
  union select customer_id from (${rowsBy('lot', 'lot_id', '$8::uuid[]')}) l
), touched as (
  ${rowsBy('touch', 'customer_id', 'array(select customer_id from subject)')}
), touched_by as (
  select referrer_id as customer_id from touched where referrer_id is not null
  union select c.merged_into from touched_by, lateral (
    select merged_into from customer where tenant_id = $1 and customer_id = touched_by.customer_id offset 0) c
    where c.merged_into is not null
), ancestor as (
  select customer_id from subject
  union select customer_id from touched_by
  union select a.referrer_id from ancestor, lateral (
    select referrer_id from attribution where tenant_id = $1 and customer_id = ancestor.customer_id offset 0) a
    where a.referrer_id is not null
), attributed as (
  ${rowsBy('attribution', 'customer_id', 'array(select customer_id from ancestor)')}
  union
  ${rowsBy('attribution', 'referrer_id', '$14::uuid[]')}
), merged_friend as (
  select c.customer_id, c.merged_into from attributed, lateral (
    select customer_id, merged_into from customer where tenant_id = $1 and customer_id = attributed.customer_id offset 0) c
    where attributed.referrer_id = any($14) and c.merged_into is not null
  union
  select c.customer_id, c.merged_into from merged_friend, lateral (
    select customer_id, merged_into from customer where tenant_id = $1 and customer_id = merged_friend.merged_into offset 0) c
    where c.merged_into is not null
), referred as (
  ${rowsBy('referral', 'friend_id', 'array(select customer_id from subject)')}
), involved as (
  select customer_id from subject
  union select referrer_id from referred
  union select customer_id from touched_by
  union select referrer_id from attributed where referrer_id is not null and customer_id = any(array(select customer_id from subject))
), grouped as (
  select g.customer_id, g.person_id
  from (${rowsBy('person', 'customer_id', `case when $30 then array(select customer_id from involved) else '{}'::uuid[] end`)}) p,
    lateral (select customer_id, person_id from person where tenant_id = $1 and person_id = p.person_id offset 0) g
), related as (
  select customer_id from involved
  union select customer_id from grouped
  union select unnest($31::uuid[])
), earlier_refund as (
  ${rowsBy('refund', 'order_id', 'array(select order_id from wanted_order)')}
), recounted as (
  select customer_id as referrer_id from involved
  where $24 or ($25 and (exists (select from parked) or exists (select from earlier_refund) or exists (select from wanted_order where cancelled_at is not null)))
), recounted_referral as (
  ${rowsBy('referral', 'referrer_id', 'array(select referrer_id from recounted)')}
), recounted_reward as (
  ${rowsBy('reward', 'customer_id', 'array(select referrer_id from recounted)', `beneficiary = 'referrer'`)}
), entry_reward as (
  ${rowsBy('reward', 'customer_id', `case when $28 then array(select customer_id from involved) else '{}'::uuid[] end`, `natural_key like 'tier:%'`)}
), counted_reward as (
  select * from recounted_reward
  union all
  select * from entry_reward
  union all
  select * from wanted_reward
  union all
  ${rowsBy('reward', 'customer_id', `case when cardinality($23::uuid[]) > 0 then array(select customer_id from involved) end`, `program_id = any($23::uuid[]) and beneficiary = 'referrer'`)}
), balances as (
  ${rowsBy('balance', 'customer_id', 'array(select customer_id from involved)')}
), wanted_payout as (
  ${rowsBy('payout', 'customer_id', '$14::uuid[]')}
), ${WANTED_LOTS}
select
  -- Of whoever is a customer here the tallies are read as well, but for records that have ended: who is met later is taken for tallied.
  coalesce((select json_agg(json_build_object('customerId', c.customer_id, 'createdAt', c.created_at, 'signedUpAt', c.signed_up_at,
    'orderCount', c.order_count, 'paidOrderCount', c.paid_order_count, 'deliveredOrderCount', c.delivered_order_count,
    'firstOrderAt', c.first_order_at, 'lastOrderAt', c.last_order_at, 'openComplaints', c.open_complaints, 'earlyClosings', c.early_closings, 'lastScore', c.last_score,
    'mergedInto', c.merged_into, 'erasedAt', c.erased_at))
    from (${rowsBy('customer', 'customer_id', 'array(select customer_id from involved union select customer_id from merged_friend)')}) c), '[]') as customers,
  coalesce((select json_agg(json_build_object('id', m.membership_id, 'programId', m.program_id, 'customerId', m.customer_id,
    'status', m.status, 'joinedAt', m.joined_at))
    from (${rowsBy('membership', 'customer_id', 'array(select customer_id from involved)')}) m), '[]') as memberships,
  coalesce((select json_agg(json_build_object('programId', t.program_id, 'customerId', t.customer_id, 'scope', t.scope,
    'versionNumber', t.version_number, 'textHash', t.text_hash, 'locale', t.locale, 'method', t.method, 'acceptedAt', t.accepted_at))
    from (${rowsBy('terms_acceptance', 'customer_id', 'array(select customer_id from involved)')}) t), '[]') as acceptances,
  coalesce((select json_agg(json_build_object('id', c.code_id, 'customerId', c.customer_id, 'text', c.text, 'folded', c.folded,
    'kind', c.kind, 'status', c.status, 'createdAt', c.created_at, 'retiredAt', c.retired_at))
    from (${rowsBy('code', 'customer_id', 'array(select customer_id from subject)')}
      union ${rowsBy('code', 'folded', '$9::text[]')}
      union ${rowsBy('code', 'code_id', '$10::uuid[]')}) c), '[]') as codes,
  coalesce((select json_agg(json_build_object('customerId', customer_id, 'sequence', sequence::text, 'by', by, 'referrerId', referrer_id,
    'problem', problem, 'codeId', code_id, 'clickId', click_id, 'occurredAt', occurred_at)) from touched), '[]') as touches,
  coalesce((select json_agg(json_build_object('programId', program_id, 'customerId', customer_id, 'referrerId', referrer_id, 'by', by,
    'touchAt', touch_at, 'versionId', version_id, 'tierId', tier_id, 'lockedAt', locked_at, 'wasNew', was_new, 'revision', revision, 'refusal', refusal, 'losers', losers))
    from attributed), '[]') as attributions,
  coalesce((select json_agg(json_build_object('id', r.referral_id, 'programId', r.program_id, 'friendId', r.friend_id,
    'referrerId', r.referrer_id, 'status', r.status, 'by', r.by, 'startedAt', r.started_at, 'orderId', r.order_id, 'firstOrder', case when r.order_paid_at is not null then json_build_object('paidAt', r.order_paid_at, 'currency', r.order_currency, 'totalMinor', r.order_minor::text) end, 'qualifyingOrderId', r.qualifying_order_id, 'ruleId', r.rule_id,
    'reason', r.reason, 'countedAt', r.counted_at, 'qualifiedAt', r.qualified_at, 'review', r.review, 'check', case when r.checked_at is not null then json_build_object('finding', r.check_finding, 'at', r.checked_at, 'by', r.checked_by) end, 'counts', r.counts, 'qualifiesAt', r.qualifies_at, 'expiresAt', r.expires_at, 'hold', r.hold))
    from (select * from referred
      union select * from recounted_referral
      union ${rowsBy('referral', 'referrer_id', `case when $25 then array(select customer_id from involved) else '{}'::uuid[] end`, `counts like '%"waitingLegs"%'`)}
      union ${rowsBy('referral', 'referrer_id', '$14::uuid[]')}) r), '[]') as referrals,
  coalesce((select json_agg(json_build_object('referrerId', t.referrer_id, 'programId', t.program_id, 'qualified', t.qualified, 'counted', t.counted))
    from (${TALLIES}) t), '[]') as tallies,
  coalesce((select json_agg(json_build_object('customerId', t.customer_id, 'orders', t.orders)) from (${ORDER_TALLIES}) t), '[]') as "orderTallies",
  coalesce((select json_agg(json_build_object('id', o.order_id, 'customerId', o.customer_id, 'origin', o.origin, 'currency', o.currency,
    'totalMinor', o.total_minor::text, 'deliveryMinor', o.delivery_minor::text, 'taxMinor', o.tax_minor::text, 'channel', o.channel,
    'lines', o.lines, 'creditMinor', o.credit_minor::text, 'reservationIds', o.reservation_ids, 'placedAt', o.placed_at,
    'firstPaymentAt', o.first_payment_at, 'paidAt', o.paid_at, 'deliveredAt', o.delivered_at, 'cancelledAt', o.cancelled_at,
    'number', o.number, 'isNewCustomer', o.is_new_customer, 'previousOrderAt', o.previous_order_at, 'isLate', o.is_late,
    'payments', (select coalesce(json_agg(json_build_object('id', p.payment_id, 'amountMinor', p.amount_minor::text, 'occurredAt', p.occurred_at) order by p.ordinal), '[]')
      from payment p where p.tenant_id = $1 and p.order_id = o.order_id),
    'refunds', (select coalesce(json_agg(json_build_object('id', f.refund_id, 'requestedMinor', f.requested_minor::text, 'amountMinor', f.amount_minor::text,
      'cut', f.cut, 'occurredAt', f.occurred_at) order by f.ordinal), '[]') from refund f where f.tenant_id = $1 and f.order_id = o.order_id),
    'parked', (select coalesce(json_agg(p.parked order by p.sequence), '[]') from parked_event p where p.tenant_id = $1 and p.order_id = o.order_id)))
    from (select * from wanted_order
      union ${rowsBy(
        'shop_order',
        'order_id',
        `array(select qualifying_order_id from recounted_referral union select order_id from recounted_reward
        union select jsonb_array_elements(counts::jsonb)->>'orderId' from recounted_referral)`,
      )}) o), '[]') as orders,
  coalesce((select json_agg(json_build_object('id', reward_id, 'sequence', sequence::text, 'programId', program_id, 'versionId', version_id,
    'ruleId', rule_id, 'naturalKey', natural_key, 'beneficiary', beneficiary, 'leg', leg, 'customerId', customer_id, 'friendId', friend_id,
    'referrerId', referrer_id, 'orderId', order_id, 'occurredAt', occurred_at, 'kind', kind, 'unit', unit, 'amount', amount::text,
    'originalAmount', original_amount::text, 'terms', terms, 'costAmount', cost_amount::text, 'status', status, 'heldUntil', held_until,
    'holdReasons', hold_reasons, 'lotId', lot_id, 'couponId', coupon_id, 'isLoss', is_loss)) from counted_reward), '[]') as rewards,
  coalesce((select json_agg(json_build_object('id', coupon_id, 'code', code, 'folded', folded, 'programId', program_id, 'rewardId', reward_id,
    'customerId', customer_id, 'currency', currency, 'discount', discount, 'stackable', stackable, 'status', status, 'validFrom', valid_from,
    'validUntil', valid_until, 'reservedUntil', reserved_until, 'sourceOrderId', source_order_id, 'usedOrderId', used_order_id))
    from (select * from wanted_coupon
      union ${rowsBy(
        'coupon',
        'coupon_id',
        `array(select coupon_id from recounted_reward where coupon_id is not null)
        || array(select coupon_id from entry_reward where coupon_id is not null)`,
      )}) c), '[]') as coupons,
  coalesce((select json_agg(json_build_object('id', lot_id, 'customerId', customer_id, 'unit', unit, 'rewardId', reward_id,
    'granted', granted::text, 'remaining', remaining::text, 'reserved', reserved::text, 'expired', expired::text,
    'createdAt', created_at, 'expiresAt', expires_at)) from wanted_lot), '[]') as lots,
  coalesce((select json_agg(json_build_object('customerId', customer_id, 'unit', unit, 'available', available::text, 'held', held::text,
    'reserved', reserved::text, 'debt', debt::text)) from balances), '[]') as balances,
  coalesce((select json_agg(json_build_object('id', reservation_id, 'customerId', customer_id, 'unit', unit, 'amount', amount::text,
    'valueMinor', value_minor::text, 'currency', currency, 'status', status, 'expiresAt', expires_at, 'orderId', order_id,
    'allocations', allocations, 'returned', returned::text)) from wanted_reservation), '[]') as reservations,
  coalesce((select json_agg(json_build_object('programId', c.program_id, 'ruleId', c.rule_id, 'scope', c.scope, 'customerId', c.customer_id,
    'period', c.period, 'used', c.used::text))
    from (${rowsBy('counter', 'customer_id', 'array(select customer_id from related)')}
      union all select * from counter where tenant_id = $1 and customer_id = '00000000-0000-0000-0000-000000000000') c), '[]') as counters,
  coalesce((select json_agg(json_build_object('customerId', customer_id, 'payeeType', payee_type, 'country', country, 'savedAt', saved_at,
    'savedSequence', saved_sequence::text))
    from (${rowsBy(
      'payee',
      'customer_id',
      'array(select customer_id from related)',
      // The other records of a person are not loaded themselves: whether they were erased is said by what of them is.
      `(customer_id = any(array(select customer_id from involved)) or not exists (
        select from customer where tenant_id = $1 and customer_id = payee.customer_id and erased_at is not null))`,
    )}) payee), '[]') as payees,
  coalesce((select json_agg(json_build_object('id', payout_id, 'programId', program_id, 'customerId', customer_id, 'unit', unit,
    'amount', amount::text, 'status', status, 'author', author, 'approver', approver, 'proposedAt', proposed_at, 'decidedAt', decided_at,
    'paidAt', paid_at, 'taxHandling', tax_handling, 'countedAt', counted_at, 'countedPeriod', counted_period,
    'allocations', allocations))
    from wanted_payout), '[]') as payouts,
  coalesce((select json_agg(json_build_object('programId', program_id, 'customerId', customer_id, 'tierId', tier_id, 'since', since, 'heldBy', held_by,
    'termEndsAt', term_ends_at, 'graceEndsAt', grace_ends_at, 'invitedTo', invited_to, 'invitedAt', invited_at, 'invitedBy', invited_by,
    'past', past, 'warnedOf', warned_of, 'nextCheckAt', next_check_at))
    from (${rowsBy('standing', 'customer_id', 'array(select customer_id from involved)')}) standing), '[]') as standings,
  coalesce((select json_agg(json_build_object('sequence', sequence::text, 'customerId', customer_id, 'score', score, 'occurredAt', occurred_at))
    from (${rowsBy('feedback', 'customer_id', `case when $17 then array(select customer_id from involved) else $14::uuid[] end`)}) feedback), '[]') as feedback,
  coalesce((select json_agg(json_build_object('id', grant_id, 'programId', program_id, 'perk', perk, 'customerId', customer_id,
    'rewardId', reward_id, 'tierId', tier_id, 'status', status, 'token', token, 'codeNumber', code_number, 'costMinor', cost_minor::text,
    'grantedAt', granted_at, 'chooseUntil', choose_until, 'waitingSince', waiting_since, 'validUntil', valid_until, 'usedAt', used_at))
    from (select * from wanted_access
      union ${rowsBy(
        'access_grant',
        'reward_id',
        `array(select reward_id from recounted_reward where kind in ('perk', 'choice'))
        || array(select reward_id from entry_reward where kind in ('perk', 'choice'))`,
      )}
      union ${rowsBy('access_grant', 'customer_id', `case when $29 then array(select customer_id from related) else '{}'::uuid[] end`)}) a), '[]') as "accessGrants",
  coalesce((select json_agg(json_build_object('programId', c.program_id, 'perk', c.perk, 'code', c.code, 'number', c.number))
    from unnest($20::uuid[], $21::text[]) as pool(program_id, perk)
    join perk_code c on c.tenant_id = $1 and c.program_id = pool.program_id and c.perk = pool.perk and c.code = any($22::text[])), '[]')
    as "perkCodes",
  coalesce((select json_agg(json_build_object('customerId', g.customer_id, 'personId', g.person_id))
    from (select distinct customer_id, person_id from grouped) g), '[]') as people`;

export async function loadFactRows(client: pg.ClientBase, query: FactQuery): Promise<FactRows> {
  const { rows } = await client.query<{ [K in keyof FactRows]: FactRows[K] }>({
    name: 'intake-load-facts',
    text: LOAD_FACTS,
    values: [
      query.tenantId,
      query.customerIds,
      query.orderIds,
      query.rewardIds,
      query.reservationIds,
      query.couponFolded,
      query.couponIds,
      query.lotIds,
      query.foldedCodes,
      query.codeIds,
      query.allLots,
      query.lotCustomerIds,
      query.reversedOrderIds,
      query.wholeCustomerIds,
      query.history.measures.length > 0,
      query.history.qualified,
      query.history.feedback,
      query.access.grantIds,
      query.access.customerIds,
      query.access.poolPrograms,
      query.access.poolPerks,
      query.access.codes,
      query.recountedProgramIds,
      query.history.recounts,
      query.history.counts,
      query.history.qualifyingOrders ? query.qualifyingFriendIds : [],
      query.judgedRewardIds,
      query.history.entryRewards,
      query.history.heldPerks,
      query.history.persons,
      query.relatedIds,
      query.talliedIds,
      query.history.measures.some(({ needsLines }) => needsLines),
    ],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate always gives a row');
  return row;
}
