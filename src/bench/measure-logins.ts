/** Links while a crowd signs in to the console: hashing a password is the dearest thing the server does. */
import { type BenchRow, median } from './bench-table.ts';
import type { LoadReport } from './http-load.ts';
import { BENCH_PROGRAM, prepareShop, REFERRERS } from './prepare-shop.ts';
import { perSecond, runLoad } from './run-child.ts';
import { withBenchServer } from './run-server.ts';

const REDIRECT_CONNECTIONS = 64;
const SIGN_INS_AT_ONCE = 200;
const ACCOUNTS = 5_000;
const PASSWORD = 'медовый чай на закате';
/** Who is told that the line is too long tries again after this. */
const PAUSE_MS = 1_000;

export async function measureLogins(options: {
  readonly dataDirectory: string;
  readonly runs: number;
  readonly runMs: number;
}): Promise<BenchRow> {
  const { dataDirectory, runs, runMs } = options;
  return withBenchServer(dataDirectory, { kind: 'staff', accounts: ACCOUNTS, password: PASSWORD }, async (ready) => {
    await prepareShop(ready, BENCH_PROGRAM);
    const redirect = (durationMs: number): Promise<LoadReport> =>
      runLoad({
        port: ready.port,
        path: '/r/BENCH{n}X',
        connections: REDIRECT_CONNECTIONS,
        durationMs,
        modulo: REFERRERS,
        expectStatus: 302,
      });
    const signIn = (durationMs: number): Promise<LoadReport> =>
      runLoad({
        port: ready.port,
        method: 'POST',
        path: '/v1/console/sign-in',
        connections: SIGN_INS_AT_ONCE,
        durationMs,
        signIns: { accounts: ACCOUNTS, password: PASSWORD },
        patience: { status: 429, pauseMs: PAUSE_MS },
      });
    await redirect(1_000);
    const alone: LoadReport[] = [];
    const crowded: LoadReport[] = [];
    const crowds: LoadReport[] = [];
    for (let run = 0; run < runs; run += 1) {
      alone.push(await redirect(runMs));
      // The crowd is there before the first friend and after the last.
      const crowd = signIn(runMs + 2_000);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      crowded.push(await redirect(runMs));
      crowds.push(await crowd);
    }
    return {
      perSecond: median(crowded.map((report) => perSecond(report))),
      p99Ms: median(crowded.map((report) => report.p99Ms)),
      p50Ms: median(crowded.map((report) => report.p50Ms)),
      aloneP99Ms: median(alone.map((report) => report.p99Ms)),
      alonePerSecond: median(alone.map((report) => perSecond(report))),
      signInsPerSecond: median(crowds.map((report) => (report.answered * 1_000) / report.elapsedMs)),
      turnedAway: crowds.reduce((sum, report) => sum + report.turnedAway, 0),
    };
  });
}
