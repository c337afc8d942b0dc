import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a server is filled with before it answers. */
export type ServerFill =
  | { readonly kind: 'nothing' }
  /** People with balances, lots and ten ledger rows each. */
  | { readonly kind: 'customers'; readonly customers: number }
  /** Years of orders, friends, rewards and clicks, with their rollups. */
  | { readonly kind: 'past'; readonly orders: number; readonly clicks: number }
  /** People of the business, all with one password. */
  | { readonly kind: 'staff'; readonly accounts: number; readonly password: string };

export interface BenchServerReady {
  readonly port: number;
  readonly secretKey: string;
  readonly tenantId: string;
}

/** Runs the server in a process of its own for as long as `work` takes. */
export async function withBenchServer<T>(
  dataDirectory: string,
  fill: ServerFill,
  work: (ready: BenchServerReady) => Promise<T>,
): Promise<T> {
  const child = fork(fileURLToPath(new URL('./bench-server.js', import.meta.url)), [dataDirectory, JSON.stringify(fill)], {
    execArgv: ['--max-semi-space-size=64'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    return await work(await readyOf(child));
  } finally {
    await stop(child);
  }
}

function readyOf(child: ChildProcess): Promise<BenchServerReady> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: BenchServerReady) => resolve(message));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
