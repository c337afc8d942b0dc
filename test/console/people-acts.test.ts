/** What staff do for a person: who brought them, what they wish, who may (issue: People; 1-10). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';
import { type BusyShop, openBusyShop } from '../support/busy-shop.ts';
import { type Staff, signIn } from '../support/console.ts';

describe('acts on the page of a person', () => {
  let api: Api;
  let shop: BusyShop;
  let support: Staff;
  let boris: string;

  beforeAll(async () => {
    api = await openApi();
    shop = await openBusyShop(api, 2);
    support = await signIn(api, 'support', 'Света');
    boris = (await api.ask({ method: 'PUT', url: '/v1/customers/boris', body: { name: 'Борис Новый' } })).body.id;
    await api.post('/v1/customers/boris/memberships', { programId: shop.programId });
  });

  it('gives a friend who came by nobody to who brought them, and decides both sides', async () => {
    const order = {
      id: 'alone',
      type: 'order.paid',
      occurredAt: api.clock.now().toISOString(),
      customer: { externalId: 'alone' },
      order: { id: 'order-alone', total: { amountMinor: '300000', currency: 'RUB' } },
    };
    const { customerId } = (await api.post('/v1/events', order)).body;
    const brought = () => api.get(`/v1/customers/${customerId}/referrals?as=friend`);
    expect((await brought()).body.items).toEqual([]);
    const attached = await support.send('POST', `/v1/customers/${customerId}/referrer`, {
      programId: shop.programId,
      referrerId: boris,
      reason: 'пришли вместе',
    });
    expect(attached.status, attached.text).toBe(200);
    expect(attached.body).toMatchObject({ referrerId: boris, friendId: customerId, by: 'staff', status: 'ordered' });
    expect((await brought()).body.items).toMatchObject([{ referrerId: boris }]);
    const { items } = (await api.get('/v1/rewards?orderId=order-alone')).body;
    expect(items.map((each: { beneficiary: string }) => each.beneficiary).sort()).toEqual(['friend', 'referrer']);
  });

  it('takes a friend from one referrer and gives them to another, both sides anew', async () => {
    const [friend = ''] = shop.friends;
    const url = `/v1/customers/${friend}/referrer`;
    const corrected = await support.send('POST', url, { programId: shop.programId, referrerId: 'boris' });
    expect(corrected.status, corrected.text).toBe(200);
    const { items } = (await api.get('/v1/rewards?orderId=order-1')).body;
    const told = items.map((each: { beneficiary: string; customerId: string; status: string }) => [
      each.beneficiary,
      each.customerId,
      each.status,
    ]);
    expect(told).toContainEqual(['referrer', shop.anna, 'cancelled']);
    expect(told).toContainEqual(['referrer', boris, 'held']);
    const again = await support.send('POST', url, { programId: shop.programId, referrerId: 'boris' });
    expect([again.status, again.body.referrerId]).toEqual([200, boris]);
  });

  it('refuses who cannot be: oneself, a circle, nobody, another business’s programme', async () => {
    const [, friend = ''] = shop.friends;
    const ask = (id: string, body: object) => support.send('POST', `/v1/customers/${id}/referrer`, { programId: shop.programId, ...body });
    expect((await ask(friend, { referrerId: friend })).body.code).toBe('self_referral');
    expect((await ask(shop.anna, { referrerId: friend })).body.code).toBe('referral_cycle');
    expect((await ask(friend, { referrerId: 'nobody' })).body.code).toBe('referrer_unknown');
    expect((await ask('nobody', { referrerId: boris })).body.code).toBe('customer_unknown');
    const other = await api.addBusiness('other');
    const body = { programId: shop.programId, referrerId: 'boris', actor: 'eve' };
    const strange = await api.ask({ method: 'POST', url: `/v1/customers/${friend}/referrer`, key: other.secretKey, body });
    expect(strange.body.code).toBe('customer_unknown');
    const cashier = await signIn(api, 'cashier');
    expect((await cashier.send('POST', `/v1/customers/${friend}/referrer`, { programId: shop.programId, referrerId: boris })).status).toBe(
      403,
    );
  });

  it('keeps that somebody wants no invitations, and forgets it when they do again', async () => {
    const url = `/v1/customers/${shop.anna}/wishes`;
    expect((await support.get(url)).body).toEqual({ noInvitations: false });
    expect((await support.send('PATCH', url, { noInvitations: true })).body).toEqual({ noInvitations: true });
    expect((await support.get(url)).body).toEqual({ noInvitations: true });
    await support.send('PATCH', url, { noInvitations: false });
    expect((await support.get(url)).body).toEqual({ noInvitations: false });
    const reader = await signIn(api, 'readOnly');
    expect((await reader.send('PATCH', url, { noInvitations: true })).status).toBe(403);
  });

  it('names the people of other lists at once, in the order asked, and nobody of another business', async () => {
    const other = await api.addBusiness('third');
    const strange = (await api.ask({ method: 'PUT', url: '/v1/customers/x', key: other.secretKey, body: { name: 'Чужой' } })).body.id;
    const { body } = await support.get(`/v1/customers?ids=${boris},${strange},${shop.anna}`);
    expect(body.items.map((each: { name: string }) => each.name)).toEqual(['Борис Новый', 'Анна Петрова']);
    expect((await support.get('/v1/customers?ids=anna')).status).toBe(422);
  });

  it('tells pages what somebody may do, as the role table has it', async () => {
    const marketer = await signIn(api, 'marketer');
    const { body } = await marketer.get('/v1/console/me');
    expect(body.mayChange).toEqual(expect.arrayContaining(['programs', 'referrals']));
    expect(body.mayChange).not.toContain('settings');
    expect(body.mayChange).not.toContain('customers');
    expect(body.maySee).toContain('settings');
    expect(body.maySee).not.toContain('payouts');
  });
});
