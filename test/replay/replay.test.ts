import { beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '../../src/domain/ids.ts';
import { openShop, paid, referAFriend, refunded, type Shop } from '../support/shop.ts';
import { openTraffic } from '../support/shop-traffic.ts';
import { expectSound } from '../support/sound.ts';

describe('a replay of the log', () => {
  let shop: Shop;
  let programId: ProgramId;
  beforeAll(async () => {
    shop = await openShop();
    programId = await shop.publish(referAFriend);
    await shop.join('marina', programId, 'MARINA');
  });

  it('rebuilds rewards, refunds and parked events to the byte (2-11)', async () => {
    await shop.answer(paid('o-1', 300_000n), { customer: { externalId: 'oleg' }, attribution: { code: 'MARINA' } });
    await shop.answer(refunded('o-1', 'r-1', 100_000n));
    await shop.answer(refunded('o-2', 'r-2'));
    await shop.answer(paid('o-2', 9_007_199_254_740_993n), { customer: { externalId: 'inna' }, attribution: { code: 'MARINA' } });
    await shop.answer({ type: 'order.delivered', orderId: 'o-1' });
    await expectSound(shop);
  });
});

describe('random traffic of every kind', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'leaves sound books that a replay rebuilds, whatever batches it came in (seed %i)',
    async (seed) => {
      const shop = await openShop();
      const traffic = await openTraffic(shop, seed);
      await traffic.run(600);
      const kinds = await shop.rows<{ type: string }>('select distinct type from event');
      expect(kinds.length).toBeGreaterThan(25);
      await expectSound(shop);
    },
  );
});
