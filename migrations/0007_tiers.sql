-- Tiers: where each member stands on a programme's ladder, the scores ladders ask for, the tier of the referrer that a referral's rules
-- come from, and when a referral counted and qualified. Scores and instants of the past are taken from the log that holds them.

create table standing (
  tenant_id uuid not null,
  program_id uuid not null,
  customer_id uuid not null,
  tier_id text,
  since timestamptz not null,
  held_by text not null constraint standing_held_by_check check (held_by in ('rules', 'staff', 'step')),
  term_ends_at timestamptz,
  grace_ends_at timestamptz,
  invited_to text,
  invited_at timestamptz,
  invited_by text constraint standing_invited_by_check check (invited_by in ('rules', 'staff')),
  past text not null,
  warned_of timestamptz,
  next_check_at timestamptz,
  constraint standing_pkey primary key (tenant_id, customer_id, program_id),
  constraint standing_invited_check check ((invited_to is null) = (invited_at is null) and (invited_to is null) = (invited_by is null))
);
create index standing_tier_idx on standing (tenant_id, program_id, tier_id, customer_id) where tier_id is not null;
create index standing_due_idx on standing (tenant_id, next_check_at) where next_check_at is not null;

create table feedback (
  tenant_id uuid not null,
  sequence bigint not null,
  customer_id uuid not null,
  score integer not null,
  occurred_at timestamptz not null,
  constraint feedback_pkey primary key (tenant_id, sequence)
);
create index feedback_customer_idx on feedback (tenant_id, customer_id);
insert into feedback (tenant_id, sequence, customer_id, score, occurred_at)
select tenant_id, sequence, customer_id, (body::jsonb->'body'->>'score')::integer, occurred_at
from event where type = 'feedback.given' and customer_id is not null;

alter table attribution add column tier_id text;

alter table referral add column counted_at timestamptz, add column qualified_at timestamptz;
update referral r set counted_at = coalesce((select o.paid_at from shop_order o where o.tenant_id = r.tenant_id and o.order_id = r.order_id), r.started_at)
where rule_id is not null;
update referral r set qualified_at = coalesce(
  (select min(e.occurred_at) from event e where e.tenant_id = r.tenant_id and e.type = 'referral.qualified' and e.customer_id = r.friend_id
    and e.body::jsonb->'body'->>'programId' = r.program_id::text), counted_at)
where status = 'qualified';

update program_version set parsed = left(parsed, length(parsed) - 1) || ',"tiers":[],"margin":null}' where position('"tiers":' in parsed) = 0;
