import { describe, expect, it } from 'vitest';
import { atLeast, coupon, credit, percent, program, rule, to } from './programs.ts';
import { openShop } from './shop.ts';
import { refusals, rub, said, type Wire } from './wire.ts';

const cashback = (benefit: object, more: object = {}, terms: object = {}): object => program([rule([to('buyer', benefit)], more)], terms);
const tenth = cashback(percent(1000));

describe('6.7 the base', () => {
  it('is the total without delivery, with tax', async () => {
    const shop = await openShop();
    await shop.publish(tenth);
    expect(said(await shop.pay('o-1', 100_000, { delivery: 30_000, tax: 10_000 }))).toEqual(['buyer issued 7000']);
  });

  it('leaves tax out where the programme says so', async () => {
    const shop = await openShop();
    await shop.publish(cashback(percent(1000), {}, { percentOf: { tax: 'excluded' } }));
    expect(said(await shop.pay('o-1', 100_000, { delivery: 30_000, tax: 10_000 }))).toEqual(['buyer issued 6000']);
  });

  it('leaves out what reservations paid', async () => {
    const shop = await openShop();
    await shop.publish(tenth);
    await shop.give('friend', rub(25_000));
    const id = await shop.reserve('friend', rub(25_000));
    expect(said(await shop.pay('o-1', 100_000, { reservations: [id] }))).toEqual(['buyer issued 7500']);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', paid: rub(100_000), credit: rub(25_000) });
  });

  it('is never below zero', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', credit(500))], { if: [atLeast(1)] })]));
    await shop.give('friend', rub(25_000));
    const id = await shop.reserve('friend', rub(25_000));
    const answer = await shop.pay('o-1', 30_000, { delivery: 10_000, reservations: [id] });
    expect(refusals(answer)).toEqual(['buyer below-minimum']);
    expect(answer.refusals[0].missing).toEqual(rub(1));
  });

  it('is what paid.atLeast looks at, to the kopeck, and what `missing` counts from', async () => {
    const shop = await openShop();
    await shop.publish(cashback(credit(500), { if: [atLeast(100_000)] }));
    const below = await shop.pay('o-1', 109_999, { delivery: 10_000 });
    expect(below.refusals).toMatchObject([{ reason: 'below-minimum', missing: rub(1) }]);
    expect(said(await shop.pay('o-2', 110_000, { delivery: 10_000 }))).toEqual(['buyer issued 500']);
  });
});

describe('6.7 rounding', () => {
  it.each([
    [999, 99],
    [1_000, 100],
    [1_009, 100],
    [9, 0],
  ])('10 %% of %i kopecks is %i: down, once', async (total, amount) => {
    const shop = await openShop();
    await shop.publish(tenth);
    expect(said(await shop.pay('o-1', total))).toEqual(amount === 0 ? [] : [`buyer issued ${amount}`]);
  });

  it('counts exactly above 2^53', async () => {
    const shop = await openShop();
    await shop.publish(cashback(percent(10_000)));
    expect(said(await shop.pay('o-1', 9_007_199_254_740_993n))).toEqual(['buyer issued 9007199254740993']);
    expect((await shop.customer('friend')).balances[0].available).toBe('9007199254740993');
  });

  it('applies max after rounding', async () => {
    const shop = await openShop();
    await shop.publish(cashback(percent(1000, { max: rub(150) })));
    expect(said(await shop.pay('o-1', 1_509))).toEqual(['buyer issued 150']);
    expect(said(await shop.pay('o-2', 1_499))).toEqual(['buyer issued 149']);
  });

  it('gives whole points: 3 for each full 100 roubles, and 2 for 99.99', async () => {
    const shop = await openShop();
    const points = { kind: 'points', per: { amount: rub(10_000), points: '3' } };
    const programId = await shop.publish(cashback(points, {}, { points: { name: { ru: 'Баллы', en: 'Points' } } }));
    expect(said(await shop.pay('o-1', 10_000))).toEqual(['buyer issued 3']);
    expect(said(await shop.pay('o-2', 9_999))).toEqual(['buyer issued 2']);
    expect(await shop.balance('friend', `points:${programId}`)).toMatchObject({ available: 5 });
  });
});

describe('6.7 matching lines', () => {
  const teaShare = cashback(percent(10_000, { of: 'matchingLines' }), { if: [{ category: { in: ['tea'] } }] });
  const lines = (...totals: readonly [string, number][]): readonly object[] =>
    totals.map(([category, total]) => ({ sku: category, category, total: rub(total) }));

  it('share the base by largest remainder, ties by line order', async () => {
    const shop = await openShop();
    await shop.publish(teaShare);
    // 100 kopecks over three equal lines: 34, 33, 33.
    expect(said(await shop.pay('o-1', 100, { by: 'a', lines: lines(['tea', 50], ['cup', 50], ['cup', 50]) }))).toEqual(['buyer issued 34']);
    expect(said(await shop.pay('o-2', 100, { by: 'b', lines: lines(['cup', 50], ['tea', 50], ['cup', 50]) }))).toEqual(['buyer issued 33']);
    // 10 over 1:1:1:1:1:1:1 would be 1 each and three remainders to the first three.
    expect(
      said(
        await shop.pay('o-3', 10, {
          by: 'c',
          lines: lines(['cup', 1], ['cup', 1], ['tea', 1], ['tea', 1], ['cup', 1], ['cup', 1], ['cup', 1]),
        }),
      ),
    ).toEqual(['buyer issued 3']);
  });

  it('give nothing where no line matches', async () => {
    const shop = await openShop();
    await shop.publish(teaShare);
    expect(refusals(await shop.pay('o-1', 100, { lines: lines(['cup', 100]) }))).toEqual(['buyer condition-not-met']);
  });
});

describe('6.7 parts are cumulative', () => {
  const perPayment = program([rule([to('buyer', percent(1000), { accrue: 'perPayment' })])]);

  it('a contract of 300,000 paid in three parts accrues 10,000 three times (3-04)', async () => {
    const shop = await openShop();
    await shop.publish(perPayment);
    const total = 30_000_000;
    for (const part of [1, 2, 3]) {
      const answer = await shop.pay('contract', total, { payment: { id: `p-${part}`, amount: 10_000_000 } });
      expect(said(answer)).toEqual(['buyer issued 1000000']);
    }
    expect(await shop.balance('friend')).toMatchObject({ available: 3_000_000 });
  });

  it('rounds the sum, not each part: 33, 33 and 34 of 1,000 at 10 %', async () => {
    const shop = await openShop();
    await shop.publish(perPayment);
    const parts: Wire[] = [];
    for (const [id, amount] of [
      ['p-1', 333],
      ['p-2', 333],
      ['p-3', 334],
    ] as const)
      parts.push(said(await shop.pay('o-1', 1_000, { payment: { id, amount } })));
    expect(parts).toEqual([['buyer issued 33'], ['buyer issued 33'], ['buyer issued 34']]);
  });

  it('accrues nothing for a payment whose share is still below one kopeck, and all of it in the end', async () => {
    const shop = await openShop();
    await shop.publish(perPayment);
    expect(said(await shop.pay('o-1', 100, { payment: { id: 'p-1', amount: 9 } }))).toEqual([]);
    expect(said(await shop.pay('o-1', 100))).toEqual(['buyer issued 10']);
  });

  it('a rule that does not accrue waits for the last payment', async () => {
    const shop = await openShop();
    await shop.publish(tenth);
    expect(said(await shop.pay('o-1', 1_000, { payment: { id: 'p-1', amount: 999 } }))).toEqual([]);
    expect(said(await shop.pay('o-1', 1_000, { payment: { id: 'p-2', amount: 1 } }))).toEqual(['buyer issued 100']);
  });
});

describe('6.7 currencies', () => {
  it('an order in another one is stored and refused', async () => {
    const shop = await openShop();
    await shop.publish(tenth);
    const answer = await shop.pay('o-1', 100_000, { currency: 'KZT' });
    expect(refusals(answer)).toEqual(['buyer currency-not-in-program']);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ total: { amountMinor: '100000', currency: 'KZT' }, number: 1 });
  });

  it('one that ISO 4217 does not know is 422', async () => {
    const shop = await openShop();
    const reply = await shop.tryPay('o-1', 100_000, { currency: 'RUR' });
    expect([reply.status, reply.body.code]).toEqual([422, 'invalid_request']);
  });

  it('two in one order are 422 mixed_currency', async () => {
    const shop = await openShop();
    const order = { id: 'o-1', total: rub(100_000), delivery: { amountMinor: '100', currency: 'USD' } };
    const reply = await shop.send({ type: 'order.paid', customer: { externalId: 'friend' }, order });
    expect([reply.status, reply.body.code]).toEqual([422, 'mixed_currency']);
  });

  it('a coupon of the other currency is not taken for its number', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', coupon({ percent: undefined, amount: rub(500) }))])]));
    const { rewards } = await shop.pay('o-1', 100_000);
    const used = await shop.pay('o-2', 100_000, { currency: 'KZT', coupons: [rewards[0].benefit.code] });
    expect(refusals(used)).toContain('null currency-not-in-program');
    expect((await shop.get(`/v1/coupons/${rewards[0].benefit.code}`)).status).toBe('issued');
  });
});
