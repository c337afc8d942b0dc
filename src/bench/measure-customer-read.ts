/** Reading and finding people as the cabinet and the console ask, over a shop filled by SQL: each customer with lots and ten ledger rows. */
import type { BenchRow } from './bench-table.ts';
import { nameOf } from './fill-shop.store.ts';
import { perSecond, runLoad } from './run-child.ts';
import { type BenchServerReady, withBenchServer } from './run-server.ts';

const READ_CONNECTIONS = 16;
const READ_MS = 10_000;
/** People who type, each waiting for what they typed before. */
const SEARCH_CONNECTIONS = 4;
const SEARCH_MS = 3_000;
const SEARCHES = 500;

export async function measureCustomerRead(options: {
  readonly dataDirectory: string;
  readonly customers: number;
}): Promise<Record<'customerRead' | 'peopleSearch', BenchRow>> {
  const { dataDirectory, customers } = options;
  return withBenchServer(dataDirectory, { kind: 'customers', customers }, async (ready) => ({
    customerRead: await measureRead(ready, customers),
    peopleSearch: await measureSearch(ready, customers),
  }));
}

async function measureRead(ready: BenchServerReady, customers: number): Promise<BenchRow> {
  const ask = (durationMs: number) =>
    runLoad({
      port: ready.port,
      path: '/v1/customers/c-{n}',
      key: ready.secretKey,
      connections: READ_CONNECTIONS,
      durationMs,
      from: 1,
      modulo: customers,
    });
  await ask(2_000);
  const report = await ask(READ_MS);
  return { perSecond: perSecond(report), p99Ms: report.p99Ms, p50Ms: report.p50Ms, customers, ledgerRows: customers * 10 };
}

/** What staff type, from two letters that half the shop has to the whole of a name. */
async function measureSearch(ready: BenchServerReady, customers: number): Promise<BenchRow> {
  const sample = Array.from({ length: SEARCHES }, (_, index) => 1 + ((index * 7_919) % customers));
  const typed: Readonly<Record<string, readonly string[]>> = {
    name: sample.map((n) => nameOf(n).slice(0, 2 + (n % 6))),
    wholeName: sample.map((n) => nameOf(n).split(' ').toReversed().join(' ')),
    email: sample.map((n) => `c${n}@ex`),
    phone: sample.map((n) =>
      String((n * 7_919) % 1_000_000_000)
        .padStart(9, '0')
        .slice(-(4 + (n % 6))),
    ),
    code: sample.map((n) => `C${n}`),
  };
  const row: Record<string, number> = { customers };
  let p99Ms = 0;
  for (const [what, texts] of Object.entries(typed)) {
    const paths = texts.map((text) => `/v1/customers?q=${encodeURIComponent(text)}`);
    const ask = (durationMs: number) =>
      runLoad({ port: ready.port, path: '/v1/customers', paths, key: ready.secretKey, connections: SEARCH_CONNECTIONS, durationMs });
    await ask(1_000);
    const report = await ask(SEARCH_MS);
    row[`${what}P50Ms`] = report.p50Ms;
    row[`${what}P99Ms`] = report.p99Ms;
    p99Ms = Math.max(p99Ms, report.p99Ms);
  }
  return { p99Ms, ...row };
}
