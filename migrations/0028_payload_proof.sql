-- Whose word a payload is, kept as it came: what is sent with no more than the secret of its address never counts as signed, whatever the connection
-- trusts later. Of those from before this nobody knows how they came, so a person looks at what still waits.

alter table connector_payload add column proof text not null default 'secret'
  constraint connector_payload_proof_check check (proof in ('signed', 'secret', 'person'));
update connector_payload set proof = 'person' where decided_by is not null;
alter table connector_payload alter column proof drop default;

-- Counting what a connection has taken, and forgetting what is old, read no bodies.
create index connector_payload_count_idx on connector_payload (tenant_id, connector_id, status, received_at);
create index connector_payload_old_idx on connector_payload (received_at) where status not in ('waiting', 'held');
