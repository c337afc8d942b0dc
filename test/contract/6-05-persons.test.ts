import { describe, expect, it } from 'vitest';
import { credit, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { openShop } from './shop.ts';
import { bothRefused, refusals, rub, said } from './wire.ts';

const welcome = program([rule([to('buyer', credit(500))], { if: [{ newCustomer: true }] })]);

describe('6.5 who the customer is', () => {
  it('the externalId decides, whatever the contacts say', async () => {
    const shop = await openShop();
    const anna = await shop.pay('o-1', 1_000, { by: { externalId: 'anna', email: 'anna@example.com' } });
    const boris = await shop.pay('o-2', 1_000, { by: { externalId: 'boris', email: 'boris@example.com' } });
    const again = await shop.pay('o-3', 1_000, { by: { externalId: 'anna', email: 'boris@example.com' } });
    expect(again.customerId).toBe(anna.customerId);
    expect(again.customerId).not.toBe(boris.customerId);
  });

  it('without one the e-mail decides before the phone, both in their canonical form', async () => {
    const shop = await openShop();
    const mail = await shop.pay('o-1', 1_000, { by: { externalId: 'mail', email: 'Marina@Example.com' } });
    const phone = await shop.pay('o-2', 1_000, { by: { externalId: 'phone', phone: '+79120000001' } });
    expect((await shop.pay('o-3', 1_000, { by: { phone: '8 (912) 000-00-01' } })).customerId).toBe(phone.customerId);
    expect((await shop.pay('o-4', 1_000, { by: { email: 'marina@example.com', phone: '+79120000001' } })).customerId).toBe(mail.customerId);
  });

  it('of several with that contact the oldest', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const oldest = await shop.pay('o-1', 1_000, { by: { externalId: 'one', phone: '+79120000001' } });
    shop.setClock('2026-11-20T12:01:00Z');
    await shop.pay('o-2', 1_000, { by: { externalId: 'two', phone: '+79120000001' } });
    expect((await shop.pay('o-3', 1_000, { by: { phone: '+79120000001' } })).customerId).toBe(oldest.customerId);
  });

  it('with nothing known each time a new customer', async () => {
    const shop = await openShop();
    const first = await shop.pay('o-1', 1_000, { by: {} });
    const second = await shop.pay('o-2', 1_000, { by: {} });
    expect(first.customerId).not.toBe(second.customerId);
    expect(second.customerId).toMatch(/^cus_/);
  });

  it('a new externalId adopts the customer known by that e-mail only', async () => {
    const shop = await openShop();
    const before = await shop.pay('o-1', 1_000, { by: { email: 'f@example.com' } });
    const after = await shop.pay('o-2', 1_000, { by: { externalId: 'friend', email: 'f@example.com' } });
    expect(after.customerId).toBe(before.customerId);
    expect(await shop.customer('friend')).toMatchObject({ id: before.customerId, externalId: 'friend', counts: { orders: 2 } });
  });

  it('else it makes another customer of the same person: not new, and second by number (1-11)', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    const one = await shop.pay('o-1', 1_000, { by: { externalId: 'one', phone: '+79120000001' } });
    const two = await shop.pay('o-2', 1_000, { by: { externalId: 'two', phone: '+79120000001' } });
    expect(two.customerId).not.toBe(one.customerId);
    expect(said(one)).toEqual(['buyer issued 500']);
    expect(refusals(two)).toEqual(['buyer not-new-customer']);
    expect(await shop.get('/v1/orders/o-2')).toMatchObject({ isNewCustomer: false, number: 2 });
  });

  it('a person grows over chains of contacts: mail of the one, phone of the other', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.pay('o-1', 1_000, { by: { externalId: 'one', phone: '+79120000001' } });
    await shop.do('PUT', '/v1/customers/two', { phone: '+79120000001', email: 'two@example.com' });
    expect(refusals(await shop.pay('o-3', 1_000, { by: { externalId: 'three', email: 'two@example.com' } }))).toEqual([
      'buyer not-new-customer',
    ]);
  });

  it('contacts never merge balances', async () => {
    const shop = await openShop();
    await shop.do('PUT', '/v1/customers/one', { phone: '+79120000001' });
    await shop.give('one', rub(10_000));
    await shop.do('PUT', '/v1/customers/two', { phone: '+79120000001' });
    expect(await shop.balance('one')).toMatchObject({ available: 10_000 });
    expect(await shop.balance('two')).toMatchObject({ available: 0 });
    expect((await shop.tryReserve('two', rub(1))).body).toMatchObject({ code: 'insufficient_balance' });
  });
});

describe('6.5 newness and number', () => {
  it('an order refunded in full still makes the customer an old one', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.pay('o-1', 1_000);
    await shop.refund('o-1', 'r-1');
    expect(refusals(await shop.pay('o-2', 1_000))).toEqual(['buyer not-new-customer']);
    expect(await shop.get('/v1/orders/o-2')).toMatchObject({ number: 2 });
  });

  it('so does a cancelled one', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.pay('o-1', 1_000);
    await shop.cancel('o-1');
    expect(refusals(await shop.pay('o-2', 1_000))).toEqual(['buyer not-new-customer']);
  });

  it('an order placed and cancelled unpaid does not', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.place('o-1', 1_000);
    await shop.cancel('o-1');
    expect(said(await shop.pay('o-2', 1_000))).toEqual(['buyer issued 500']);
  });

  it('an imported order does, also by another customer of the same person (1-11)', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.importOrder('old-1', 5_000n, { externalId: 'one', phone: '+79120000001' }, '2025-01-01T00:00:00Z');
    expect(refusals(await shop.pay('o-1', 1_000, { by: 'one' }))).toEqual(['buyer not-new-customer']);
    expect(refusals(await shop.pay('o-2', 1_000, { by: { externalId: 'two', phone: '+79120000001' } }))).toEqual([
      'buyer not-new-customer',
    ]);
    expect(await shop.get('/v1/orders/o-2')).toMatchObject({ number: 3 });
  });

  it('an order of amount zero counts for nothing, live or imported', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.importOrder('old-1', 0n, { externalId: 'friend' }, '2025-01-01T00:00:00Z');
    expect(refusals(await shop.pay('o-1', 0))).toEqual(['buyer zero-order']);
    expect(said(await shop.pay('o-2', 1_000))).toEqual(['buyer issued 500']);
    expect(await shop.get('/v1/orders/o-2')).toMatchObject({ number: 1, isNewCustomer: true });
  });

  it('a first payment below the whole fixes number and newness', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.pay('o-1', 1_000, { payment: { id: 'p-1', amount: 1 } });
    expect(refusals(await shop.pay('o-2', 1_000))).toEqual(['buyer not-new-customer']);
    expect(said(await shop.pay('o-1', 1_000))).toEqual(['buyer issued 500']);
  });

  it('a friend known to the shop before is refused, the order is taken', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.pay('o-1', 100_000);
    const answer = await shop.pay('o-2', 100_000, { code: 'ANNA' });
    expect(answer.outcome).toBe('processed');
    expect(refusals(answer)).toEqual(bothRefused('not-new-customer'));
  });
});

describe('6.5 merging', () => {
  it('moves lots, debts and referrals; codes of both keep working', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', percent(1000)), to('friend', credit(100))], { if: newcomers })]));
    const anna = await shop.member('anna', programId);
    await shop.member('annushka', programId, { code: 'SECOND' });
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    await shop.pay('o-2', 200_000, { by: 'f2', code: 'SECOND' });
    await shop.do('POST', '/v1/customers/anna/merge', { fromId: 'annushka', actor: 'vera' });
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000 });
    expect((await shop.customer('annushka')).id).toBe(anna);
    expect((await shop.pay('o-3', 300_000, { by: 'f3', code: 'SECOND' })).attribution).toMatchObject({ referrerId: anna });
    expect((await shop.pay('o-4', 400_000, { by: 'f4', code: 'ANNA' })).attribution).toMatchObject({ referrerId: anna });
    expect((await shop.get('/v1/customers/anna/referrals')).items).toHaveLength(4);
    await shop.refund('o-2', 'r-1');
    expect(await shop.balance('anna')).toMatchObject({ available: 80_000, debt: 0 });
  });

  it('pays the debt of the one from the balance of the other', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    const id = await shop.reserve('anna', rub(10_000));
    await shop.do('POST', `/v1/reservations/${id}/capture`);
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('anna')).toMatchObject({ available: 0, debt: 10_000 });
    await shop.give('rich', rub(25_000));
    await shop.do('POST', '/v1/customers/rich/merge', { fromId: 'anna', actor: 'vera' });
    expect(await shop.balance('rich')).toEqual({ available: 15_000, held: 0, reserved: 0, debt: 0 });
  });

  it('counts the orders of both: the merged customer is not new', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.pay('o-1', 1_000, { by: 'one' });
    await shop.do('PUT', '/v1/customers/two', {});
    await shop.do('POST', '/v1/customers/two/merge', { fromId: 'one', actor: 'vera' });
    expect(refusals(await shop.pay('o-2', 1_000, { by: 'two' }))).toEqual(['buyer not-new-customer']);
    expect(await shop.get('/v1/orders/o-2')).toMatchObject({ number: 2 });
  });
});
