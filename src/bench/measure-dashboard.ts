/** What the console asks first and what its queues ask, over years of orders and clicks: from rollups and bounded look-ups. */
import type { BenchRow } from './bench-table.ts';
import { runLoad } from './run-child.ts';
import { withBenchServer } from './run-server.ts';

const CONNECTIONS = 4;
const RUN_MS = 3_000;

const ASKED = {
  overview: '/v1/overview',
  checklist: '/v1/checklist',
  queues: '/v1/queues',
  lowStock: '/v1/queues/low-stock',
  decisions: '/v1/rewards?waitsFor=decision',
  deliveries: '/v1/rewards?waitsFor=delivery',
  claims: '/v1/friend-claims?status=open',
  reviews: '/v1/referrals/reviews',
  payouts: '/v1/payouts?status=proposed',
} as const;

export async function measureDashboard(options: {
  readonly dataDirectory: string;
  readonly orders: number;
  readonly clicks: number;
}): Promise<BenchRow> {
  const { dataDirectory, orders, clicks } = options;
  return withBenchServer(dataDirectory, { kind: 'past', orders, clicks }, async (ready) => {
    const row: Record<string, number> = { orders, clicks };
    let p99Ms = 0;
    for (const [what, path] of Object.entries(ASKED)) {
      const ask = (connections: number, durationMs: number) =>
        runLoad({ port: ready.port, path, key: ready.secretKey, connections, durationMs });
      // Nothing is kept between answers, so the first one is what a cold start gives.
      row[`${what}FirstMs`] = (await ask(1, 1)).p99Ms;
      await ask(CONNECTIONS, 500);
      const report = await ask(CONNECTIONS, RUN_MS);
      row[`${what}P50Ms`] = report.p50Ms;
      row[`${what}P99Ms`] = report.p99Ms;
      p99Ms = Math.max(p99Ms, report.p99Ms);
    }
    return { p99Ms, ...row };
  });
}
