import { describe, expect, it } from 'vitest';
import { simple } from './programs.ts';
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
