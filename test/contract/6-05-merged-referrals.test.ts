import { describe, expect, it } from 'vitest';
import { credit, newcomers, percent, program, returnWindow, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { said } from './wire.ts';

const first = program([
  rule([to('referrer', percent(1000), { hold: returnWindow }), to('friend', credit(100))], { id: 'first', if: newcomers }),
  rule([to('referrer', credit(70))], { id: 'every' }),
]);

async function shopWith(...members: string[]): Promise<{ readonly shop: ContractShop; readonly programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(first);
  for (const name of members) await shop.member(name, programId);
  return { shop, programId };
}

const merge = (shop: ContractShop, fromId: string, intoId: string) =>
  shop.do('POST', `/v1/customers/${intoId}/merge`, { fromId, actor: 'vera' });
const referralsOf = async (shop: ContractShop, referrer: string): Promise<readonly { status: string; friendId: string }[]> =>
  (await shop.get(`/v1/customers/${referrer}/referrals`)).items;

describe('6.5 what a merge does to who brought the customer', () => {
  it('the referral of the one that ends goes on as the survivor’s: one referral, the same friend, later orders too', async () => {
    const { shop } = await shopWith('anna');
    await shop.pay('o-1', 10_000, { by: 'old', code: 'ANNA' });
    const [before] = await referralsOf(shop, 'anna');
    const { id } = await shop.do('PUT', '/v1/customers/new', {});
    await merge(shop, 'old', 'new');
    expect(await referralsOf(shop, 'anna')).toEqual([{ ...before, friendId: id }]);
    const answer = await shop.pay('o-2', 10_000, { by: 'new' });
    expect([said(answer), answer.attribution.by]).toEqual([['referrer issued 70'], 'code']);
    await shop.refund('o-1', 'r-1');
    expect(await referralsOf(shop, 'anna')).toMatchObject([{ status: 'reversed', friendId: id }]);
  });

  it('a lead that has not ordered yet brings the survivor', async () => {
    const { shop } = await shopWith('anna');
    await shop.event({ type: 'referral.registered', customer: { externalId: 'old' }, attribution: { code: 'ANNA' } });
    await shop.do('PUT', '/v1/customers/new', {});
    await merge(shop, 'old', 'new');
    expect(await referralsOf(shop, 'anna')).toMatchObject([{ status: 'started' }]);
    expect(said(await shop.pay('o-1', 10_000, { by: 'new' }))).toEqual(['friend issued 100', 'referrer held 1000', 'referrer issued 70']);
    expect(await referralsOf(shop, 'anna')).toMatchObject([{ status: 'ordered' }]);
  });

  it('of two the survivor’s stays', async () => {
    const { shop } = await shopWith('anna', 'boris');
    await shop.pay('o-1', 10_000, { by: 'old', code: 'ANNA' });
    await shop.pay('o-2', 10_000, { by: 'new', code: 'BORIS' });
    await merge(shop, 'old', 'new');
    expect((await shop.pay('o-3', 10_000, { by: 'new' })).attribution).toMatchObject({ by: 'code' });
    expect(await shop.balance('boris')).toMatchObject({ available: 140 });
    expect(await referralsOf(shop, 'boris')).toHaveLength(1);
  });

  it('whoever was brought by the survivor is not brought by themself', async () => {
    const { shop } = await shopWith('anna');
    await shop.pay('o-1', 10_000, { by: 'old', code: 'ANNA' });
    await merge(shop, 'old', 'anna');
    expect(said(await shop.pay('o-2', 10_000, { by: 'anna' }))).toEqual([]);
  });
});
