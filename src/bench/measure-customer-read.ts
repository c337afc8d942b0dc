/** GET /v1/customers/{id} as the cabinet asks it, over a shop filled by SQL: each customer with lots, rewards and ten ledger rows. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchServerReady } from './bench-server.ts';
import type { BenchRow } from './bench-table.ts';
import { perSecond, runLoad } from './run-child.ts';

const CONNECTIONS = 16;
const RUN_MS = 10_000;

export async function measureCustomerRead(options: { readonly dataDirectory: string; readonly customers: number }): Promise<BenchRow> {
  const { child, ready } = await start(options);
  try {
    const ask = (durationMs: number) =>
      runLoad({
        port: ready.port,
        path: '/v1/customers/c-{n}',
        key: ready.secretKey,
        connections: CONNECTIONS,
        durationMs,
        from: 1,
        modulo: options.customers,
      });
    await ask(2_000);
    const report = await ask(RUN_MS);
    return {
      perSecond: perSecond(report),
      p99Ms: report.p99Ms,
      p50Ms: report.p50Ms,
      customers: options.customers,
      ledgerRows: options.customers * 10,
    };
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

async function start(options: {
  readonly dataDirectory: string;
  readonly customers: number;
}): Promise<{ child: ChildProcess; ready: BenchServerReady }> {
  const server = fileURLToPath(new URL('./bench-server.js', import.meta.url));
  const child = fork(server, [options.dataDirectory, String(options.customers)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ready = await new Promise<BenchServerReady>((resolve, reject) => {
    child.once('message', (message: BenchServerReady) => resolve(message));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { child, ready };
}
