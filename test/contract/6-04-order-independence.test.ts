import { describe, expect, it } from 'vitest';
import { credit, held, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { said } from './wire.ts';

async function shopOf(document: object = simple): Promise<ContractShop> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  await shop.member('anna', programId);
  return shop;
}

const DAY = '2026-11-10T09:00:00Z';
const DELIVERED = '2026-11-12T09:00:00Z';

/** What one order can send, each at its own time. */
const events = {
  paid: (shop: ContractShop) => shop.pay('o-1', 300_000, { id: 'paid', code: 'ANNA', at: DAY }),
  delivered: (shop: ContractShop) => shop.deliver('o-1', DELIVERED),
  refunded: (shop: ContractShop) => shop.refund('o-1', 'r-1', 100_000, '2026-11-14T09:00:00Z'),
  secondRefund: (shop: ContractShop) => shop.refund('o-1', 'r-2', 50_000, '2026-11-15T09:00:00Z'),
} as const;

describe('6.4 the events of one order', () => {
  it.each([
    ['paid', 'delivered', 'refunded', 'secondRefund'],
    ['delivered', 'paid', 'refunded', 'secondRefund'],
    ['refunded', 'delivered', 'secondRefund', 'paid'],
    ['secondRefund', 'refunded', 'paid', 'delivered'],
    ['paid', 'secondRefund', 'delivered', 'refunded'],
  ] as const)('end the same when they come as %s, %s, %s, %s', async (...order) => {
    const shop = await shopOf(held);
    for (const name of order) await events[name](shop);
    expect(await shop.rewardsOf('o-1')).toEqual(['friend issued 5000', 'referrer held 15000']);
    expect(await shop.balance('anna')).toEqual({ available: 0, held: 15_000, reserved: 0, debt: 0 });
    const [reward] = await shop.rewards('&status=held');
    expect(reward.heldUntil).toBe('2026-11-26T09:00:00.000Z');
  });

  it.each([
    ['paid', 'cancelled'],
    ['cancelled', 'paid'],
  ] as const)('end with nothing kept when they come as %s, %s', async (...order) => {
    const shop = await shopOf();
    for (const name of order) {
      if (name === 'paid') await events.paid(shop);
      else await shop.cancel('o-1', '2026-11-11T09:00:00Z');
    }
    expect(await shop.balance('anna')).toMatchObject({ available: 0, held: 0, debt: 0 });
    expect((await shop.get('/v1/orders/o-1')).refunded).toEqual({ amountMinor: '300000', currency: 'RUB' });
  });

  it.each([
    ['10:00', '12:00'],
    ['12:00', '10:00'],
  ])('make it paid by its latest payment when its halves of 10:00 and 12:00 come as %s, %s', async (...hours) => {
    const hold = { days: 3, from: 'payment' };
    const shop = await shopOf(program([rule([to('buyer', credit(500), { hold })])]));
    for (const hour of hours) {
      await shop.pay('o-1', 10_000, { payment: { id: hour, amount: 5_000 }, at: `2026-11-20T${hour}:00+03:00` });
    }
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', paidAt: '2026-11-20T09:00:00.000Z' });
    const [reward] = await shop.rewards();
    expect(reward.heldUntil).toBe('2026-11-23T09:00:00.000Z');
  });

  it('include order.placed, even after the payment', async () => {
    const shop = await shopOf(program([rule([to('buyer', credit(700))], { id: 'placed', on: 'order.placed' })]));
    await events.paid(shop);
    const placed = await shop.place('o-1', 300_000, { at: '2026-11-09T09:00:00Z' });
    expect(placed.outcome).toBe('processed');
    expect(said(placed)).toEqual(['buyer issued 700']);
    expect((await shop.get('/v1/orders/o-1')).placedAt).toBe('2026-11-09T09:00:00.000Z');
    expect((await shop.place('o-1', 300_000, { at: '2026-11-09T09:00:00Z' })).outcome).toBe('duplicate');
  });

  it('grant a rule on the delivery once, whether the delivery came before the payment or after it', async () => {
    const shop = await shopOf(program([rule([to('buyer', percent(100))], { id: 'delivered', on: 'order.delivered' })]));
    expect((await shop.deliver('o-1', DELIVERED)).outcome).toBe('parked');
    expect(said(await shop.pay('o-1', 300_000, { at: DAY }))).toEqual(['buyer issued 3000']);
    await shop.pay('o-2', 300_000, { at: DAY });
    expect(said(await shop.deliver('o-2', DELIVERED))).toEqual(['buyer issued 3000']);
    expect((await shop.deliver('o-2', '2026-11-13T09:00:00Z')).outcome).toBe('duplicate');
  });
});

describe('6.4 duplicates', () => {
  it('change nothing, however often they come', async () => {
    const shop = await shopOf();
    const first = await events.paid(shop);
    for (let again = 0; again < 5; again += 1) {
      expect(await events.paid(shop)).toEqual(first);
      expect((await shop.pay('o-1', 300_000, { code: 'ANNA', at: DAY })).outcome).toBe('duplicate');
    }
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000 });
  });
});

describe('6.4 touches before the lock', () => {
  it('give the same winner in every order of storing', async () => {
    const leads = [
      ['ANNA', '2026-11-05T12:00:00Z'],
      ['BORIS', '2026-11-07T12:00:00Z'],
      ['CLARA', '2026-11-06T12:00:00Z'],
    ] as const;
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    const boris = await shop.member('boris', programId);
    await shop.member('clara', programId);
    for (const [turn, order] of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ].entries()) {
      const friend = `friend-${turn}`;
      for (const index of order) {
        const [code, occurredAt] = leads[index] ?? leads[0];
        await shop.event({ type: 'referral.registered', occurredAt, customer: { externalId: friend }, attribution: { code } });
      }
      const answer = await shop.pay(`o-${turn}`, 100_000, { by: friend });
      expect(answer.attribution).toMatchObject({ referrerId: boris, by: 'lead' });
    }
  });
});

describe('6.4 what is decided once', () => {
  it('a late earlier order re-decides nothing and is marked late', async () => {
    const shop = await shopOf(program([rule([to('buyer', credit(500))], { if: newcomers })]));
    expect(said(await shop.pay('o-2', 100_000, { at: '2026-11-10T09:00:00Z' }))).toEqual(['buyer issued 500']);
    const late = await shop.pay('o-1', 100_000, { at: '2026-11-09T09:00:00Z' });
    expect(said(late)).toEqual([]);
    expect(late.notes).toContainEqual({ kind: 'late' });
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ isLate: true, number: 2, isNewCustomer: false });
    expect(await shop.get('/v1/orders/o-2')).toMatchObject({ isLate: false, number: 1, isNewCustomer: true });
    expect(await shop.balance('friend')).toMatchObject({ available: 500 });
  });

  it('a cap counts in stored order: the one stored second finds it full, though it happened first', async () => {
    const shop = await shopOf(
      program([
        rule([to('referrer', percent(1000)), to('friend', credit(100))], {
          if: newcomers,
          caps: { perReferrer: { count: 1, per: 'year' } },
        }),
      ]),
    );
    await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA', at: '2026-11-10T09:00:00Z' });
    const answer = await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA', at: '2026-11-09T09:00:00Z' });
    expect(said(answer)).toEqual(['friend issued 100']);
  });
});
