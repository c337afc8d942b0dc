import { describe, expect, it } from 'vitest';
import { credit, newcomers, percent, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub } from './wire.ts';

const both = (id: string, on: string, minor: number, more: object = {}): object =>
  rule([to('referrer', credit(minor)), to('friend', credit(minor))], { id, on, ...more });
const steps = program([
  both('signed', 'member.signed_up', 100),
  both('lead', 'referral.registered', 200),
  both('word', 'feedback.given', 300),
  both('first', 'order.paid', 400, { if: newcomers }),
]);

async function shopWith(document: object): Promise<{ readonly shop: ContractShop; readonly programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  for (const name of ['anna', 'boris']) await shop.member(name, programId);
  return { shop, programId };
}

const customer = { externalId: 'friend' };
const referralOf = async (shop: ContractShop, referrer: string): Promise<string> =>
  (await shop.get(`/v1/customers/${referrer}/referrals`)).items[0].id;
const correct = (shop: ContractShop, id: string, referrerId: string): Promise<unknown> =>
  shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId, actor: 'vera' });
const available = async (shop: ContractShop, name: string): Promise<number> => (await shop.balance(name)).available;

describe('6.8 a staff correction reverses and re-grants both sides', () => {
  it('of a lead, a sign-up and feedback as well as of orders, each once, and back again', async () => {
    const { shop } = await shopWith(steps);
    await shop.event({ type: 'referral.registered', customer, attribution: { code: 'ANNA' } });
    await shop.event({ type: 'member.signed_up', customer });
    await shop.pay('o-1', 100_000);
    await shop.event({ type: 'feedback.given', customer, score: 10, orderId: 'o-1' });
    expect([await available(shop, 'anna'), await available(shop, 'friend')]).toEqual([1_000, 1_000]);
    const id = await referralOf(shop, 'anna');
    await correct(shop, id, 'boris');
    expect([await available(shop, 'anna'), await available(shop, 'boris'), await available(shop, 'friend')]).toEqual([0, 1_000, 1_000]);
    await correct(shop, id, 'anna');
    expect([await available(shop, 'anna'), await available(shop, 'boris'), await available(shop, 'friend')]).toEqual([1_000, 0, 1_000]);
    const standing = (await shop.rewards()).filter(({ status }) => status === 'issued');
    expect(standing).toHaveLength(8);
  });

  it('gives the sign-up what it would have given, had the referrer been known', async () => {
    const { shop, programId } = await shopWith(steps);
    await shop.event({ type: 'member.signed_up', customer });
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect(await available(shop, 'anna')).toBe(400);
    await correct(shop, (await shop.referralOf('anna', 'o-1')).id, 'boris');
    expect([await available(shop, 'boris'), await available(shop, 'friend')]).toEqual([500, 500]);
    expect(await shop.get(`/v1/rewards?programId=${programId}`)).toMatchObject({ items: expect.anything() });
  });

  it('says nothing to another programme whose attribution is open', async () => {
    const { shop } = await shopWith(program([both('signed', 'member.signed_up', 100)]));
    const other = await shop.publish(program([rule([to('referrer', percent(1000))], { if: newcomers })]));
    for (const name of ['anna', 'boris']) await shop.do('POST', `/v1/customers/${name}/memberships`, { programId: other, actor: 'anna' });
    await shop.event({ type: 'member.signed_up', customer, attribution: { code: 'ANNA' } });
    const referrals = (await shop.get('/v1/customers/anna/referrals')).items;
    const mine = referrals.find(({ programId }: { programId: string }) => programId !== other);
    await correct(shop, mine.id, 'boris');
    const { attributions } = await shop.pay('o-1', 100_000);
    const named = Object.fromEntries(attributions.map((one: { programId: string; by: string }) => [one.programId, one.by]));
    expect(named).toEqual({ [mine.programId]: 'staff', [other]: 'code' });
    expect(await available(shop, 'anna')).toBe(10_000);
  });
});

describe('6.8 a staff correction of an order paid in parts', () => {
  const accruing = (more: object = {}): object =>
    program([
      rule([to('referrer', percent(1000), { accrue: 'perPayment' }), to('friend', percent(500), { accrue: 'perPayment' })], {
        ...more,
      }),
    ]);
  const part = (id: string, amount: number, more: object = {}): object => ({ code: 'ANNA', payment: { id, amount }, ...more });
  const referralId = async (shop: ContractShop): Promise<string> => (await shop.get('/v1/customers/anna/referrals')).items[0].id;
  const balances = async (shop: ContractShop): Promise<readonly number[]> =>
    Promise.all(['anna', 'boris', 'friend'].map((name) => available(shop, name)));

  it('grants both sides again what the payments so far had earned, and later ones what is left', async () => {
    const { shop } = await shopWith(accruing());
    await shop.event({ type: 'referral.registered', customer, attribution: { code: 'ANNA' } });
    await shop.pay('o-1', 100_000, part('p-1', 30_000));
    await shop.pay('o-1', 100_000, part('p-2', 20_000));
    expect(await balances(shop)).toEqual([5_000, 0, 2_500]);
    await correct(shop, await referralId(shop), 'boris');
    expect(await balances(shop)).toEqual([0, 5_000, 2_500]);
    await shop.pay('o-1', 100_000, part('p-3', 50_000));
    expect(await balances(shop)).toEqual([0, 10_000, 5_000]);
    await correct(shop, (await shop.referralOf('boris', 'o-1')).id, 'anna');
    expect(await balances(shop)).toEqual([10_000, 0, 5_000]);
    expect((await shop.rewardsOf('o-1')).filter((reward) => / issued /.test(reward))).toEqual([
      'friend issued 1000',
      'friend issued 1500',
      'friend issued 2500',
      'referrer issued 2000',
      'referrer issued 3000',
      'referrer issued 5000',
    ]);
  });

  it('grants what was earned before a pause again, also when the order was paid within it', async () => {
    const { shop, programId } = await shopWith(accruing());
    await shop.event({ type: 'referral.registered', customer, attribution: { code: 'ANNA' } });
    await shop.pay('o-1', 100_000, part('p-1', 30_000));
    shop.setClock('2026-11-21T12:00:00Z');
    await shop.do('POST', `/v1/programs/${programId}/pause`, {});
    await shop.pay('o-1', 100_000, part('p-2', 70_000));
    expect(await balances(shop)).toEqual([3_000, 0, 1_500]);
    await correct(shop, await referralId(shop), 'boris');
    expect(await balances(shop)).toEqual([0, 3_000, 1_500]);
  });

  it('of what was refunded in part only the rest, of what was refunded whole nothing', async () => {
    const { shop } = await shopWith(accruing());
    await shop.event({ type: 'referral.registered', customer, attribution: { code: 'ANNA' } });
    await shop.pay('o-1', 100_000, part('p-1', 30_000));
    await shop.refund('o-1', 'r-1', 10_000);
    expect(await balances(shop)).toEqual([2_000, 0, 1_000]);
    await correct(shop, await referralId(shop), 'boris');
    expect(await balances(shop)).toEqual([0, 2_000, 1_000]);
    await shop.refund('o-1', 'r-2', 20_000);
    await correct(shop, (await shop.get('/v1/customers/boris/referrals')).items[0].id, 'anna');
    expect(await balances(shop)).toEqual([0, 0, 0]);
  });

  it('grants again what captured credit alone had earned, and then what a payment adds', async () => {
    const { shop } = await shopWith(accruing());
    await shop.event({ type: 'referral.registered', customer, attribution: { code: 'ANNA' } });
    await shop.give('friend', rub(40_000));
    await shop.place('o-1', 100_000);
    const id = await shop.reserve('friend', rub(40_000), { orderId: 'o-1' });
    await shop.do('POST', `/v1/reservations/${id}/capture`);
    // A tenth and a twentieth of what is left to pay, for 40 of 100 paid.
    expect(await balances(shop)).toEqual([2_400, 0, 1_200]);
    await correct(shop, await referralId(shop), 'boris');
    expect(await balances(shop)).toEqual([0, 2_400, 1_200]);
    await shop.pay('o-1', 100_000);
    expect(await balances(shop)).toEqual([0, 6_000, 3_000]);
  });
});

describe('1 a referral qualified before any order', () => {
  it('stays qualified at the friend’s first order, and when that order is refunded', async () => {
    const { shop, programId } = await shopWith(program([both('signed', 'member.signed_up', 100)]));
    await shop.event({ type: 'member.signed_up', customer, attribution: { code: 'ANNA' } });
    const status = async (): Promise<string> => (await shop.get('/v1/customers/anna/referrals')).items[0].status;
    expect(await status()).toBe('qualified');
    await shop.pay('o-1', 100_000);
    expect(await status()).toBe('qualified');
    expect((await shop.customer('friend')).memberships).toMatchObject([{ programId, status: 'active' }]);
    await shop.refund('o-1', 'r-1');
    expect(await status()).toBe('qualified');
  });

  it('waits for its hold though the first order comes meanwhile', async () => {
    const hold = { days: 5, from: 'payment' };
    const { shop } = await shopWith(program([rule([to('referrer', credit(100), { hold })], { on: 'member.signed_up' })]));
    await shop.event({ type: 'member.signed_up', customer, attribution: { code: 'ANNA' } });
    await shop.pay('o-1', 100_000);
    await shop.advance('2026-11-26T00:00:00Z');
    expect((await shop.get('/v1/customers/anna/referrals')).items[0].status).toBe('qualified');
  });
});
