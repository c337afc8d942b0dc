-- What the console's first run asks about: things done outside this program that people (or the back-up command) tell it of,
-- and what a programme is to reach by when.

create table checklist_mark (
  tenant_id uuid not null,
  item text not null,
  done_at timestamptz not null,
  actor text not null,
  constraint checklist_mark_pkey primary key (tenant_id, item)
);

create table program_goal (
  tenant_id uuid not null,
  program_id uuid not null,
  metric text not null constraint program_goal_metric_check check (metric in ('friendsOrdered', 'signUps', 'newCustomers', 'repeatOrders', 'members')),
  target bigint not null constraint program_goal_target_check check (target > 0),
  starts_at timestamptz not null,
  due_on date not null,
  actor text not null,
  constraint program_goal_pkey primary key (tenant_id, program_id),
  constraint program_goal_program_fkey foreign key (tenant_id, program_id) references program (tenant_id, program_id)
);
