import { sql } from 'kysely';
import type { ChecklistItem } from '../contract/checklist.endpoints.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

export interface ChecklistFacts {
  readonly hasPublished: boolean;
  readonly hasLanding: boolean;
  readonly hasImported: boolean;
  readonly hasVisit: boolean;
  /** Messages wait that were tried again and again: the settings are there and do not work. */
  readonly isMailStuck: boolean;
  /** What people, or the back-up command, say was done. */
  readonly marks: ReadonlyMap<string, Date>;
}

interface FactsRow {
  readonly has_published: boolean;
  readonly has_landing: boolean;
  readonly has_imported: boolean;
  readonly has_visit: boolean;
  readonly is_mail_stuck: boolean;
}

/** Fewer failures in a row may be the other side's. */
const STUCK_ATTEMPTS = 3;
/** An import of another program comes before the daily orders; further than this nobody looks for one. */
const FIRST_ORDERS = 1_000;

function firstOrders(tenantId: TenantId) {
  return sql`select origin from shop_order where tenant_id = ${tenantId} order by order_id limit ${sql.lit(FIRST_ORDERS)}`;
}

export async function readChecklistFacts(db: Db, tenantId: TenantId): Promise<ChecklistFacts> {
  const { rows } = await sql<FactsRow>`
    select
      exists (select from program_version where tenant_id = ${tenantId} and status = 'published') as has_published,
      exists (select from tenant where tenant_id = ${tenantId} and landing_url is not null) as has_landing,
      exists (select from import_run where tenant_id = ${tenantId} and finished_at is not null)
        or exists (select from (${firstOrders(tenantId)}) first_order where origin <> 'live') as has_imported,
      exists (select from mail where tenant_id = ${tenantId} and status = 'waiting' and attempts >= ${sql.lit(STUCK_ATTEMPTS)}) as is_mail_stuck,
      exists (select from click_rollup where tenant_id = ${tenantId} and kind = 'human') as has_visit`.execute(db);
  const marks = await db.selectFrom('checklist_mark').select(['item', 'done_at']).where('tenant_id', '=', tenantId).limit(100).execute();
  const [row] = rows;
  return {
    hasPublished: row?.has_published ?? false,
    hasLanding: row?.has_landing ?? false,
    hasImported: row?.has_imported ?? false,
    hasVisit: row?.has_visit ?? false,
    isMailStuck: row?.is_mail_stuck ?? false,
    marks: new Map(marks.map(({ item, done_at }) => [item, done_at])),
  };
}

/** Keeps that something was done; the newest time stays. */
export async function markDone(
  db: Db,
  tenantId: TenantId,
  mark: { readonly item: ChecklistItem; readonly at: Date; readonly actor: string },
): Promise<void> {
  await db
    .insertInto('checklist_mark')
    .values({ tenant_id: tenantId, item: mark.item, done_at: mark.at, actor: mark.actor })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'item']).doUpdateSet({ done_at: mark.at, actor: mark.actor }))
    .execute();
}

/** Forgets what was said of an item: it is again what the data show. */
export async function unmark(db: Db, tenantId: TenantId, item: ChecklistItem): Promise<void> {
  await db.deleteFrom('checklist_mark').where('tenant_id', '=', tenantId).where('item', '=', item).execute();
}

/** A back-up holds every business of the installation, so it counts for each. */
export async function markBackupOfAll(db: Db, at: Date): Promise<void> {
  await sql`
    insert into checklist_mark (tenant_id, item, done_at, actor)
    select tenant_id, 'backup', ${at}, 'command' from tenant
    on conflict (tenant_id, item) do update set done_at = excluded.done_at, actor = excluded.actor`.execute(db);
}
