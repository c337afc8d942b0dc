import { rowsBy } from './rows-by.ts';

/** The first part of statement 3 (facts.store.ts): what the batch's events name themselves. Its tables of a `with`. */
export const NAMED_ROWS = `direct_order as (
  ${rowsBy('shop_order', 'order_id', '$3::text[]')}
  union
  ${rowsBy('shop_order', 'customer_id', '$14::uuid[]')}
  union
  ${rowsBy('shop_order', 'order_id', `array(select qualifying_order_id from (${rowsBy('referral', 'friend_id', '$26::uuid[]')}) f where qualifying_order_id is not null)`)}
), wanted_reservation as (
  ${rowsBy('reservation', 'reservation_id', `$5::uuid[] || array(select unnest(reservation_ids) from direct_order)`)}
  union
  ${rowsBy('reservation', 'order_id', '$3::text[]')}
  union
  ${rowsBy('reservation', 'customer_id', '$14::uuid[]')}
), wanted_order as (
  select * from direct_order
  union
  ${rowsBy('shop_order', 'order_id', 'array(select order_id from wanted_reservation where order_id is not null)')}
), named_coupon as (
  ${rowsBy('coupon', 'folded', '$6::text[]')}
  union
  ${rowsBy('coupon', 'coupon_id', '$7::uuid[]')}
  union
  ${rowsBy('coupon', 'used_order_id', 'array(select order_id from wanted_order)')}
  union
  ${rowsBy('coupon', 'customer_id', '$14::uuid[]')}
), named_access as (
  ${rowsBy('access_grant', 'grant_id', '$18::uuid[]')}
  union
  ${rowsBy('access_grant', 'customer_id', `$19::uuid[] || $14::uuid[]`)}
  union
  select g.* from unnest($20::uuid[], $21::text[]) as pool(program_id, perk)
    join access_grant g on g.tenant_id = $1 and g.program_id = pool.program_id and g.perk = pool.perk and g.waiting_since is not null
)`;
