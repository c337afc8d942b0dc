-- People of the business who sign in to the console, their sessions, their invitations, and the audit chain of what they change outside
-- the event log (settings, keys, people). Secrets are kept as hashes only.

create table staff (
  tenant_id uuid not null,
  staff_id uuid not null,
  email text not null,
  name text not null,
  role text not null constraint staff_role_check check (role in ('owner', 'marketer', 'sales', 'accountant', 'support', 'cashier', 'readOnly')),
  locale text not null default 'ru',
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  invite_hash bytea,
  invite_expires_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  constraint staff_pkey primary key (tenant_id, staff_id),
  constraint staff_email_key unique (tenant_id, email)
);

create table staff_session (
  tenant_id uuid not null,
  token_hash bytea not null,
  session_id uuid not null,
  staff_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  agent text not null,
  address text not null,
  constraint staff_session_pkey primary key (tenant_id, token_hash),
  constraint staff_session_staff_fkey foreign key (tenant_id, staff_id) references staff (tenant_id, staff_id)
);
create index staff_session_staff_idx on staff_session (tenant_id, staff_id);

create table audit_entry (
  tenant_id uuid not null,
  number bigint not null,
  at timestamptz not null,
  actor text not null,
  act text not null,
  subject text not null,
  before text,
  after text,
  chain_hash bytea not null,
  constraint audit_entry_pkey primary key (tenant_id, number)
);

alter table tenant add column setup_hash bytea;
revoke update, delete, truncate on audit_entry from sarafan_app;
