-- The member's cabinet (ADR 0015): who is signed in and by what, what a member calls their friends and told us about them, how often
-- links were shared, and who wants no invitations. Tokens and codes are kept as hashes; a shop's secret is readable, since signatures
-- are checked with it. No decision reads these rows.

alter table tenant add column coupon_url text;

create table cabinet_secret (
  tenant_id uuid not null,
  secret_id uuid not null,
  secret text not null,
  created_at timestamptz not null,
  constraint cabinet_secret_pkey primary key (tenant_id, secret_id)
);

create table cabinet_token_use (
  tenant_id uuid not null,
  jti_hash bytea not null,
  ends_at timestamptz not null,
  constraint cabinet_token_use_pkey primary key (tenant_id, jti_hash)
);
create index cabinet_token_use_ends_idx on cabinet_token_use (tenant_id, ends_at);

create table sign_in_code (
  tenant_id uuid not null,
  address_hash bytea not null,
  code_id uuid not null,
  customer_id uuid,
  code_hash bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  constraint sign_in_code_pkey primary key (tenant_id, address_hash)
);
create index sign_in_code_expires_idx on sign_in_code (tenant_id, expires_at);

create table member_session (
  tenant_id uuid not null,
  token_hash bytea not null,
  session_id uuid not null,
  customer_id uuid not null,
  program_id uuid,
  method text not null constraint member_session_method_check check (method in ('token', 'code')),
  signed_in_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  agent text not null,
  address text not null,
  constraint member_session_pkey primary key (tenant_id, token_hash)
);
create index member_session_customer_idx on member_session (tenant_id, customer_id);

create table friend_label (
  tenant_id uuid not null,
  referrer_id uuid not null,
  friend_id uuid not null,
  label text not null,
  constraint friend_label_pkey primary key (tenant_id, referrer_id, friend_id)
);

create table member_wish (
  tenant_id uuid not null,
  customer_id uuid not null,
  no_invitations_since timestamptz,
  constraint member_wish_pkey primary key (tenant_id, customer_id)
);

create table share_count (
  tenant_id uuid not null,
  customer_id uuid not null,
  day date not null,
  channel text not null,
  shares integer not null,
  constraint share_count_pkey primary key (tenant_id, customer_id, day, channel)
);
create index share_count_day_idx on share_count (tenant_id, day);

create table friend_claim (
  tenant_id uuid not null,
  claim_id uuid not null,
  customer_id uuid not null,
  friend text not null,
  note text,
  status text not null default 'open' constraint friend_claim_status_check check (status in ('open', 'accepted', 'declined')),
  created_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  constraint friend_claim_pkey primary key (tenant_id, claim_id)
);
create index friend_claim_status_idx on friend_claim (tenant_id, status, created_at);
create index friend_claim_customer_idx on friend_claim (tenant_id, customer_id, created_at);
