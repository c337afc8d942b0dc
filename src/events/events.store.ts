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
  if (row === undefined) return null;
  return {
    sequence: row.sequence,
    type: row.type,
    occurredAt: row.occurred_at,
    storedAt: row.stored_at,
    orderId: row.order_id,
    answer: row.answer,
  };
}
