import { describe, expect, it } from 'vitest';
import { coupon, held, percent, program, returnWindow, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub } from './wire.ts';

async function shopOf(document: object = simple): Promise<ContractShop> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  await shop.member('anna', programId);
  return shop;
}

const nothing = { available: 0, held: 0, reserved: 0, debt: 0 };

describe('6.9 cancelling', () => {
  it('a paid order is a refund of the rest', async () => {
    const shop = await shopOf(held);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.refund('o-1', 'r-1', 40_000);
    await shop.cancel('o-1');
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ refunded: rub(100_000), cancelledAt: '2026-11-20T12:00:00.000Z' });
    expect(await shop.balance('anna')).toEqual(nothing);
    expect((await shop.cancel('o-1')).outcome).toBe('duplicate');
  });

  it('an unpaid order frees its coupon and its reservation', async () => {
    const shop = await shopOf(program([rule([to('buyer', coupon())])]));
    const { code } = (await shop.pay('o-1', 100_000)).rewards[0].benefit;
    await shop.give('friend', rub(5_000));
    const order = { id: 'o-2', total: rub(100_000) };
    await shop.do('POST', '/v1/checkout/check', { customer: { externalId: 'friend' }, order, couponCodes: [code], reserve: true });
    const reservation = await shop.reserve('friend', rub(5_000), { orderId: 'o-2' });
    await shop.place('o-2', 95_000);
    expect((await shop.get(`/v1/coupons/${code}`)).status).toBe('reserved');
    expect(await shop.balance('friend')).toMatchObject({ available: 0, reserved: 5_000 });
    await shop.cancel('o-2');
    expect((await shop.get(`/v1/coupons/${code}`)).status).toBe('issued');
    expect((await shop.get(`/v1/reservations/${reservation}`)).status).toBe('voided');
    expect(await shop.balance('friend')).toMatchObject({ available: 5_000, reserved: 0 });
  });

  it('an order paid in part frees what was reserved for the rest', async () => {
    const shop = await shopOf();
    await shop.give('friend', rub(5_000));
    await shop.pay('o-2', 95_000, { payment: { id: 'p-1', amount: 10_000 } });
    await shop.reserve('friend', rub(5_000), { orderId: 'o-2' });
    await shop.cancel('o-2');
    expect(await shop.balance('friend')).toMatchObject({ available: 5_000, reserved: 0 });
  });

  it('frees a reservation and a coupon that only the placed order names', async () => {
    const shop = await shopOf(program([rule([to('buyer', coupon())])]));
    const { code } = (await shop.pay('o-1', 100_000)).rewards[0].benefit;
    await shop.give('friend', rub(5_000));
    await shop.do('POST', '/v1/checkout/check', {
      customer: { externalId: 'friend' },
      order: { total: rub(100_000) },
      couponCodes: [code],
      reserve: true,
    });
    const reservation = await shop.reserve('friend', rub(5_000));
    await shop.place('o-2', 95_000, { coupons: [code], reservations: [reservation] });
    await shop.cancel('o-2');
    expect((await shop.get(`/v1/coupons/${code}`)).status).toBe('issued');
    expect(await shop.balance('friend')).toMatchObject({ available: 5_000, reserved: 0 });
  });
});

describe('6.9 before the payment', () => {
  it('a refund, a cancellation and a delivery are parked and applied with the payment', async () => {
    const shop = await shopOf(held);
    expect((await shop.refund('o-1', 'r-1', 25_000)).outcome).toBe('parked');
    expect((await shop.deliver('o-1', '2026-11-19T12:00:00Z')).outcome).toBe('parked');
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect(await shop.balance('anna')).toEqual({ ...nothing, held: 7_500 });
    expect((await shop.rewards('&status=held'))[0].heldUntil).toBe('2026-12-03T12:00:00.000Z');
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({
      deliveredAt: '2026-11-19T12:00:00.000Z',
      refunds: [{ id: 'r-1', amount: rub(25_000), cut: false }],
    });
  });

  it('a refund found too large is cut to what was paid and flagged', async () => {
    const shop = await shopOf();
    expect((await shop.refund('o-1', 'r-1', 250_000)).outcome).toBe('parked');
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect(answer.notes).toContainEqual({ kind: 'refund-cut', refundId: 'r-1', asked: '250000', applied: '100000' });
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'refunded', refunds: [{ amount: rub(100_000), cut: true }] });
    expect(await shop.balance('anna')).toEqual(nothing);
  });

  it('a refund in another currency than the order turns out to have is not applied, and flagged (3, 6.4)', async () => {
    const shop = await shopOf();
    const refund = { id: 'r-1', orderId: 'o-1', amount: { amountMinor: '1000', currency: 'JPY' } };
    expect((await shop.event({ type: 'order.refunded', refund })).outcome).toBe('parked');
    const inRoubles = await shop.send({ type: 'order.refunded', refund: { ...refund, amount: rub(1_000) } });
    expect([inRoubles.status, inRoubles.body.code]).toEqual([409, 'refund_conflict']);
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect(answer.notes).toContainEqual({ kind: 'refund-other-currency', refundId: 'r-1', asked: '1000', currency: 'JPY' });
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', refunded: rub(0), refunds: [] });
    await shop.refund('o-1', 'r-1', 1_000);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ refunded: rub(1_000) });
  });

  it('a refund in another currency of an order that is placed is refused at once', async () => {
    const shop = await shopOf();
    await shop.place('o-1', 100_000);
    const refund = { id: 'r-1', orderId: 'o-1', amount: { amountMinor: '1000', currency: 'USD' } };
    const refused = await shop.send({ type: 'order.refunded', refund });
    expect([refused.status, refused.body.code]).toEqual([422, 'mixed_currency']);
  });

  it('the same parked refund again is a duplicate, with another amount a conflict', async () => {
    const shop = await shopOf();
    await shop.refund('o-1', 'r-1', 1_000);
    expect((await shop.refund('o-1', 'r-1', 1_000)).outcome).toBe('duplicate');
    expect((await shop.tryRefund('o-1', 'r-1', 2_000)).body).toMatchObject({ status: 409, code: 'refund_conflict' });
  });
});

describe('6.9 too much, and twice', () => {
  it('F over P of a fully known order is 422 refund_exceeds_payment and takes nothing', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.refund('o-1', 'r-1', 60_000);
    const reply = await shop.tryRefund('o-1', 'r-2', 40_001);
    expect([reply.status, reply.body.code]).toEqual([422, 'refund_exceeds_payment']);
    expect(await shop.balance('anna')).toMatchObject({ available: 4_000 });
    expect((await shop.tryRefund('o-1', 'r-2', 40_000)).status).toBe(200);
  });

  it('the same refund id and amount is a duplicate, another amount 409 refund_conflict', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.refund('o-1', 'r-1', 30_000);
    expect((await shop.refund('o-1', 'r-1', 30_000)).outcome).toBe('duplicate');
    const conflict = await shop.tryRefund('o-1', 'r-1', 30_001);
    expect([conflict.status, conflict.body.code]).toEqual([409, 'refund_conflict']);
    expect(await shop.balance('anna')).toMatchObject({ available: 7_000 });
  });

  it('the part paid by credit counts in P and F', async () => {
    const shop = await shopOf(program([rule([to('buyer', percent(1000), { hold: returnWindow })])]));
    await shop.give('friend', rub(40_000));
    const id = await shop.reserve('friend', rub(40_000));
    await shop.pay('o-1', 100_000, { reservations: [id] });
    expect(await shop.balance('friend')).toEqual({ ...nothing, held: 6_000 });
    await shop.refund('o-1', 'r-1', 50_000);
    expect(await shop.balance('friend')).toEqual({ ...nothing, available: 20_000, held: 3_000 });
    expect((await shop.tryRefund('o-1', 'r-2', 50_001)).body).toMatchObject({ code: 'refund_exceeds_payment' });
  });
});
