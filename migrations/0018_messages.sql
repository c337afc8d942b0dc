-- Service messages by e-mail (ADR 0015): how a business sends, its own texts, what waits and what was sent, and who wants none of a kind.
-- Rows of `mail` are written by the save of the decision, or of the act, that they tell of: once for each kind and cause. Those to a
-- customer hold ids only, the address is looked up when they are sent. The password is kept readable, since the server signs in with it.

alter table tenant add column has_mail boolean not null default false;

create table mail_setup (
  tenant_id uuid not null,
  host text not null,
  port integer not null constraint mail_setup_port_check check (port between 1 and 65535),
  security text not null constraint mail_setup_security_check check (security in ('tls', 'starttls', 'none')),
  username text,
  password text,
  from_name text,
  from_address text not null,
  reply_to text,
  updated_at timestamptz not null,
  constraint mail_setup_pkey primary key (tenant_id)
);

create table mail_text (
  tenant_id uuid not null,
  kind text not null,
  locale text not null constraint mail_text_locale_check check (locale in ('ru', 'en')),
  subject text not null,
  body text not null,
  updated_at timestamptz not null,
  constraint mail_text_pkey primary key (tenant_id, kind, locale)
);

create table mail (
  tenant_id uuid not null,
  mail_id uuid not null,
  kind text not null constraint mail_kind_check check (kind in
    ('sign-in-code', 'staff-invitation', 'friend-joined', 'bonus-held', 'bonus-available', 'bonus-expiring', 'reward-to-collect')),
  cause text not null,
  sequence bigint,
  customer_id uuid,
  recipient text,
  locale text,
  data text not null,
  status text not null default 'waiting' constraint mail_status_check check (status in ('waiting', 'sent', 'failed', 'skipped')),
  step integer not null default 0,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  lease uuid,
  expires_at timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz,
  last_error text,
  constraint mail_pkey primary key (tenant_id, mail_id),
  constraint mail_cause_key unique (tenant_id, kind, cause),
  constraint mail_addressee_check check (customer_id is not null or recipient is not null or status <> 'waiting')
);
create index mail_due_idx on mail (tenant_id, next_attempt_at) where status = 'waiting';
create index mail_customer_idx on mail (tenant_id, customer_id);

create table mail_choice (
  tenant_id uuid not null,
  customer_id uuid not null,
  kind text not null constraint mail_choice_kind_check check (kind in
    ('all', 'friend-joined', 'bonus-held', 'bonus-available', 'bonus-expiring', 'reward-to-collect')),
  declined_at timestamptz not null,
  constraint mail_choice_pkey primary key (tenant_id, customer_id, kind)
);
