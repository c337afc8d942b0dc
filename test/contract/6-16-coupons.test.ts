import { describe, expect, it } from 'vitest';
import { check } from './checkout-check.ts';
import { coupon, credit, percent, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { refusals, rub, said, type Wire } from './wire.ts';

const couponed = (more: object = {}, terms: object = {}): object =>
  program([rule([to('buyer', coupon(more))], { if: [{ orderNumber: { is: 1 } }], ...terms })]);

async function shopOf(document: object = couponed()): Promise<{ shop: ContractShop; code: string }> {
  const shop = await openShop();
  await shop.publish(document);
  const { rewards } = await shop.pay('o-1', 100_000);
  return { shop, code: rewards[0].benefit.code };
}

const status = async (shop: ContractShop, code: string): Promise<string> => (await shop.get(`/v1/coupons/${code}`)).status;

describe('6.16 what a coupon takes off', () => {
  it('a percent of the goods before the coupon, without delivery, rounded down', async () => {
    const { shop, code } = await shopOf();
    const checked = await check(shop, 123_019, { delivery: 23_000, coupons: [code] });
    expect(checked).toMatchObject({ discount: rub(5_000), deliveryDiscount: rub(0), total: rub(118_019) });
  });

  it('at most max', async () => {
    const { shop, code } = await shopOf(couponed({ max: rub(3_000) }));
    expect(await check(shop, 100_000, { coupons: [code] })).toMatchObject({ discount: rub(3_000) });
  });

  it('an amount, but never more than the goods cost', async () => {
    const { shop, code } = await shopOf(couponed({ percent: undefined, amount: rub(7_000) }));
    expect(await check(shop, 100_000, { coupons: [code] })).toMatchObject({ discount: rub(7_000) });
    expect(await check(shop, 7_500, { delivery: 2_500, coupons: [code] })).toMatchObject({ discount: rub(5_000), total: rub(2_500) });
  });

  it('the delivery, up to max', async () => {
    const { shop, code } = await shopOf(couponed({ percent: undefined, freeDelivery: true, max: rub(2_000) }));
    expect(await check(shop, 103_000, { delivery: 3_000, coupons: [code] })).toMatchObject({
      discount: rub(0),
      deliveryDiscount: rub(2_000),
      total: rub(101_000),
    });
  });

  it('splits over lines by largest remainder, ties by line order', async () => {
    const { shop, code } = await shopOf(couponed({ percent: undefined, amount: rub(100) }));
    const lines = [1, 2, 3].map((sku) => ({ sku: String(sku), total: rub(1_000) }));
    const checked = await check(shop, 3_000, { coupons: [code], lines });
    expect(checked.lines.map(({ discount }: Wire) => discount.amountMinor)).toEqual(['34', '33', '33']);
  });
});

describe('6.16 when a coupon works', () => {
  it('on the next order: it is redeemed there, and its reward too', async () => {
    const { shop, code } = await shopOf();
    const used = await shop.pay('o-2', 95_000, { coupons: [code.toLowerCase()] });
    expect(refusals(used)).toEqual(['buyer wrong-order-number']);
    expect(await status(shop, code)).toBe('redeemed');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer redeemed coupon']);
  });

  it('not on the order that caused it (1-04)', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', coupon())], { on: 'order.placed' })]));
    const { code } = (await shop.place('o-1', 100_000)).rewards[0].benefit;
    const answer = await shop.pay('o-1', 100_000, { coupons: [code] });
    expect(refusals(answer)).toEqual(['null coupon-next-order-only']);
    expect(await status(shop, code)).toBe('issued');
  });

  it('not twice', async () => {
    const { shop, code } = await shopOf();
    await shop.pay('o-2', 95_000, { coupons: [code] });
    const again = await shop.pay('o-3', 95_000, { coupons: [code] });
    expect(refusals(again)).toContain('null coupon-used');
    expect(again.outcome).toBe('processed');
  });

  it('not for somebody else', async () => {
    const { shop, code } = await shopOf();
    expect(refusals(await shop.pay('o-2', 95_000, { by: 'stranger', coupons: [code] }))).toContain('null coupon-not-yours');
    expect(await status(shop, code)).toBe('issued');
  });

  it('not when nobody knows it', async () => {
    const { shop } = await shopOf();
    const answer = await shop.pay('o-2', 95_000, { coupons: ['NOSUCHCOUPON'] });
    expect(answer.outcome).toBe('processed');
    expect(refusals(answer)).toContain('null coupon-unknown');
  });

  it('until 90 days of local time have passed, to the instant, job run or not', async () => {
    const { shop, code } = await shopOf();
    expect((await shop.get(`/v1/coupons/${code}`)).validUntil).toBe('2027-02-18T12:00:00.000Z');
    shop.setClock('2027-02-18T12:00:00Z');
    const late = await shop.pay('o-2', 95_000, { coupons: [code], at: '2027-02-18T12:00:00Z' });
    expect(refusals(late)).toContain('null coupon-expired');
    expect(refusals(await shop.pay('o-3', 95_000, { coupons: [code], at: '2027-02-18T11:59:59.999Z' }))).not.toContain(
      'null coupon-expired',
    );
    expect(await status(shop, code)).toBe('redeemed');
  });

  it('expires by the job, and its reward with it', async () => {
    const { shop, code } = await shopOf();
    await shop.advance('2027-02-18T12:00:00Z');
    expect(await status(shop, code)).toBe('expired');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer expired coupon']);
  });
});

describe('6.16 one coupon an order', () => {
  async function twoCoupons(more: object): Promise<{ shop: ContractShop; codes: readonly string[] }> {
    const shop = await openShop();
    await shop.publish(
      program([
        rule([to('buyer', coupon(more)), to('buyer', coupon({ ...more, percent: { basisPoints: 1000 } }))], {
          if: [{ orderNumber: { is: 1 } }],
        }),
      ]),
    );
    const { rewards } = await shop.pay('o-1', 100_000);
    return { shop, codes: rewards.map(({ benefit }: Wire) => benefit.code) };
  }

  it('unless stackable: the second is refused and stays', async () => {
    const { shop, codes } = await twoCoupons({});
    const answer = await shop.pay('o-2', 95_000, { coupons: codes });
    expect(answer.refusals.filter(({ ruleId }: Wire) => ruleId === null)).toHaveLength(1);
    expect(await Promise.all(codes.map((code) => status(shop, code)))).toEqual(['redeemed', 'issued']);
  });

  it('stackable ones go together, the second on what the first left', async () => {
    const { shop, codes } = await twoCoupons({ stackable: true });
    expect(await check(shop, 100_000, { coupons: codes })).toMatchObject({ discount: rub(14_500), total: rub(85_500) });
    await shop.pay('o-2', 85_500, { coupons: codes });
    expect(await Promise.all(codes.map((code) => status(shop, code)))).toEqual(['redeemed', 'redeemed']);
  });
});

describe('6.16 reserved coupons', () => {
  it('are locked for one order until the deadline', async () => {
    const { shop, code } = await shopOf();
    await check(shop, 100_000, { coupons: [code], reserve: true, id: 'o-2' });
    expect(await status(shop, code)).toBe('reserved');
    expect(refusals(await shop.pay('o-3', 95_000, { coupons: [code] }))).toContain('null coupon-used');
    await shop.pay('o-2', 95_000, { coupons: [code] });
    expect(await status(shop, code)).toBe('redeemed');
  });

  it('come back by release and by the deadline', async () => {
    const { shop, code } = await shopOf();
    await check(shop, 100_000, { coupons: [code], reserve: true, id: 'o-2' });
    await shop.do('POST', `/v1/coupons/${code}/release`);
    expect(await status(shop, code)).toBe('issued');
    const { reservedUntil } = await check(shop, 100_000, { coupons: [code], reserve: true, id: 'o-2' });
    await shop.advance(reservedUntil);
    expect(await status(shop, code)).toBe('issued');
  });
});

describe('6.16 after a refund', () => {
  it('of the whole order that used it, before its expiry, it is issued again', async () => {
    const { shop, code } = await shopOf();
    await shop.pay('o-2', 95_000, { coupons: [code] });
    await shop.refund('o-2', 'r-1', 94_999);
    expect(await status(shop, code)).toBe('redeemed');
    await shop.refund('o-2', 'r-2', 1);
    expect(await status(shop, code)).toBe('issued');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued coupon']);
    await shop.pay('o-3', 95_000, { coupons: [code] });
    expect(await status(shop, code)).toBe('redeemed');
  });

  it('after its expiry it is not', async () => {
    const { shop, code } = await shopOf();
    await shop.pay('o-2', 95_000, { coupons: [code] });
    shop.setClock('2027-02-18T12:00:00Z');
    await shop.refund('o-2', 'r-1');
    expect(await status(shop, code)).toBe('expired');
  });

  it('of an order that it paid whole, or its cancellation, whichever is told first (6.4, 6.9)', async () => {
    const { shop, code } = await shopOf(couponed({ percent: undefined, amount: rub(50_000) }));
    await shop.pay('o-2', 0, { coupons: [code] });
    expect(await status(shop, code)).toBe('redeemed');
    await shop.cancel('o-2');
    expect(await status(shop, code)).toBe('issued');
    await shop.pay('o-3', 0, { coupons: [code] });
    await shop.refund('o-3', 'r-3');
    expect(await status(shop, code)).toBe('issued');
    await shop.place('o-4', 0);
    await shop.cancel('o-4');
    await shop.pay('o-4', 0, { coupons: [code] });
    expect(await status(shop, code)).toBe('issued');
    await shop.refund('o-5', 'r-5');
    await shop.pay('o-5', 0, { coupons: [code] });
    expect(await status(shop, code)).toBe('issued');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued 50000']);
  });

  it('of the order that earned it while it is used: a loss, and a refund of the using order returns nothing', async () => {
    const { shop, code } = await shopOf();
    await shop.pay('o-2', 95_000, { coupons: [code] });
    await shop.refund('o-1', 'r-1');
    await shop.refund('o-2', 'r-2');
    expect(await status(shop, code)).toBe('revoked');
    expect((await shop.rewards('&orderId=o-1'))[0]).toMatchObject({ status: 'reversed', isLoss: true });
  });
});

describe('6.16 thisOrder benefits', () => {
  const welcome = program([
    rule([to('buyer', { kind: 'coupon', percent: { basisPoints: 1000 }, use: 'thisOrder' })], { if: [{ newCustomer: true }] }),
  ]);

  it('are announced by the check and by a dry run, and recorded redeemed when paid', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    expect(await check(shop, 120_000, { delivery: 20_000 })).toMatchObject({ discount: rub(10_000), total: rub(110_000) });
    const dry = await shop.post('/v1/events/dry-run', shop.order('o-1', 110_000, { delivery: 20_000 }));
    expect(dry.body.rewards).toMatchObject([{ benefit: { kind: 'coupon', use: 'thisOrder', percent: { basisPoints: 1000 } } }]);
    const paid = await shop.pay('o-1', 110_000, { delivery: 20_000 });
    expect(said(paid)).toEqual(['buyer redeemed coupon']);
    expect(paid.rewards[0].benefit).toMatchObject({ use: 'thisOrder', discount: rub(10_000) });
  });

  it('a gift is packed: issued until delivered', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', { kind: 'gift', sku: 'SAMPLE', cost: rub(900) })])]));
    expect((await check(shop, 100_000)).gifts).toEqual([{ sku: 'SAMPLE', ruleId: 'rule' }]);
    const paid = await shop.pay('o-1', 100_000);
    expect(paid.rewards).toMatchObject([{ status: 'issued', benefit: { kind: 'gift', sku: 'SAMPLE', cost: rub(900) } }]);
    await shop.do('POST', `/v1/rewards/${paid.rewards[0].id}/deliver`, {});
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer delivered gift']);
  });

  it('free delivery is recorded redeemed', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', { kind: 'coupon', freeDelivery: true, use: 'thisOrder' })])]));
    expect(await check(shop, 103_000, { delivery: 3_000 })).toMatchObject({ deliveryDiscount: rub(3_000), total: rub(100_000) });
    expect(said(await shop.pay('o-1', 100_000))).toEqual(['buyer redeemed coupon']);
  });
});

describe('6.16 the check and the order', () => {
  it('agree when the shop sends what it was told: coupon, credit and cashback', async () => {
    const shop = await openShop();
    await shop.publish(
      program([
        rule([to('buyer', coupon())], { id: 'first', if: [{ orderNumber: { is: 1 } }] }),
        rule([to('buyer', percent(1000))], { id: 'cashback', if: [{ orderNumber: { atLeast: 2 } }] }),
      ]),
    );
    const { code } = (await shop.pay('o-1', 100_000)).rewards[0].benefit;
    await shop.give('friend', rub(20_000));
    const checked = await check(shop, 100_000, { coupons: [code], credit: 20_000 });
    expect(checked).toMatchObject({ total: rub(95_000), toPay: rub(75_000), credit: { used: rub(20_000), available: rub(20_000) } });
    expect(checked.benefits).toMatchObject([{ ruleId: 'cashback', benefit: { amount: rub(7_500) } }]);
    const id = await shop.reserve('friend', rub(20_000));
    expect(said(await shop.pay('o-2', 95_000, { coupons: [code], reservations: [id] }))).toEqual(['buyer issued 7500']);
  });

  it('a check takes nothing', async () => {
    const { shop, code } = await shopOf();
    await shop.give('friend', rub(5_000));
    await check(shop, 100_000, { coupons: [code], credit: 5_000 });
    expect(await status(shop, code)).toBe('issued');
    expect(await shop.balance('friend')).toMatchObject({ available: 5_000, reserved: 0 });
  });

  it('announces a coupon for the next order without a code: this one would never exist', async () => {
    const shop = await openShop();
    await shop.publish(couponed());
    const [announced] = (await check(shop, 100_000)).benefits;
    expect(announced.benefit).toMatchObject({ kind: 'coupon', use: 'nextOrder' });
    expect(announced.benefit).not.toHaveProperty('code');
    expect((await shop.pay('o-1', 100_000)).rewards[0].benefit.code).toEqual(expect.any(String));
  });

  it('tells a friend about to order what their code brings, and what is missing', async () => {
    const shop = await openShop();
    const programId = await shop.publish(
      program([rule([to('referrer', percent(1000)), to('friend', credit(500))], { if: [{ paid: { atLeast: rub(100_000) } }] })]),
    );
    await shop.member('anna', programId);
    expect((await check(shop, 100_000, { code: 'anna' })).benefits).toMatchObject([
      { beneficiary: 'referrer' },
      { beneficiary: 'friend', benefit: { amount: rub(500) } },
    ]);
    expect((await check(shop, 60_000, { code: 'anna' })).refusals).toMatchObject([
      { reason: 'below-minimum', missing: rub(40_000) },
      { reason: 'below-minimum' },
    ]);
  });
});
