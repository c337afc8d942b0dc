-- Incoming addresses for systems that only send webhooks: how each signs, what its payloads mean, and every payload as it came. A payload is
-- stored before it is answered and decided afterwards; the same one again is the same row. Secrets are kept readable, since signatures are
-- checked with them. `person_hashes` are the keyed hashes of whom a payload names, so that erasing a person finds theirs.

create table connector (
  tenant_id uuid not null,
  connector_id uuid not null,
  name text not null,
  preset text not null,
  status text not null constraint connector_status_check check (status in ('draft', 'active', 'paused')),
  trust text not null constraint connector_trust_check check (trust in ('signed', 'checked', 'hint')),
  mapping text not null,
  secret text not null,
  previous_secret text,
  previous_secret_until timestamptz,
  -- Where an order is asked for again, with a hole for its id; null = it cannot be.
  check_url text,
  check_user text,
  check_password text,
  created_at timestamptz not null,
  constraint connector_pkey primary key (tenant_id, connector_id)
);

create table connector_payload (
  tenant_id uuid not null,
  payload_id uuid not null,
  connector_id uuid not null,
  received_at timestamptz not null,
  content_type text not null,
  -- Null once the person it names was erased.
  body text,
  query text,
  body_hash bytea not null,
  status text not null constraint connector_payload_status_check
    check (status in ('kept', 'waiting', 'held', 'ignored', 'done', 'failed', 'refused')),
  -- What was made of it, JSON: events with their answers, or why not.
  result text,
  order_id text,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  person_hashes bytea[],
  customer_ids uuid[],
  decided_by text,
  decided_at timestamptz,
  constraint connector_payload_pkey primary key (tenant_id, payload_id),
  constraint connector_payload_body_key unique (tenant_id, connector_id, body_hash),
  constraint connector_payload_connector_fkey foreign key (tenant_id, connector_id)
    references connector (tenant_id, connector_id) on delete cascade
);
create index connector_payload_due_idx on connector_payload (tenant_id, next_attempt_at) where status = 'waiting';
create index connector_payload_list_idx on connector_payload (tenant_id, connector_id, payload_id);
create index connector_payload_held_idx on connector_payload (tenant_id, payload_id) where status = 'held';
create index connector_payload_person_idx on connector_payload using gin (person_hashes);
create index connector_payload_customer_idx on connector_payload using gin (customer_ids);
