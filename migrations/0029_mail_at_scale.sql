-- A claim takes the first of what is due in the order it is stored in, and bonuses that end soon are looked for once an hour: `looked_at`
-- is when all of a business's had been told of.

create index mail_claim_idx on mail (tenant_id, (recipient is null), next_attempt_at, mail_id) where status = 'waiting';
drop index mail_due_idx;

create table mail_expiring_look (
  tenant_id uuid not null,
  looked_at timestamptz not null,
  constraint mail_expiring_look_pkey primary key (tenant_id)
);
