/** The rows that are measured against a floor of the same server in the same run, in turns. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { BenchServerReady } from './bench-server.ts';
import { type BenchRow, median } from './bench-table.ts';
import type { LoadReport } from './http-load.ts';
import { perSecond, runLoad } from './run-child.ts';

export interface ServerBenchOptions {
  readonly dataDirectory: string;
  readonly runs: number;
  readonly runMs: number;
}

const REFERRERS = 200;
const REDIRECT_CONNECTIONS = 64;
const SINGLE_CONNECTIONS = 256;
const BATCH_CONNECTIONS = 4;
const BATCH_EVENTS = 500;

/** The same events with the ladder of three levels at work: tiers read the referrals of referrers, and settle in each decision. */
export async function measureLadder(options: ServerBenchOptions): Promise<Record<'eventSingleLadder' | 'eventBatchLadder', BenchRow>> {
  const server = await startServer(options.dataDirectory);
  try {
    await prepareShop(server.ready, { templateId: 'three-levels', locale: 'ru' });
    const eventSingleLadder = await measureEvents(server.ready, options, { connections: SINGLE_CONNECTIONS, batch: 1 });
    const eventBatchLadder = await measureEvents(server.ready, options, { connections: BATCH_CONNECTIONS, batch: BATCH_EVENTS });
    return { eventSingleLadder, eventBatchLadder };
  } finally {
    await stopServer(server.child);
  }
}

export async function measureServer(options: ServerBenchOptions): Promise<Record<'redirect' | 'eventSingle' | 'eventBatch', BenchRow>> {
  const server = await startServer(options.dataDirectory);
  try {
    await prepareShop(server.ready, { document });
    const redirect = await measureRedirect(server.ready, options);
    const eventSingle = await measureEvents(server.ready, options, { connections: SINGLE_CONNECTIONS, batch: 1 });
    const eventBatch = await measureEvents(server.ready, options, { connections: BATCH_CONNECTIONS, batch: BATCH_EVENTS });
    return { redirect, eventSingle, eventBatch };
  } finally {
    await stopServer(server.child);
  }
}

async function startServer(dataDirectory: string): Promise<{ readonly child: ChildProcess; readonly ready: BenchServerReady }> {
  const child = fork(fileURLToPath(new URL('./bench-server.js', import.meta.url)), [dataDirectory], {
    execArgv: ['--max-semi-space-size=64'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ready = await new Promise<BenchServerReady>((resolve, reject) => {
    child.once('message', (message: BenchServerReady) => resolve(message));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { child, ready };
}

async function stopServer(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** A landing address, a programme, and referrers with codes who have bought once. */
async function prepareShop(ready: BenchServerReady, made: object): Promise<void> {
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`http://127.0.0.1:${ready.port}${path}`, {
      method,
      headers: { authorization: `Bearer ${ready.secretKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  await call('PATCH', '/v1/tenant', { landingDomains: ['shop.example'], landingUrl: 'https://shop.example/' });
  const program = await call('POST', '/v1/programs', made);
  await call('POST', `/v1/programs/${String(program['id'])}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
  for (let n = 0; n < REFERRERS; n += 1) {
    await call('PUT', `/v1/customers/bench-${n}`, {});
    for (const type of ['order.paid', 'order.delivered']) await call('POST', '/v1/events', firstOrder(n, type));
    await call('POST', `/v1/customers/bench-${n}/memberships`, { programId: program['id'] });
    await call('POST', `/v1/customers/bench-${n}/codes`, { code: `BENCH${n}X` });
  }
}

/** What makes a member of a programme that wants one delivered order. */
function firstOrder(n: number, type: string): object {
  const order = type === 'order.paid' ? { id: `first-${n}`, total: rub('100000') } : { id: `first-${n}` };
  return { id: `first-${n}-${type}`, type, occurredAt: '2026-02-01T00:00:00Z', customer: { externalId: `bench-${n}` }, order };
}

const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });

/** The shape of contract.md 5: a share for the referrer on hold, a coupon for the friend. */
const document = {
  name: { ru: 'Замер', en: 'Benchmark' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'automatic', if: [] },
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: rub('100000') } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 } },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 },
          expiresAfterDays: 365,
        },
        { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 90 } },
      ],
      caps: { perReferrer: { count: 1_000_000, per: 'year' }, budget: rub('900000000000000') },
    },
  ],
};

async function measureRedirect(ready: BenchServerReady, options: ServerBenchOptions): Promise<BenchRow> {
  const ask = (path: string, durationMs: number): Promise<LoadReport> =>
    runLoad({ port: ready.port, path, connections: REDIRECT_CONNECTIONS, durationMs, modulo: REFERRERS, expectStatus: 302 });
  await ask('/r/BENCH{n}X', 1_000);
  await ask('/bench/static', 500);
  const ours: LoadReport[] = [];
  const floors: LoadReport[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    ours.push(await ask('/r/BENCH{n}X', options.runMs));
    floors.push(await ask('/bench/static', options.runMs));
  }
  return summarise(ours, floors, 1);
}

async function measureEvents(
  ready: BenchServerReady,
  options: ServerBenchOptions,
  how: { readonly connections: number; readonly batch: number },
): Promise<BenchRow> {
  const ask = (path: string, durationMs: number): Promise<LoadReport> =>
    runLoad({
      port: ready.port,
      method: 'POST',
      path,
      key: ready.secretKey,
      connections: how.connections,
      durationMs,
      // Never the same id twice: a repeated event is answered from the log and would flatter the figure.
      events: { batch: how.batch, from: Number.parseInt(randomUUID().slice(0, 7), 16) * 1_000_000, referrers: REFERRERS },
    });
  await ask('/v1/events', 1_500);
  await ask('/bench/events', 500);
  const ours: LoadReport[] = [];
  const floors: LoadReport[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    ours.push(await ask('/v1/events', options.runMs));
    floors.push(await ask('/bench/events', options.runMs));
  }
  return summarise(ours, floors, how.batch);
}

function summarise(ours: readonly LoadReport[], floors: readonly LoadReport[], each: number): BenchRow {
  const ratios = ours.map((report, run) => perSecond(report, each) / perSecond(floors[run] ?? report, each));
  return {
    ratio: median(ratios),
    perSecond: median(ours.map((report) => perSecond(report, each))),
    floorPerSecond: median(floors.map((report) => perSecond(report, each))),
    p99Ms: median(ours.map((report) => report.p99Ms)),
    p50Ms: median(ours.map((report) => report.p50Ms)),
    ratios,
  };
}
