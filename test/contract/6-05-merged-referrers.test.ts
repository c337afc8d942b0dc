import { describe, expect, it } from 'vitest';
import { credit, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals, said, type Wire } from './wire.ts';

const merge = (shop: ContractShop, fromId: string, intoId: string): Promise<Wire> =>
  shop.do('POST', `/v1/customers/${intoId}/merge`, { fromId, actor: 'vera' });

async function shopOf(document: object, ...members: string[]): Promise<{ shop: ContractShop; ids: readonly string[]; programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  const ids: string[] = [];
  for (const name of members) ids.push(await shop.member(name, programId));
  return { shop, ids, programId };
}

const BOTH = ['friend issued 10000', 'referrer issued 10000'];
const lead = (code: string) => ({ type: 'referral.registered', customer: { externalId: 'friend' }, attribution: { code } });

describe('6.5 a referrer merged before the friend’s first order', () => {
  it.each(['referral.registered', 'member.signed_up'])('the survivor earns what %s had promised', async (type) => {
    const { shop, ids } = await shopOf(simple, 'anna', 'boris');
    await shop.event({ ...lead('ANNA'), type });
    await merge(shop, 'anna', 'boris');
    const answer = await shop.pay('o-1', 100_000);
    expect([said(answer), refusals(answer)]).toEqual([BOTH, []]);
    expect(answer.attribution.referrerId).toBe(ids[1]);
    expect(await shop.balance('boris')).toMatchObject({ available: 10_000 });
    expect(await shop.referralOf('boris', 'o-1')).toMatchObject({ status: 'qualified' });
  });

  it('through a chain of merges, also when the friend says nothing more than they did', async () => {
    const { shop, ids } = await shopOf(simple, 'anna', 'boris', 'clara');
    await shop.event(lead('ANNA'));
    await merge(shop, 'anna', 'boris');
    await merge(shop, 'boris', 'clara');
    const answer = await shop.pay('o-1', 100_000);
    expect([said(answer), answer.attribution.referrerId]).toEqual([BOTH, ids[2]]);
  });

  it('at the moment of the merge, whichever is first', async () => {
    const { shop, ids } = await shopOf(simple, 'anna', 'boris');
    await shop.event(lead('ANNA'));
    await Promise.all([merge(shop, 'anna', 'boris'), shop.pay('o-1', 100_000)]);
    const { items } = await shop.get(`/v1/customers/boris/referrals`);
    expect(items).toMatchObject([{ orderId: 'o-1', referrerId: ids[1] }]);
    expect(await shop.balance('boris')).toMatchObject({ available: 10_000 });
  });

  it('a code of the one that ended leads to the survivor', async () => {
    const { shop } = await shopOf(simple, 'anna', 'boris');
    await merge(shop, 'anna', 'boris');
    expect(said(await shop.pay('o-1', 100_000, { code: 'ANNA' }))).toEqual(BOTH);
    expect(await shop.balance('boris')).toMatchObject({ available: 10_000 });
  });

  it('the survivor, brought by the friend, closes a circle', async () => {
    const { shop, programId } = await shopOf(simple, 'anna', 'friend');
    await shop.member('boris', programId);
    await shop.pay('o-1', 100_000, { by: 'boris', code: 'FRIEND' });
    await shop.event(lead('ANNA'));
    await merge(shop, 'anna', 'boris');
    expect(refusals(await shop.pay('o-2', 100_000))).toEqual(bothRefused('referral-cycle'));
  });
});

describe('6.12 a referrer merged into their own friend', () => {
  const always = program([rule([to('referrer', credit(70)), to('friend', credit(50))])]);

  it('stops the friend’s legs of later orders as well; what was given stays', async () => {
    const { shop } = await shopOf(always, 'anna');
    expect(said(await shop.pay('o-1', 100_000, { code: 'ANNA' }))).toEqual(['friend issued 50', 'referrer issued 70']);
    await merge(shop, 'anna', 'friend');
    const answer = await shop.pay('o-2', 100_000);
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('self-referral')]);
    expect(answer.attribution.referrerId).toBeNull();
    expect(await shop.balance('friend')).toMatchObject({ available: 120 });
  });

  it('stops them where the friend has only signed up', async () => {
    const { shop } = await shopOf(always, 'anna');
    await shop.event({ ...lead('ANNA'), type: 'member.signed_up' });
    await merge(shop, 'anna', 'friend');
    const answer = await shop.pay('o-1', 100_000);
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('self-referral')]);
  });

  it('lets the buyer’s own reward of the same rule go on (6.14)', async () => {
    const { shop } = await shopOf(program([rule([to('referrer', credit(70)), to('buyer', credit(50))])]), 'anna');
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await merge(shop, 'anna', 'friend');
    const answer = await shop.pay('o-2', 100_000);
    expect([said(answer), refusals(answer)]).toEqual([['buyer issued 50'], ['referrer self-referral']]);
  });

  it('ends a referral that had not qualified yet', async () => {
    const held = program([rule([to('referrer', percent(1000), { hold: { days: 14, from: 'payment' } })], { if: newcomers })]);
    const { shop } = await shopOf(held, 'anna');
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    const { id } = (await shop.get('/v1/customers/anna/referrals')).items[0];
    await merge(shop, 'anna', 'friend');
    expect(await shop.get(`/v1/referrals/${id}`)).toMatchObject({ status: 'refused', reason: 'self-referral' });
    await shop.advance('2026-12-20T12:00:00Z');
    expect(await shop.get(`/v1/referrals/${id}`)).toMatchObject({ status: 'refused' });
  });

  it('a friend above whom the referrer now stands earns nothing for the circle', async () => {
    const { shop } = await shopOf(always, 'anna', 'boris');
    await shop.pay('o-1', 100_000, { by: 'boris', code: 'ANNA' });
    await shop.pay('o-2', 100_000, { by: 'friend', code: 'BORIS' });
    // Anna brought Boris, who brought the friend: as the friend she stands below Boris.
    await merge(shop, 'anna', 'friend');
    const answer = await shop.pay('o-3', 100_000, { by: 'boris' });
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('referral-cycle')]);
  });
});
