-- Outgoing webhooks (ADR 0012): who listens, the messages decisions made, each one's way to each listener, and every attempt.
-- Messages and deliveries are written by the decision's own transaction, so that rolled-back work sends nothing; secrets are kept
-- readable, since the server signs with them. `webhook_revision` tells the road, which has the tenant's row locked anyway, whether
-- anybody listens: 0 = nobody ever did.

alter table tenant add column webhook_revision bigint not null default 0;

create table webhook (
  tenant_id uuid not null,
  webhook_id uuid not null,
  url text not null,
  types text[],
  description text,
  status text not null constraint webhook_status_check check (status in ('active', 'paused', 'disabled')),
  secret bytea not null,
  previous_secret bytea,
  previous_secret_until timestamptz,
  failing_since timestamptz,
  quiet_until timestamptz,
  disabled_at timestamptz,
  disabled_reason text constraint webhook_disabled_reason_check check (disabled_reason in ('gone', 'failing')),
  last_error text,
  created_at timestamptz not null,
  constraint webhook_pkey primary key (tenant_id, webhook_id),
  constraint webhook_disabled_check check ((status = 'disabled') = (disabled_reason is not null))
);

create table webhook_message (
  tenant_id uuid not null,
  message_id uuid not null,
  sequence bigint,
  type text not null,
  data text not null,
  created_at timestamptz not null,
  constraint webhook_message_pkey primary key (tenant_id, message_id)
);

create table webhook_delivery (
  tenant_id uuid not null,
  webhook_id uuid not null,
  message_id uuid not null,
  status text not null default 'pending' constraint webhook_delivery_status_check check (status in ('pending', 'delivered', 'dead')),
  step integer not null default 0,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  lease uuid,
  delivered_at timestamptz,
  last_status integer,
  last_error text,
  constraint webhook_delivery_pkey primary key (tenant_id, webhook_id, message_id),
  constraint webhook_delivery_webhook_fkey foreign key (tenant_id, webhook_id) references webhook (tenant_id, webhook_id) on delete cascade,
  constraint webhook_delivery_message_fkey foreign key (tenant_id, message_id) references webhook_message (tenant_id, message_id) on delete cascade
);
create index webhook_delivery_due_idx on webhook_delivery (tenant_id, webhook_id, next_attempt_at) where status = 'pending';
create index webhook_delivery_message_idx on webhook_delivery (tenant_id, message_id);

create table webhook_attempt (
  tenant_id uuid not null,
  webhook_id uuid not null,
  message_id uuid not null,
  number integer not null check (number > 0),
  attempted_at timestamptz not null,
  duration_ms integer not null,
  status integer,
  error text,
  constraint webhook_attempt_pkey primary key (tenant_id, webhook_id, message_id, number),
  constraint webhook_attempt_delivery_fkey foreign key (tenant_id, webhook_id, message_id)
    references webhook_delivery (tenant_id, webhook_id, message_id) on delete cascade
);
