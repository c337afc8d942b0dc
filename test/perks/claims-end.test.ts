import { describe, expect, it } from 'vitest';
import { credit, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { rub, type Wire } from '../contract/wire.ts';

const name = { ru: 'Привилегия', en: 'Perk' };
const mug = { id: 'mug', name, kind: 'goods', capacity: 10 };
const group = { id: 'group', name, kind: 'access', cost: rub(100), capacity: 10 };
const service = { id: 'service', name, kind: 'service', cost: rub(100), capacity: 10, validDays: 30 };

function club(mugCost = 350_000): object {
  const perks = [{ ...mug, cost: rub(mugCost) }, group, service];
  const tiers = [{ id: 'fan', name, entry: { if: [{ paidOrders: { atLeast: 1 } }] }, perks: ['mug', 'group'] }];
  const gift = rule([to('buyer', { kind: 'perk', perk: 'service' })], { if: [{ orderNumber: { is: 1 } }] });
  return program([gift, rule([to('buyer', credit(100))], { id: 'every' })], { enrolment: { mode: 'optIn', if: [] }, perks, tiers });
}

interface Club {
  readonly shop: ContractShop;
  readonly programId: string;
  readonly claim: (who: string, perk?: string) => Promise<Wire>;
  readonly enter: (who: string, perk?: string) => Promise<string>;
  readonly left: (perk?: string) => Promise<number>;
  readonly given: () => Promise<readonly string[]>;
}

async function openClub(mugCost?: number): Promise<Club> {
  const shop = await openShop();
  const programId = await shop.publish(club(mugCost));
  return {
    shop,
    programId,
    claim: async (who, perk = 'mug') => (await shop.post(`/v1/customers/${who}/perks`, { programId, perk })).body,
    enter: async (customer, perk = 'group') => {
      const { body } = await shop.post('/v1/access/check', { customer, programId, perk });
      return body.allowed === true ? 'allowed' : body.code;
    },
    left: async (perk = 'group') => (await shop.get(`/v1/programs/${programId}/perks/${perk}`)).left,
    given: async () => (await shop.get('/v1/payouts/tax-years?year=2026')).items.map(({ tax }: Wire) => tax.given.amountMinor),
  };
}

async function fan(shop: ContractShop, programId: string, who: string): Promise<void> {
  await shop.member(who, programId);
  await shop.pay(`${who}-1`, 100_000, { by: who });
}

describe('what was claimed', () => {
  it.each(['left', 'blocked'])('ends when its holder %s, and goes back unused; what a reward gave stays (0-13, 0-15)', async (status) => {
    const { shop, programId, claim, enter, left } = await openClub();
    await fan(shop, programId, 'ira');
    await claim('ira', 'group');
    expect([await enter('ira'), await left()]).toEqual(['allowed', 9]);
    await shop.changeMembership('ira', programId, status);
    expect([await enter('ira'), await left()]).toEqual(['access_revoked', 10]);
    expect(await enter('ira', 'service')).toBe(status === 'left' ? 'allowed' : 'access_revoked');
    await shop.changeMembership('ira', programId, 'active');
    expect(await claim('ira', 'group')).toMatchObject({ status: 'active' });
    expect(await left()).toBe(9);
  });

  it('is not had twice by leaving with it used', async () => {
    const { shop, programId, claim, enter, left } = await openClub();
    await fan(shop, programId, 'ira');
    const { token } = await claim('ira', 'group');
    await shop.do('POST', '/v1/access/redeem', { token });
    await shop.changeMembership('ira', programId, 'left');
    expect([await enter('ira'), await left()]).toEqual(['access_revoked', 9]);
    await shop.changeMembership('ira', programId, 'active');
    expect(await claim('ira', 'group')).toMatchObject({ code: 'perk_taken' });
  });

  it('ends with an erasure, and with a merge into somebody who is blocked', async () => {
    const { shop, programId, claim, enter, left } = await openClub();
    for (const who of ['ira', 'anna']) await fan(shop, programId, who);
    const { id } = await shop.customer('ira');
    await claim('ira', 'group');
    await shop.ask({ method: 'DELETE', url: '/v1/customers/ira' });
    expect([await enter(id), await left()]).toEqual([expect.stringContaining('access_'), 10]);
    await claim('anna', 'group');
    await shop.member('boris', programId);
    await shop.changeMembership('boris', programId, 'blocked');
    await shop.do('POST', '/v1/customers/boris/merge', { fromId: 'anna', actor: 'olga' });
    expect([await enter('boris'), await left()]).toEqual(['access_revoked', 10]);
  });

  it('counts as a gift in the year, gives its place back unused, and waits for tax data at the threshold (2-02)', async () => {
    const { shop, programId, claim, given } = await openClub();
    await fan(shop, programId, 'ira');
    expect(await claim('ira')).toMatchObject({ status: 'active' });
    expect(await given()).toEqual(['350100']);
    await shop.changeMembership('ira', programId, 'left');
    expect(await given()).toEqual([]);
    const dear = await openClub(500_000);
    await fan(dear.shop, dear.programId, 'ira');
    expect(await dear.claim('ira')).toMatchObject({ status: 409, code: 'perk_tax_data', text: { ru: expect.stringContaining('порога') } });
    const payee = { type: 'individual', name: 'Ира', taxId: '500100732259', account: '40817810099910004312', bankCode: '044525225' };
    await dear.shop.do('PUT', '/v1/customers/ira/payee', payee);
    expect(await dear.claim('ira')).toMatchObject({ status: 'active' });
    expect(await dear.given()).toEqual(['500100']);
  });

  it('waits for tax data where those of another record of the person went with its erasure (6.3)', async () => {
    const { shop, programId, claim } = await openClub(500_000);
    const phone = '+79120000000';
    for (const who of ['ira', 'anna']) await shop.member(who, programId, { phone });
    const payee = { type: 'individual', name: 'Ира', taxId: '500100732259', account: '40817810099910004312', bankCode: '044525225' };
    await shop.do('PUT', '/v1/customers/ira/payee', payee);
    await shop.ask({ method: 'DELETE', url: '/v1/customers/ira' });
    await shop.pay('anna-1', 100_000, { by: 'anna' });
    expect(await claim('anna')).toMatchObject({ status: 409, code: 'perk_tax_data' });
  });
});

describe('a service redeemed once', () => {
  it('is not allowed again until its end (0-15)', async () => {
    const { shop, programId, enter } = await openClub();
    await shop.member('ira', programId);
    const { rewards } = await shop.pay('ira-1', 100_000, { by: 'ira' });
    expect(await enter('ira', 'service')).toBe('allowed');
    await shop.do('POST', '/v1/access/redeem', { token: rewards[0].benefit.token });
    expect(await enter('ira', 'service')).toBe('access_expired');
  });
});
