/** Batches that are read while the one before them is decided (ADR 0020): nobody may be able to tell. */
import { describe, expect, it } from 'vitest';
import type { RunningIntake } from '../../src/intake/create-intake.ts';
import { openShop, paid, refunded, type Shop, submission } from '../support/shop.ts';
import { openTraffic } from '../support/shop-traffic.ts';
import { expectSound } from '../support/sound.ts';
import { watchedIntake } from '../support/watched-intake.ts';
import { friendsOrder, friendsOrders, type Item, openShopOfMarina, SMALL_BATCHES } from './shop-of-marina.ts';

const LIMITS = { ...SMALL_BATCHES, chainEvents: 60 };
const SEEDS = process.env['SARAFAN_SOAK'] === '1' ? 200 : 6;

interface Told {
  readonly outcome: string;
  readonly attribution?: { readonly by: string } | null;
  readonly rewards?: readonly unknown[];
}

/** Each event in a request of its own, all at once. */
async function submitAtOnce(shop: Shop, items: readonly Item[], intake: RunningIntake = shop.intake): Promise<readonly Told[]> {
  const now = shop.clock.now();
  const results = await Promise.all(items.map(([body, given]) => intake.submit([submission(shop.tenantId, body, given, now)])));
  return results.flat().map((result) => (result.kind === 'answered' ? JSON.parse(result.answer) : { outcome: result.problem.code }));
}

describe('random traffic of every kind in chains of small batches', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))('leaves sound books that a replay rebuilds (seed %i)', async (seed) => {
    const shop = await openShop({ limits: LIMITS });
    const traffic = await openTraffic(shop, seed, 'apart');
    await traffic.run(600);
    expect(shop.intake.counts().ahead).toBeGreaterThan(40);
    await expectSound(shop);
  });
});

describe('a batch that was read before the one in front of it was stored', () => {
  it('counts one referrer, one cap and one budget on from batch to batch', async () => {
    const shop = await openShopOfMarina({ limits: LIMITS });
    const told = await submitAtOnce(shop, friendsOrders(80));
    expect(shop.intake.counts().ahead).toBeGreaterThan(25);
    expect(told.every(({ outcome }) => outcome === 'processed')).toBe(true);
    // Twenty for the referrer (the cap of the year) and a coupon for each friend.
    expect(await shop.rows('select beneficiary, count(*)::integer as count from reward group by 1 order by 1')).toEqual([
      { beneficiary: 'friend', count: 80 },
      { beneficiary: 'referrer', count: 20 },
    ]);
    await expectSound(shop);
  });

  it('knows the customer, the order and the event of the batch before it', async () => {
    const shop = await openShopOfMarina({ limits: LIMITS });
    // Every order is told twice by events of their own, once more by the same event, and one customer buys again and again.
    const items = friendsOrders(30).flatMap((item, n): Item[] => [
      item,
      [paid(`o-${n}`, 300_000n), { id: `again-${n}`, customer: { externalId: `friend-${n}` } }],
      item,
      [paid(`later-${n}`, 150_000n), { id: `later-${n}`, customer: { externalId: 'friend-0' } }],
    ]);
    const told = await submitAtOnce(shop, items);
    expect(shop.intake.counts().ahead).toBeGreaterThan(25);
    expect(told.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(30);
    expect(await shop.rows('select 1 from event where event_id like $1', ['e-%'])).toHaveLength(30);
    expect(await shop.rows('select 1 from customer')).toHaveLength(31);
    const numbers = await shop.rows<{ number: number }>(
      `select number from shop_order where order_id like 'later-%' or order_id = 'o-0' order by number`,
    );
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, n) => n + 1));
    await expectSound(shop);
  });

  it('knows a code that the batch before it has made', async () => {
    const shop = await openShopOfMarina({ limits: LIMITS });
    const opening = (n: number): Item => [
      { type: 'customer.imported', code: `OLDCODE${n}`, opening: null },
      { id: `c-${n}`, customer: { externalId: `owner-${n}` } },
    ];
    // Two owners make a batch, and their friends buy in the one behind it.
    const items = Array.from({ length: 30 }, (_, n) => n * 2).flatMap((n) => [
      ...[opening(n), opening(n + 1)],
      ...[friendsOrder(n, `OLDCODE${n}`), friendsOrder(n + 1, `OLDCODE${n + 1}`)],
    ]);
    const told = await submitAtOnce(shop, items);
    expect(shop.intake.counts().ahead).toBeGreaterThan(25);
    expect(told.filter(({ attribution }) => attribution?.by === 'code')).toHaveLength(60);
    await expectSound(shop);
  });

  it('is read anew when an order is paid in one and taken back in another', async () => {
    const shop = await openShopOfMarina({ limits: LIMITS });
    const items = friendsOrders(40).flatMap((item, n): Item[] => [item, [refunded(`o-${39 - n}`, `r-${n}`, 100_000n), { id: `r-${n}` }]]);
    const told = await submitAtOnce(shop, items);
    expect(told.filter(({ outcome }) => outcome !== 'processed' && outcome !== 'parked')).toEqual([]);
    expect(await shop.rows('select 1 from parked_event')).toEqual([]);
    expect(await shop.rows('select sum(amount_minor)::integer as sum from refund')).toEqual([{ sum: 4_000_000 }]);
    await expectSound(shop);
  });
});

describe('a chain that breaks', () => {
  it.each([3, 40, 77])('names the one event that the database cannot store and stores all others (event %i)', async (poisonous) => {
    const errors: unknown[] = [];
    const shop = await openShopOfMarina({ limits: LIMITS, onError: (error) => errors.push(error) });
    const items = friendsOrders(80);
    items[poisonous] = [paid('no\u0000text', 300_000n), { id: 'poison', customer: { externalId: 'somebody' } }];
    const told = await submitAtOnce(shop, items);
    expect(told.flatMap(({ outcome }, index) => (outcome === 'processed' ? [] : [[index, outcome]]))).toEqual([
      [poisonous, 'internal_error'],
    ]);
    expect(errors).toHaveLength(1);
    await expectSound(shop);
  });

  it('stores everything once when its connection is cut again and again', async () => {
    const shop = await openShopOfMarina({ limits: LIMITS });
    const owner = await shop.test.database.connectAsOwner();
    const cut = async (): Promise<void> => {
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user and datname = current_database() and state <> 'idle'`,
      );
    };
    const told = submitAtOnce(shop, friendsOrders(300));
    for (let n = 0; n < 6; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      await cut();
    }
    expect((await told).filter(({ outcome }) => outcome !== 'processed')).toEqual([]);
    await owner.end();
    expect(await shop.rows('select 1 from shop_order')).toHaveLength(300);
    await expectSound(shop);
  });

  it('is decided anew when another process has stored something in between', async () => {
    const shop = await openShopOfMarina({ limits: LIMITS });
    const other = watchedIntake({ pool: shop.test.database.pool, clock: shop.clock, limits: LIMITS });
    const items = friendsOrders(200);
    // Both are told of every order.
    const [left, right] = await Promise.all([submitAtOnce(shop, items), submitAtOnce(shop, [...items].reverse(), other)]);
    expect([...left, ...right].filter(({ outcome }) => outcome !== 'processed')).toEqual([]);
    expect([...right].reverse()).toEqual(left);
    expect(shop.intake.counts().overtaken + other.counts().overtaken).toBeGreaterThan(0);
    expect(await shop.rows('select 1 from shop_order')).toHaveLength(200);
    await expectSound(shop);
  });
});
