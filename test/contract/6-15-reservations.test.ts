import { describe, expect, it } from 'vitest';
import { percent, points, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { refusals, rub, said } from './wire.ts';

const tenth = program([rule([to('buyer', percent(1000))])]);

async function shopOf(minor: number, expiresAt?: string): Promise<ContractShop> {
  const shop = await openShop();
  await shop.publish(tenth);
  await shop.give('friend', rub(minor), expiresAt);
  return shop;
}

describe('6.15 reserve, capture, void', () => {
  it('order.paid captures what it names, once', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(4_000));
    expect(await shop.balance('friend')).toMatchObject({ available: 6_000, reserved: 4_000 });
    await shop.pay('o-1', 10_000, { reservations: [id, id] });
    expect(await shop.get(`/v1/reservations/${id}`)).toMatchObject({ status: 'captured', orderId: 'o-1' });
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', credit: rub(4_000), payments: [{ amount: rub(6_000) }] });
    expect(await shop.balance('friend')).toMatchObject({ available: 6_600, reserved: 0 });
    expect((await shop.post(`/v1/reservations/${id}/capture`)).body.status).toBe('captured');
    expect(await shop.balance('friend')).toMatchObject({ available: 6_600 });
  });

  it('/capture pays an order already placed, and may complete it', async () => {
    const shop = await shopOf(10_000);
    await shop.place('o-1', 10_000);
    await shop.pay('o-1', 10_000, { payment: { id: 'p-1', amount: 6_000 } });
    const id = await shop.reserve('friend', rub(4_000), { orderId: 'o-1' });
    await shop.do('POST', `/v1/reservations/${id}/capture`);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', paid: rub(10_000), credit: rub(4_000) });
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued 600']);
  });

  it('/capture before anybody has told of the order pays it all the same, in whatever order it is told (6.4, 6.7, 6.9)', async () => {
    for (const told of [[], ['placed']]) {
      const shop = await shopOf(10_000);
      const id = await shop.reserve('friend', rub(4_000));
      await shop.do('POST', `/v1/reservations/${id}/capture`, { orderId: 'o-1' });
      if (told.length > 0) await shop.place('o-1', 10_000);
      await shop.pay('o-1', 10_000);
      expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', credit: rub(4_000), payments: [{ amount: rub(6_000) }] });
      expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued 600']);
      await shop.refund('o-1', 'r-1');
      expect(await shop.balance('friend')).toMatchObject({ available: 10_000, reserved: 0, debt: 0 });
    }
  });

  it('/capture of the whole of an order that is told of later pays it when it is placed', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(10_000));
    await shop.do('POST', `/v1/reservations/${id}/capture`, { orderId: 'o-1' });
    await shop.place('o-1', 10_000);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', credit: rub(10_000) });
  });

  it('/capture again says so once more and stores nothing, and for another order it is refused', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(4_000));
    const sequences = async (): Promise<number> => (await shop.get('/v1/events?limit=100')).items.length;
    await shop.do('POST', `/v1/reservations/${id}/capture`, { orderId: 'o-1' });
    const before = await sequences();
    expect((await shop.post(`/v1/reservations/${id}/capture`, { orderId: 'o-1' })).body).toMatchObject({
      status: 'captured',
      orderId: 'o-1',
    });
    const other = await shop.post(`/v1/reservations/${id}/capture`, { orderId: 'o-2' });
    expect([other.status, other.body.code, other.body.field]).toEqual([409, 'reservation_state', 'orderId']);
    expect(await sequences()).toBe(before);
  });

  it('/capture for an order that is paid takes nothing and says so', async () => {
    const shop = await shopOf(10_000);
    await shop.pay('o-1', 10_000);
    const id = await shop.reserve('friend', rub(4_000));
    const reply = await shop.post(`/v1/reservations/${id}/capture`, { orderId: 'o-1' });
    expect([reply.status, reply.body.code, reply.body.field]).toEqual([409, 'reservation_state', 'orderId']);
    expect(await shop.balance('friend')).toMatchObject({ available: 7_000, reserved: 4_000 });
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ credit: rub(0) });
  });

  it('one reservation pays one order', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(4_000));
    await shop.pay('o-1', 10_000, { reservations: [id] });
    const second = await shop.pay('o-2', 10_000, { reservations: [id] });
    expect(refusals(second)).toEqual(['null reservation-unknown']);
    expect(said(second)).toEqual(['buyer issued 1000']);
  });

  it('an order paid by credit alone is an order: its number counts, its base is zero', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(10_000));
    const answer = await shop.pay('o-1', 10_000, { reservations: [id] });
    expect(said(answer)).toEqual([]);
    expect(refusals(answer)).toEqual(['buyer zero-order']);
    expect(answer.refusals[0].text.en).toContain('There is nothing to count from');
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', number: 1, isNewCustomer: true });
  });

  it('one above the total is captured whole, with a note for staff, and a refund gives all of it back', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(9_000));
    const answer = await shop.pay('o-1', 6_000, { reservations: [id] });
    expect(answer.notes).toEqual([{ kind: 'overpaid', paid: '9000', total: '6000', currency: 'RUB' }]);
    const { sentences } = await shop.get('/v1/orders/o-1/explanation');
    const told = sentences.map(({ text }: { text: { ru: string } }) => text.ru.replaceAll(/\s/g, ' '));
    expect(told).toContain('Оплачено 90 ₽ — больше суммы заказа 60 ₽: лишнее (30 ₽) принято, проверьте.');
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('friend')).toMatchObject({ available: 10_000 });
  });

  it('a payment above the total is taken, with the same note', async () => {
    const shop = await shopOf(10_000);
    const answer = await shop.pay('o-1', 6_000, { payment: { id: 'p-1', amount: 6_001 } });
    expect(answer.notes).toEqual([{ kind: 'overpaid', paid: '6001', total: '6000', currency: 'RUB' }]);
    expect((await shop.pay('o-2', 6_000)).notes).toBeUndefined();
  });

  it('void gives back to the same lot, twice as once; a captured one cannot be voided', async () => {
    const shop = await shopOf(10_000, '2027-01-01T00:00:00Z');
    const id = await shop.reserve('friend', rub(4_000));
    for (let again = 0; again < 2; again += 1) await shop.do('POST', `/v1/reservations/${id}/void`);
    expect(await shop.lots('friend')).toMatchObject([{ remaining: '10000', expiresAt: '2027-01-01T00:00:00.000Z' }]);
    const other = await shop.reserve('friend', rub(4_000));
    await shop.do('POST', `/v1/reservations/${other}/capture`);
    expect((await shop.post(`/v1/reservations/${other}/void`)).body).toMatchObject({ status: 409, code: 'reservation_state' });
  });

  it('an amount of zero is refused as zero, at a reservation and an adjustment', async () => {
    const shop = await shopOf(10_000);
    const replies = [
      await shop.tryReserve('friend', rub(0)),
      await shop.post('/v1/customers/friend/adjustments', { amount: rub(0), reason: 'test', actor: 'anna' }),
    ];
    for (const { status, body } of replies) {
      expect([status, body.field]).toEqual([422, 'amount']);
      expect(body.text).toEqual({ ru: expect.stringContaining('не может быть нулевой'), en: expect.stringContaining('cannot be zero') });
    }
  });

  it('two checkouts never spend the same money', async () => {
    const shop = await shopOf(10_000);
    await shop.reserve('friend', rub(7_000));
    const reply = await shop.tryReserve('friend', rub(3_001));
    expect([reply.status, reply.body.code, reply.body.missing]).toEqual([422, 'insufficient_balance', rub(1)]);
    await shop.reserve('friend', rub(3_000));
  });
});

describe('6.15 what cannot pay', () => {
  it('an expired one takes nothing, does not reduce the base, and is refused; the order is taken', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(4_000), { expiresAt: '2026-11-20T12:05:00Z' });
    const answer = await shop.pay('o-1', 10_000, { reservations: [id], at: '2026-11-20T12:05:00Z' });
    expect(answer.outcome).toBe('processed');
    expect(refusals(answer)).toEqual(['null reservation-expired']);
    expect(answer.refusals[0].subject).toBe(id);
    expect(said(answer)).toEqual(['buyer issued 1000']);
    await shop.advance('2026-11-20T12:05:00Z');
    expect(await shop.balance('friend')).toMatchObject({ available: 11_000, reserved: 0 });
  });

  it('one that ends a millisecond later does', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(4_000), { expiresAt: '2026-11-20T12:05:00Z' });
    expect(said(await shop.pay('o-1', 10_000, { reservations: [id], at: '2026-11-20T12:04:59.999Z' }))).toEqual(['buyer issued 600']);
  });

  it('a foreign one', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(4_000));
    const answer = await shop.pay('o-1', 10_000, { by: 'stranger', reservations: [id] });
    expect(refusals(answer)).toEqual(['null reservation-unknown']);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ credit: rub(0), paid: rub(10_000) });
    expect(await shop.balance('friend')).toMatchObject({ available: 6_000, reserved: 4_000 });
  });

  it('one that does not exist', async () => {
    const shop = await shopOf(10_000);
    const answer = await shop.pay('o-1', 10_000, { reservations: [`rsv_${'0'.repeat(32)}`] });
    expect(refusals(answer)).toEqual(['null reservation-unknown']);
  });

  it('one past its deadline at /capture: 409 reservation_state', async () => {
    const shop = await shopOf(10_000);
    const id = await shop.reserve('friend', rub(4_000), { expiresAt: '2026-11-20T12:05:00Z' });
    shop.setClock('2026-11-20T12:05:00Z');
    expect((await shop.post(`/v1/reservations/${id}/capture`)).body).toMatchObject({ status: 409, code: 'reservation_state' });
  });
});

describe('6.15 lots under reservation', () => {
  it('do not expire while reserved and can still be captured', async () => {
    const shop = await shopOf(10_000, '2026-11-21T00:00:00Z');
    const id = await shop.reserve('friend', rub(4_000), { expiresAt: '2026-11-22T00:00:00Z' });
    await shop.advance('2026-11-21T12:00:00Z');
    expect(await shop.balance('friend')).toMatchObject({ available: 0, reserved: 4_000 });
    expect(said(await shop.pay('o-1', 10_000, { reservations: [id] }))).toEqual(['buyer issued 600']);
  });

  it('expire at once when voided after their date', async () => {
    const shop = await shopOf(10_000, '2026-11-21T00:00:00Z');
    const id = await shop.reserve('friend', rub(4_000), { expiresAt: '2026-11-22T00:00:00Z' });
    await shop.advance('2026-11-21T12:00:00Z');
    await shop.do('POST', `/v1/reservations/${id}/void`);
    expect(await shop.balance('friend')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
  });

  it('are taken soonest expiry first', async () => {
    const shop = await shopOf(10_000, '2027-01-01T00:00:00Z');
    await shop.give('friend', rub(3_000), '2026-12-01T00:00:00Z');
    await shop.give('friend', rub(5_000));
    await shop.reserve('friend', rub(4_000));
    const lots = (await shop.lots('friend')).filter(({ remaining }) => remaining !== '0');
    expect(lots).toMatchObject([
      { remaining: '9000', expiresAt: '2027-01-01T00:00:00.000Z' },
      { remaining: '5000', expiresAt: null },
    ]);
  });
});

describe('6.15 points', () => {
  const name = { ru: 'Баллы', en: 'Points' };

  it('cannot be spent where the programme gives them no value', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('buyer', points(100))])], { points: { name } }));
    await shop.pay('o-1', 10_000);
    const reply = await shop.tryReserve('friend', { points: '50', programId });
    expect([reply.status, reply.body.code]).toEqual([422, 'points_not_spendable']);
  });

  it('reduce the base by their value where it does', async () => {
    const shop = await openShop();
    const document = program([rule([to('buyer', points(100))], { id: 'points' }), rule([to('buyer', percent(1000))])], {
      points: { name, value: rub(50) },
    });
    const programId = await shop.publish(document);
    await shop.pay('o-1', 10_000);
    const id = await shop.reserve('friend', { points: '40', programId });
    expect(await shop.get(`/v1/reservations/${id}`)).toMatchObject({ amount: '40', value: rub(2_000) });
    const answer = await shop.pay('o-2', 10_000, { reservations: [id] });
    expect(said(answer)).toContain('buyer issued 800');
    expect(await shop.balance('friend', `points:${programId}`)).toMatchObject({ available: 160, reserved: 0 });
    await shop.refund('o-2', 'r-1');
    expect(await shop.balance('friend', `points:${programId}`)).toMatchObject({ available: 100 });
  });
});
