-- People who were asked in, pause, left or were blocked, and those with an open complaint: few among a million, found without walking
-- through it. Who simply takes part, nearly everybody, is in no index more: an order pays for each.
create index membership_standing_idx on membership (tenant_id, status, program_id, customer_id) where status <> 'active';
create index customer_complaint_idx on customer (tenant_id, customer_id) where open_complaints <> '{}';
