-- Whoever was erased before erasing retired codes still has codes that work. The log is decided and stays as it is, so they are retired by
-- acts of their own, which look for the erased among all customers.
create index customer_erased_idx on customer (tenant_id, customer_id) where erased_at is not null;
