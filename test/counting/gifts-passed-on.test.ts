import { describe, expect, it } from 'vitest';
import type { ContractShop } from '../contract/shop.ts';
import type { Wire } from '../contract/wire.ts';
import { addMember, openTemplateShop } from '../templates/template-shop.ts';
import { type GiftProgram, GiftShop, type Happening, MUG, ordersOf, STANDING, TENTH, TOTAL } from './gift-shop.ts';

const RULES: readonly (readonly [string, GiftProgram])[] = [true, false].flatMap((isHeld) =>
  (['order.paid', 'referral.qualified'] as const).map((on) => {
    const name = `${isHeld ? 'held' : 'free'} reward of ${on}`;
    return [name, { benefit: MUG, number: 1, isHeld, on, hasTier: false }] as const;
  }),
);

function play(rules: GiftProgram, happenings: readonly Happening[]): GiftShop {
  const shop = new GiftShop(rules);
  for (const happening of happenings) shop.happen(happening);
  shop.happen('wait');
  return shop;
}

function standing(shop: GiftShop) {
  return shop.gifts().filter(({ status }) => STANDING.has(status));
}

describe.each(RULES)('the first friend’s %s', (_name, rules) => {
  it('is there once for the one friend left, whatever comes first: the refund of the other, the order, the end of the hold (0-16, 0-17)', () => {
    for (const order of ordersOf(['link 1', 'pay 1', 'refund 1', 'link 2', 'pay 2', 'wait'])) {
      const shop = play(rules, order);
      expect(
        standing(shop).map(({ friendId }) => friendId?.slice(-1)),
        order.join(', '),
      ).toEqual(['2']);
      expect(shop.gifts().length, order.join(', ')).toBeLessThanOrEqual(2);
    }
  });

  it('is there once among three, and gone with the last one (0-16, 0-17)', () => {
    for (const order of ordersOf(['pay 1', 'refund 1', 'pay 2', 'refund 2', 'pay 3', 'wait'])) {
      const shop = play(rules, order);
      expect(
        standing(shop).map(({ friendId }) => friendId?.slice(-1)),
        order.join(', '),
      ).toEqual(['3']);
      shop.happen('refund 3');
      expect(standing(shop), order.join(', ')).toEqual([]);
    }
  });
});

describe('a friend who came under the rules of a tier', () => {
  const rules: GiftProgram = { benefit: MUG, number: 1, isHeld: true, on: 'order.paid', hasTier: true };

  it('takes a place, but never takes the gift from the next friend of the rule (0-16, 0-21)', () => {
    let passedOver = 0;
    for (const order of ordersOf(['link 1', 'pay 1', 'refund 1', 'link 2', 'pay 2', 'pay 3', 'wait'])) {
      const shop = play(rules, order);
      const friends = shop.friendsOfTheRule();
      expect(standing(shop), order.join(', ')).toHaveLength(friends.length === 0 ? 0 : 1);
      if (friends.length > 0 && !friends.includes(2)) passedOver += 1;
    }
    expect(passedOver).toBeGreaterThan(10);
  });

  it('leaves it waiting until one comes: the third friend gets what the first one’s refund freed (0-16)', () => {
    const shop = play(rules, ['link 1', 'pay 1', 'wait', 'link 2', 'pay 2', 'refund 1', 'pay 3']);
    expect(shop.friendsOfTheRule()).toEqual([3]);
    expect(standing(shop).map(({ friendId }) => friendId?.slice(-1))).toEqual(['3']);
    shop.happen('refund 3');
    expect(standing(shop)).toEqual([]);
  });
});

describe('a share for the first friend', () => {
  const rules: GiftProgram = { benefit: TENTH, number: 1, isHeld: false, on: 'order.paid', hasTier: false };

  it('passed on is that of the next friend’s order, and falls with its part refunds, before and after (0-17)', () => {
    for (const order of ordersOf(['pay 1', 'refund 1', 'pay 2', 'half 2'])) {
      const [gift, ...others] = standing(play(rules, order));
      expect(others).toEqual([]);
      expect(gift?.benefit, order.join(', ')).toMatchObject({ kind: 'credit', amount: TOTAL / 20n, originalAmount: TOTAL / 10n });
    }
  });
});

describe('Marina’s first friend, over HTTP', () => {
  const bring = (shop: ContractShop, number: number) => shop.pay(`order-${number}`, 300_000, { by: `friend-${number}`, code: 'MARINA' });
  const seats = async (shop: ContractShop): Promise<readonly string[]> =>
    (await shop.rewards())
      .filter(({ benefit }: Wire) => benefit.perk === 'webinar')
      .map(({ orderId, status }: Wire) => `${orderId} ${status}`)
      .sort();
  const tierOf = async (shop: ContractShop): Promise<string | null> => (await shop.customer('marina')).memberships[0].tier.id;

  it('leaves the seat to the second one, whose money is not safe either (0-16)', async () => {
    const { shop } = await openTemplateShop('three-levels');
    await addMember(shop, 'marina', 'Марина');
    await bring(shop, 1);
    await bring(shop, 2);
    expect(await tierOf(shop)).toBeNull();
    await shop.refund('order-1', 'r-1');
    expect(await seats(shop)).toEqual(['order-1 cancelled', 'order-2 held']);
    await shop.advance('2026-12-12T12:00:00Z');
    expect(await seats(shop)).toEqual(['order-1 cancelled', 'order-2 issued']);
    expect(await tierOf(shop)).toBe('active');
    await shop.refund('order-2', 'r-2');
    expect(await seats(shop)).toEqual(['order-1 cancelled', 'order-2 reversed']);
    await bring(shop, 3);
    expect(await seats(shop)).toEqual(['order-1 cancelled', 'order-2 reversed', 'order-3 held']);
  });

  it('leaves it waiting past a friend brought as an active referrer, who has a bonus instead (0-16, 0-21)', async () => {
    const { shop, programId } = await openTemplateShop('three-levels');
    await addMember(shop, 'marina', 'Марина');
    await bring(shop, 1);
    await shop.advance('2026-12-12T12:00:00Z');
    await bring(shop, 2);
    await shop.refund('order-1', 'r-1');
    expect(await tierOf(shop)).toBeNull();
    expect(await seats(shop)).toEqual(['order-1 reversed']);
    const third = await bring(shop, 3);
    expect(third.refusals).toEqual([]);
    expect(await seats(shop)).toEqual(['order-1 reversed', 'order-3 held']);
    await bring(shop, 4);
    await shop.refund('order-3', 'r-3');
    expect(await seats(shop)).toEqual(['order-1 reversed', 'order-3 cancelled', 'order-4 held']);
    const report = await shop.get(`/v1/programs/${programId}/perks/webinar`);
    expect(report).toMatchObject({ left: 99, reserved: 1, given: 0, revoked: 2 });
  });
});
