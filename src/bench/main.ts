/** `npm run bench`: every row of architecture.md section 6 that exists, as a table and in bench/latest.json. `--only a,b`, `--quick`, `--orders N`, `--customers N`, `--clicks N`. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type BenchRow, printTable } from './bench-table.ts';
import { keepLatest } from './latest.ts';
import { measureCustomerRead } from './measure-customer-read.ts';
import { measureDashboard } from './measure-dashboard.ts';
import { measureImport } from './measure-import.ts';
import { measureLogins } from './measure-logins.ts';
import { measureLadder, measureLargeBuyer, measureServer } from './measure-server.ts';
import { measureStart } from './measure-start.ts';

const TARGETS = {
  redirect: 'ratio ≥ 0.3, p99 < 25 ms',
  eventSingle: 'ratio ≥ 0.8',
  eventBatch: 'ratio ≥ 0.6',
  eventSingleLadder: 'beside eventSingle',
  eventBatchLadder: 'beside eventBatch',
  eventLargeReferrer: 'beside eventSingleLadder, for one referrer of 20,000 friends',
  eventLargeBuyer: 'beside eventSingleLadder, for one buyer of 20,000 orders',
  import: 'history ≤ 150 s, earn ≤ 300 s, RSS ≤ 400 MB at 1,000,000 orders',
  customerRead: 'p99 < 20 ms at 1,000,000 customers, 10,000,000 ledger rows',
  peopleSearch: 'p99 < 100 ms at 1,000,000 customers',
  dashboard: 'p99 < 100 ms over 1,000,000 orders, 10,000,000 clicks',
  redirectUnderLogins: 'p99 < 50 ms under 200 parallel sign-ins',
  start: 'first < 6 s, next < 3 s',
} as const;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean' },
    orders: { type: 'string' },
    customers: { type: 'string' },
    clicks: { type: 'string' },
  },
});
const only = values.only?.split(',') ?? Object.keys(TARGETS);
const isQuick = values.quick === true;
/** The budgets name 1,000,000; a smaller run says its size in its row. */
const orders = Number(values.orders ?? (isQuick ? 70_000 : 1_000_000));
const customers = Number(values.customers ?? (isQuick ? 20_000 : 1_000_000));
const clicks = Number(values.clicks ?? (isQuick ? 200_000 : 10_000_000));
const directory = mkdtempSync(join(tmpdir(), 'sarafan-bench-'));
// Open to the account PostgreSQL runs under for root: a database that has to move out of here would be left behind.
chmodSync(directory, 0o711);
const pace = { runs: isQuick ? 2 : 5, runMs: isQuick ? 1_500 : 4_000 };
const rows: Record<string, BenchRow> = {};
const isAsked = (...names: readonly string[]): boolean => names.some((name) => only.includes(name));
const place = (name: string): string => join(directory, name);

/** Measures what of it is asked for, telling so first, and keeps it. */
async function measure(names: readonly string[], work: () => Promise<Readonly<Record<string, BenchRow>>>): Promise<void> {
  if (!isAsked(...names)) return;
  process.stderr.write(`measuring ${names.join(', ')} …\n`);
  const measured = Object.fromEntries(Object.entries(await work()).filter(([name]) => isAsked(name)));
  Object.assign(rows, measured);
  if (!isQuick) await keepLatest(measured);
}

try {
  await measure(['redirect', 'eventSingle', 'eventBatch'], () => measureServer({ dataDirectory: place('server'), ...pace }));
  const many = isQuick ? 1_000 : 20_000;
  await measure(['eventSingleLadder', 'eventBatchLadder', 'eventLargeReferrer'], () =>
    measureLadder({ dataDirectory: place('ladder'), ...pace, many }),
  );
  await measure(['eventLargeBuyer'], () => measureLargeBuyer({ dataDirectory: place('buyer'), ...pace, many }));
  await measure(['redirectUnderLogins'], async () => ({
    redirectUnderLogins: await measureLogins({ dataDirectory: place('logins'), ...pace }),
  }));
  await measure(['start'], async () => ({ start: await measureStart({ directory, runs: isQuick ? 2 : 5 }) }));
  await measure(['import'], async () => ({ import: await measureImport({ directory, orders }) }));
  await measure(['customerRead', 'peopleSearch'], () => measureCustomerRead({ dataDirectory: place('read'), customers }));
  await measure(['dashboard'], async () => ({ dashboard: await measureDashboard({ dataDirectory: place('dashboard'), orders, clicks }) }));
  process.stdout.write(printTable(rows, TARGETS));
} finally {
  await rm(directory, { recursive: true, force: true });
}
