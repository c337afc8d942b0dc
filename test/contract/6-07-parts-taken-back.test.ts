/** What a later payment takes back of an earlier one's reward comes from the referrer's balance before it becomes debt (contract.md 6.7, 6.9). */
import { describe, expect, it } from 'vitest';
import { atLeast, percent, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub } from './wire.ts';

/** Anna has 10 000 of her own, which never expire; the friend has 60 000 to spend. */
async function openAnna(grant: object, more: object = {}): Promise<ContractShop> {
  const shop = await openShop();
  const expiring = { expiresAfterDays: 30, ...grant };
  await shop.member('anna', await shop.publish(program([rule([to('referrer', percent(1000), expiring)], more)])));
  await shop.give('anna', rub(10_000));
  await shop.give('friend', rub(60_000));
  return shop;
}

/** What expires first goes first: what she was given for friends. */
async function spend(shop: ContractShop, minor: number): Promise<void> {
  const id = await shop.reserve('anna', rub(minor), { orderId: 'elsewhere' });
  await shop.do('POST', `/v1/reservations/${id}/capture`);
}

describe('6.7 a later payment that lowers what earlier ones have earned', () => {
  const basket = { delivery: 20_000, code: 'ANNA' };

  it('takes it from whatever the referrer has, by a payment with credit', async () => {
    const shop = await openAnna({ accrue: 'perPayment' });
    await shop.pay('o-1', 100_000, { ...basket, payment: { id: 'p-1', amount: 70_000 } });
    expect(await shop.balance('anna')).toMatchObject({ available: 15_600 });
    await spend(shop, 5_600);
    const reservation = await shop.reserve('friend', rub(30_000), { orderId: 'o-1' });
    await shop.pay('o-1', 100_000, { ...basket, payment: { id: 'p-2', amount: 0 }, reservations: [reservation] });
    // A tenth of 100 000 − 20 000 − 30 000.
    expect(await shop.balance('anna')).toMatchObject({ available: 9_400, debt: 0 });
  });

  it('takes it from whatever the referrer has, by credit captured alone', async () => {
    const shop = await openAnna({ accrue: 'perPayment' });
    await shop.pay('o-1', 100_000, { ...basket, payment: { id: 'p-1', amount: 70_000 } });
    await spend(shop, 5_600);
    const reservation = await shop.reserve('friend', rub(30_000), { orderId: 'o-1' });
    await shop.do('POST', `/v1/reservations/${reservation}/capture`);
    expect(await shop.balance('anna')).toMatchObject({ available: 9_400, debt: 0 });
  });

  it('takes all of it where credit brings an order refunded in part below the minimum', async () => {
    const shop = await openAnna({}, { if: [atLeast(60_000)], on: 'order.placed' });
    await shop.place('o-1', 100_000, { code: 'ANNA' });
    expect(await shop.balance('anna')).toMatchObject({ available: 20_000 });
    await spend(shop, 10_000);
    await shop.pay('o-1', 100_000, { payment: { id: 'p-1', amount: 50_000 } });
    await shop.refund('o-1', 'r-1', 10_000);
    expect(await shop.balance('anna')).toMatchObject({ available: 8_000, debt: 0 });
    const reservation = await shop.reserve('friend', rub(45_000), { orderId: 'o-1' });
    await shop.do('POST', `/v1/reservations/${reservation}/capture`);
    expect(await shop.balance('anna')).toMatchObject({ available: 0, debt: 0 });
  });
});
