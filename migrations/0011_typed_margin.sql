-- What the owner typed about the business as a whole: its margin (publishing writes it into programmes that name none, and the linter
-- measures rewards by it) and what handling one reward costs in work. Null = not known.

alter table tenant add column margin text;
alter table tenant add column handling_cost_minor bigint check (handling_cost_minor >= 0);
alter table tenant add column handling_cost_currency text;
alter table tenant add constraint tenant_handling_cost_check check ((handling_cost_minor is null) = (handling_cost_currency is null));
