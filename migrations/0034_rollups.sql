-- Rollups: what the overview sums up instead of walking through what happened (ADR 0016). Each is the sum of its records as they are, by the
-- quarter of an hour they count in: the days of every time zone are made of whole quarters. Written in the save of the decision that
-- changes a record, and of clicks in the batch that stores them. Sums over all members are numeric: they may leave bigint while each
-- member is inside. No check on any sum: a rollup that is wrong is found by `verify`, and never stops a decision.

alter table referral add column order_paid_at timestamptz;
alter table referral add column order_currency text;
alter table referral add column order_minor bigint;
update referral set order_paid_at = o.paid_at, order_currency = o.currency, order_minor = o.total_minor from shop_order o
  where o.tenant_id = referral.tenant_id and o.order_id = referral.order_id and o.paid_at is not null;

-- The same rows are written again and again: room for their next version on the same page.
create table customer_rollup (
  tenant_id uuid not null,
  quarter timestamptz not null,
  customers bigint not null,
  constraint customer_rollup_pkey primary key (tenant_id, quarter)
) with (fillfactor = 50);

create table referral_rollup (
  tenant_id uuid not null,
  quarter timestamptz not null,
  channel text not null,
  started bigint not null,
  joined bigint not null,
  ordered bigint not null,
  qualified bigint not null,
  lost bigint not null,
  constraint referral_rollup_pkey primary key (tenant_id, quarter, channel)
) with (fillfactor = 50);

-- Under the empty channel every paid order, under the others those that brought a friend.
create table order_rollup (
  tenant_id uuid not null,
  quarter timestamptz not null,
  currency text not null,
  channel text not null,
  orders bigint not null,
  amount_minor numeric not null,
  constraint order_rollup_pkey primary key (tenant_id, quarter, currency, channel)
) with (fillfactor = 50);

-- Under the empty unit rewards that are no amount.
create table reward_rollup (
  tenant_id uuid not null,
  quarter timestamptz not null,
  unit text not null,
  status text not null,
  rewards bigint not null,
  original_amount numeric not null,
  amount numeric not null,
  constraint reward_rollup_pkey primary key (tenant_id, quarter, unit, status)
) with (fillfactor = 50);

-- By the quarter in which what is left of lots ends; at infinity what never does.
create table lot_rollup (
  tenant_id uuid not null,
  quarter timestamptz not null,
  unit text not null,
  remaining numeric not null,
  constraint lot_rollup_pkey primary key (tenant_id, quarter, unit)
) with (fillfactor = 50);

create table balance_rollup (
  tenant_id uuid not null,
  unit text not null,
  available numeric not null,
  held numeric not null,
  reserved numeric not null,
  debt numeric not null,
  constraint balance_rollup_pkey primary key (tenant_id, unit)
) with (fillfactor = 50);

-- What outlives the clicks themselves. Each writer has rows of its own (0 is the road), so that none waits for another's commit.
create table click_rollup (
  tenant_id uuid not null,
  quarter timestamptz not null,
  kind text not null,
  channel text not null,
  writer integer not null,
  clicks bigint not null,
  constraint click_rollup_pkey primary key (tenant_id, quarter, kind, channel, writer)
) with (fillfactor = 50);

create table share_rollup (
  tenant_id uuid not null,
  quarter timestamptz not null,
  channel text not null,
  shares bigint not null,
  constraint share_rollup_pkey primary key (tenant_id, quarter, channel)
) with (fillfactor = 50);

insert into customer_rollup
  select tenant_id, date_bin('15 minutes', least(created_at, first_order_at, signed_up_at), '0001-01-01 00:00:00+00'), count(*)
  from customer group by 1, 2;

insert into referral_rollup
  select tenant_id, date_bin('15 minutes', started_at, '0001-01-01 00:00:00+00'), by, count(*),
    count(*) filter (where status in ('joined', 'ordered', 'qualified', 'refused', 'reversed') or order_id is not null),
    count(*) filter (where status in ('ordered', 'qualified', 'reversed') or order_id is not null),
    count(*) filter (where status = 'qualified'), count(*) filter (where status in ('refused', 'expired', 'reversed'))
  from referral group by 1, 2, 3;

insert into order_rollup
  select tenant_id, date_bin('15 minutes', paid_at, '0001-01-01 00:00:00+00'), currency, '', count(*), sum(total_minor)
  from shop_order where paid_at is not null and currency is not null and total_minor is not null group by 1, 2, 3;

insert into order_rollup
  select tenant_id, date_bin('15 minutes', order_paid_at, '0001-01-01 00:00:00+00'), order_currency, by, count(*), sum(order_minor)
  from (select distinct on (tenant_id, friend_id, order_id) tenant_id, order_paid_at, order_currency, order_minor, by from referral
    where order_id is not null order by tenant_id, friend_id, order_id, program_id) first_order
  where order_paid_at is not null group by 1, 2, 3, 4;

insert into reward_rollup
  select tenant_id, date_bin('15 minutes', occurred_at, '0001-01-01 00:00:00+00'), coalesce(unit, ''), status, count(*),
    coalesce(sum(original_amount), 0), coalesce(sum(amount), 0)
  from reward group by 1, 2, 3, 4;

insert into lot_rollup
  select tenant_id, coalesce(date_bin('15 minutes', expires_at, '0001-01-01 00:00:00+00'), 'infinity'), unit, sum(remaining)
  from lot group by 1, 2, 3;

insert into balance_rollup
  select tenant_id, unit, sum(available), sum(held), sum(reserved), sum(debt) from balance group by 1, 2;

insert into click_rollup
  select tenant_id, date_bin('15 minutes', clicked_at, '0001-01-01 00:00:00+00'), kind, coalesce(channel, ''), 0, count(*)
  from click group by 1, 2, 3, 4;

-- Until now a share was kept with its day of UTC alone: the noon of it lies in the same day of most time zones.
insert into share_rollup
  select tenant_id, day::timestamp at time zone 'UTC' + interval '12 hours', channel, sum(shares) from share_count group by 1, 2, 3;
