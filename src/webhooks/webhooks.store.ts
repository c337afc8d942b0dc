/** Endpoints that listen. Whatever changes who hears what also moves `webhook_revision`, under the lock the road waits for. */
import type { Kysely } from 'kysely';
import type { Database, Db } from '../database/schema.ts';
import { idFromUuid, type TenantId, type WebhookId } from '../domain/ids.ts';
import type { MessageType } from '../domain/messages/message.ts';

export interface WebhookRecord {
  readonly id: WebhookId;
  readonly url: string;
  readonly types: readonly string[] | null;
  readonly description: string | null;
  readonly status: 'active' | 'paused' | 'disabled';
  readonly disabledAt: Date | null;
  readonly disabledReason: 'gone' | 'failing' | null;
  readonly failingSince: Date | null;
  readonly quietUntil: Date | null;
  readonly lastError: string | null;
  readonly previousSecretUntil: Date | null;
  readonly createdAt: Date;
}

export interface WebhookRef {
  readonly tenantId: TenantId;
  readonly id: WebhookId;
}

export interface NewWebhook extends WebhookRef {
  readonly url: string;
  readonly types: readonly MessageType[] | null;
  readonly description: string | null;
  readonly secret: Buffer;
  readonly createdAt: Date;
}

/** How many endpoints one business may have. */
export const WEBHOOKS_MAX = 200;

/** False when the business has as many as it may. */
export async function insertWebhook(db: Db, webhook: NewWebhook): Promise<boolean> {
  return changeListeners(db, webhook.tenantId, async (tx) => {
    const { count } = await tx
      .selectFrom('webhook')
      .select((eb) => eb.fn.countAll<bigint>().as('count'))
      .where('tenant_id', '=', webhook.tenantId)
      .executeTakeFirstOrThrow();
    if (count >= WEBHOOKS_MAX) return false;
    await tx
      .insertInto('webhook')
      .values({
        tenant_id: webhook.tenantId,
        webhook_id: webhook.id,
        url: webhook.url,
        types: webhook.types,
        description: webhook.description,
        status: 'active',
        secret: webhook.secret,
        created_at: webhook.createdAt,
      })
      .execute();
    return true;
  });
}

/** Oldest first, at most `limit` + 1. */
export async function listWebhooks(
  db: Db,
  page: { readonly tenantId: TenantId; readonly after: string | null; readonly limit: number },
): Promise<readonly WebhookRecord[]> {
  let query = selectWebhooks(db).where('tenant_id', '=', page.tenantId);
  if (page.after !== null) query = query.where('webhook_id', '>', page.after);
  const rows = await query
    .orderBy('webhook_id')
    .limit(page.limit + 1)
    .execute();
  return rows.map(recordFromRow);
}

export async function findWebhook(db: Db, { tenantId, id }: WebhookRef): Promise<WebhookRecord | null> {
  const row = await selectWebhooks(db).where('tenant_id', '=', tenantId).where('webhook_id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordFromRow(row);
}

export interface WebhookChange {
  readonly url?: string;
  readonly types?: readonly MessageType[] | null;
  readonly description?: string | null;
  readonly paused?: boolean;
}

/** Switching on forgets why it was off. */
export async function updateWebhook(db: Db, ref: WebhookRef, change: WebhookChange): Promise<void> {
  const { paused, ...kept } = change;
  const forgotten = { disabled_at: null, disabled_reason: null, failing_since: null, quiet_until: null, last_error: null };
  const switched =
    paused === undefined ? {} : paused ? { status: 'paused' as const, ...forgotten } : { status: 'active' as const, ...forgotten };
  if (Object.keys({ ...kept, ...switched }).length === 0) return;
  await changeListeners(db, ref.tenantId, (tx) =>
    tx
      .updateTable('webhook')
      .set({ ...kept, ...switched })
      .where('tenant_id', '=', ref.tenantId)
      .where('webhook_id', '=', ref.id)
      .execute(),
  );
}

/**
 * With its deliveries, and the messages that were for it alone; whether it was there. The deliveries first, as who marks one takes it before
 * its endpoint: the other way round both would wait for each other.
 */
export async function deleteWebhook(db: Db, { tenantId, id }: WebhookRef): Promise<boolean> {
  return changeListeners(db, tenantId, async (tx) => {
    const messages = await tx
      .selectFrom('webhook_delivery')
      .select('message_id')
      .where('tenant_id', '=', tenantId)
      .where('webhook_id', '=', id)
      .orderBy('message_id')
      .forUpdate()
      .execute();
    const deleted = await tx.deleteFrom('webhook').where('tenant_id', '=', tenantId).where('webhook_id', '=', id).executeTakeFirst();
    await tx
      .deleteFrom('webhook_message')
      .where('tenant_id', '=', tenantId)
      .where((eb) => eb('message_id', '=', eb.fn.any(eb.val(messages.map((row) => row.message_id)))))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('webhook_delivery as d')
              .select('d.message_id')
              .whereRef('d.tenant_id', '=', 'webhook_message.tenant_id')
              .whereRef('d.message_id', '=', 'webhook_message.message_id'),
          ),
        ),
      )
      .execute();
    return deleted.numDeletedRows > 0n;
  });
}

/** The present secret becomes the old one, valid until then. */
export async function rotateSecret(db: Db, { tenantId, id }: WebhookRef, secret: Buffer, oldUntil: Date): Promise<void> {
  await db
    .updateTable('webhook')
    .set((eb) => ({ previous_secret: eb.ref('secret'), previous_secret_until: oldUntil, secret }))
    .where('tenant_id', '=', tenantId)
    .where('webhook_id', '=', id)
    .execute();
}

/**
 * The tenant's row first: batches of the road wait for it or have committed, so that none writes to a listener it does not know,
 * nor forgets one.
 */
async function changeListeners<T>(db: Db, tenantId: TenantId, change: (tx: Kysely<Database>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('tenant')
      .set((eb) => ({ webhook_revision: eb('webhook_revision', '+', 1n) }))
      .where('tenant_id', '=', tenantId)
      .execute();
    return change(tx);
  });
}

function selectWebhooks(db: Db) {
  return db
    .selectFrom('webhook')
    .select([
      'webhook_id',
      'url',
      'types',
      'description',
      'status',
      'disabled_at',
      'disabled_reason',
      'failing_since',
      'quiet_until',
      'last_error',
      'previous_secret_until',
      'created_at',
    ]);
}

type WebhookRow = Awaited<ReturnType<ReturnType<typeof selectWebhooks>['execute']>>[number];

function recordFromRow(row: WebhookRow): WebhookRecord {
  return {
    id: idFromUuid<WebhookId>(row.webhook_id),
    url: row.url,
    types: row.types,
    description: row.description,
    status: row.status,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
    failingSince: row.failing_since,
    quietUntil: row.quiet_until,
    lastError: row.last_error,
    previousSecretUntil: row.previous_secret_until,
    createdAt: row.created_at,
  };
}
