import type { OpenDatabase } from '../database/open-database.ts';
import { zoneInSql } from '../database/zone-name.ts';

export interface ClickCountsQuestion {
  readonly tenantId: string;
  readonly timeZone: string;
  /** Local days, both included, at most a year apart. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface DayCount {
  readonly day: string;
  readonly name: string;
  readonly count: bigint;
}

const deletedAtOnceMax = 5_000;
const rowsMax = 4_000;

export async function countClicks(
  pool: OpenDatabase['pool'],
  { tenantId, timeZone, firstDay, lastDay }: ClickCountsQuestion,
): Promise<readonly DayCount[]> {
  const { rows } = await pool.query<DayCount>(
    `select (clicked_at at time zone $2)::date as day, kind as name, count(*) as count
     from click
     where tenant_id = $1
       and clicked_at >= $3::date::timestamp at time zone $2
       and clicked_at < ($4::date + 1)::timestamp at time zone $2
     group by 1, 2
     order by 1, 2
     limit $5`,
    [tenantId, zoneInSql(timeZone), firstDay, lastDay, rowsMax],
  );
  return rows;
}

export async function sumClickLosses(
  pool: OpenDatabase['pool'],
  { tenantId, firstDay, lastDay }: ClickCountsQuestion,
): Promise<readonly DayCount[]> {
  const { rows } = await pool.query<DayCount>(
    `select day, reason as name, count
     from click_loss
     where tenant_id = $1 and day >= $2::date and day <= $3::date
     order by day, reason
     limit $4`,
    [tenantId, firstDay, lastDay, rowsMax],
  );
  return rows;
}

export async function listClickRetention(
  pool: OpenDatabase['pool'],
): Promise<readonly { readonly tenantId: string; readonly clickRetentionDays: number }[]> {
  const { rows } = await pool.query<{ tenantId: string; clickRetentionDays: number }>(
    `select tenant_id as "tenantId", click_retention_days as "clickRetentionDays" from tenant order by tenant_id`,
  );
  return rows;
}

/** Deletes up to 5,000 of the oldest clicks and returns how many there were. */
export async function deleteClicksBefore(
  pool: OpenDatabase['pool'],
  { tenantId, before }: { readonly tenantId: string; readonly before: Date },
): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from click
     where tenant_id = $1 and click_id = any(array(
       select click_id from click where tenant_id = $1 and clicked_at < $2 order by clicked_at limit $3
     ))`,
    [tenantId, before, deletedAtOnceMax],
  );
  return rowCount ?? 0;
}
