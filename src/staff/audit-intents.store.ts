/** Changes that were begun and whose audit entry is not written yet (reliability.md I-23). */
import { randomUUID } from 'node:crypto';
import type { Db } from '../database/schema.ts';
import type { AuditIntentTable } from '../database/staff-tables.ts';
import type { TenantId } from '../domain/ids.ts';
import { type AuditNote, writeAudit } from './audit.store.ts';

const CLOSED_AT_ONCE = 100;
/** No request takes longer than its connection to the database may. */
const INTERRUPTED_AFTER_MS = 10 * 60_000;
/** What an entry says after a change nobody saw the end of. */
const INTERRUPTED = JSON.stringify({ interrupted: true });

export type AuditIntent = Omit<AuditIntentTable, 'tenant_id' | 'intent_id'>;

/** Announces a change that is about to be made; its id. */
export async function announceChange(db: Db, tenantId: TenantId, intent: AuditIntent): Promise<string> {
  const intentId = randomUUID();
  await db
    .insertInto('audit_intent')
    .values({ tenant_id: tenantId, intent_id: intentId, ...intent })
    .execute();
  return intentId;
}

/** Writes the entry of an announced change. */
export async function noteAnnounced(db: Db, tenantId: TenantId, intentId: string, note: AuditNote): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (await takeIntent(tx, tenantId, intentId)) await writeAudit(tx, tenantId, note);
  });
}

/** Nothing was changed: there is nothing to write down. */
export async function withdrawIntent(db: Db, tenantId: TenantId, intentId: string): Promise<void> {
  await takeIntent(db, tenantId, intentId);
}

/** Writes an entry for each change that was begun and never told its end: the process was killed, or the database went away. */
export async function closeInterrupted(db: Db, tenantId: TenantId, now: Date): Promise<void> {
  const left = await db
    .selectFrom('audit_intent')
    .select(['intent_id', 'at', 'actor', 'act', 'subject', 'before'])
    .where('tenant_id', '=', tenantId)
    .where('at', '<', new Date(now.getTime() - INTERRUPTED_AFTER_MS))
    .orderBy('at')
    .limit(CLOSED_AT_ONCE)
    .execute();
  for (const { intent_id: intentId, ...intent } of left) await noteAnnounced(db, tenantId, intentId, { ...intent, after: INTERRUPTED });
}

/** Whether it was still there: of several that close it, one does. */
async function takeIntent(db: Db, tenantId: TenantId, intentId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('audit_intent')
    .where('tenant_id', '=', tenantId)
    .where('intent_id', '=', intentId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
