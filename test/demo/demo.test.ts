import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { demoGuide } from '../../src/demo/demo-guide.ts';
import { type DemoReport, fillDemo } from '../../src/demo/fill-demo.ts';
import { runDueWork } from '../../src/jobs/run-due-work.ts';
import { readOverview } from '../../src/overview/read-overview.ts';
import { buildOnce, createDataDirectory, waitForLine, watch } from '../support/sarafan-process.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

async function pour(shop: Shop): Promise<DemoReport> {
  const { intake, tenantId, clock, test } = shop;
  return fillDemo({
    intake,
    tenantId,
    now: clock.now(),
    runDueWork: async (at) => {
      await runDueWork({ pool: test.database.pool, intake, clock: { now: () => at } }, tenantId);
    },
  });
}

describe('the demo (3-25)', () => {
  it('tells a story with every state in it, in books that a replay rebuilds', async () => {
    const shop = await openShop();
    const report = await pour(shop);
    expect(report.customers).toBeGreaterThan(250);
    expect(report.orders).toBeGreaterThan(400);
    for (const example of [
      'selfReferralOrderId',
      'pausedReferrerOrderId',
      'partPaymentsOrderId',
      'refundedOrderId',
      'couponCode',
      'heldRewardId',
      'debtor',
    ] as const) {
      expect(report.examples[example], example).toBeTypeOf('string');
    }
    const statuses = async (table: string) =>
      (await shop.rows<{ status: string }>(`select distinct status from ${table} order by 1`)).map(({ status }) => status);
    expect(await statuses('reward')).toEqual(expect.arrayContaining(['cancelled', 'held', 'issued', 'redeemed', 'reversed']));
    expect(await statuses('coupon')).toEqual(expect.arrayContaining(['issued', 'redeemed', 'revoked']));
    expect(await statuses('referral')).toEqual(expect.arrayContaining(['ordered', 'qualified', 'reversed']));
    expect(await statuses('membership')).toEqual(['active', 'paused']);
    expect(await shop.rows('select 1 from balance where debt > 0')).not.toEqual([]);
    expect((await shop.rows('select distinct by from attribution order by by')).length).toBeGreaterThanOrEqual(5);
    const [newest] = await shop.rows<{ newest: Date; oldest: Date }>(
      `select max(paid_at) as newest, min(paid_at) as oldest from shop_order where origin = 'live'`,
    );
    expect(newest?.newest.getTime()).toBeLessThanOrEqual(shop.clock.now().getTime());
    expect(shop.clock.now().getTime() - Number(newest?.newest)).toBeLessThan(48 * 3_600_000);
    // All of it was stored today; hardly anything of it happened today.
    const { today, funnel } = await readOverview(shop.test.database.kysely, shop.tenantId, shop.clock.now());
    for (const count of [today.orders, today.customers, today.visits, today.referrals, today.rewards]) expect(count).toBeLessThan(15);
    expect(funnel.channels.reduce((sum, { ordered }) => sum + ordered, 0)).toBeGreaterThan(15);
    await expectSound(shop);
  });

  it('is the same at every start', async () => {
    const told = async (): Promise<unknown> => {
      const shop = await openShop();
      await pour(shop);
      return shop.rows(
        `select o.order_id, p.external_id, o.total_minor, o.paid_at, (select count(*) from reward r where r.order_id = o.order_id) as rewards
         from shop_order o join person p using (tenant_id, customer_id) order by 1`,
      );
    };
    expect(await told()).toEqual(await told());
  });

  it('ends with lines to paste', async () => {
    const shop = await openShop();
    const guide = demoGuide(await pour(shop), { url: 'http://127.0.0.1:3000', secretKey: 'sk_x' });
    expect(guide).toContain('KEY=sk_x');
    expect(guide).toContain('curl -s -H "Authorization: Bearer $KEY" \'http://127.0.0.1:3000/v1/customers/c-marina\'');
    expect(guide).not.toContain('undefined');
  });

  it('is poured at the first start only, and every line of its guide is answered', async () => {
    buildOnce();
    const dataDirectory = createDataDirectory();
    const start = async (...flags: string[]) => {
      const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
      const env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', PORT: '0', SARAFAN_DATA: dataDirectory };
      const process = watch(spawn(execPath, [main, ...flags], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] }));
      return { ...process, ready: JSON.parse(await waitForLine(process.child, process.output)) };
    };
    const first = await start('--json', '--demo');
    const { url, secretKey, demo } = first.ready;
    expect(demo.customers).toBeGreaterThan(250);
    const paths = [...demoGuide(demo, { url, secretKey }).matchAll(/'(http[^']+)'/g)].map(([, address]) => String(address));
    expect(paths.length).toBeGreaterThanOrEqual(12);
    for (const address of paths) {
      const reply = await fetch(address, { headers: { authorization: `Bearer ${secretKey}` } });
      expect([address, reply.status]).toEqual([address, 200]);
    }
    first.child.kill('SIGTERM');
    await first.exited;
    const second = await start('--json', '--demo');
    expect(second.ready.demo).toBe('not-empty');
    second.child.kill('SIGTERM');
    await second.exited;
  });
});
