/** The rows that are measured against a floor of the same server in the same run, in turns. */
import { randomUUID } from 'node:crypto';
import { type BenchRow, median } from './bench-table.ts';
import type { LoadReport } from './http-load.ts';
import { BENCH_PROGRAM, prepareShop, REFERRERS, TURNOVER_PROGRAM } from './prepare-shop.ts';
import { perSecond, runLoad } from './run-child.ts';
import { type BenchServerReady, withBenchServer } from './run-server.ts';

export interface ServerBenchOptions {
  readonly dataDirectory: string;
  readonly runs: number;
  readonly runMs: number;
}

export interface LadderBenchOptions extends ServerBenchOptions {
  /** How many the referrer of many friends, and the buyer of many orders, have at least. */
  readonly many: number;
}

const REDIRECT_CONNECTIONS = 64;
const SINGLE_CONNECTIONS = 256;
const BATCH_CONNECTIONS = 4;
const BATCH_EVENTS = 500;

/**
 * The same events with the ladder of three levels at work: tiers count the referrals of referrers, and settle in each decision. Last all
 * friends come to one referrer, who has many thousands by then.
 */
export async function measureLadder(
  options: LadderBenchOptions,
): Promise<Record<'eventSingleLadder' | 'eventBatchLadder' | 'eventLargeReferrer', BenchRow>> {
  return withBenchServer(options.dataDirectory, { kind: 'nothing' }, async (ready) => {
    await prepareShop(ready, { templateId: 'three-levels', locale: 'ru' });
    const eventSingleLadder = await measureEvents(ready, options, { connections: SINGLE_CONNECTIONS, batch: 1 });
    const eventBatchLadder = await measureEvents(ready, options, { connections: BATCH_CONNECTIONS, batch: BATCH_EVENTS });
    const friends = await sendMany(ready, options.many, { referrers: 1 });
    const large = await measureEvents(ready, options, { connections: SINGLE_CONNECTIONS, batch: 1, referrers: 1 });
    return { eventSingleLadder, eventBatchLadder, eventLargeReferrer: { ...large, friends } };
  });
}

/** A ladder of turnover, and one buyer whose orders all are: a shop's till has one customer for everybody without a name. */
export async function measureLargeBuyer(options: LadderBenchOptions): Promise<Record<'eventLargeBuyer', BenchRow>> {
  return withBenchServer(options.dataDirectory, { kind: 'nothing' }, async (ready) => {
    await prepareShop(ready, TURNOVER_PROGRAM);
    const buyer = 'bench-0';
    const orders = await sendMany(ready, options.many, { buyer });
    const row = await measureEvents(ready, options, { connections: SINGLE_CONNECTIONS, batch: 1, buyer });
    return { eventLargeBuyer: { ...row, orders } };
  });
}

export async function measureServer(options: ServerBenchOptions): Promise<Record<'redirect' | 'eventSingle' | 'eventBatch', BenchRow>> {
  return withBenchServer(options.dataDirectory, { kind: 'nothing' }, async (ready) => {
    await prepareShop(ready, BENCH_PROGRAM);
    const redirect = await measureRedirect(ready, options);
    const eventSingle = await measureEvents(ready, options, { connections: SINGLE_CONNECTIONS, batch: 1 });
    const eventBatch = await measureEvents(ready, options, { connections: BATCH_CONNECTIONS, batch: BATCH_EVENTS });
    return { redirect, eventSingle, eventBatch };
  });
}

interface EventLoad {
  readonly connections: number;
  readonly batch: number;
  /** Of how many referrers the friends are; absent = of all. */
  readonly referrers?: number;
  /** Whose orders all of them are; absent = each is the first of a new friend. */
  readonly buyer?: string;
}

function sendEvents(ready: BenchServerReady, path: string, of: EventLoad & { readonly durationMs: number }): Promise<LoadReport> {
  const { connections, batch, referrers = REFERRERS, buyer = null, durationMs } = of;
  // Never the same id twice: a repeated event is answered from the log and would flatter the figure.
  const events = { batch, from: Number.parseInt(randomUUID().slice(0, 7), 16) * 1_000_000, referrers, buyer };
  return runLoad({ port: ready.port, method: 'POST', path, key: ready.secretKey, connections, durationMs, events });
}

/** So many orders of one referrer's friends or of one buyer at least; returns how many. */
async function sendMany(ready: BenchServerReady, least: number, of: Pick<EventLoad, 'referrers' | 'buyer'>): Promise<number> {
  let count = 0;
  while (count < least) {
    const how = { ...of, connections: BATCH_CONNECTIONS, batch: BATCH_EVENTS, durationMs: 2_000 };
    count += (await sendEvents(ready, '/v1/events', how)).answered * BATCH_EVENTS;
  }
  return count;
}

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

async function measureEvents(ready: BenchServerReady, options: ServerBenchOptions, how: EventLoad): Promise<BenchRow> {
  const ask = (path: string, durationMs: number): Promise<LoadReport> => sendEvents(ready, path, { ...how, durationMs });
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
