import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

export interface IdempotencyName {
  readonly tenantId: TenantId;
  /** Keyed hash of method and actual path. */
  readonly path: string;
  readonly key: string;
}

export interface StoredResponse {
  readonly bodyHash: Buffer;
  readonly status: number;
  readonly text: string;
}

const KEPT_MS = 30 * 86_400_000;

/** The answer first given under the key, unless it is older than 30 days. */
export async function findResponse(db: Db, name: IdempotencyName, now: Date): Promise<StoredResponse | null> {
  const row = await db
    .selectFrom('idempotency_key')
    .select(['body_hash', 'status', 'response'])
    .where('tenant_id', '=', name.tenantId)
    .where('path', '=', name.path)
    .where('key', '=', name.key)
    .where('created_at', '>', new Date(now.getTime() - KEPT_MS))
    .executeTakeFirst();
  return row === undefined ? null : { bodyHash: row.body_hash, status: row.status, text: row.response };
}

/** Keeps the answer unless one is kept already; a kept one past its 30 days is replaced. Returns the one that counts. */
export async function keepResponse(db: Db, name: IdempotencyName, response: StoredResponse, now: Date): Promise<StoredResponse> {
  const values = { body_hash: response.bodyHash, status: response.status, response: response.text, created_at: now };
  const kept = await db
    .insertInto('idempotency_key')
    .values({ tenant_id: name.tenantId, path: name.path, key: name.key, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'path', 'key'])
        .doUpdateSet(values)
        .where('idempotency_key.created_at', '<=', new Date(now.getTime() - KEPT_MS)),
    )
    .returning('key')
    .executeTakeFirst();
  if (kept !== undefined) return response;
  return (await findResponse(db, name, now)) ?? response;
}

/** Whether nobody else holds the key's lock; held from then on by the connection. */
export async function tryKeyLock(connection: Db, name: IdempotencyName): Promise<boolean> {
  const { rows } = await sql<{ readonly isTaken: boolean }>`
    select pg_try_advisory_lock(hashtextextended(${lockText(name)}, 0)) as "isTaken"`.execute(connection);
  return rows[0]?.isTaken === true;
}

export async function freeKeyLock(connection: Db, name: IdempotencyName): Promise<void> {
  await sql`select pg_advisory_unlock(hashtextextended(${lockText(name)}, 0))`.execute(connection);
}

function lockText({ tenantId, path, key }: IdempotencyName): string {
  return `idempotency ${tenantId} ${path} ${key}`;
}
