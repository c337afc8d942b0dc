import { describe, expect, it } from 'vitest';
import { credit, newcomers, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { refusals, rub, said } from './wire.ts';

const welcome = program([rule([to('buyer', credit(500))], { if: newcomers })]);

async function erasedShop(): Promise<ContractShop> {
  const shop = await openShop();
  await shop.publish(welcome);
  await shop.pay('o-1', 100_000, { by: { externalId: 'c-1', email: 'marina@example.com', name: 'Марина' } });
  await shop.do('DELETE', '/v1/customers/c-1', { actor: 'vera' });
  return shop;
}

describe('6.3 whoever was erased and comes back under the same externalId', () => {
  it('is a new customer record: nothing leads to the old one, which stays without personal data', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    const before = await shop.pay('o-1', 100_000, { by: { externalId: 'c-1', email: 'marina@example.com' } });
    await shop.do('DELETE', '/v1/customers/c-1', { actor: 'vera' });
    const after = await shop.pay('o-2', 100_000, { by: { externalId: 'c-1', email: 'new@example.com', name: 'Марина' } });
    expect(after.customerId).not.toBe(before.customerId);
    expect(await shop.customer('c-1')).toMatchObject({ id: after.customerId, email: 'new@example.com', counts: { orders: 1 } });
    expect(await shop.get(`/v1/customers/${before.customerId}`)).toMatchObject({ externalId: null, email: null, name: null });
    expect(await shop.balance('c-1')).toMatchObject({ available: 0 });
  });

  it('is no new customer to a rule, while the keyed hash is kept against fraud', async () => {
    const shop = await erasedShop();
    const answer = await shop.pay('o-2', 100_000, { by: 'c-1' });
    expect([said(answer), refusals(answer)]).toEqual([[], ['buyer not-new-customer']]);
    expect(await shop.get('/v1/orders/o-2')).toMatchObject({ number: 2, isNewCustomer: false });
  });

  it('stays one and the same new customer, and can be erased again', async () => {
    const shop = await erasedShop();
    const first = await shop.pay('o-2', 100_000, { by: 'c-1' });
    expect((await shop.pay('o-3', 100_000, { by: 'c-1' })).customerId).toBe(first.customerId);
    await shop.do('DELETE', '/v1/customers/c-1', { actor: 'vera' });
    const third = await shop.pay('o-4', 100_000, { by: 'c-1' });
    expect(third.customerId).not.toBe(first.customerId);
    expect(await shop.get('/v1/orders/o-4')).toMatchObject({ number: 4 });
  });

  it('is one also when the return comes with the erasure, in one batch', async () => {
    const shop = await erasedShop();
    await shop.pay('o-2', 100_000, { by: 'c-1' });
    const [, back] = await Promise.all([
      shop.do('DELETE', '/v1/customers/c-1', { actor: 'vera' }),
      shop.pay('o-3', 100_000, { by: 'c-1' }),
    ]);
    expect(back.outcome).toBe('processed');
  });

  it('nobody is merged into an erased customer', async () => {
    const shop = await openShop();
    const { id } = await shop.do('PUT', '/v1/customers/c-1', {});
    await shop.do('PUT', '/v1/customers/c-2', {});
    await shop.do('DELETE', '/v1/customers/c-1', { actor: 'vera' });
    const reply = await shop.post(`/v1/customers/${id}/merge`, { fromId: 'c-2', actor: 'vera' });
    expect(reply.body).toMatchObject({ code: 'merge_invalid' });
  });

  it('takes the contacts of whoever was merged into them along', async () => {
    const shop = await openShop();
    await shop.give('old', rub(100));
    await shop.do('PUT', '/v1/customers/old', { email: 'old@example.com' });
    const { id } = await shop.do('PUT', '/v1/customers/new', { email: 'new@example.com' });
    await shop.do('POST', '/v1/customers/new/merge', { fromId: 'old', actor: 'vera' });
    await shop.do('DELETE', '/v1/customers/new', { actor: 'vera' });
    for (const email of ['old@example.com', 'new@example.com'])
      expect((await shop.get(`/v1/customers?q=${encodeURIComponent(email)}`)).items).toEqual([]);
    expect((await shop.do('PUT', '/v1/customers/old', {})).id).not.toBe(id);
  });
});
