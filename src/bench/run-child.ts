import { fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadOrder, LoadReport } from './http-load.ts';

/** Runs the load of an order in its own process. Rejects when the server answered anything unexpected: a fast error is no speed. */
export async function runLoad(
  order: Partial<LoadOrder> & Pick<LoadOrder, 'port' | 'path' | 'connections' | 'durationMs'>,
): Promise<LoadReport> {
  const full: LoadOrder = {
    method: 'GET',
    key: null,
    paths: null,
    events: null,
    signIns: null,
    patience: null,
    from: 0,
    modulo: 1,
    expectStatus: 200,
    ...order,
  };
  const child = fork(fileURLToPath(new URL('./http-load.js', import.meta.url)));
  const report = await new Promise<LoadReport>((resolve, reject) => {
    child.once('message', (message: LoadReport) => resolve(message));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the load ended with ${code} before its report`)));
    child.send(full);
  });
  if (report.wrong > 0)
    throw new Error(`${report.wrong} of ${report.answered} answers to ${order.path} were not ${full.expectStatus}: ${report.firstWrong}`);
  return report;
}

export function perSecond(report: LoadReport, each = 1): number {
  return (report.answered * each * 1_000) / report.elapsedMs;
}

export interface CommandRun {
  readonly seconds: number;
  readonly rssMaxMb: number;
  readonly stdout: string;
}

/** Runs a command to its end, sampling the memory of its own process. */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv, rssOf: (pid: number) => number): Promise<CommandRun> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  let rssMaxMb = 0;
  child.stdout.on('data', (part: Buffer) => {
    stdout += part.toString('utf8');
  });
  const sampling = setInterval(() => {
    if (child.pid !== undefined) rssMaxMb = Math.max(rssMaxMb, rssOf(child.pid));
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(sampling);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - startedMs) / 1_000, rssMaxMb, stdout };
}
