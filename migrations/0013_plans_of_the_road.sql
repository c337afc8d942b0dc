-- What the road's look-ups are planned by. Every index begins with tenant_id, so the planner must know that the tenant alone selects
-- nothing: whatever the number of tenants, each look-up is planned as if its tenant were the whole table. And two look-ups get the
-- index they lacked: all lots of a customer, not the spendable ones alone, and the grant that a reward made.

create index lot_customer_idx on lot (tenant_id, customer_id);
drop index lot_spendable_idx;

create index access_grant_reward_idx on access_grant (tenant_id, reward_id) where reward_id is not null;

do $$
declare
  road_table text;
begin
  foreach road_table in array array[
    'event', 'person', 'identity', 'customer', 'membership', 'terms_acceptance', 'code', 'click', 'touch', 'attribution', 'referral',
    'shop_order', 'payment', 'refund', 'parked_event', 'feedback', 'standing', 'reward', 'coupon', 'lot', 'balance', 'transfer',
    'reservation', 'counter', 'payee', 'payout', 'access_grant', 'perk_code'
  ] loop
    execute format('alter table %I alter column tenant_id set (n_distinct = 1)', road_table);
  end loop;
end
$$;
