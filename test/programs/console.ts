/** The owner's side of a shop: the real server over the real road, asked with keys. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Scope } from '../../src/contract/caller.ts';
import { idFromUuid, type TenantId } from '../../src/domain/ids.ts';
import { buildServer } from '../../src/http/server.ts';
import { drawName, drawSecret, hashSecret, keyText } from '../../src/keys/key-text.ts';
import { atFileEnd } from '../support/file-end.ts';
import type { Shop } from '../support/shop.ts';

export interface Reply {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer under test is whatever came.
  readonly body: any;
}

export type Ask = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Reply>;

export interface Console {
  /** With a key of the shop that may do everything. */
  readonly ask: Ask;
  readonly askAs: (key: string) => Ask;
  readonly addKey: (scopes: readonly Scope[]) => Promise<string>;
  /** A key of another business on the same installation. */
  readonly addStranger: () => Promise<string>;
}

export async function openConsole(shop: Shop): Promise<Console> {
  const { database } = shop.test;
  const logger = pino({ level: 'silent' });
  const app = await buildServer(
    { db: database.kysely, intake: shop.intake, clock: shop.clock, publicUrl: 'http://localhost:8080', logger, checkBasket: notAsked },
    { trustProxy: [] },
  );
  atFileEnd(() => app.close());
  const askAs =
    (key: string): Ask =>
    async (method, url, body, headers = {}) => {
      const sent = body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const reply = await app.inject({ method, url, ...sent, headers: { ...sent.headers, authorization: `Bearer ${key}`, ...headers } });
      return { status: reply.statusCode, text: reply.body, body: reply.json() };
    };
  const addKey = (scopes: readonly Scope[]): Promise<string> => insertKey(shop, { tenantId: shop.tenantId, scopes });
  return { ask: askAs(await addKey(['read', 'write', 'staff', 'admin'])), askAs, addKey, addStranger: () => insertStranger(shop) };
}

async function notAsked(): Promise<never> {
  throw new Error('programmes ask nothing about baskets');
}

async function insertStranger(shop: Shop): Promise<string> {
  const tenantId = idFromUuid<TenantId>(randomUUID());
  await shop.rows(
    `insert into tenant (tenant_id, tenant_key, slug, name, hash_key, created_at) values ($1, $2, $2, 'Other', '\\x00', now())`,
    [tenantId, drawName(8)],
  );
  return insertKey(shop, { tenantId, scopes: ['read', 'write', 'staff', 'admin'] });
}

async function insertKey(shop: Shop, key: { readonly tenantId: TenantId; readonly scopes: readonly Scope[] }): Promise<string> {
  const [tenant] = await shop.rows<{ tenant_key: string }>('select tenant_key from tenant where tenant_id = $1', [key.tenantId]);
  const tenantKey = (tenant?.tenant_key ?? '').replaceAll('-', '');
  const parts = { kind: 'secret' as const, tenantKey, keyId: drawName(8), secret: drawSecret() };
  await shop.rows(`insert into tenant_route (kind, value, tenant_id) values ('key', $1, $2) on conflict do nothing`, [
    tenantKey,
    key.tenantId,
  ]);
  await shop.rows(
    `insert into api_key (tenant_id, key_id, kind, secret_hash, name, source, scopes, created_at) values ($1, $2, 'secret', $3, 'Test', 'api', $4, now())`,
    [key.tenantId, parts.keyId, hashSecret(parts.secret), key.scopes],
  );
  return keyText(parts);
}
