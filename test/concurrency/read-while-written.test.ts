/** What is shown of one thing is of one moment, whatever is stored meanwhile (contract.md 3, 4, 6.11). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';
import { holdLock, patientDatabase } from '../support/held-lock.ts';

const START = new Date('2026-11-20T12:00:00Z');
const LATER = new Date('2026-11-22T12:00:00Z');
const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });

describe('what is read while it is written', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ now: START, test: await patientDatabase() });
  });

  it('a balance at the checkout, while a part of it expires: never below zero, never more than owed (contract.md 6.11)', async () => {
    await api.ask({ method: 'PUT', url: '/v1/customers/saver', body: {} });
    const expiresAt = '2026-11-21T00:00:00Z';
    const lot = { amount: rub('100000'), expiresAt, reason: 'x', actor: 'anna' };
    expect((await api.post('/v1/customers/saver/adjustments', lot)).status).toBe(201);
    api.clock.set(LATER);
    const lock = await holdLock(api.test, 'lock table balance in access exclusive mode');
    const question = { customer: { externalId: 'saver' }, order: { total: rub('300000'), lines: [] }, credit: rub('50000') };
    const asked = api.post('/v1/checkout/check', question);
    await lock.isAwaitedBy(1);
    // As the job does that takes the lot out.
    await lock.query('update lot set remaining = 0');
    await lock.query('update balance set available = 0');
    await lock.release();
    const answer = await asked;
    expect(answer.body, answer.text).toMatchObject({ total: rub('300000'), toPay: rub('300000'), credit: { used: rub('0') } });
  });

  it('an order known by its refund, while its payment is stored (contract.md 6.9)', async () => {
    const event = (id: string, type: string, more: object) => ({ id, type, occurredAt: START.toISOString(), ...more });
    await api.post('/v1/events', event('r', 'order.refunded', { refund: { id: 'r-1', orderId: 'o-1', amount: rub('1000') } }));
    const lock = await holdLock(api.test, 'lock table payment in access exclusive mode');
    const shown = api.get('/v1/orders/o-1');
    await lock.isAwaitedBy(1);
    // As the road does that stores it.
    await lock.query(`update shop_order set currency = 'RUB', total_minor = 3000 where order_id = 'o-1'`);
    await lock.query(
      `insert into payment (tenant_id, order_id, payment_id, ordinal, amount_minor, occurred_at)
       select tenant_id, order_id, 'p-1', 0, 3000, now() from shop_order where order_id = 'o-1'`,
    );
    await lock.release();
    const found = await shown;
    expect([found.status, found.body.status], found.text).toEqual([200, 'unknown']);
    expect((await api.get('/v1/orders/o-1')).body).toMatchObject({ status: 'partlyPaid', paid: rub('3000') });
  });
});
