import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import { Registry } from 'prom-client';
import { registerClickRoutes } from '../../src/clicks/clicks.routes.ts';
import { type Clicks, createClicks } from '../../src/clicks/clicks.ts';
import { clickPoolLimits } from '../../src/clicks/held-connection.store.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import { type DatabaseAccess, openDatabase } from '../../src/database/open-database.ts';
import { foldCode } from '../../src/domain/codes/fold-code.ts';
import { FriendPages } from '../../src/friend-page/friend-pages.ts';
import { atFileEnd } from '../support/file-end.ts';

export const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

export interface ClickApp {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly clicks: Clicks;
  readonly registry: Registry;
  readonly troubles: readonly string[];
  stop(): Promise<void>;
}

/** The redirect alone, on a port of its own and the database given. */
export async function startClickApp(
  access: DatabaseAccess,
  options: {
    readonly clock?: Clock;
    readonly trustProxy?: boolean;
    readonly codesInMemoryMax?: number;
    /** With the shop's own pages, as the server has them; else with those that show the code and no more. */
    readonly hasPages?: boolean;
  } = {},
): Promise<ClickApp> {
  const { pool, close } = openDatabase(access, { limits: clickPoolLimits });
  const registry = new Registry();
  const troubles: string[] = [];
  const clicks = createClicks({
    pool,
    clock: options.clock ?? systemClock,
    registry,
    onTrouble: (message) => troubles.push(message),
    ...(options.codesInMemoryMax === undefined ? {} : { codesInMemoryMax: options.codesInMemoryMax }),
  });
  const app = Fastify({ trustProxy: options.trustProxy ?? false });
  const own = options.hasPages === true ? openDatabase(access, { isPipelined: true }) : null;
  const publicUrl = 'https://links.example';
  registerClickRoutes(
    app,
    clicks,
    own === null ? null : new FriendPages({ db: own.kysely, clock: options.clock ?? systemClock, publicUrl }),
  );
  await clicks.start();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await app.close();
    await clicks.stop();
    await close();
    await own?.close();
  };
  atFileEnd(stop);
  return { url, app, clicks, registry, troubles, stop };
}

/** Opens a link as a person's phone would, unless the headers say otherwise; redirects are not followed. */
export function visit(url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Response> {
  return fetch(url, { method, redirect: 'manual', headers: { 'user-agent': iphone, ...headers } });
}

/** The click id of a redirect as it is stored, null when there is none. */
export function clickIdOf(response: Response): string | null {
  const found = /[?&]sarafan_click=clk_([0-9a-f]{32})(?=[&#]|$)/.exec(response.headers.get('location') ?? '');
  return found?.[1] ?? null;
}

export async function insertTenant(
  pool: pg.Pool,
  tenant: {
    readonly slug?: string;
    readonly name?: string;
    readonly landingUrl?: string | null;
    readonly domains?: readonly string[];
    readonly retentionDays?: number;
  } = {},
): Promise<string> {
  const tenantId = randomUUID();
  const {
    slug = `shop-${tenantId.slice(0, 8)}`,
    name = 'Чайная',
    landingUrl = 'https://shop.example/',
    domains = ['shop.example'],
  } = tenant;
  await pool.query(
    `insert into tenant (tenant_id, tenant_key, slug, name, landing_url, landing_domains, click_retention_days, hash_key, created_at)
     values ($1, $2, $2, $3, $4, $5, $6, '\\x00', clock_timestamp())`,
    [tenantId, slug, name, landingUrl, domains, tenant.retentionDays ?? 400],
  );
  return tenantId;
}

export interface InsertedCode {
  readonly codeId: string;
  readonly customerId: string;
}

export async function insertCode(
  pool: pg.Pool,
  tenantId: string,
  text: string,
  status: 'active' | 'retired' = 'active',
): Promise<InsertedCode> {
  const code = { codeId: randomUUID(), customerId: randomUUID() };
  await pool.query(
    `insert into code (tenant_id, code_id, customer_id, text, folded, kind, status, created_at)
     values ($1, $2, $3, $4, $5, 'personal', $6, clock_timestamp())`,
    [tenantId, code.codeId, code.customerId, text, foldCode(text), status],
  );
  return code;
}

export interface StoredClick {
  readonly kind: string;
  readonly codeId: string;
  readonly addressPrefix: string | null;
}

export async function findClick(pool: pg.Pool, clickId: string): Promise<StoredClick | undefined> {
  const { rows } = await pool.query<StoredClick>(
    `select kind, code_id as "codeId", address_prefix as "addressPrefix" from click where click_id = $1`,
    [clickId],
  );
  return rows[0];
}

/** An act of the log as the main road leaves it: one event, and the tenant's counter moved. */
export async function logAct(pool: pg.Pool, tenantId: string, type: string, customerId: string | null): Promise<void> {
  await pool.query(
    `with moved as (update tenant set next_sequence = next_sequence + 1 where tenant_id = $1 returning next_sequence - 1 as sequence)
     insert into event (tenant_id, sequence, source, event_id, type, occurred_at, stored_at, customer_id, body_hash, body, decision, answer, chain_hash)
     select $1, sequence, 'test', sequence::text, $2, clock_timestamp(), clock_timestamp(), $3, '\\x', '{}', '{}', '{}', '\\x' from moved`,
    [tenantId, type, customerId],
  );
}

/** Asks again every 20 ms until the answer is true, at most `limitMs`. */
export async function until(limitMs: number, ask: () => Promise<boolean>): Promise<boolean> {
  const endMs = performance.now() + limitMs;
  while (performance.now() < endMs) {
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
