import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { SCOPES } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';
import { issueKey } from '../keys/issue-key.ts';
import { drawName } from '../keys/key-text.ts';
import { setSetupToken } from '../staff/staff.store.ts';
import { findAnyTenantId, insertTenant, lockTenantCreation } from './tenants.store.ts';

/** What the first start tells its owner. The keys exist in readable form at that moment only. */
export interface FirstTenant {
  readonly tenantId: TenantId;
  readonly secretKey?: string;
  readonly publishableKey?: string;
  /** Of the link by which the owner makes their account in the console. */
  readonly setupToken?: string;
}

const HASH_KEY_BYTES = 32;
const TENANT_KEY_LENGTH = 8;
const SETUP_TOKEN_BYTES = 24;

/** Finds the installation's tenant, or makes it with a secret key of all scopes and a publishable one. Safe when two processes start at once. */
export async function ensureTenant(db: Db, clock: Clock): Promise<FirstTenant> {
  return db.transaction().execute(async (tx) => {
    await lockTenantCreation(tx);
    const known = await findAnyTenantId(tx);
    return known === null ? createTenant(tx, { name: 'My shop', slug: 'shop' }, clock.now()) : { tenantId: known };
  });
}

/** Makes a tenant with its first two keys. */
export async function createTenant(
  db: Db,
  named: { readonly name: string; readonly slug: string },
  now: Date,
): Promise<Required<FirstTenant>> {
  const tenantId = idFromUuid<TenantId>(randomUUID());
  const tenantKey = drawName(TENANT_KEY_LENGTH);
  const setupToken = randomBytes(SETUP_TOKEN_BYTES).toString('base64url');
  await insertTenant(db, { id: tenantId, tenantKey, ...named, hashKey: randomBytes(HASH_KEY_BYTES), createdAt: now });
  await setSetupToken(db, tenantId, setupToken);
  const order = { tenantId, tenantKey, source: 'api', expiresAt: null };
  const secret = await issueKey(db, { ...order, kind: 'secret', name: 'First secret key', scopes: SCOPES }, now);
  const publishable = await issueKey(db, { ...order, kind: 'publishable', name: 'First publishable key', scopes: [] }, now);
  return { tenantId, secretKey: secret.text, publishableKey: publishable.text, setupToken };
}
