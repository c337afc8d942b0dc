import { rowsBy } from './rows-by.ts';

/** The last part of statement 3's tables: whose lots decisions may spend or take back, and which lots they look at by name. */
export const WANTED_LOTS = `lot_owner as (
  select unnest($12::uuid[]) as customer_id
  union select customer_id from wanted_reservation
  union select customer_id from balances where debt > 0
  union select customer_id from wanted_reward where order_id = any($13::text[] || array(select order_id from parked))
  union select customer_id from wanted_reward where order_id = any(array(select order_id from wanted_order where paid_at is null))
    and (leg like '%:%' or order_id = any(array(select order_id from earlier_refund)))
  union select customer_id from involved where $11
  union select referrer_id from recounted
  -- What a tier gave is taken back out of its own lot first: others are looked at where too little of that one is left.
  union select customer_id from entry_reward r where lot_id is not null and amount >
    (select coalesce(sum(remaining + expired), 0) from lot where tenant_id = $1 and reward_id = r.reward_id)
), wanted_lot as (
  ${rowsBy('lot', 'customer_id', 'array(select customer_id from lot_owner)', '(remaining > 0 or reserved > 0)')}
  union
  ${rowsBy('lot', 'customer_id', `case when $11 then array(select customer_id from involved) else '{}'::uuid[] end`)}
  union
  ${rowsBy(
    'lot',
    'lot_id',
    `$8::uuid[]
    || array(select (jsonb_array_elements(allocations::jsonb)->>'lotId')::uuid from wanted_reservation)
    || array(select (jsonb_array_elements(allocations::jsonb)->>'lotId')::uuid from wanted_payout)`,
  )}
  union
  ${rowsBy(
    'lot',
    'reward_id',
    `array(select reward_id from wanted_reward where lot_id is not null) || array(select reward_id from recounted_reward where lot_id is not null)
    || array(select reward_id from entry_reward where lot_id is not null)`,
  )}
)`;
