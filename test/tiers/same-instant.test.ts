/** A clock that stands still between publications: each version's walk is its own (0-11, 0-16; I-36). */
import { expect, it } from 'vitest';
import { credit, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';

const name = { ru: 'Свой', en: 'Ours' };
const ladder = (paidOrders: number): object =>
  program([rule([to('buyer', credit(100))])], {
    enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 1 } }] },
    tiers: [{ id: 'ours', name, entry: { if: [{ paidOrders: { atLeast: paidOrders } }] } }],
  });

async function tierOf(shop: ContractShop, who: string): Promise<string | null> {
  return (await shop.customer(who)).memberships[0]?.tier?.id ?? null;
}

it('a version published in the instant of the walk before it moves everybody to where they stand under it', async () => {
  const shop = await openShop();
  await shop.pay('o-1', 100_000, { by: 'ira' });
  await shop.pay('o-2', 100_000, { by: 'oleg' });
  await shop.pay('o-3', 100_000, { by: 'oleg' });
  const programId = await shop.publish(ladder(2), shop.now);
  expect([await tierOf(shop, 'ira'), await tierOf(shop, 'oleg')]).toEqual([null, 'ours']);
  await shop.publishNext(programId, ladder(1));
  expect([await tierOf(shop, 'ira'), await tierOf(shop, 'oleg')]).toEqual(['ours', 'ours']);
  await shop.publishNext(programId, ladder(3));
  expect([await tierOf(shop, 'ira'), await tierOf(shop, 'oleg')]).toEqual([null, null]);
});
