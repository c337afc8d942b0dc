/** The whole API over a database of its own, asked in-process as a shop would. */
import { pino } from 'pino';
import { checkCheckout } from '../../src/checkout/check-checkout.ts';
import { type Clicks, createClicks } from '../../src/clicks/clicks.ts';
import { clickPoolLimits } from '../../src/clicks/held-connection.store.ts';
import type { Clock } from '../../src/clock.ts';
import { SCOPES, type Scope } from '../../src/contract/caller.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { idFromUuid, type TenantId } from '../../src/domain/ids.ts';
import { openDoor } from '../../src/http/door.ts';
import { ServerMetrics } from '../../src/http/metrics.ts';
import { buildServer } from '../../src/http/server.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import { ProgramCache } from '../../src/intake/tenant-lock.store.ts';
import { issueKey } from '../../src/keys/issue-key.ts';
import type { SmsGateway } from '../../src/messages/sms-gateway.ts';
import type { SmtpSettings } from '../../src/messages/smtp-settings.ts';
import { createTenant } from '../../src/tenants/ensure-tenant.ts';
import { getTenantKey } from '../../src/tenants/tenants.store.ts';
import type { TargetRules } from '../../src/webhooks/target-rules.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { atFileEnd } from './file-end.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
  /** The answer as JSON; undefined when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer under test is whatever came.
  readonly body: any;
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly url: string;
  /** Encoded as JSON unless it is text or bytes. */
  readonly body?: unknown;
  /** Null: no Authorization header. Absent: the key of all scopes. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly remoteAddress?: string;
}

export interface Business {
  readonly tenantId: TenantId;
  readonly secretKey: string;
  readonly publishableKey: string;
}

export interface Api {
  readonly test: TestDatabase;
  readonly clock: { now: () => Date; set: (at: Date) => void };
  readonly business: Business;
  readonly ask: (question: Question) => Promise<Reply>;
  readonly get: (url: string) => Promise<Reply>;
  readonly post: (url: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly keyWith: (scopes: readonly Scope[], more?: { readonly source?: string; readonly expiresAt?: Date }) => Promise<string>;
  readonly addBusiness: (slug: string) => Promise<Business>;
  readonly rows: <T>(sql: string, values?: unknown[]) => Promise<T[]>;
  /** What the server wrote to its log. */
  readonly log: () => string;
  /** Answers over the network too, through the door of the product: on a port of its choice unless told one. */
  readonly listen: (port?: number) => Promise<string>;
}

export async function openApi(
  options: {
    readonly now?: Date;
    readonly trustProxy?: readonly string[];
    readonly publicUrl?: string;
    readonly webhookRules?: TargetRules;
    readonly dataDirectory?: string;
    readonly uploadBytesMax?: number;
    readonly installationMail?: SmtpSettings;
    readonly sms?: SmsGateway;
    /** Instead of a database made for it. */
    readonly test?: TestDatabase;
    /** Another process that serves the same business. */
    readonly beside?: Api;
    /** Serves links and their pages as well. */
    readonly links?: boolean;
  } = {},
): Promise<Api> {
  const test = options.beside?.test ?? options.test ?? (await createTestDatabase());
  const { pool, kysely } = test.database;
  let now = options.now ?? new Date('2026-11-20T12:00:00Z');
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
  };
  const lines: string[] = [];
  const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const { installationMail } = options;
  const hasInstallationMail = installationMail !== undefined;
  const intake = createIntake({
    pool,
    clock,
    hasInstallationMail,
    onError: (error) => logger.error({ error: String(error) }, 'a batch failed'),
  });
  const programs = new ProgramCache();
  const addBusiness = (slug: string): Promise<Business> =>
    kysely.transaction().execute((tx) => createTenant(tx, { name: slug, slug }, now));
  const business = options.beside?.business ?? (await addBusiness('shop'));
  const clicks = options.links === true ? await startLinks(test, clock) : undefined;
  const metrics = new ServerMetrics();
  const app = await buildServer(
    {
      db: kysely,
      intake,
      clock,
      publicUrl: options.publicUrl ?? 'http://localhost:8080',
      logger,
      ...(options.webhookRules === undefined ? {} : { webhookRules: options.webhookRules }),
      ...(options.dataDirectory === undefined ? {} : { dataDirectory: options.dataDirectory }),
      ...(options.uploadBytesMax === undefined ? {} : { uploadBytesMax: options.uploadBytesMax }),
      ...(installationMail === undefined ? {} : { installationMail }),
      ...(options.sms === undefined ? {} : { sms: options.sms }),
      checkBasket: (basket) => checkCheckout(pool, { programs, clock }, basket),
    },
    { trustProxy: options.trustProxy ?? [], metrics, ...(clicks === undefined ? {} : { clicks }) },
  );
  atFileEnd(() => app.close());
  const ask = async (question: Question): Promise<Reply> => {
    const { method, url, key = business.secretKey, remoteAddress } = question;
    const payload = payloadOf(question.body);
    const reply = await app.inject({
      method,
      url,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...question.headers,
      },
      ...(payload === undefined ? {} : { payload }),
      ...(remoteAddress === undefined ? {} : { remoteAddress }),
    });
    return { status: reply.statusCode, headers: reply.headers, text: reply.body, bytes: reply.rawPayload, body: jsonOf(reply.body) };
  };
  return {
    test,
    clock,
    business,
    ask,
    get: (url) => ask({ method: 'GET', url }),
    post: (url, body, headers) =>
      ask({ method: 'POST', url, ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) }),
    keyWith: async (scopes, more = {}) => {
      const order = {
        tenantId: business.tenantId,
        tenantKey: await getTenantKey(kysely, business.tenantId),
        kind: 'secret' as const,
        name: 'Test',
      };
      const issued = await issueKey(kysely, { ...order, source: more.source ?? 'api', scopes, expiresAt: more.expiresAt ?? null }, now);
      return issued.text;
    },
    addBusiness,
    rows: async <T>(sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows as T[],
    log: () => lines.join(''),
    listen: async (port = 0) => {
      const door = await openDoor({ host: '127.0.0.1', port }, { countProblem: (code) => metrics.countProblem(code) });
      atFileEnd(() => door.close(0));
      door.handOver((request, response) => app.routing(request, response));
      return door.url;
    },
  };
}

async function startLinks(test: TestDatabase, clock: Clock): Promise<Clicks> {
  const { pool, close } = openDatabase(test.access, { limits: clickPoolLimits });
  const clicks = createClicks({ pool, clock });
  await clicks.start();
  atFileEnd(async () => {
    await clicks.stop();
    await close();
  });
  return clicks;
}

export const ALL_SCOPES = SCOPES;

export function tenantOf(uuid: string): TenantId {
  return idFromUuid<TenantId>(uuid);
}

function payloadOf(body: unknown): string | Buffer | undefined {
  if (body === undefined) return undefined;
  return typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
