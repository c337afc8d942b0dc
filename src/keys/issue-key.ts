import { SCOPES, type Scope } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { drawName, drawSecret, hashSecret, type KeyKind, keyText } from './key-text.ts';
import { insertKey, type NewKey } from './keys.store.ts';

export interface KeyOrder {
  readonly tenantId: TenantId;
  readonly tenantKey: string;
  readonly kind: KeyKind;
  readonly name: string;
  readonly source: string;
  /** Ignored for publishable keys, which have none. */
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

export interface IssuedKey {
  readonly record: NewKey;
  /** Readable in this moment only. */
  readonly text: string;
}

const KEY_ID_LENGTH = 12;

/** Makes and stores a key; only a hash of its secret is kept. */
export async function issueKey(db: Db, order: KeyOrder, now: Date): Promise<IssuedKey> {
  const { tenantId, tenantKey, kind, name, source, expiresAt } = order;
  const keyId = drawName(KEY_ID_LENGTH);
  const secret = drawSecret();
  const scopes = kind === 'secret' ? SCOPES.filter((scope) => order.scopes.includes(scope)) : [];
  const record: NewKey = { tenantId, keyId, kind, secretHash: hashSecret(secret), name, source, scopes, createdAt: now, expiresAt };
  await insertKey(db, record);
  return { record, text: keyText({ kind, tenantKey, keyId, secret }) };
}
