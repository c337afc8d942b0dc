import { describe, expect, it } from 'vitest';
import { paid, refunded, type Shop, submission } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';
import { friendsOrder, friendsOrders, type Item, openShopOfMarina } from './shop-of-marina.ts';

const EVENTS = 200;

async function submitAtOnce(shop: Shop, items: readonly Item[]): Promise<readonly string[]> {
  const results = await shop.intake.submit(items.map(([body, given]) => submission(shop.tenantId, body, given, shop.clock.now())));
  return results.map((result) => (result.kind === 'answered' ? JSON.parse(result.answer).outcome : result.problem.code));
}

describe('a batch whose first half is written while the second is decided', () => {
  it('stores once what both halves change, and what waited in the first half for the second or from the batch before', async () => {
    const errors: unknown[] = [];
    const shop = await openShopOfMarina({ onError: (error) => errors.push(error) });
    await submitAtOnce(shop, [[refunded('o-150', 'r-before', 100_000n), { id: 'before' }]]);
    const items = friendsOrders(EVENTS);
    items[10] = [refunded('o-160', 'r-first-half'), { id: 'e-10' }];
    items[120] = [refunded('o-20', 'r-second-half', 100_000n), { id: 'e-120' }];
    const outcomes = await submitAtOnce(shop, items);
    expect(outcomes[10]).toBe('parked');
    expect(outcomes.filter((outcome) => outcome !== 'processed')).toHaveLength(1);
    expect(await shop.rows('select 1 from parked_event')).toEqual([]);
    expect(await shop.rows('select order_id, amount_minor from refund order by order_id')).toEqual([
      { order_id: 'o-150', amount_minor: 100_000n },
      { order_id: 'o-160', amount_minor: 300_000n },
      { order_id: 'o-20', amount_minor: 100_000n },
    ]);
    expect(errors).toEqual([]);
    await expectSound(shop);
  });

  it.each([7, EVENTS - 7])('names the one event that the database cannot store and stores all others (event %i)', async (poisonous) => {
    const errors: unknown[] = [];
    const shop = await openShopOfMarina({ onError: (error) => errors.push(error) });
    const items = friendsOrders(EVENTS);
    items[poisonous] = [paid('no\u0000text', 300_000n), { id: 'poison', customer: { externalId: 'somebody' } }];
    const outcomes = await submitAtOnce(shop, items);
    expect(outcomes.flatMap((outcome, index) => (outcome === 'processed' ? [] : [[index, outcome]]))).toEqual([
      [poisonous, 'internal_error'],
    ]);
    expect(errors).toHaveLength(1);
    await expectSound(shop);
  });
});

describe('what makes a batch', () => {
  /** How many events each transaction has stored, in order. */
  const batchesOf = async (shop: Shop): Promise<readonly number[]> =>
    (
      await shop.rows<{ size: string }>(
        `select count(*)::text as size from event where type = 'order.paid' group by xmin order by min(sequence)`,
      )
    ).map(({ size }) => Number(size));

  it('is everything of one request, and half of a crowd of requests', async () => {
    const shop = await openShopOfMarina({});
    await submitAtOnce(
      shop,
      Array.from({ length: 400 }, (_, n) => friendsOrder(n)),
    );
    expect(await batchesOf(shop)).toEqual([400]);
    await Promise.all(Array.from({ length: 400 }, (_, n) => submitAtOnce(shop, [friendsOrder(1_000 + n)])));
    expect(await batchesOf(shop)).toEqual([400, 200, 128, 72]);
    await expectSound(shop);
  });
});
