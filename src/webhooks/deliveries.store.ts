/** The log of deliveries, and what sends a message again. */
import type { Db } from '../database/schema.ts';
import { idFromUuid, type MessageId, type WebhookId } from '../domain/ids.ts';
import type { WebhookRef } from './webhooks.store.ts';

export interface DeliveryRecord {
  readonly messageId: MessageId;
  readonly webhookId: WebhookId;
  readonly type: string;
  readonly status: 'pending' | 'delivered' | 'dead';
  readonly createdAt: Date;
  readonly nextAttemptAt: Date;
  readonly deliveredAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly attempts: readonly AttemptRecord[];
}

export interface AttemptRecord {
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
}

export interface DeliveryFilter {
  readonly status?: 'pending' | 'delivered' | 'dead' | undefined;
  readonly before: string | null;
  readonly limit: number;
}

/** Newest first, at most `limit` + 1. */
export function listDeliveries(db: Db, ref: WebhookRef, filter: DeliveryFilter): Promise<readonly DeliveryRecord[]> {
  return atOneMoment(db, (tx) => readDeliveries(tx, ref, filter));
}

async function readDeliveries(db: Db, ref: WebhookRef, filter: DeliveryFilter): Promise<readonly DeliveryRecord[]> {
  let query = selectDeliveries(db, ref);
  if (filter.status !== undefined) query = query.where('d.status', '=', filter.status);
  if (filter.before !== null) query = query.where('d.message_id', '<', filter.before);
  const rows = await query
    .orderBy('d.message_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return withAttempts(db, ref, rows);
}

export function findDelivery(db: Db, ref: WebhookRef, messageId: MessageId): Promise<DeliveryRecord | null> {
  return atOneMoment(db, async (tx) => {
    const rows = await selectDeliveries(tx, ref).where('d.message_id', '=', messageId).execute();
    const [found] = await withAttempts(tx, ref, rows);
    return found ?? null;
  });
}

/** A delivery and its attempts belong together: between two reads an attempt may end. */
function atOneMoment<T>(db: Db, read: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/** Due at once, with the whole schedule before it. Whether there is such a delivery. */
export async function replayDelivery(db: Db, ref: WebhookRef, messageId: MessageId, now: Date): Promise<boolean> {
  const updated = await resetDeliveries(db, ref, now).where('message_id', '=', messageId).executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** Every dead letter whose message was made at that time or later; how many. */
export async function replayDead(db: Db, ref: WebhookRef, since: Date, now: Date): Promise<number> {
  const updated = await resetDeliveries(db, ref, now)
    .where('status', '=', 'dead')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('webhook_message as m')
          .select('m.message_id')
          .whereRef('m.tenant_id', '=', 'webhook_delivery.tenant_id')
          .whereRef('m.message_id', '=', 'webhook_delivery.message_id')
          .where('m.created_at', '>=', since),
      ),
    )
    .executeTakeFirst();
  return Number(updated.numUpdatedRows);
}

function resetDeliveries(db: Db, { tenantId, id }: WebhookRef, now: Date) {
  return db
    .updateTable('webhook_delivery')
    .set({ status: 'pending', step: 0, next_attempt_at: now, lease: null, delivered_at: null })
    .where('tenant_id', '=', tenantId)
    .where('webhook_id', '=', id);
}

/** A message about nothing, for one endpoint alone. */
export async function insertTestMessage(
  db: Db,
  { tenantId, id }: WebhookRef,
  message: { readonly messageId: MessageId; readonly data: string; readonly at: Date },
): Promise<void> {
  const { messageId, data, at } = message;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('webhook_message')
      .values({ tenant_id: tenantId, message_id: messageId, type: 'webhook.test', data, created_at: at })
      .execute();
    await tx
      .insertInto('webhook_delivery')
      .values({ tenant_id: tenantId, webhook_id: id, message_id: messageId, next_attempt_at: at })
      .execute();
  });
}

function selectDeliveries(db: Db, { tenantId, id }: WebhookRef) {
  return db
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook_message as m', (join) => join.onRef('m.tenant_id', '=', 'd.tenant_id').onRef('m.message_id', '=', 'd.message_id'))
    .select([
      'd.message_id',
      'd.webhook_id',
      'm.type',
      'd.status',
      'm.created_at',
      'd.next_attempt_at',
      'd.delivered_at',
      'd.last_status',
      'd.last_error',
    ])
    .where('d.tenant_id', '=', tenantId)
    .where('d.webhook_id', '=', id);
}

type DeliveryRow = Awaited<ReturnType<ReturnType<typeof selectDeliveries>['execute']>>[number];

async function withAttempts(db: Db, { tenantId, id }: WebhookRef, rows: readonly DeliveryRow[]): Promise<readonly DeliveryRecord[]> {
  if (rows.length === 0) return [];
  const attempts = await db
    .selectFrom('webhook_attempt')
    .select(['message_id', 'attempted_at', 'duration_ms', 'status', 'error'])
    .where('tenant_id', '=', tenantId)
    .where('webhook_id', '=', id)
    .where(
      'message_id',
      'in',
      rows.map((row) => row.message_id),
    )
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    messageId: idFromUuid<MessageId>(row.message_id),
    webhookId: idFromUuid<WebhookId>(row.webhook_id),
    type: row.type,
    status: row.status,
    createdAt: row.created_at,
    nextAttemptAt: row.next_attempt_at,
    deliveredAt: row.delivered_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    attempts: attempts
      .filter((attempt) => attempt.message_id === row.message_id)
      .map((attempt) => ({ at: attempt.attempted_at, durationMs: attempt.duration_ms, status: attempt.status, error: attempt.error })),
  }));
}
