/** Gifts of a person known under two records, brought by friends of either: decided by what both have got (0-21, 2-02). */
import { describe, expect, it } from 'vitest';
import { gift, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { rub, type Wire } from '../contract/wire.ts';

const gifts = (...costs: readonly number[]): object =>
  program(costs.map((cost, index) => rule([to('referrer', gift(cost))], { id: `gift-${index}`, if: [{ sku: { in: [`S-${index}`] } }] })));

/** Vera and her second record, each a member with a code; the costs are of what friends who buy S-0, S-1, … bring. */
async function openVeras(...costs: readonly number[]): Promise<ContractShop> {
  const shop = await openShop();
  const programId = await shop.publish(gifts(...costs));
  await shop.member('vera', programId, { email: 'vera@example.com' });
  await shop.member('vera2', programId, { email: 'vera@example.com' });
  return shop;
}

/** The friend comes by the code and pays later, without naming anybody: whose friend it is then follows from the books alone. */
async function bring(shop: ContractShop, friend: string, by: 'VERA' | 'VERA2', sku: string): Promise<Wire> {
  await shop.event({ type: 'referral.registered', customer: { externalId: friend }, attribution: { code: by } });
  const lines = [{ sku, quantity: 1, total: rub(100_000) }];
  return shop.pay(`o-${friend}`, 100_000, { by: friend, lines });
}

describe('gifts of one person under two records', () => {
  it.each([
    [319_999, [], 'issued'],
    [320_000, ['tax-threshold-near'], 'issued'],
    [399_999, ['tax-threshold-near'], 'issued'],
    [400_000, ['tax-threshold-reached'], 'held'],
  ])('of %i kopecks in all are warned of from 80 %% on and held at 100 %%', async (total, notes, status) => {
    const shop = await openVeras(100_000, total - 100_000);
    const first = await bring(shop, 'oleg', 'VERA', 'S-0');
    expect(first.rewards).toMatchObject([{ status: 'issued' }]);
    const second = await bring(shop, 'inna', 'VERA2', 'S-1');
    expect(second.rewards).toMatchObject([{ status, holdReasons: status === 'held' ? ['tax-data'] : [] }]);
    expect((second.notes ?? []).map(({ kind }: Wire) => kind)).toEqual(notes);
  });

  it('count no longer after a refund, on whichever record they were', async () => {
    const shop = await openVeras(300_000, 150_000);
    await bring(shop, 'oleg', 'VERA', 'S-0');
    expect((await bring(shop, 'inna', 'VERA2', 'S-1')).rewards).toMatchObject([{ status: 'held' }]);
    await shop.refund('o-oleg', 'r-1');
    expect((await bring(shop, 'dina', 'VERA2', 'S-1')).rewards).toMatchObject([{ status: 'issued' }]);
  });

  it('of two people stay apart', async () => {
    const shop = await openShop();
    const programId = await shop.publish(gifts(300_000, 150_000));
    await shop.member('vera', programId, { email: 'vera@example.com' });
    await shop.member('vera2', programId, { email: 'other@example.com' });
    await bring(shop, 'oleg', 'VERA', 'S-0');
    expect((await bring(shop, 'inna', 'VERA2', 'S-1')).rewards).toMatchObject([{ status: 'issued' }]);
  });

  it('are counted by who was one person then: a record that joins them later changes nothing decided before', async () => {
    const shop = await openShop();
    const programId = await shop.publish(gifts(300_000, 150_000, 1_000));
    await shop.member('vera', programId, { email: 'vera@example.com' });
    await shop.member('vera2', programId, { email: 'other@example.com' });
    await bring(shop, 'oleg', 'VERA', 'S-0');
    expect((await bring(shop, 'inna', 'VERA2', 'S-1')).rewards).toMatchObject([{ status: 'issued' }]);
    await shop.do('PUT', '/v1/customers/vera2', { phone: '+79120000001' });
    await shop.do('PUT', '/v1/customers/vera', { phone: '+79120000001' });
    expect((await bring(shop, 'dina', 'VERA2', 'S-2')).rewards).toMatchObject([{ status: 'held', holdReasons: ['tax-data'] }]);
  });

  it('and their seats: one person has one, whichever record brought the friend (0-13)', async () => {
    const seat = { id: 'webinar', name: { ru: 'Вебинар', en: 'Webinar' }, kind: 'seat' };
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', { kind: 'perk', perk: 'webinar' })])], { perks: [seat] }));
    await shop.member('vera', programId, { email: 'vera@example.com' });
    await shop.member('vera2', programId, { email: 'vera@example.com' });
    expect((await bring(shop, 'oleg', 'VERA', 'S-0')).rewards).toHaveLength(1);
    expect((await bring(shop, 'inna', 'VERA2', 'S-0')).refusals).toMatchObject([{ beneficiary: 'referrer', reason: 'cap-reached' }]);
  });
});
