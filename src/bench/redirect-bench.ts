import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { registerClickRoutes } from '../clicks/clicks.routes.ts';
import { createClicks } from '../clicks/clicks.ts';
import { clickPoolLimits } from '../clicks/held-connection.store.ts';
import { systemClock } from '../clock.ts';
import { type DatabaseAccess, openDatabase } from '../database/open-database.ts';
import type { LoadOrder, LoadReport } from './redirect-load.ts';

export interface RedirectMeasurement {
  /** Clicks stored per second over static redirects per second of the same server, of each pair of runs. */
  readonly ratios: readonly number[];
  readonly clicksPerSecond: readonly number[];
  readonly staticPerSecond: readonly number[];
  readonly p99Ms: readonly number[];
  /** Answers counted by the visitors that are not in the table; anything but 0 is a broken promise. */
  readonly missing: number;
}

export interface RedirectBenchOptions {
  /** A migrated database of its own. */
  readonly access: DatabaseAccess;
  readonly runs: number;
  readonly runMs: number;
}

const connections = 64;
const code = 'BENCHMARK';

/**
 * Measures the redirect with its click stored before the 302 against a static 302 of the same server, in turns, over 64
 * connections from another process.
 */
export async function measureRedirect({ access, runs, runMs }: RedirectBenchOptions): Promise<RedirectMeasurement> {
  const database = openDatabase(access, { limits: clickPoolLimits });
  const tenantId = await insertTenant(access);
  const clicks = createClicks({ pool: database.pool, clock: systemClock });
  const app = Fastify();
  registerClickRoutes(app, clicks);
  app.get('/static', (_request, reply) => {
    reply.code(302).header('location', 'https://shop.example/').header('cache-control', 'no-store').send();
  });
  await clicks.start();
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  const ask = (path: string, durationMs: number): Promise<LoadReport> => runLoad({ port, path, connections, durationMs });
  const clicked: LoadReport[] = [];
  const fixed: LoadReport[] = [];
  let answered = 0;
  try {
    answered += (await ask(`/r/${code}`, 1_000)).answered;
    await ask('/static', 1_000);
    for (let run = 0; run < runs; run += 1) {
      clicked.push(await ask(`/r/${code}`, runMs));
      fixed.push(await ask('/static', runMs));
    }
    answered += clicked.reduce((sum, report) => sum + report.answered, 0);
    return summarise(clicked, fixed, answered - (await countClicks(access, tenantId)));
  } finally {
    await app.close();
    await clicks.stop();
    await database.close();
  }
}

function summarise(clicked: readonly LoadReport[], fixed: readonly LoadReport[], missing: number): RedirectMeasurement {
  const clicksPerSecond = clicked.map(perSecond);
  const staticPerSecond = fixed.map(perSecond);
  return {
    ratios: clicksPerSecond.map((rate, run) => rate / (staticPerSecond[run] ?? Number.NaN)),
    clicksPerSecond,
    staticPerSecond,
    p99Ms: clicked.map((report) => report.p99Ms),
    missing,
  };
}

function perSecond(report: LoadReport): number {
  return ((report.answered - report.notRedirected) * 1_000) / report.elapsedMs;
}

async function insertTenant(access: DatabaseAccess): Promise<string> {
  const tenantId = randomUUID();
  const { connectAsOwner, close } = openDatabase(access);
  const owner = await connectAsOwner();
  await owner.query(
    `insert into tenant (tenant_id, tenant_key, slug, name, landing_url, landing_domains, hash_key, created_at)
     values ($1, $2, $2, 'Bench', 'https://shop.example/', '{shop.example}', '\\x00', clock_timestamp())`,
    [tenantId, `bench${tenantId.slice(0, 8)}`],
  );
  await owner.query(
    `insert into code (tenant_id, code_id, customer_id, text, folded, kind, status, created_at)
     values ($1, $2, $3, $4, $4, 'personal', 'active', clock_timestamp())`,
    [tenantId, randomUUID(), randomUUID(), code],
  );
  await owner.end();
  await close();
  return tenantId;
}

async function countClicks(access: DatabaseAccess, tenantId: string): Promise<number> {
  const { pool, close } = openDatabase(access);
  const { rows } = await pool.query<{ count: bigint }>('select count(*) as count from click where tenant_id = $1', [tenantId]);
  await close();
  return Number(rows[0]?.count ?? 0n);
}

function runLoad(order: LoadOrder): Promise<LoadReport> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./redirect-load.js', import.meta.url)));
  return new Promise((resolve, reject) => {
    child.once('message', (report: LoadReport) => resolve(report));
    child.once('error', reject);
    child.once('exit', (exitCode) => reject(new Error(`the load ended with ${exitCode} before its report`)));
    child.send(order);
  });
}
