-- A walk over all customers knows which version it is for, and which walk of its programme it is: two that begin at the same instant, the
-- second for a version published in it, are two walks. Null = a walk begun before this was kept.

alter table enrolment_run add column version_number integer;
alter table enrolment_run add column run_number integer not null default 1;
