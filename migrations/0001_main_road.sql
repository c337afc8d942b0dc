-- The main road: tenants, the event log, what the engine knows, and the ledger.
-- Why so: tenant_id leads every primary, unique and foreign key (the schema can be distributed by tenant on Citus);
-- rights on the log and the ledger are insert and select only (no triggers: Citus refuses them on distributed tables);
-- personal data lives in person, identity, event_personal and consent alone, so that erasing never touches the log.

create table tenant (
  tenant_id uuid not null,
  tenant_key text not null,
  slug text not null,
  name text not null,
  time_zone text not null default 'UTC',
  locale text not null default 'ru',
  landing_url text,
  landing_domains text[] not null default '{}',
  click_retention_days integer not null default 400 check (click_retention_days between 1 and 3650),
  identity_retention_days integer not null default 365 check (identity_retention_days between 0 and 3650),
  hash_key bytea not null,
  next_sequence bigint not null default 1 check (next_sequence > 0),
  chain_hash bytea not null default '\x',
  program_revision bigint not null default 0,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  constraint tenant_pkey primary key (tenant_id)
);

-- Reference table: finds the tenant of a key, a slug or a host name without searching all tenants.
create table tenant_route (
  kind text not null constraint tenant_route_kind_check check (kind in ('key', 'slug', 'host')),
  value text not null,
  tenant_id uuid not null,
  constraint tenant_route_pkey primary key (kind, value)
);

create table api_key (
  tenant_id uuid not null,
  key_id text not null,
  kind text not null constraint api_key_kind_check check (kind in ('secret', 'publishable')),
  secret_hash bytea not null,
  name text not null,
  source text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  constraint api_key_pkey primary key (tenant_id, key_id)
);

create table idempotency_key (
  tenant_id uuid not null,
  path text not null,
  key text not null,
  body_hash bytea not null,
  status integer not null,
  response text not null,
  created_at timestamptz not null,
  constraint idempotency_key_pkey primary key (tenant_id, path, key)
);
create index idempotency_key_created_at_idx on idempotency_key (tenant_id, created_at);

create table event (
  tenant_id uuid not null,
  sequence bigint not null check (sequence > 0),
  source text not null,
  event_id text not null,
  type text not null,
  occurred_at timestamptz not null,
  stored_at timestamptz not null,
  customer_id uuid,
  order_id text,
  body_hash bytea not null,
  body text not null,
  decision text not null,
  answer text not null,
  chain_hash bytea not null,
  constraint event_pkey primary key (tenant_id, sequence),
  constraint event_id_key unique (tenant_id, source, event_id)
);
create index event_customer_idx on event (tenant_id, customer_id, sequence) where customer_id is not null;
create index event_order_idx on event (tenant_id, order_id, sequence) where order_id is not null;

create table event_personal (
  tenant_id uuid not null,
  sequence bigint not null,
  customer_id uuid,
  data text not null,
  constraint event_personal_pkey primary key (tenant_id, sequence)
);
create index event_personal_customer_idx on event_personal (tenant_id, customer_id) where customer_id is not null;

create table person (
  tenant_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  external_id text,
  email text,
  phone text,
  name text,
  folded_name text,
  updated_at timestamptz not null,
  constraint person_pkey primary key (tenant_id, customer_id)
);
create index person_group_idx on person (tenant_id, person_id);
create index person_folded_name_idx on person (tenant_id, folded_name) where folded_name is not null;

-- Keyed hashes of what identifies a customer; after erasure kept until expires_at against fraud.
create table identity (
  tenant_id uuid not null,
  kind text not null constraint identity_kind_check check (kind in ('externalId', 'email', 'phone')),
  hash bytea not null,
  customer_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  -- The kind is part of what is hashed, so the hash alone tells it.
  constraint identity_pkey primary key (tenant_id, hash, customer_id)
);
create unique index identity_external_id_key on identity (tenant_id, hash) where kind = 'externalId';
create index identity_customer_idx on identity (tenant_id, customer_id);

create table consent (
  tenant_id uuid not null,
  customer_id uuid not null,
  purpose text not null constraint consent_purpose_check check (purpose in ('personal-data', 'advertising')),
  given_at timestamptz not null,
  text_version text,
  proof text not null,
  withdrawn_at timestamptz,
  constraint consent_pkey primary key (tenant_id, customer_id, purpose, given_at)
);

create table customer (
  tenant_id uuid not null,
  customer_id uuid not null,
  created_at timestamptz not null,
  signed_up_at timestamptz,
  order_count integer not null default 0,
  paid_order_count integer not null default 0,
  delivered_order_count integer not null default 0,
  first_order_at timestamptz,
  last_order_at timestamptz,
  open_complaints text[] not null default '{}',
  last_score integer,
  merged_into uuid,
  erased_at timestamptz,
  constraint customer_pkey primary key (tenant_id, customer_id)
);

create table program (
  tenant_id uuid not null,
  program_id uuid not null,
  created_sequence bigint,
  pauses text not null default '[]',
  ended_at timestamptz,
  created_at timestamptz not null,
  constraint program_pkey primary key (tenant_id, program_id)
);

create table program_version (
  tenant_id uuid not null,
  program_id uuid not null,
  version_id uuid not null,
  number integer not null check (number > 0),
  status text not null constraint program_version_status_check check (status in ('draft', 'published')),
  effective_from timestamptz,
  document text,
  parsed text not null,
  created_at timestamptz not null,
  constraint program_version_pkey primary key (tenant_id, version_id),
  constraint program_version_number_key unique (tenant_id, program_id, number)
);

create table enrolment_run (
  tenant_id uuid not null,
  program_id uuid not null,
  cursor uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint enrolment_run_pkey primary key (tenant_id, program_id)
);

create table membership (
  tenant_id uuid not null,
  membership_id uuid not null,
  program_id uuid not null,
  customer_id uuid not null,
  status text not null constraint membership_status_check check (status in ('invited', 'active', 'paused', 'left', 'blocked')),
  joined_at timestamptz,
  constraint membership_pkey primary key (tenant_id, customer_id, program_id)
);

create table code (
  tenant_id uuid not null,
  code_id uuid not null,
  customer_id uuid not null,
  text text not null,
  folded text not null,
  kind text not null constraint code_kind_check check (kind in ('personal', 'card', 'campaign')),
  status text not null constraint code_status_check check (status in ('active', 'retired')),
  created_at timestamptz not null,
  constraint code_pkey primary key (tenant_id, code_id),
  constraint code_folded_key unique (tenant_id, folded)
);
create index code_customer_idx on code (tenant_id, customer_id, created_at);

-- No foreign key to tenant: a click must never wait for a lock (contract.md 6.1).
create table click (
  tenant_id uuid not null,
  click_id uuid not null,
  code_id uuid,
  kind text not null constraint click_kind_check check (kind in ('human', 'bot', 'prefetch', 'head')),
  address_prefix text,
  clicked_at timestamptz not null,
  constraint click_pkey primary key (tenant_id, click_id)
);
create index click_clicked_at_idx on click (tenant_id, clicked_at);
create index click_code_idx on click (tenant_id, code_id, clicked_at);

-- Clicks not stored because the database was away, or that met no code, per day.
create table click_loss (
  tenant_id uuid not null,
  day date not null,
  reason text not null,
  count bigint not null check (count > 0),
  constraint click_loss_pkey primary key (tenant_id, day, reason)
);

create table touch (
  tenant_id uuid not null,
  customer_id uuid not null,
  sequence bigint not null,
  by text not null constraint touch_by_check check (by in ('staff', 'code', 'lead', 'click', 'claim', 'answer')),
  referrer_id uuid,
  problem text,
  code_id uuid,
  click_id uuid,
  occurred_at timestamptz not null,
  constraint touch_pkey primary key (tenant_id, customer_id, sequence, by)
);

create table attribution (
  tenant_id uuid not null,
  program_id uuid not null,
  customer_id uuid not null,
  referrer_id uuid,
  by text not null,
  touch_at timestamptz,
  version_id uuid,
  locked_at timestamptz not null,
  revision integer not null check (revision >= 0),
  refusal text,
  losers text not null default '[]',
  constraint attribution_pkey primary key (tenant_id, customer_id, program_id),
  constraint attribution_self_check check (referrer_id is distinct from customer_id)
);
create index attribution_referrer_idx on attribution (tenant_id, referrer_id) where referrer_id is not null;

create table referral (
  tenant_id uuid not null,
  referral_id uuid not null,
  program_id uuid not null,
  friend_id uuid not null,
  referrer_id uuid not null,
  status text not null constraint referral_status_check
    check (status in ('started', 'joined', 'ordered', 'qualified', 'refused', 'expired', 'reversed')),
  by text not null,
  started_at timestamptz not null,
  order_id text,
  rule_id text,
  reason text,
  qualifies_at timestamptz,
  expires_at timestamptz,
  hold text,
  constraint referral_pkey primary key (tenant_id, friend_id, program_id),
  constraint referral_id_key unique (tenant_id, referral_id),
  constraint referral_self_check check (referrer_id <> friend_id)
);
create index referral_referrer_idx on referral (tenant_id, referrer_id, started_at);
create index referral_qualifies_idx on referral (tenant_id, qualifies_at) where qualifies_at is not null and status = 'ordered';
create index referral_expires_idx on referral (tenant_id, expires_at) where expires_at is not null and status in ('started', 'joined');

create table shop_order (
  tenant_id uuid not null,
  order_id text not null,
  customer_id uuid,
  origin text not null constraint shop_order_origin_check check (origin in ('live', 'import', 'importEarning')),
  currency text,
  total_minor bigint check (total_minor >= 0),
  delivery_minor bigint check (delivery_minor >= 0),
  tax_minor bigint check (tax_minor >= 0),
  channel text,
  lines text not null default '[]',
  credit_minor bigint not null default 0 check (credit_minor >= 0),
  reservation_ids uuid[] not null default '{}',
  placed_at timestamptz,
  first_payment_at timestamptz,
  paid_at timestamptz,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  number integer check (number > 0),
  is_new_customer boolean,
  previous_order_at timestamptz,
  is_late boolean not null default false,
  constraint shop_order_pkey primary key (tenant_id, order_id)
);
create index shop_order_customer_idx on shop_order (tenant_id, customer_id, first_payment_at) where customer_id is not null;

create table payment (
  tenant_id uuid not null,
  order_id text not null,
  payment_id text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  occurred_at timestamptz not null,
  ordinal integer not null,
  constraint payment_pkey primary key (tenant_id, order_id, payment_id)
);

create table refund (
  tenant_id uuid not null,
  order_id text not null,
  refund_id text not null,
  requested_minor bigint,
  amount_minor bigint not null check (amount_minor >= 0),
  cut boolean not null,
  occurred_at timestamptz not null,
  ordinal integer not null,
  constraint refund_pkey primary key (tenant_id, refund_id, order_id)
);
create index refund_order_idx on refund (tenant_id, order_id);

-- Events that came before the payment they need (contract.md 6.9); taken out when it comes.
create table parked_event (
  tenant_id uuid not null,
  order_id text not null,
  sequence bigint not null,
  parked text not null,
  constraint parked_event_pkey primary key (tenant_id, order_id, sequence)
);

create table reward (
  tenant_id uuid not null,
  reward_id uuid not null,
  sequence bigint not null,
  program_id uuid not null,
  version_id uuid not null,
  rule_id text not null,
  natural_key text not null,
  beneficiary text not null constraint reward_beneficiary_check check (beneficiary in ('referrer', 'friend', 'buyer', 'company')),
  leg text not null,
  customer_id uuid not null,
  friend_id uuid,
  referrer_id uuid,
  order_id text,
  occurred_at timestamptz not null,
  kind text not null constraint reward_kind_check check (kind in ('credit', 'commission', 'points', 'coupon', 'gift')),
  unit text,
  amount bigint check (amount >= 0),
  original_amount bigint check (original_amount > 0),
  terms text not null,
  cost_amount bigint not null check (cost_amount >= 0),
  status text not null constraint reward_status_check check (status in
    ('held', 'approved', 'issued', 'delivered', 'redeemed', 'denied', 'cancelled', 'reversed', 'expired', 'failed')),
  held_until timestamptz,
  hold_reasons text[] not null default '{}',
  lot_id uuid,
  coupon_id uuid,
  is_loss boolean not null default false,
  constraint reward_pkey primary key (tenant_id, reward_id),
  constraint reward_business_key unique (tenant_id, program_id, rule_id, natural_key, beneficiary, leg),
  constraint reward_amounts_check check ((unit is null) = (amount is null) and (amount is null or amount <= original_amount))
);
create index reward_order_idx on reward (tenant_id, order_id) where order_id is not null;
create index reward_customer_idx on reward (tenant_id, customer_id, reward_id);
create index reward_friend_idx on reward (tenant_id, friend_id) where friend_id is not null;
create index reward_due_idx on reward (tenant_id, held_until) where status = 'held' and held_until is not null;
create index reward_waiting_idx on reward (tenant_id, status, reward_id) where status in ('held', 'approved');

create table coupon (
  tenant_id uuid not null,
  coupon_id uuid not null,
  code text not null,
  folded text not null,
  program_id uuid not null,
  reward_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  discount text not null,
  stackable boolean not null,
  status text not null constraint coupon_status_check check (status in ('issued', 'reserved', 'redeemed', 'expired', 'revoked')),
  valid_from timestamptz not null,
  valid_until timestamptz,
  reserved_until timestamptz,
  source_order_id text,
  used_order_id text,
  constraint coupon_pkey primary key (tenant_id, coupon_id),
  constraint coupon_folded_key unique (tenant_id, folded)
);
create index coupon_customer_idx on coupon (tenant_id, customer_id);
create index coupon_due_idx on coupon (tenant_id, valid_until) where status = 'issued' and valid_until is not null;
create index coupon_reserved_idx on coupon (tenant_id, reserved_until) where status = 'reserved';
create index coupon_used_order_idx on coupon (tenant_id, used_order_id) where used_order_id is not null;

create table lot (
  tenant_id uuid not null,
  lot_id uuid not null,
  customer_id uuid not null,
  unit text not null,
  reward_id uuid,
  granted bigint not null check (granted >= 0),
  remaining bigint not null check (remaining >= 0),
  reserved bigint not null check (reserved >= 0),
  expired bigint not null check (expired >= 0),
  created_at timestamptz not null,
  expires_at timestamptz,
  constraint lot_pkey primary key (tenant_id, lot_id)
);
create index lot_spendable_idx on lot (tenant_id, customer_id) where remaining > 0 or reserved > 0;
create index lot_due_idx on lot (tenant_id, expires_at) where remaining > 0 and expires_at is not null;
create index lot_reward_idx on lot (tenant_id, reward_id) where reward_id is not null;

create table balance (
  tenant_id uuid not null,
  customer_id uuid not null,
  unit text not null,
  available bigint not null check (available >= 0),
  held bigint not null check (held >= 0),
  reserved bigint not null check (reserved >= 0),
  debt bigint not null check (debt >= 0),
  constraint balance_pkey primary key (tenant_id, customer_id, unit)
);

create table transfer (
  tenant_id uuid not null,
  sequence bigint not null,
  ordinal integer not null check (ordinal >= 0),
  debit_kind text not null,
  debit_customer_id uuid,
  credit_kind text not null,
  credit_customer_id uuid,
  unit text not null,
  amount bigint not null constraint transfer_amount_check check (amount > 0),
  reason text not null,
  reward_id uuid,
  lot_id uuid,
  reversal_key text,
  constraint transfer_pkey primary key (tenant_id, sequence, ordinal),
  constraint transfer_event_fkey foreign key (tenant_id, sequence) references event (tenant_id, sequence),
  constraint transfer_accounts_check check (
    debit_kind <> credit_kind or debit_customer_id is distinct from credit_customer_id)
);
create index transfer_debit_idx on transfer (tenant_id, debit_customer_id, sequence) where debit_customer_id is not null;
create index transfer_credit_idx on transfer (tenant_id, credit_customer_id, sequence) where credit_customer_id is not null;
create index transfer_reward_idx on transfer (tenant_id, reward_id) where reward_id is not null;

create table reservation (
  tenant_id uuid not null,
  reservation_id uuid not null,
  customer_id uuid not null,
  unit text not null,
  amount bigint not null check (amount > 0),
  value_minor bigint not null check (value_minor >= 0),
  currency text not null,
  status text not null constraint reservation_status_check check (status in ('reserved', 'captured', 'voided', 'expired')),
  expires_at timestamptz not null,
  order_id text,
  allocations text not null,
  returned bigint not null default 0 check (returned >= 0 and returned <= amount),
  constraint reservation_pkey primary key (tenant_id, reservation_id)
);
create index reservation_customer_idx on reservation (tenant_id, customer_id);
create index reservation_order_idx on reservation (tenant_id, order_id) where order_id is not null;
create index reservation_due_idx on reservation (tenant_id, expires_at) where status = 'reserved';

create table counter (
  tenant_id uuid not null,
  program_id uuid not null,
  rule_id text not null,
  scope text not null constraint counter_scope_check check (scope in ('referrerCount', 'referrerAmount', 'budget')),
  customer_id uuid not null,
  period text not null,
  used bigint not null check (used >= 0),
  constraint counter_pkey primary key (tenant_id, customer_id, program_id, rule_id, scope, period)
);
