-- How often members were asked to invite, by day and place: counts only, nobody is named. No decision reads them.

create table impression (
  tenant_id uuid not null,
  day date not null,
  place text not null constraint impression_place_check check (place in ('offer')),
  shown bigint not null check (shown > 0),
  constraint impression_pkey primary key (tenant_id, day, place)
);
