import { describe, expect, it } from 'vitest';
import { atLeast, coupon, credit, gift, held, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub, said, type Wire } from './wire.ts';

async function shopOf(document: object = simple): Promise<ContractShop> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  await shop.member('anna', programId);
  return shop;
}

/** Spends what a customer has, at a checkout. */
async function spend(shop: ContractShop, customer: string, minor: number): Promise<void> {
  const id = await shop.reserve(customer, rub(minor));
  await shop.do('POST', `/v1/reservations/${id}/capture`);
}

const nothing = { available: 0, held: 0, reserved: 0, debt: 0 };

describe('6.9 what a reward keeps', () => {
  it('is floor(reward × (P − F) ÷ P), over three parts down to zero (1-20)', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 99_990, { code: 'ANNA' });
    const kept: Wire[] = [];
    for (const [id, amount] of [
      ['r-1', 33_330],
      ['r-2', 33_331],
      ['r-3', 33_329],
    ] as const) {
      await shop.refund('o-1', id, amount);
      kept.push([(await shop.balance('anna')).available, (await shop.balance('friend')).available]);
    }
    // 9,999 × 66,660 ÷ 99,990 = 6,666; 9,999 × 33,329 ÷ 99,990 = 3,332.9; the friend's 10,000 likewise.
    expect(kept).toEqual([
      [6_666, 6_666],
      [3_332, 3_333],
      [0, 0],
    ]);
    expect(await shop.rewardsOf('o-1')).toEqual(['friend reversed 0', 'referrer reversed 0']);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'refunded', refunded: rub(99_990) });
  });

  it('lowers a held reward and keeps it held; the whole of it makes it cancelled', async () => {
    const shop = await shopOf(held);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.refund('o-1', 'r-1', 25_000);
    const [reward] = await shop.rewards('&status=held');
    expect(reward).toMatchObject({ benefit: { amount: rub(7_500) }, originalAmount: '10000', holdReasons: ['return-window'] });
    expect(await shop.balance('anna')).toEqual({ ...nothing, held: 7_500 });
    await shop.refund('o-1', 'r-2');
    expect(await shop.rewardsOf('o-1')).toEqual(['friend reversed 0', 'referrer cancelled 0']);
    expect(await shop.balance('anna')).toEqual(nothing);
  });

  it('reduces the newest legs first', async () => {
    const shop = await shopOf(program([rule([to('buyer', percent(1000), { accrue: 'perPayment' })])]));
    await shop.pay('o-1', 30_000, { payment: { id: 'p-1', amount: 10_000 } });
    await shop.pay('o-1', 30_000, { payment: { id: 'p-2', amount: 10_000 } });
    await shop.pay('o-1', 30_000, { payment: { id: 'p-3', amount: 10_000 } });
    await shop.refund('o-1', 'r-1', 15_000);
    const amounts = (await shop.rewards('&orderId=o-1')).map(({ benefit }) => Number(benefit.amount.amountMinor));
    expect(amounts).toEqual([1_000, 500, 0]);
  });
});

describe('6.9 what is tested again', () => {
  it('only amounts: a refund below the minimum reverses the rule whole', async () => {
    const shop = await shopOf(
      program([rule([to('referrer', percent(1000)), to('friend', credit(500))], { if: [...newcomers, atLeast(80_000)] })]),
    );
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.refund('o-1', 'r-1', 20_000);
    expect(await shop.rewardsOf('o-1')).toEqual(['friend issued 400', 'referrer issued 8000']);
    await shop.refund('o-1', 'r-2', 1);
    expect(await shop.rewardsOf('o-1')).toEqual(['friend reversed 0', 'referrer reversed 0']);
    expect((await shop.referralOf('anna', 'o-1')).status).toBe('reversed');
  });

  it('newness is not: a full refund of the first order does not reward the second', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.pay('o-2', 100_000);
    await shop.refund('o-1', 'r-1');
    expect(await shop.rewardsOf('o-2')).toEqual([]);
    expect((await shop.referralOf('anna', 'o-1')).status).toBe('reversed');
  });
});

describe('6.9 indivisible benefits', () => {
  const couponed = program([rule([to('buyer', coupon())]), rule([to('buyer', gift(7_000))], { id: 'gift' })]);

  it('stay at a part refund and are reversed at the last kopeck', async () => {
    const shop = await shopOf(couponed);
    const { rewards } = await shop.pay('o-1', 100_000);
    const { code } = rewards.find(({ benefit }: Wire) => benefit.kind === 'coupon').benefit;
    await shop.refund('o-1', 'r-1', 99_999);
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued coupon', 'buyer issued gift']);
    await shop.refund('o-1', 'r-2', 1);
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer reversed coupon', 'buyer reversed gift']);
    expect((await shop.get(`/v1/coupons/${code}`)).status).toBe('revoked');
  });

  it('are recorded as a loss when used', async () => {
    const shop = await shopOf(couponed);
    const { rewards } = await shop.pay('o-1', 100_000);
    const { code } = rewards.find(({ benefit }: Wire) => benefit.kind === 'coupon').benefit;
    const giftId = rewards.find(({ benefit }: Wire) => benefit.kind === 'gift').id;
    await shop.pay('o-2', 95_000, { coupons: [code] });
    await shop.do('POST', `/v1/rewards/${giftId}/deliver`, {});
    await shop.refund('o-1', 'r-1');
    const lost = await shop.rewards('&orderId=o-1');
    expect(lost.map(({ status, isLoss }) => [status, isLoss])).toEqual([
      ['reversed', true],
      ['reversed', true],
    ]);
    expect((await shop.get(`/v1/coupons/${code}`)).status).toBe('redeemed');
  });

  it('not used, are no loss', async () => {
    const shop = await shopOf(couponed);
    await shop.pay('o-1', 100_000);
    await shop.refund('o-1', 'r-1');
    expect((await shop.rewards('&orderId=o-1')).map(({ isLoss }) => isLoss)).toEqual([false, false]);
  });
});

describe('6.9 the order of taking', () => {
  it('credit goes back first: floor(credit × F ÷ P), to the lot it came from, all at the end', async () => {
    const shop = await shopOf();
    await shop.give('friend', rub(10_001), '2027-03-01T00:00:00Z');
    const id = await shop.reserve('friend', rub(10_001));
    await shop.pay('o-1', 30_000, { reservations: [id] });
    await shop.refund('o-1', 'r-1', 10_000);
    expect(await shop.lots('friend')).toMatchObject([{ remaining: '3333', expiresAt: '2027-03-01T00:00:00.000Z' }]);
    await shop.refund('o-1', 'r-2');
    expect(await shop.lots('friend')).toMatchObject([{ remaining: '10001', expiresAt: '2027-03-01T00:00:00.000Z' }]);
  });

  it('credit of a lot that expired meanwhile comes back for 30 days', async () => {
    const shop = await shopOf();
    await shop.give('friend', rub(10_000), '2026-11-25T00:00:00Z');
    const id = await shop.reserve('friend', rub(10_000));
    await shop.pay('o-1', 30_000, { reservations: [id] });
    await shop.advance('2026-12-01T09:00:00Z');
    await shop.refund('o-1', 'r-1');
    // 00:00 in Moscow after the 30th local day: the day of the refund, 1 December, is not counted.
    expect(await shop.lots('friend')).toMatchObject([{ remaining: '10000', expiresAt: '2026-12-31T21:00:00.000Z' }]);
  });

  it('then the reward’s own lot, then the member’s other lots by soonest expiry, then debt', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await spend(shop, 'anna', 6_000);
    await shop.give('anna', rub(1_500), '2027-01-01T00:00:00Z');
    await shop.give('anna', rub(1_000), '2026-12-01T00:00:00Z');
    // Taken 7,000: 4,000 of its own lot, 1,000 of the lot of December, 1,500 of January's, 500 owed.
    await shop.refund('o-1', 'r-1', 70_000);
    expect(await shop.balance('anna')).toEqual({ ...nothing, debt: 500 });
  });

  it('takes the soonest lot of the others first', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await spend(shop, 'anna', 10_000);
    await shop.give('anna', rub(6_000), '2027-01-01T00:00:00Z');
    await shop.give('anna', rub(1_000), '2026-12-01T00:00:00Z');
    await shop.refund('o-1', 'r-1', 30_000);
    expect(await shop.lots('anna')).toMatchObject([{ remaining: '4000', expiresAt: '2027-01-01T00:00:00.000Z' }]);
  });

  it('never takes what is reserved: the rest is debt', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.reserve('anna', rub(9_000));
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('anna')).toEqual({ available: 0, held: 0, reserved: 9_000, debt: 9_000 });
  });

  it('what becomes available pays the debt first', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await spend(shop, 'anna', 10_000);
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('anna')).toEqual({ ...nothing, debt: 10_000 });
    await shop.pay('o-2', 150_000, { by: 'second', code: 'ANNA' });
    expect(await shop.balance('anna')).toEqual({ ...nothing, available: 5_000 });
  });

  it('makes no debt where the programme clamps', async () => {
    const shop = await shopOf(program([rule([to('referrer', percent(1000))], { if: newcomers })], { shortfall: 'clamp' }));
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await spend(shop, 'anna', 10_000);
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('anna')).toEqual(nothing);
    expect(await shop.rewardsOf('o-1')).toEqual(['referrer reversed 0']);
  });

  it('makes no debt of what expired unspent', async () => {
    const shop = await shopOf(program([rule([to('referrer', percent(1000), { expiresAfterDays: 1 })], { if: newcomers })]));
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await spend(shop, 'anna', 4_000);
    await shop.advance('2026-11-25T00:00:00Z');
    expect(await shop.balance('anna')).toEqual(nothing);
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('anna')).toEqual({ ...nothing, debt: 4_000 });
  });
});

describe('6.9 caps and budgets', () => {
  const capped = (caps: object): object =>
    program([rule([to('referrer', credit(1_000)), to('friend', credit(10))], { if: newcomers, caps })]);

  it('a reversal frees the cap', async () => {
    const shop = await shopOf(capped({ perReferrer: { count: 1, per: 'year' } }));
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    expect(said(await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' }))).toEqual(['friend issued 10']);
    await shop.refund('o-1', 'r-1');
    expect(said(await shop.pay('o-3', 100_000, { by: 'f3', code: 'ANNA' }))).toEqual(['friend issued 10', 'referrer issued 1000']);
  });

  it('a part reversal frees its part of the budget', async () => {
    const shop = await shopOf(capped({ budget: rub(1_500) }));
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    expect((await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' })).refusals).toMatchObject([
      { reason: 'budget-exhausted' },
      { reason: 'budget-exhausted' },
    ]);
    await shop.refund('o-1', 'r-1', 52_000);
    // 1,010 became 480 + 4: 1,016 are free again.
    expect(said(await shop.pay('o-3', 100_000, { by: 'f3', code: 'ANNA' }))).toEqual(['friend issued 10', 'referrer issued 1000']);
  });
});
