/**
 * Clicks that other systems recorded come down the road, some of them again: those that are new are counted in the rollup, in rows that
 * no click writer touches (ADR 0008: a visit never waits for the road).
 */
export const CLICK_RETURNING = ' returning kind, clicked_at';

/** After `click_written`, which returns what was new; `$1` is the tenant. */
export const CLICKS_COUNTED = `clicks_counted as (
  insert into click_rollup (tenant_id, quarter, kind, channel, writer, clicks)
  select $1::uuid, date_bin('15 minutes', clicked_at, '0001-01-01 00:00:00+00'), kind, '', 0, count(*) from click_written group by 2, 3
  on conflict (tenant_id, quarter, kind, channel, writer) do update set clicks = click_rollup.clicks + excluded.clicks
)`;
