import { describe, expect, it } from 'vitest';
import { credit, newcomers, program, returnWindow, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';

const name = { ru: 'Ступень', en: 'Tier' };
const fan = { id: 'fan', name, entry: { if: [{ paidOrders: { atLeast: 2 } }] } };
const core = { id: 'core', name, entry: { if: [{ paidOrders: { atLeast: 3 } }] } };

function club(benefit: object = credit(5_000), more: { readonly tiers?: readonly object[]; readonly hold?: object } = {}): object {
  const { tiers = [fan], hold } = more;
  const enter = rule([to('buyer', benefit, hold === undefined ? {} : { hold })], { id: 'enter', on: 'tier.entered' });
  return program([enter], { enrolment: { mode: 'optIn', if: [] }, tiers });
}

async function shopWith(document: object, ...members: string[]): Promise<{ readonly shop: ContractShop; readonly programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  for (const member of members) await shop.member(member, programId);
  return { shop, programId };
}

const available = async (shop: ContractShop, who: string): Promise<number> => (await shop.balance(who)).available;
const tierOf = async (shop: ContractShop, who: string): Promise<string | null> => (await shop.customer(who)).memberships[0].tier.id;

async function pay(shop: ContractShop, who: string, ...numbers: number[]): Promise<void> {
  for (const number of numbers) await shop.pay(`${who}-${number}`, 100_000, { by: who });
}

describe('what entering a tier gave (0-12, 6.9)', () => {
  it('goes when the refund undoes the entry, and comes again with the next one, as often as that happens', async () => {
    const { shop } = await shopWith(club(), 'ira');
    await pay(shop, 'ira', 1, 2);
    expect(await available(shop, 'ira')).toBe(5_000);
    await shop.refund('ira-2', 'r-1');
    expect([await tierOf(shop, 'ira'), await available(shop, 'ira')]).toEqual([null, 0]);
    await pay(shop, 'ira', 3);
    expect([await tierOf(shop, 'ira'), await available(shop, 'ira')]).toEqual(['fan', 5_000]);
    await shop.cancel('ira-3');
    await pay(shop, 'ira', 4);
    expect(await available(shop, 'ira')).toBe(5_000);
    expect((await shop.rewards()).map(({ status }) => status).sort()).toEqual(['issued', 'reversed', 'reversed']);
  });

  it('becomes a debt where it was spent, and what is still held is cancelled', async () => {
    const { shop } = await shopWith(club(), 'ira');
    await pay(shop, 'ira', 1, 2);
    const reservation = await shop.reserve('ira', { amountMinor: '5000', currency: 'RUB' });
    await shop.pay('ira-spent', 100_000, { by: 'ira', reservations: [reservation] });
    await shop.refund('ira-1', 'r-1');
    expect(await tierOf(shop, 'ira')).toBe('fan');
    await shop.refund('ira-2', 'r-2');
    expect(await tierOf(shop, 'ira')).toBeNull();
    expect(await shop.balance('ira')).toMatchObject({ available: 0, debt: 5_000 });
    const held = await shopWith(club(credit(5_000), { hold: returnWindow }), 'ira');
    await pay(held.shop, 'ira', 1, 2);
    expect((await held.shop.balance('ira')).held).toBe(5_000);
    await held.shop.refund('ira-2', 'r-1');
    expect(await held.shop.balance('ira')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
  });

  it('is made up for by other credit where a part of it was spent or is set aside, before anything is a debt', async () => {
    for (const isSpent of [true, false]) {
      const { shop } = await shopWith(club(), 'ira');
      await pay(shop, 'ira', 1, 2);
      await shop.give('ira', { amountMinor: '3000', currency: 'RUB' });
      const reservation = await shop.reserve('ira', { amountMinor: '2000', currency: 'RUB' });
      if (isSpent) await shop.pay('ira-spent', 100_000, { by: 'ira', reservations: [reservation] });
      await shop.refund('ira-1', 'r-1');
      await shop.refund('ira-2', 'r-2');
      expect(await tierOf(shop, 'ira')).toBeNull();
      expect(await shop.balance('ira')).toMatchObject({ available: 1_000, reserved: isSpent ? 0 : 2_000, debt: 0 });
    }
  });

  it('goes with each tier passed on the way up whose entry is undone as well, and stays with those that stand', async () => {
    const { shop } = await shopWith(club(credit(5_000), { tiers: [fan, core] }), 'ira');
    await pay(shop, 'ira', 1, 2, 3);
    expect(await available(shop, 'ira')).toBe(10_000);
    await shop.refund('ira-3', 'r-3');
    expect([await tierOf(shop, 'ira'), await available(shop, 'ira')]).toEqual(['fan', 5_000]);
    await pay(shop, 'ira', 4);
    await shop.refund('ira-4', 'r-4');
    await shop.refund('ira-2', 'r-2');
    expect([await tierOf(shop, 'ira'), await available(shop, 'ira')]).toEqual([null, 0]);
  });

  it('goes from a referrer when the friend’s order is refunded (0-12)', async () => {
    const active = { id: 'active', name, entry: { if: [{ qualifiedReferrals: { atLeast: 1 } }] } };
    const document = program(
      [rule([to('referrer', credit(100))], { if: newcomers }), rule([to('buyer', credit(5_000))], { id: 'enter', on: 'tier.entered' })],
      { enrolment: { mode: 'optIn', if: [] }, tiers: [active] },
    );
    const { shop } = await shopWith(document, 'marina');
    await shop.pay('f-1', 100_000, { by: 'friend', code: 'MARINA' });
    expect(await available(shop, 'marina')).toBe(5_100);
    await shop.refund('f-1', 'r-1');
    expect([await tierOf(shop, 'marina'), await available(shop, 'marina')]).toEqual([null, 0]);
  });

  it('stays when time alone takes the tier, and does not come a second time', async () => {
    const monthly = {
      ...fan,
      entry: { if: [{ paidOrders: { atLeast: 2, withinDays: 30 } }] },
      keep: { if: [{ paidOrders: { atLeast: 1, withinDays: 30 } }] },
    };
    const { shop } = await shopWith(club(credit(5_000), { tiers: [monthly] }), 'ira');
    await pay(shop, 'ira', 1, 2);
    await shop.advance('2027-01-20T12:00:00Z');
    expect([await tierOf(shop, 'ira'), await available(shop, 'ira')]).toEqual([null, 5_000]);
    await pay(shop, 'ira', 3, 4);
    expect([await tierOf(shop, 'ira'), await available(shop, 'ira')]).toEqual(['fan', 5_000]);
  });

  it('counts for both of two customers who turn out to be one, whoever of them got it (6.5)', async () => {
    const { shop } = await shopWith(club(), 'anna', 'boris');
    await pay(shop, 'anna', 1, 2);
    await shop.do('POST', '/v1/customers/boris/merge', { fromId: 'anna', actor: 'olga' });
    expect([await tierOf(shop, 'boris'), await available(shop, 'boris')]).toEqual(['fan', 5_000]);
    await shop.refund('anna-2', 'r-1');
    expect([await tierOf(shop, 'boris'), await available(shop, 'boris')]).toEqual([null, 0]);
    await pay(shop, 'boris', 3);
    expect([await tierOf(shop, 'boris'), await available(shop, 'boris')]).toEqual(['fan', 5_000]);
  });
});
