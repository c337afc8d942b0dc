-- Payouts of what commissions brought: who is paid (type and country only; tax and bank data are personal and lie in event_personal),
-- each payout with its author and approver, and what a person got in gifts and cash in a year (a counter's new scope).

create table payee (
  tenant_id uuid not null,
  customer_id uuid not null,
  payee_type text not null constraint payee_type_check check (payee_type in ('individual', 'selfEmployed', 'soleTrader', 'company')),
  country text not null,
  saved_at timestamptz not null,
  constraint payee_pkey primary key (tenant_id, customer_id)
);

create table payout (
  tenant_id uuid not null,
  payout_id uuid not null,
  program_id uuid not null,
  customer_id uuid not null,
  unit text not null,
  amount bigint not null check (amount > 0),
  status text not null constraint payout_status_check check (status in ('proposed', 'approved', 'rejected', 'paid', 'failed')),
  author text not null,
  approver text,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  paid_at timestamptz,
  tax_handling text constraint payout_tax_handling_check check (tax_handling in ('withheld', 'reported', 'notDue')),
  counted_at timestamptz,
  allocations text not null,
  constraint payout_pkey primary key (tenant_id, payout_id),
  constraint payout_four_eyes_check check (approver is null or status = 'rejected' or approver <> author)
);
create index payout_customer_idx on payout (tenant_id, customer_id);
create index payout_status_idx on payout (tenant_id, status, payout_id);

alter table counter drop constraint counter_scope_check;
alter table counter add constraint counter_scope_check check (scope in ('referrerCount', 'referrerAmount', 'budget', 'taxable', 'stock'));
