/** A shop whose server is killed again and again on one data directory, and everything that must be true afterwards. */
import { readdirSync, readFileSync } from 'node:fs';
import { env, kill, stdout } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { type MigratedDatabase, openMigratedDatabase } from '../../src/database/open-migrated-database.ts';
import { parseWireId, type TenantId } from '../../src/domain/ids.ts';
import { type HttpReply, type HttpShop, makeReferrer, openHttpShop, publishProgram } from '../support/http-shop.ts';
import { createDataDirectory, findPostgres, runSarafan, type SarafanProcess, startSarafan } from '../support/sarafan-process.ts';
import { expectSound } from '../support/sound.ts';
import { type Acknowledged, type Act, crashProgram, eventsOf, Traffic } from './traffic.ts';

/** Longer for `npm run soak`. */
export const isSoak = env['SARAFAN_SOAK'] === '1';

/** For one test with its kills, on a machine that others use as well. */
export const crashLimitMs = 120_000;

const RECOVERY_LIMIT_MS = 5_000;
const ASKED_AGAIN_AT_ONCE = 100;
const SENDERS = 6;
const PAUSE_MS = 50;
const HOUR_MS = 3_600_000;
const FIRST_CLOCK = Date.parse('2026-11-20T12:00:00Z');

export interface CrashSite {
  readonly traffic: Traffic;
  readonly dataDirectory: string;
  readonly programId: string;
  readonly recoveries: Recovery[];
  readonly shop: () => HttpShop;
  readonly now: () => Date;
  /** Starts the server on what the last one left, its clock `clockJumpMs` further, and times its first answer. */
  readonly boot: (options?: BootOptions) => Promise<void>;
  /** Starts it and leaves it to end by itself or by `kill`; for kills during the start. */
  readonly launch: (options: BootOptions) => { readonly exited: Promise<number | null>; readonly end: () => void };
  /** Boots with a fault point armed, which may be passed already during the start, and sends traffic until the server is gone. */
  readonly runIntoFault: (options: BootOptions & { readonly faultPoint: string; readonly sends?: 'mixed' | 'crowds' }) => Promise<void>;
  /** Leaves rewards held and credits with a last day, all due within two days. */
  readonly prepareDueWork: () => Promise<void>;
  /** Sends traffic until the server is gone, or until it is told to stop; resolves with how often each status of 500 and above came. */
  readonly sendUntilGone: (stop?: AbortSignal) => Promise<ReadonlyMap<number, number>>;
  readonly kill: (what: 'server' | 'server-and-postgres' | 'postgres') => Promise<void>;
  /** Nothing acknowledged is lost, what was cut off is done once, the books verify and replay. */
  readonly expectWhole: () => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly stop: () => Promise<void>;
}

/** One start after a kill. */
export interface Recovery {
  /** From the start of the process to its first answered request. */
  readonly ms: number;
  /** How many times longer than on a free machine the process took, because others had the processors meanwhile; 1 = free. */
  readonly stretch: number;
}

export interface BootOptions {
  readonly faultPoint?: string;
  readonly clockJumpMs?: number;
}

export async function openCrashSite(seed: number): Promise<CrashSite> {
  const dataDirectory = createDataDirectory();
  let clock = { startedAt: FIRST_CLOCK, spawnedMs: performance.now() };
  let server: SarafanProcess | undefined;
  let shop: HttpShop | undefined;
  const keys = { secretKey: '', tenantId: '' };
  const recoveries: Recovery[] = [];
  // We count from the moment of the spawn, the process from a little later on: what is in our future is in its future too.
  const now = (): Date => new Date(clock.startedAt + Math.floor(performance.now() - clock.spawnedMs));
  const traffic = new Traffic(seed, now);
  const running = (): HttpShop => {
    if (shop === undefined) throw new Error('no server runs');
    return shop;
  };
  const settings = ({ faultPoint, clockJumpMs = 60_000 }: BootOptions): { env: Record<string, string> } => {
    clock = { startedAt: now().getTime() + clockJumpMs, spawnedMs: performance.now() };
    const common = { SARAFAN_DATA: dataDirectory, SARAFAN_TEST_CLOCK: new Date(clock.startedAt).toISOString() };
    return { env: faultPoint === undefined ? common : { ...common, FAULT_POINT: faultPoint } };
  };
  const boot = async (options: BootOptions = {}): Promise<void> => {
    const startedMs = performance.now();
    server = await startSarafan(settings(options));
    keys.secretKey = server.secretKey ?? keys.secretKey;
    keys.tenantId = server.tenantId ?? keys.tenantId;
    shop = openHttpShop({ url: server.url, secretKey: keys.secretKey });
    await shop.must({ method: 'GET', path: '/v1/tenant' });
    if (server.secretKey === undefined) recoveries.push({ ms: performance.now() - startedMs, stretch: stretchOf(server.pid) });
  };
  const withBooks = async <T>(work: (opened: MigratedDatabase, tenantId: TenantId) => Promise<T>): Promise<T> => {
    const opened = await openMigratedDatabase({ databaseUrl: undefined, dataDirectory }, { use: 'command', onTrouble: () => undefined });
    try {
      const tenantId = parseWireId('ten', keys.tenantId);
      if (tenantId === null) throw new Error('the ready line names the tenant');
      return await work(opened, tenantId);
    } finally {
      await opened.close();
    }
  };
  await boot();
  const programId = await publishProgram(running(), crashProgram);
  for (const name of Traffic.referrers) await makeReferrer(running(), programId, name);
  return {
    traffic,
    dataDirectory,
    programId,
    recoveries,
    shop: running,
    now,
    boot,
    launch: (options) => {
      const { child, exited } = runSarafan(settings(options));
      return { exited, end: () => child.kill('SIGKILL') };
    },
    runIntoFault: async (options) => {
      await server?.kill();
      const isReady = await boot(options).then(
        () => true,
        (error: unknown) => {
          // A start that was refused is no death at the fault point.
          if (String(error).includes('sarafan:')) throw error;
          return false;
        },
      );
      if (isReady)
        await sendUntilGone(running(), traffic, { next: options.sends === 'crowds' ? () => traffic.crowd() : () => traffic.next() });
      await server?.kill();
    },
    prepareDueWork: async () => {
      const expiresAt = new Date(now().getTime() + HOUR_MS).toISOString();
      const acts = Traffic.referrers.map((name) => traffic.credit(name, expiresAt));
      for (const act of [...acts, ...Array.from({ length: 5 }, () => traffic.next())])
        traffic.note(act, await running().ask({ method: 'POST', ...act }));
    },
    sendUntilGone: (stop) => sendUntilGone(running(), traffic, { stop, next: () => traffic.next() }),
    kill: async (what) => {
      const postmaster = what === 'server' ? undefined : await findPostgres(dataDirectory);
      if (server !== undefined && what !== 'postgres') killNow(server.pid);
      if (postmaster !== undefined) for (const pid of [postmaster, ...listChildren(postmaster)]) killNow(pid);
      if (what !== 'postgres') await server?.kill();
    },
    expectWhole: async () => {
      await sendAgainWhatWasCutOff(running(), traffic);
      await expectSameAnswers(running(), traffic.acknowledged);
      await withBooks(async (opened, tenantId) => {
        await expectStoredAsAcknowledged(opened.database.pool, tenantId, traffic);
        await expectSound({ test: opened, tenantId });
      });
    },
    rows: (sql) => withBooks(async ({ database }) => (await database.pool.query(sql)).rows),
    stop: async () => {
      await server?.stop();
    },
  };
}

/**
 * The promise itself, and its figures for who reads the run. On a machine that others keep busy the limit is as many times
 * longer as the process itself was slowed down: it had to wait for a processor, not for the recovery.
 */
export function expectFastRecovery({ recoveries, traffic }: Pick<CrashSite, 'recoveries' | 'traffic'>): void {
  const elapsed = spreadOf(recoveries.map(({ ms }) => ms));
  const onFreeMachine = spreadOf(recoveries.map(({ ms, stretch }) => ms / stretch));
  stdout.write(
    `${recoveries.length} recoveries, ${traffic.acknowledged.length} acknowledged requests all there; recovery ${elapsed}, without waiting for a processor ${onFreeMachine}\n`,
  );
  expect(recoveries.filter(({ ms, stretch }) => ms > RECOVERY_LIMIT_MS * stretch)).toEqual([]);
}

function spreadOf(values: readonly number[]): string {
  const sorted = values.map(Math.round).sort((one, other) => one - other);
  return `${sorted[Math.floor(sorted.length / 2)]} ms in the median and ${sorted.at(-1)} ms at most`;
}

/** Linux counts for how long a process ran and for how long it was ready to and had no processor. Elsewhere 1. */
function stretchOf(pid: number): number {
  try {
    const [ran = 0, waited = 0] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ').map(Number);
    return ran > 0 ? (ran + waited) / ran : 1;
  } catch {
    return 1;
  }
}

async function sendUntilGone(
  shop: HttpShop,
  traffic: Traffic,
  { next, stop }: { readonly next: () => Act; readonly stop?: AbortSignal | undefined },
): Promise<ReadonlyMap<number, number>> {
  const failures = new Map<number, number>();
  const send = async (): Promise<void> => {
    while (stop?.aborted !== true) {
      const act = next();
      const reply = await sendOnce(shop, act);
      if (reply === null) return traffic.lose(act);
      traffic.note(act, reply);
      if (reply.status < 500) continue;
      failures.set(reply.status, (failures.get(reply.status) ?? 0) + 1);
      // As a shop does that was told to come back later.
      await delay(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  return failures;
}

function sendOnce(shop: HttpShop, act: Act): Promise<HttpReply | null> {
  return shop.ask({ method: 'POST', ...act }).catch(() => null);
}

/** Every event is taken now, as new or as known; other acts may have become impossible meanwhile, but are never done twice. */
async function sendAgainWhatWasCutOff(shop: HttpShop, traffic: Traffic): Promise<void> {
  for (const act of traffic.takeUnknown()) {
    const reply = await shop.ask({ method: 'POST', ...act });
    traffic.note(act, reply);
    if (eventsOf(act).length > 0) expect(reply.status, `${JSON.stringify(act.body)}: ${reply.text}`).toBe(200);
    else expect(reply.status, reply.text).toBeLessThan(500);
  }
}

async function expectSameAnswers(shop: HttpShop, acknowledged: readonly Acknowledged[]): Promise<void> {
  const isSingle = ({ act }: Acknowledged): boolean => act.path === '/v1/events' && !('events' in act.body);
  const singles = acknowledged.filter(isSingle);
  for (let from = 0; from < singles.length; from += ASKED_AGAIN_AT_ONCE) {
    const part = singles.slice(from, from + ASKED_AGAIN_AT_ONCE);
    const reply = await shop.post('/v1/events', { events: part.map(({ act }) => act.body) });
    expect(reply.text).toBe(`{"results":[${part.map(({ text }) => text).join(',')}]}`);
  }
  const rest = acknowledged.filter((each) => !isSingle(each));
  const texts = await Promise.all(rest.map(async ({ act }) => (await shop.ask({ method: 'POST', ...act })).text));
  expect(texts).toEqual(rest.map(({ text }) => text));
}

interface Rows {
  query(text: string, values: unknown[]): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;
}

/** I-06: acknowledged = stored, as everything cut off was sent again; and no business fact is there twice. */
async function expectStoredAsAcknowledged(pool: Rows, tenantId: TenantId, traffic: Traffic): Promise<void> {
  const found = async (sql: string): Promise<string[]> => (await pool.query(sql, [tenantId])).rows.map((row) => String(row['found']));
  const promised = new Set<string>();
  for (const { act, text } of traffic.acknowledged) {
    const sent = eventsOf(act);
    if (sent.length === 0) continue;
    const answer: { readonly results?: readonly StoredOutcome[] } & StoredOutcome = JSON.parse(text);
    for (const { eventId, outcome } of answer.results ?? [answer])
      if (outcome !== undefined && outcome !== 'duplicate') promised.add(eventId);
  }
  const stored = await found(`select event_id as found from event where tenant_id = $1 and source = 'api' order by event_id`);
  expect(new Set(stored)).toEqual(promised);
  expect(stored).toHaveLength(promised.size);
  const twice = `select format('%s %s %s', order_id, rule_id, beneficiary) as found from reward where tenant_id = $1 and order_id is not null
    group by order_id, program_id, rule_id, beneficiary having count(*) > 1
    union all select order_id from payment where tenant_id = $1 group by order_id having count(*) > 1
    union all select refund_id from refund where tenant_id = $1 group by refund_id having count(*) > 1`;
  expect(await found(twice)).toEqual([]);
}

interface StoredOutcome {
  readonly eventId: string;
  readonly outcome?: string;
}

/** The processes of a PostgreSQL; elsewhere than on Linux none, and they end by themselves when their postmaster is gone. */
function listChildren(parent: number): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

function killNow(pid: number): void {
  try {
    kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
