import { isScope, type Scope } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';
import type { KeyKind } from './key-text.ts';

/** A key as it is stored, with what a request needs of its tenant. */
export interface KeyRecord {
  readonly tenantId: TenantId;
  readonly tenantKey: string;
  readonly slug: string;
  readonly hashKey: Buffer;
  readonly keyId: string;
  readonly kind: KeyKind;
  readonly secretHash: Buffer;
  readonly name: string;
  readonly source: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export interface KeyName {
  readonly tenantKey: string;
  readonly keyId: string;
}

/** The keys with these names, of any tenant; names without a key are left out. */
export async function findKeys(db: Db, names: readonly KeyName[]): Promise<readonly KeyRecord[]> {
  if (names.length === 0) return [];
  const rows = await selectKeys(db)
    .where((eb) =>
      eb.or(names.map((name) => eb.and([eb('tenant_route.value', '=', name.tenantKey), eb('api_key.key_id', '=', name.keyId)]))),
    )
    .execute();
  return rows.map(recordFromRow);
}

/** All keys of a tenant, oldest first, revoked ones too. */
export async function listKeys(db: Db, tenantId: TenantId): Promise<readonly KeyRecord[]> {
  const rows = await selectKeys(db)
    .where('api_key.tenant_id', '=', tenantId)
    .orderBy('api_key.created_at')
    .orderBy('api_key.key_id')
    .limit(1000)
    .execute();
  return rows.map(recordFromRow);
}

export type NewKey = Pick<
  KeyRecord,
  'tenantId' | 'keyId' | 'kind' | 'secretHash' | 'name' | 'source' | 'scopes' | 'createdAt' | 'expiresAt'
>;

export async function insertKey(db: Db, key: NewKey): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      tenant_id: key.tenantId,
      key_id: key.keyId,
      kind: key.kind,
      secret_hash: key.secretHash,
      name: key.name,
      source: key.source,
      scopes: key.scopes,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
    })
    .execute();
}

/** The name people gave a key. */
export async function getKeyName(db: Db, key: { readonly tenantId: TenantId; readonly keyId: string }): Promise<string> {
  const row = await db
    .selectFrom('api_key')
    .select('name')
    .where('tenant_id', '=', key.tenantId)
    .where('key_id', '=', key.keyId)
    .executeTakeFirstOrThrow();
  return row.name;
}

/** The names of several keys by their id, of revoked ones too. */
export async function findKeyNames(db: Db, tenantId: TenantId, keyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('api_key')
    .select(['key_id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('key_id', 'in', [...new Set(keyIds)])
    .execute();
  return new Map(rows.map((row) => [row.key_id, row.name]));
}

/** Whether the tenant has the key; one revoked before stays revoked at its first time. */
export async function revokeKey(db: Db, key: { readonly tenantId: TenantId; readonly keyId: string }, now: Date): Promise<boolean> {
  const updated = await db
    .updateTable('api_key')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .where('tenant_id', '=', key.tenantId)
    .where('key_id', '=', key.keyId)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function markKeysUsed(
  db: Db,
  keys: readonly { readonly tenantId: TenantId; readonly keyId: string }[],
  now: Date,
): Promise<void> {
  for (const key of keys) {
    await db
      .updateTable('api_key')
      .set({ last_used_at: now })
      .where('tenant_id', '=', key.tenantId)
      .where('key_id', '=', key.keyId)
      .execute();
  }
}

function selectKeys(db: Db) {
  return db
    .selectFrom('api_key')
    .innerJoin('tenant', 'tenant.tenant_id', 'api_key.tenant_id')
    .innerJoin('tenant_route', (join) => join.onRef('tenant_route.tenant_id', '=', 'api_key.tenant_id').on('tenant_route.kind', '=', 'key'))
    .select([
      'api_key.tenant_id',
      'tenant_route.value as tenant_key',
      'tenant.slug',
      'tenant.hash_key',
      'api_key.key_id',
      'api_key.kind',
      'api_key.secret_hash',
      'api_key.name',
      'api_key.source',
      'api_key.scopes',
      'api_key.created_at',
      'api_key.expires_at',
      'api_key.revoked_at',
      'api_key.last_used_at',
    ]);
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof selectKeys>['execute']>>[number];

function recordFromRow(row: KeyRow): KeyRecord {
  return {
    tenantId: idFromUuid<TenantId>(row.tenant_id),
    tenantKey: row.tenant_key,
    slug: row.slug,
    hashKey: row.hash_key,
    keyId: row.key_id,
    kind: row.kind,
    secretHash: row.secret_hash,
    name: row.name,
    source: row.source,
    scopes: row.scopes.filter(isScope),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
