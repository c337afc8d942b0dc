import { describe, expect, it } from 'vitest';
import { credit, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { said } from './wire.ts';

const placing = program([
  rule([to('buyer', credit(500)), to('buyer', credit(70), { hold: { days: 3, from: 'payment' } })], { id: 'placed', on: 'order.placed' }),
  rule([to('buyer', credit(900))], { id: 'paid' }),
]);

async function shopOf(document = placing): Promise<ContractShop> {
  const shop = await openShop();
  await shop.publish(document);
  return shop;
}

const gone = ['buyer cancelled 0', 'buyer reversed 0'];

describe('6.9 an order cancelled unpaid', () => {
  it('loses what placing it earned', async () => {
    const shop = await shopOf();
    expect(said(await shop.place('o-1', 10_000))).toEqual(['buyer held 70', 'buyer issued 500']);
    await shop.cancel('o-1');
    expect(await shop.rewardsOf('o-1')).toEqual(gone);
    expect(await shop.balance('friend')).toMatchObject({ available: 0, held: 0, debt: 0 });
  });

  it('loses it as well when the cancellation is told first', async () => {
    const shop = await shopOf();
    expect((await shop.cancel('o-1')).outcome).toBe('parked');
    // Shown as it stands in the end of the decision, not as it was granted.
    expect(said(await shop.place('o-1', 10_000))).toEqual(gone);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'cancelled' });
  });

  it('keeps nothing of what is paid later', async () => {
    const shop = await shopOf();
    await shop.place('o-1', 10_000);
    await shop.cancel('o-1');
    await shop.pay('o-1', 10_000);
    expect(await shop.rewardsOf('o-1')).toEqual([...gone, 'buyer reversed 0']);
    expect(await shop.balance('friend')).toMatchObject({ available: 0, held: 0, debt: 0 });
  });

  it('sets back the referral it had moved, which then waits for another order', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', credit(500))], { on: 'order.placed', if: [] })]));
    await shop.member('anna', programId);
    await shop.event({ type: 'referral.registered', customer: { externalId: 'friend' }, attribution: { code: 'ANNA' } });
    const referral = async (): Promise<object> => (await shop.get('/v1/customers/anna/referrals')).items[0];
    await shop.place('o-1', 10_000);
    expect(await referral()).toMatchObject({ status: 'qualified', orderId: 'o-1' });
    await shop.cancel('o-1');
    expect(await referral()).toMatchObject({ status: 'started', orderId: null });
    await shop.place('o-2', 10_000);
    await shop.pay('o-2', 10_000);
    expect(await referral()).toMatchObject({ status: 'qualified', orderId: 'o-2' });
  });
});

describe('6.9 an order of the past', () => {
  it('gives back no more than was paid where its cancellation was told before it was imported', async () => {
    const shop = await openShop();
    expect((await shop.cancel('o-1')).outcome).toBe('parked');
    await shop.importOrder('o-1', 30_000n, { externalId: 'anna' }, '2026-10-01T00:00:00Z', 10_000n);
    const { paid, refunded } = await shop.get('/v1/orders/o-1');
    expect([paid.amountMinor, refunded.amountMinor]).toEqual(['30000', '30000']);
    await shop.cancel('o-1');
  });
});

describe('6.9 a parked refund', () => {
  it('that takes the reward back in the payment’s own decision is seen in its answer', async () => {
    const shop = await shopOf(program([rule([to('buyer', credit(900))])]));
    await shop.refund('o-1', 'r-1');
    expect(said(await shop.pay('o-1', 10_000))).toEqual(['buyer reversed 0']);
    await shop.refund('o-2', 'r-2', 5_000);
    expect(said(await shop.pay('o-2', 10_000))).toEqual(['buyer issued 450']);
  });
});
