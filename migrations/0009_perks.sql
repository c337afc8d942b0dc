-- Benefits beyond discounts: what members hold of perks, the codes of pools, and who asked to be let in. Entries are written beside
-- the road, as clicks are: they decide nothing, and no decision waits for them.

create table access_grant (
  tenant_id uuid not null,
  grant_id uuid not null,
  program_id uuid not null,
  perk text not null,
  customer_id uuid not null,
  reward_id uuid,
  tier_id text,
  status text not null constraint access_grant_status_check check (status in ('reserved', 'active', 'used', 'expired', 'revoked')),
  token text,
  code_number integer check (code_number > 0),
  cost_minor bigint not null check (cost_minor >= 0),
  granted_at timestamptz not null,
  choose_until timestamptz,
  waiting_since timestamptz,
  valid_until timestamptz,
  used_at timestamptz,
  constraint access_grant_pkey primary key (tenant_id, grant_id)
);
create unique index access_grant_reward_key on access_grant (tenant_id, reward_id) where reward_id is not null;
create unique index access_grant_token_key on access_grant (tenant_id, token) where token is not null;
create unique index access_grant_code_key on access_grant (tenant_id, program_id, perk, code_number) where code_number is not null;
create index access_grant_customer_idx on access_grant (tenant_id, customer_id, grant_id);
create index access_grant_perk_idx on access_grant (tenant_id, program_id, perk, grant_id);
create index access_grant_choose_idx on access_grant (tenant_id, choose_until) where choose_until is not null and status = 'reserved';
create index access_grant_end_idx on access_grant (tenant_id, valid_until) where valid_until is not null and status = 'active';
create index access_grant_waiting_idx on access_grant (tenant_id, program_id, perk, waiting_since) where waiting_since is not null;

create table perk_code (
  tenant_id uuid not null,
  program_id uuid not null,
  perk text not null,
  code text not null,
  number integer not null check (number > 0),
  constraint perk_code_pkey primary key (tenant_id, program_id, perk, code),
  constraint perk_code_number_key unique (tenant_id, program_id, perk, number)
);

-- A guest is known by the keyed hash of the name the shop gives them, so that their joining later is counted; nothing else is kept.
create table access_entry (
  tenant_id uuid not null,
  entry_id uuid not null,
  program_id uuid not null,
  perk text not null,
  customer_id uuid,
  guest_hash bytea,
  asked_at timestamptz not null,
  -- Null = let in.
  refusal text,
  lacks text constraint access_entry_lacks_check check (lacks in ('membership', 'tier')),
  tier_id text,
  constraint access_entry_pkey primary key (tenant_id, entry_id)
);
create index access_entry_perk_idx on access_entry (tenant_id, program_id, perk, asked_at);
revoke update, truncate on access_entry from sarafan_app;

-- Who joined naming a perk, for its report: those events are few.
create index event_joined_idx on event (tenant_id, sequence) where type = 'membership.joined';

alter table reward drop constraint reward_kind_check;
alter table reward add constraint reward_kind_check
  check (kind in ('credit', 'commission', 'points', 'coupon', 'gift', 'donation', 'perk', 'choice'));
