import { sql } from 'kysely';
import type { EventTable } from '../database/log-tables.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

export interface StoredEventRow {
  readonly sequence: bigint;
  readonly type: string;
  readonly occurredAt: Date;
  readonly storedAt: Date;
  readonly orderId: string | null;
  /** JSON text, as it was first sent. */
  readonly answer: string;
}

/** The source of what people of the business send. */
export const BY_HAND = 'console';

/** Newest first, at most `limit` + 1. */
export async function listEvents(
  db: Db,
  tenantId: TenantId,
  page: { readonly isByHand: boolean; readonly before: bigint | null; readonly limit: number },
): Promise<readonly StoredEventRow[]> {
  let query = db
    .selectFrom('event')
    .select(['sequence', 'type', 'occurred_at', 'stored_at', 'order_id', 'answer'])
    .where('tenant_id', '=', tenantId);
  // A literal, so that the index of these alone serves.
  if (page.isByHand) query = query.where('source', '=', sql.lit(BY_HAND));
  if (page.before !== null) query = query.where('sequence', '<', page.before);
  const rows = await query
    .orderBy('sequence', 'desc')
    .limit(page.limit + 1)
    .execute();
  return rows.map(eventFromRow);
}

/** The event a source sent under an id, or null. */
export async function findEvent(
  db: Db,
  event: { readonly tenantId: TenantId; readonly source: string; readonly eventId: string },
): Promise<StoredEventRow | null> {
  const row = await db
    .selectFrom('event')
    .select(['sequence', 'type', 'occurred_at', 'stored_at', 'order_id', 'answer'])
    .where('tenant_id', '=', event.tenantId)
    .where('source', '=', event.source)
    .where('event_id', '=', event.eventId)
    .executeTakeFirst();
  return row === undefined ? null : eventFromRow(row);
}

function eventFromRow(row: Pick<EventTable, 'sequence' | 'type' | 'occurred_at' | 'stored_at' | 'order_id' | 'answer'>): StoredEventRow {
  return {
    sequence: row.sequence,
    type: row.type,
    occurredAt: row.occurred_at,
    storedAt: row.stored_at,
    orderId: row.order_id,
    answer: row.answer,
  };
}
