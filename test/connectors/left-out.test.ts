/** A form that insists on a phone is given « - »: the shop's order is taken without it, and the owner can see that (1-12, F12). */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectSound } from '../support/sound.ts';
import { changed, type Hook, type HookShop, openHookShop, payload } from './hook-shop.ts';

const good = payload('woocommerce-processing.json');
const { billing } = JSON.parse(good);

describe('an order with a contact that is none', () => {
  let shop: HookShop;
  let hook: Hook;
  beforeAll(async () => {
    shop = await openHookShop();
    hook = await shop.connect('woocommerce');
    await shop.sendSigned(hook, good);
    expect((await shop.activate(hook)).status).toBe(200);
  });

  const take = async (id: number, contact: object, more: object = {}) => {
    await shop.sendSigned(hook, changed(good, { id, number: String(id), customer_id: 0, billing: { ...billing, ...contact }, ...more }));
    await shop.work();
    return (await shop.payloads()).find(({ orderId }) => orderId === String(id));
  };
  const emailsOf = async (orderId: string) =>
    shop.api.rows<{ email: string | null; phone: string | null }>(
      `select p.email, p.phone from shop_order o left join person p using (tenant_id, customer_id) where o.order_id = $1`,
      [orderId],
    );

  it.each([
    [801, '-'],
    [802, 'нет'],
    [803, '+7 (000) 000-00-00'],
    [804, '1'.repeat(60)],
  ])('is taken without it, and says so: order %i, phone %s', async (id, phone) => {
    const taken = await take(id, { phone, email: `buyer-${id}@example.com` });
    expect(taken).toMatchObject({
      status: 'done',
      outcome: { events: [{ problem: null, notes: [{ code: 'contact-left-out', field: 'phone' }] }] },
    });
    expect(await emailsOf(String(id))).toEqual([{ email: `buyer-${id}@example.com`, phone: null }]);
  });

  it('is taken by its phone where the e-mail is none', async () => {
    expect(await take(811, { phone: '+79120000811', email: 'none' })).toMatchObject({ status: 'done' });
    expect(await emailsOf('811')).toEqual([{ email: null, phone: '+79120000811' }]);
  });

  it('is an order of nobody where no contact is left, and its next step finds it', async () => {
    const none = { phone: '-', email: 'нет' };
    const placed = await take(821, none, { status: 'on-hold' });
    expect(placed?.outcome?.events[0]).toMatchObject({ problem: null });
    for (const status of ['processing', 'completed']) {
      const { status: became, outcome } = (await take(821, none, { status })) ?? {};
      expect([became, outcome?.events.map(({ problem }) => problem)].flat(), status).not.toContain('failed');
    }
    expect(await emailsOf('821')).toEqual([{ email: null, phone: null }]);
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
  });

  it('is counted for the owner of the connection', async () => {
    const { counts } = (await shop.api.get(`/v1/connectors/${hook.id}`)).body;
    expect(counts.leftOut).toBeGreaterThanOrEqual(6);
    expect(counts.failed).toBe(0);
  });

  it('is refused with the name of the field when it comes by the API', async () => {
    const order = { id: 'api-1', total: { amountMinor: '1000', currency: 'RUB' } };
    const event = { id: 'api-1', type: 'order.paid', occurredAt: shop.api.clock.now().toISOString(), order };
    const refused = await shop.api.post('/v1/events', { ...event, customer: { externalId: 'x', phone: 'нет' } });
    expect(JSON.stringify(refused.body)).toContain('customer.phone');
  });
});
