-- Imports of history: how far each file has come, so that the same command continues after a kill.

create table import_run (
  tenant_id uuid not null,
  kind text not null constraint import_run_kind_check check (kind in ('orders', 'customers', 'refunds')),
  -- sha-256 of the file, and of the flags that change what its rows mean: only the same of both may be continued.
  file_hash bytea not null,
  options_hash bytea not null,
  -- Passes done so far; a customer file is read again for what its rows say about each other.
  pass integer not null default 0 check (pass >= 0),
  -- `streamed`: the file is in order of date and continues at a byte; `sorted`: at an item of the sorted whole.
  reading text constraint import_run_reading_check check (reading in ('streamed', 'sorted')),
  row_number bigint not null default 0,
  byte_offset bigint not null default 0,
  items_done bigint not null default 0,
  -- The last sequence counted: what the road answers with a higher one was stored by this run.
  last_sequence bigint not null,
  report_bytes bigint not null default 0,
  counts text not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  constraint import_run_pkey primary key (tenant_id, kind, file_hash, options_hash)
);
