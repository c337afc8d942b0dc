import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { TenantId } from '../../src/domain/ids.ts';
import { currencyUnit } from '../../src/domain/ledger/unit.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import type { Intake } from '../../src/intake/submission.ts';
import { RestingItems } from '../../src/jobs/resting-items.ts';
import { runAllDueWork, runDueWork } from '../../src/jobs/run-due-work.ts';
import { shopsOfFile } from '../contract/file-shops.ts';
import { coupon, percent, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop as openContractShop } from '../contract/shop.ts';
import { openShop, paid, type Shop, submission } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

const INT64_MAX = 9_223_372_036_854_775_807n;
const NOW = new Date('2026-11-20T12:00:00Z');
const LATER = new Date('2026-12-20T12:00:00Z');
const LIMIT_MS = 60_000;

/** Every buyer gets ten per cent, a day after the payment. */
const heldForBuyers = program([rule([to('buyer', percent(1000), { hold: { days: 1, from: 'payment' } })])]);
const couponForBuyers = program([rule([to('buyer', coupon())])]);

const depsOf = ({ test, intake, clock }: Shop, other: Partial<Intake> = {}) => ({
  pool: test.database.pool,
  clock,
  intake: { submit: intake.submit, dryRun: intake.dryRun, read: intake.read, ...other },
});

async function buyAtOnce(shop: Shop, count: number, by: string, at = NOW): Promise<void> {
  const orders = Array.from({ length: count }, (_, n) => paid(`${by}-${n}`, 1_000n));
  const results = await shop.intake.submit(
    orders.map((body) => submission(shop.tenantId, body, { customer: { externalId: by }, at }, shop.clock.now())),
  );
  expect(results.filter(({ kind }) => kind === 'answered')).toHaveLength(count);
}

const heldRewards = async (shop: Shop): Promise<number> =>
  (await shop.rows('select 1 from reward where tenant_id = $1 and status = $2', [shop.tenantId, 'held'])).length;

describe('due work is done within 10 s of being due (contract.md 6.11)', () => {
  it('also behind more than a batch of things that the road refuses for ever, which are told of and not asked for every second', async () => {
    const shop = await openShop();
    await shop.publish(heldForBuyers);
    // What the rich one has earned fits on no account of theirs.
    await shop.answer(
      { type: 'adjustment.posted', unit: currencyUnit('RUB'), amount: INT64_MAX, expiresAt: null, reasonId: randomUUID() },
      { customer: { externalId: 'rich' } },
    );
    await buyAtOnce(shop, 520, 'rich');
    await buyAtOnce(shop, 3, 'buyer', new Date(NOW.getTime() + 60_000));
    shop.clock.set(LATER);
    let asked = 0;
    const deps = depsOf(shop, {
      submit: (submissions) => {
        asked += submissions.length;
        return shop.intake.submit(submissions);
      },
    });
    const run = { tenantIds: [shop.tenantId], resting: new RestingItems(), limitMs: LIMIT_MS };
    await expect(runAllDueWork(deps, run)).rejects.toThrow('amount_out_of_range');
    expect(await heldRewards(shop)).toBe(520);
    expect(asked).toBe(523);
    await buyAtOnce(shop, 1, 'another', NOW);
    await runAllDueWork(deps, run);
    expect(asked).toBe(524);
    expect(await heldRewards(shop)).toBe(520);
    // A process that starts anew knows nothing of what was refused.
    await runDueWork(deps, shop.tenantId);
    expect(asked).toBe(524 + 520);
    await expectSound(shop);
  });

  it('for every business in turn, however much another one has to do after a long stop', async () => {
    const { shop, other, deps } = await openTwo();
    await buy(shop, 1_100);
    await buy(other, 1);
    shop.setClock(LATER.toISOString());
    const turns: TenantId[] = [];
    const submit: Intake['submit'] = (submissions) => {
      turns.push(...new Set(submissions.map(({ tenantId }) => tenantId)));
      return deps.intake.submit(submissions);
    };
    const tenantIds = [shop.tenantId, other.tenantId];
    await runAllDueWork({ ...deps, intake: { ...deps.intake, submit } }, { tenantIds, resting: new RestingItems(), limitMs: LIMIT_MS });
    expect(turns.slice(0, 2).toSorted()).toEqual(tenantIds.toSorted());
    expect(turns).toHaveLength(4);
    expect(await shop.rewards('&status=held')).toEqual([]);
    expect(await other.rewards('&status=held')).toEqual([]);
  });

  it('for the others where one business fails, and by the next run where one has more to do than a run may take', async () => {
    const { shop, other, deps } = await openTwo();
    await buy(other, 600);
    shop.setClock(LATER.toISOString());
    const failing = new Proxy(deps.pool, {
      get: (target, name) => (name === 'query' ? queryUnlessOf(target, shop.tenantId) : Reflect.get(target, name)),
    });
    const run = { tenantIds: [shop.tenantId, other.tenantId], resting: new RestingItems() };
    await expect(runAllDueWork({ ...deps, pool: failing }, { ...run, limitMs: 1 })).rejects.toThrow('of this one');
    expect(await other.rewards('&status=held')).toHaveLength(100);
    await expect(runAllDueWork({ ...deps, pool: failing }, { ...run, limitMs: LIMIT_MS })).rejects.toThrow('of this one');
    expect(await other.rewards('&status=held')).toEqual([]);
  });
});

describe('an act of due work looks again under the tenant’s lock (contract.md 6.11, 6.16)', () => {
  it('and leaves a coupon alone that was locked anew after its first lock had ended', async () => {
    const shop = await openShop();
    await shop.publish(couponForBuyers);
    const { rewards } = await shop.answer(paid('o-1', 100_000n), { customer: { externalId: 'buyer' } });
    const code = rewards[0]?.benefit.code ?? '';
    const lock = (orderId: string, until: string) =>
      shop.answer({ type: 'coupon.reserved', codes: [code], orderId, until: new Date(until) }, { customer: { externalId: 'buyer' } });
    const stored = async () => (await shop.rows('select status, used_order_id, reserved_until from coupon'))[0];
    await lock('o-2', '2026-11-20T12:30:00Z');
    shop.clock.set(new Date('2026-11-20T12:30:00Z'));
    // Found as due, the coupon is locked for another order before the act is decided.
    const deps = depsOf(shop, {
      submit: async (submissions) => {
        if (submissions.some(({ source }) => source === 'job')) await lock('o-3', '2026-11-20T13:00:00Z');
        return shop.intake.submit(submissions);
      },
    });
    expect(await runDueWork(deps, shop.tenantId)).toBe(0);
    expect(await stored()).toEqual({ status: 'reserved', used_order_id: 'o-3', reserved_until: new Date('2026-11-20T13:00:00Z') });
    shop.clock.set(new Date('2026-11-20T12:59:59.999Z'));
    expect(await runDueWork(depsOf(shop), shop.tenantId)).toBe(0);
    shop.clock.set(new Date('2026-11-20T13:00:00Z'));
    // Both processes find it; one frees it, and the log says so once.
    const both = await Promise.all([runDueWork(depsOf(shop), shop.tenantId), runDueWork(depsOf(shop), shop.tenantId)]);
    expect(both.reduce((sum, done) => sum + done, 0)).toBe(1);
    expect(await stored()).toEqual({ status: 'issued', used_order_id: null, reserved_until: null });
    expect(await shop.rows("select 1 from event where type = 'coupon.released'")).toHaveLength(1);
    await expectSound(shop);
  });
});

/** Two businesses on one database and one road. */
async function openTwo() {
  const [shop, other] = [await openContractShop(), await openContractShop()];
  for (const each of [shop, other]) await each.publish(heldForBuyers);
  const { api } = await shopsOfFile();
  const { pool } = api.test.database;
  const intake = createIntake({ pool, clock: api.clock, onError: (error) => expect(error).toBeUndefined() });
  return { shop, other, deps: { pool, intake, clock: api.clock } };
}

async function buy(shop: ContractShop, count: number): Promise<void> {
  for (let from = 0; from < count; from += 500) {
    const events = Array.from({ length: Math.min(500, count - from) }, (_, n) => shop.order(`o-${from + n}`, 1_000));
    await shop.do('POST', '/v1/events', { events });
  }
}

function queryUnlessOf(pool: pg.Pool, tenantId: TenantId) {
  return (query: pg.QueryConfig) => (query.values?.[0] === tenantId ? Promise.reject(new Error('of this one')) : pool.query(query));
}
