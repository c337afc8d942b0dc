/** What the shop is told of a basket is what the order then gets: with credit, with several coupons, with a gift on hold. */
import { describe, expect, it } from 'vitest';
import { check } from './checkout-check.ts';
import { atLeast, coupon, gift, percent, points, program, returnWindow, rule, to } from './programs.ts';
import { openShop } from './shop.ts';
import { rub, said, type Wire } from './wire.ts';

const named = { points: { name: { ru: 'Баллы', en: 'Points' } } };
const document = program(
  [
    rule([to('buyer', points(10))], { id: 'always', if: [] }),
    rule([to('buyer', percent(1000))], { id: 'tenth', if: [] }),
    rule([to('buyer', gift(100))], { id: 'gift', if: [atLeast(50_000)] }),
  ],
  named,
);

const announced = ({ benefits }: Wire): readonly string[] =>
  benefits.map(({ ruleId, benefit }: Wire) => `${ruleId} ${benefit.amount?.amountMinor ?? benefit.amount?.points ?? benefit.kind}`).sort();
const granted = ({ rewards }: Wire): readonly string[] => announced({ benefits: rewards });
const reasons = ({ refusals }: Wire): readonly unknown[] => refusals.map(({ ruleId, reason, missing }: Wire) => [ruleId, reason, missing]);

describe('6.16 a basket paid with credit', () => {
  for (const [title, total, delivery, spent] of [
    ['in part', 100_000, 20_000, 10_000],
    ['for more than the goods', 130_000, 30_000, 110_000],
    ['whole', 100_000, 0, 100_000],
  ] as const) {
    it(`${title} is told what its order gets`, async () => {
      const shop = await openShop();
      await shop.publish(document);
      await shop.give('friend', rub(200_000));
      const told = await check(shop, total, { delivery, credit: spent });
      expect([told.total, told.toPay, told.credit.used]).toEqual([rub(total), rub(total - spent), rub(spent)]);
      const paid = await shop.pay('o-1', total, { delivery, reservations: [await shop.reserve('friend', rub(spent))] });
      expect(granted(paid)).toEqual(announced(told));
      expect(reasons(paid)).toEqual(reasons(told));
    });
  }

  it('that an amount of its own pays whole still gives what asks for nothing', async () => {
    const shop = await openShop();
    await shop.publish(document);
    await shop.give('friend', rub(200_000));
    const told = await check(shop, 100_000, { credit: 150_000 });
    expect([told.toPay, told.credit.used]).toEqual([rub(0), rub(100_000)]);
    expect(announced(told)).toEqual(['always 10']);
    expect(reasons(told)).toContainEqual(['gift', 'below-minimum', rub(50_000)]);
  });
});

describe('6.16 several coupons', () => {
  it('each take what the check says they take: the parts are the whole', async () => {
    const shop = await openShop();
    const terms = { stackable: true };
    const free = { ...terms, percent: undefined, freeDelivery: true };
    await shop.publish(
      program([
        rule([to('buyer', coupon(terms)), to('buyer', coupon({ ...terms, percent: { basisPoints: 1000 } })), to('buyer', coupon(free))], {
          if: [{ orderNumber: { is: 1 } }],
        }),
        rule([to('buyer', coupon({ use: 'thisOrder', percent: { basisPoints: 2000 }, validDays: undefined }))], {
          id: 'now',
          if: [{ orderNumber: { is: 2 } }],
        }),
      ]),
    );
    const { rewards } = await shop.pay('o-1', 100_000);
    const coupons = rewards.map(({ benefit }: Wire) => benefit.code);
    const told = await check(shop, 130_000, { delivery: 30_000, coupons });
    expect(told.coupons.map(({ discount }: Wire) => discount)).toEqual([rub(5_000), rub(9_500), rub(30_000)]);
    expect([told.discount, told.deliveryDiscount, told.total]).toEqual([rub(31_600), rub(30_000), rub(68_400)]);
  });
});

describe('6.16 a gift on hold', () => {
  it('is announced, and not yet to be packed: it would be given twice', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', gift(100), { hold: returnWindow })], { if: [] })]));
    const told = await check(shop, 100_000);
    expect([told.gifts, announced(told)]).toEqual([[], ['rule gift']]);
    expect(said(await shop.pay('o-1', 100_000))).toEqual(['buyer held gift']);
  });
});

describe('6.16 a coupon locked for a basket without an id', () => {
  it('can be locked for the order the basket becomes, which alone may use it then', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', coupon())], { if: [{ orderNumber: { is: 1 } }] })]));
    const coupons = [(await shop.pay('o-1', 100_000)).rewards[0].benefit.code];
    await check(shop, 100_000, { coupons, reserve: true });
    const told = await check(shop, 100_000, { coupons, reserve: true, id: 'o-2' });
    expect([told.total, told.coupons.length]).toEqual([rub(95_000), 1]);
    expect(reasons(await check(shop, 100_000, { coupons, reserve: true, id: 'o-3' }))).toContainEqual([null, 'coupon-used', null]);
    await shop.pay('o-2', 95_000, { coupons });
    expect(await shop.get(`/v1/coupons/${coupons[0]}`)).toMatchObject({ status: 'redeemed', usedOrderId: 'o-2' });
  });
});
