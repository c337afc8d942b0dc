-- The order whose conditions held for a referral, which need not be the friend's first: its refund takes the referral back. And whether who
-- was brought was a new customer at their first order: a share of all their payments may be meant for these only.

alter table referral add column qualifying_order_id text;
update referral set qualifying_order_id = o.order_id from shop_order o
  where o.tenant_id = referral.tenant_id and o.customer_id = referral.friend_id and referral.rule_id is not null
    and referral.counted_at in (o.placed_at, o.paid_at, o.delivered_at);

alter table attribution add column was_new boolean;
update attribution set was_new = o.is_new_customer from shop_order o
  where o.tenant_id = attribution.tenant_id and o.customer_id = attribution.customer_id and o.first_payment_at = attribution.locked_at;
update attribution set was_new = o.is_new_customer from shop_order o
  where attribution.was_new is null and o.tenant_id = attribution.tenant_id and o.customer_id = attribution.customer_id
    and o.number = 1 and o.origin <> 'import' and o.first_payment_at > attribution.locked_at;
