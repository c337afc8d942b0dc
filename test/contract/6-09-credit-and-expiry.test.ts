import { describe, expect, it } from 'vitest';
import { credit, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub } from './wire.ts';

/** 100 to the referrer for thirty days, as a lot that expires. */
const shortLived = program([rule([to('referrer', credit(100), { expiresAfterDays: 30 })])]);

async function rewarded(): Promise<ContractShop> {
  const shop = await openShop('2026-11-20T12:00:00Z');
  const programId = await shop.publish(shortLived);
  await shop.member('anna', programId);
  await shop.pay('o-1', 100_000, { code: 'ANNA' });
  return shop;
}

const AFTER_LOT = '2027-01-10T12:00:00Z';

describe('6.9 what expired unspent makes no debt', () => {
  it('nor what was spent, came back after its date and expired then', async () => {
    const shop = await rewarded();
    const id = await shop.reserve('anna', rub(100));
    await shop.pay('o-2', 1_000, { by: 'anna', reservations: [id] });
    await shop.advance(AFTER_LOT);
    await shop.refund('o-2', 'r-2');
    expect(await shop.balance('anna')).toMatchObject({ available: 100, debt: 0 });
    await shop.advance('2027-03-01T12:00:00Z');
    await shop.give('anna', rub(70));
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('anna')).toMatchObject({ available: 70, debt: 0 });
  });

  it('a lot that came back after its date is the reward’s own: it goes before any other', async () => {
    const shop = await rewarded();
    const id = await shop.reserve('anna', rub(100));
    await shop.pay('o-2', 1_000, { by: 'anna', reservations: [id] });
    await shop.advance(AFTER_LOT);
    await shop.give('anna', rub(70), '2027-01-12T12:00:00Z');
    await shop.refund('o-2', 'r-2');
    await shop.refund('o-1', 'r-1');
    expect((await shop.lots('anna')).map(({ remaining }) => remaining)).toEqual(['70']);
  });

  it('what was set aside when its reward was taken back, and voided after its date, pays the debt and is not lost twice (1, 6.15)', async () => {
    const shop = await rewarded();
    shop.setClock('2026-12-20T20:30:00Z');
    const id = await shop.reserve('anna', rub(100), { expiresAt: '2026-12-20T21:20:00Z' });
    await shop.refund('o-1', 'r-1', 60_000);
    expect(await shop.balance('anna')).toMatchObject({ reserved: 100, debt: 60 });
    // The lot has ended at midnight in Moscow.
    shop.setClock('2026-12-20T21:10:00Z');
    await shop.do('POST', `/v1/reservations/${id}/void`);
    expect(await shop.balance('anna')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
    expect(await shop.lots('anna')).toEqual([]);
  });
});

describe('6.4, 6.9 credit given back', () => {
  const pay = (shop: ContractShop, id: string, amount: number, more: object = {}): Promise<unknown> =>
    shop.pay('o-1', 1_000, { payment: { id, amount }, ...more });

  async function credited(): Promise<ContractShop> {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', credit(1))], { on: 'custom.none' })]));
    await shop.give('friend', rub(500));
    await pay(shop, 'p-1', 300, { reservations: [await shop.reserve('friend', rub(500))] });
    return shop;
  }

  const available = async (shop: ContractShop): Promise<number> => (await shop.balance('friend')).available;

  it('is the same whether the refund is told before or after the last payment', async () => {
    const [before, after] = [await credited(), await credited()];
    await before.refund('o-1', 'r-1', 400);
    expect(await available(before)).toBe(250);
    await pay(before, 'p-2', 200);
    await pay(after, 'p-2', 200);
    await after.refund('o-1', 'r-1', 400);
    expect([await available(before), await available(after)]).toEqual([200, 200]);
    for (const shop of [before, after]) {
      await shop.refund('o-1', 'r-2');
      expect(await shop.balance('friend')).toMatchObject({ available: 500, debt: 0 });
    }
  });

  it('that was spent meanwhile is owed', async () => {
    const shop = await credited();
    await shop.refund('o-1', 'r-1', 400);
    await shop.pay('o-2', 250, { reservations: [await shop.reserve('friend', rub(250))] });
    await pay(shop, 'p-2', 200);
    expect(await shop.balance('friend')).toMatchObject({ available: 0, debt: 50 });
  });

  it('is rounded once, whatever number of reservations made it up (6.7)', async () => {
    const shop = await openShop();
    await shop.give('friend', rub(303));
    const reservations = [];
    for (let part = 0; part < 3; part += 1) reservations.push(await shop.reserve('friend', rub(101)));
    await shop.pay('o-1', 303, { reservations });
    await shop.refund('o-1', 'r-1', 100);
    expect(await shop.balance('friend')).toMatchObject({ available: 100 });
    await shop.refund('o-1', 'r-2', 101);
    expect(await shop.balance('friend')).toMatchObject({ available: 201 });
    await shop.refund('o-1', 'r-3');
    expect(await shop.balance('friend')).toMatchObject({ available: 303, debt: 0 });
  });

  it('comes from credit captured after the refund as well', async () => {
    const shop = await openShop();
    await shop.give('friend', rub(500));
    await pay(shop, 'p-1', 300);
    await shop.refund('o-1', 'r-1', 200);
    const id = await shop.reserve('friend', rub(500), { orderId: 'o-1' });
    await shop.do('POST', `/v1/reservations/${id}/capture`);
    expect(await available(shop)).toBe(125);
    await pay(shop, 'p-2', 200);
    expect(await available(shop)).toBe(100);
  });
});
