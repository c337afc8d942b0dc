-- What was done with a code before it was retired still counts (contract.md 6.8), so that its time is kept. The log has it: of several acts the
-- first. A code that the erasure of its owner retired has none: nobody earns by it any more.
alter table code add column retired_at timestamptz;

with retirement as (
  select distinct on (e.tenant_id, act.code_id) e.tenant_id, act.code_id, e.occurred_at
  from event e
  cross join lateral (select (e.body::jsonb -> 'body' ->> 'codeId')::uuid as code_id offset 0) act
  where e.type = 'code.retired'
  order by e.tenant_id, act.code_id, e.sequence
)
update code
set retired_at = retirement.occurred_at
from retirement
where code.tenant_id = retirement.tenant_id and code.code_id = retirement.code_id;
