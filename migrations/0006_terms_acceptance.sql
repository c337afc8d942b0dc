-- Members' yes to the terms of a version, of the programme or of one of its tiers: one row each, never changed. The texts accepted are
-- kept by their hash, so that what somebody agreed to can be shown after the words of the program have changed.

create table terms_acceptance (
  tenant_id uuid not null,
  customer_id uuid not null,
  program_id uuid not null,
  -- 'program', or 'tier:<id>' for the terms of partners.
  scope text not null,
  version_number integer not null check (version_number > 0),
  text_hash text not null constraint terms_acceptance_text_hash_check check (text_hash ~ '^[0-9a-f]{64}$'),
  locale text not null constraint terms_acceptance_locale_check check (locale in ('ru', 'en')),
  method text not null constraint terms_acceptance_method_check check (method in ('checkbox', 'button', 'signature', 'paper', 'other')),
  accepted_at timestamptz not null,
  constraint terms_acceptance_pkey primary key (tenant_id, customer_id, program_id, scope, version_number)
);

create table terms_text (
  tenant_id uuid not null,
  text_hash text not null,
  text text not null,
  constraint terms_text_pkey primary key (tenant_id, text_hash)
);
