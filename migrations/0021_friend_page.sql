-- What the pages of links and programmes are made of: looks and words of the business, and what a member lets be said of them there.
-- Consents keep the text they were given to, and whether the address they came with was known to be the giver's own.

create table page_settings (
  tenant_id uuid not null,
  brand text not null default '{}',
  controller text,
  shop_link text,
  region text constraint page_settings_region_check check (region in ('ru', 'eu', 'other')),
  logo bytea constraint page_settings_logo_check check (octet_length(logo) <= 131072),
  logo_type text constraint page_settings_logo_type_check check (logo_type in ('image/png', 'image/jpeg')),
  logo_hash text,
  updated_at timestamptz not null,
  constraint page_settings_pkey primary key (tenant_id)
);

create table introduction (
  tenant_id uuid not null,
  customer_id uuid not null,
  shown_as text not null constraint introduction_shown_as_check check (shown_as in ('none', 'initial', 'full')),
  words text,
  locale text not null constraint introduction_locale_check check (locale in ('ru', 'en')),
  text_version text,
  text_hash text,
  given_at timestamptz,
  updated_at timestamptz not null,
  constraint introduction_pkey primary key (tenant_id, customer_id),
  constraint introduction_consent_check check (
    (shown_as = 'none' and words is null) or (text_version is not null and text_hash is not null and given_at is not null)
  )
);

create table sighting (
  tenant_id uuid not null,
  kind text not null constraint sighting_kind_check check (kind in ('script', 'frame')),
  host text not null,
  seen_at timestamptz not null,
  constraint sighting_pkey primary key (tenant_id, kind, host)
);

alter table consent add column text_hash text;
alter table consent add column is_confirmed boolean not null default true;
