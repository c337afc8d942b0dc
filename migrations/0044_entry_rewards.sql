-- What entering tiers gave, of members who have been rewarded for thousands of orders: each decision walked over all their rewards.
create index reward_entry_idx on reward (tenant_id, customer_id) where natural_key like 'tier:%';
