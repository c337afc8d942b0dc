/** Where a person stands whose two records become one (contract.md 6.5, ADR 0021): a merge takes no tier from anybody. */
import { describe, expect, it } from 'vitest';
import { credit, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';

const name = { ru: 'Ступень', en: 'Tier' };
const fan = { id: 'fan', name, entry: { if: [{ paidOrders: { atLeast: 2, withinDays: 30 } }] }, expiry: { months: 12 } };
const partner = { id: 'partner', name, entry: { if: [{ paidOrders: { atLeast: 9 } }], acceptance: 'partnerTerms' } };
const enter = rule([to('buyer', credit(5_000))], { id: 'enter', on: 'tier.entered' });

async function club(tiers: readonly object[], ...members: string[]): Promise<{ shop: ContractShop; programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(program([enter], { enrolment: { mode: 'optIn', if: [] }, tiers }));
  for (const member of members) await shop.member(member, programId);
  return { shop, programId };
}

const tierOf = async (shop: ContractShop, who: string) => (await shop.customer(who)).memberships[0].tier;
const merge = (shop: ContractShop, fromId: string, intoId: string) =>
  shop.do('POST', `/v1/customers/${intoId}/merge`, { fromId, actor: 'olga' });

describe('6.5 the tiers of two customers who turn out to be one', () => {
  it.each([
    ['anna', 'boris'],
    ['boris', 'anna'],
  ])('the higher one goes on with its term, %s merged into %s, and is not entered twice', async (from, into) => {
    const { shop } = await club([fan], 'anna', 'boris');
    for (const order of ['a-1', 'a-2']) await shop.pay(order, 100_000, { by: 'anna' });
    const { since, termEndsAt } = await tierOf(shop, 'anna');
    await shop.advance('2027-02-20T12:00:00Z');
    await shop.pay('b-1', 100_000, { by: 'boris' });
    await merge(shop, from, into);
    expect(await tierOf(shop, into)).toMatchObject({ id: 'fan', since, termEndsAt });
    expect(await shop.balance(into)).toMatchObject({ available: 5_000 });
    await shop.refund('a-2', 'r-1');
    expect(await tierOf(shop, into)).toMatchObject({ id: null });
    expect(await shop.balance(into)).toMatchObject({ available: 0 });
  });

  it('an invitation by staff stays open', async () => {
    const { shop, programId } = await club([fan, partner], 'anna', 'boris');
    for (const order of ['b-1', 'b-2']) await shop.pay(order, 100_000, { by: 'boris' });
    await shop.do('POST', `/v1/customers/anna/memberships/${programId}/tier/invite`, { tierId: 'partner', actor: 'olga' });
    await merge(shop, 'anna', 'boris');
    expect(await tierOf(shop, 'boris')).toMatchObject({ id: 'fan', invitedTo: { id: 'partner', by: 'staff' } });
  });

  it('days of membership count from the earlier joining', async () => {
    const old = { id: 'old', name, entry: { if: [{ daysSinceJoining: { atLeast: 20 } }] } };
    const { shop, programId } = await club([old], 'anna');
    await shop.advance('2026-12-20T12:00:00Z');
    await shop.member('boris', programId);
    expect([(await tierOf(shop, 'anna')).id, (await tierOf(shop, 'boris')).id]).toEqual(['old', null]);
    await merge(shop, 'anna', 'boris');
    expect(await tierOf(shop, 'boris')).toMatchObject({ id: 'old' });
    expect(await shop.balance('boris')).toMatchObject({ available: 5_000 });
  });
});
