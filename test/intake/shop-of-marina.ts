/** A shop with one referrer, and what tests of the road send to it. */
import type { EventBody } from '../../src/domain/events.ts';
import { openShop, paid, referAFriend, type Shop, type SubmitOptions } from '../support/shop.ts';

export type Item = readonly [EventBody, SubmitOptions];

/** So small that a few events waiting together make batches that follow one another. */
export const SMALL_BATCHES = { batchEvents: 2, crowdEvents: 2, halvedEvents: 2, turnEvents: 1, chainsAlone: 3 };

export async function openShopOfMarina(options: Parameters<typeof openShop>[0]): Promise<Shop> {
  const shop = await openShop(options);
  await shop.join('marina', await shop.publish(referAFriend), 'MARINA');
  return shop;
}

/** An order of a new friend of one referrer: each changes the same balance and caps. */
export function friendsOrder(n: number, code = 'MARINA'): Item {
  return [paid(`o-${n}`, 300_000n), { id: `e-${n}`, customer: { externalId: `friend-${n}` }, attribution: { code } }];
}

export function friendsOrders(count: number): Item[] {
  return Array.from({ length: count }, (_, n) => friendsOrder(n));
}
