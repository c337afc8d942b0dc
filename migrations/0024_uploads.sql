-- Files of orders, refunds and customers that come through the console, from a watched folder or from an address: where each stands, and what is
-- remembered of a source. The bytes lie in the data directory of the process that took them, which is the one that imports them; how far an
-- import has come is in import_run, as with the command.

create table upload (
  tenant_id uuid not null,
  upload_id uuid not null,
  kind text not null constraint upload_kind_check check (kind in ('orders', 'refunds', 'customers')),
  origin text not null constraint upload_origin_check check (origin in ('console', 'folder', 'address')),
  source text,
  file_name text not null,
  size_bytes bigint not null default 0,
  status text not null constraint upload_status_check
    check (status in ('receiving', 'ready', 'queued', 'running', 'done', 'failed', 'cancelled')),
  -- How it is read: JSON as the contract has it; null until it is started.
  reading text,
  earn boolean not null default false,
  program_id uuid,
  -- What the rows became, JSON, while it runs and after.
  counts text,
  bytes_done bigint not null default 0,
  bytes_total bigint not null default 0,
  rows_per_second integer,
  -- Why it could not be read at all, JSON.
  problems text,
  has_report boolean not null default false,
  cancel_asked boolean not null default false,
  lease_ends_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  constraint upload_pkey primary key (tenant_id, upload_id)
);
create index upload_due_idx on upload (tenant_id, upload_id) where status in ('queued', 'running');

create table upload_source (
  tenant_id uuid not null,
  name text not null,
  kind text not null constraint upload_source_kind_check check (kind in ('orders', 'refunds', 'customers')),
  reading text not null,
  earn boolean not null,
  program_id uuid,
  watches_folder boolean not null default false,
  url text,
  -- Minutes after midnight in the business's time zone at which the address is read each day.
  fetch_minute integer constraint upload_source_minute_check check (fetch_minute between 0 and 1439),
  etag text,
  last_modified text,
  next_fetch_at timestamptz,
  last_fetch_at timestamptz,
  last_error text,
  created_at timestamptz not null,
  constraint upload_source_pkey primary key (tenant_id, name),
  constraint upload_source_fetch_check check ((url is null) = (fetch_minute is null))
);

-- What people typed by hand lately, among all that programs sent.
create index event_by_hand_idx on event (tenant_id, sequence) where source = 'console';
