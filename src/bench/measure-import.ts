/** The CDNOW orders, repeated under new ids, through the import command; once as history and once earning. */

import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { BenchRow } from './bench-table.ts';
import { runCommand } from './run-child.ts';

const FIXTURE = 'test/fixtures/cdnow-orders.csv';

export async function measureImport(options: { readonly directory: string; readonly orders: number }): Promise<BenchRow> {
  const file = join(options.directory, 'orders.csv');
  await repeatOrders(file, options.orders);
  const history = await importInto(join(options.directory, 'history'), file, []);
  const earn = await importInto(join(options.directory, 'earn'), file, ['--earn']);
  return {
    orders: options.orders,
    perSecond: options.orders / history.seconds,
    historySeconds: history.seconds,
    earnSeconds: earn.seconds,
    earnPerSecond: options.orders / earn.seconds,
    rssMaxMb: Math.max(history.rssMaxMb, earn.rssMaxMb),
  };
}

async function importInto(dataDirectory: string, file: string, flags: readonly string[]) {
  const env = { ...process.env, SARAFAN_DATA: dataDirectory };
  // The tenant exists once a key has been asked for; `--earn` needs a programme to earn by.
  await runCommand(['dist/bench/prepare-import.js', dataDirectory, flags.length > 0 ? 'earn' : 'history'], env, rssMb);
  return runCommand(['dist/cli/main.js', 'import', 'orders', file, '--json', ...flags], env, rssMb);
}

/** Copies of the file under new order and customer ids, in date order as shops export them: line by line across the copies. */
async function repeatOrders(file: string, orders: number): Promise<void> {
  const out = createWriteStream(file);
  const lines = createInterface({ input: createReadStream(FIXTURE) });
  let isHeader = true;
  let written = 0;
  const copies = Math.ceil(orders / 69_659);
  for await (const line of lines) {
    if (isHeader) {
      out.write(`${line}\n`);
      isHeader = false;
      continue;
    }
    for (let copy = 0; copy < copies && written < orders; copy += 1) {
      const [orderId, customerId, ...rest] = line.split(',');
      written += 1;
      if (!out.write(`${orderId}-${copy},${customerId}-${copy},${rest.join(',')}\n`)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
}

function rssMb(pid: number): number {
  // A process that has just ended has no status any more.
  const status = readStatus(pid);
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024;
}

function readStatus(pid: number): string {
  return process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
}
