-- A change is announced here before it is made and taken out by the transaction that writes its audit entry: one that is killed in between
-- is found afterwards and written down as what it was begun as (reliability.md I-23).

create table audit_intent (
  tenant_id uuid not null,
  intent_id uuid not null,
  at timestamptz not null,
  actor text not null,
  act text not null,
  subject text not null,
  before text,
  constraint audit_intent_pkey primary key (tenant_id, intent_id)
);
