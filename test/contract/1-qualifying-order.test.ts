import { describe, expect, it } from 'vitest';
import { atLeast, credit, newcomers, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';

const name = { ru: 'П', en: 'P' };
const optIn = { enrolment: { mode: 'optIn', if: [] } };
const oneFriend = [{ id: 'active', name, entry: { if: [{ qualifiedReferrals: { atLeast: 1 } }] } }];
const secondOrder = rule([to('referrer', credit(1_000))], { id: 'second', if: [{ orderNumber: { is: 2 } }] });

async function shopWith(rules: readonly object[], more: object = {}): Promise<ContractShop> {
  const shop = await openShop();
  await shop.member('anna', await shop.publish(program(rules, { ...optIn, tiers: oneFriend, ...more })));
  return shop;
}

const tierOf = async (shop: ContractShop, who: string): Promise<unknown> => (await shop.customer(who)).memberships[0].tier.id;
const statuses = async (shop: ContractShop, who: string): Promise<unknown> =>
  (await shop.get(`/v1/customers/${who}/referrals`)).items.map(({ status }: { status: string }) => status);

describe('1 a referral qualifies when the hold time of its rule has ended', () => {
  const legs = (friendHold: object, referrerHold: object): object =>
    rule([to('friend', credit(1_000), { hold: friendHold }), to('referrer', credit(1_000), { hold: referrerHold })]);

  it('of all its legs: the one of most days need not end last', async () => {
    const shop = await shopWith([legs({ days: 20, from: 'payment' }, { days: 14, from: 'delivery', orFromPaymentDays: 30 })]);
    await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
    await shop.advance('2026-12-08T12:00:00Z');
    await shop.deliver('x-1');
    await shop.advance('2026-12-22T11:59:59Z');
    expect([await statuses(shop, 'anna'), await shop.balance('anna')]).toMatchObject([['ordered'], { held: 1_000 }]);
    await shop.advance('2026-12-22T12:00:00Z');
    expect([await statuses(shop, 'anna'), await shop.balance('anna')]).toMatchObject([['qualified'], { available: 1_000, held: 0 }]);
  });

  it('not before the delivery that one of them waits for', async () => {
    const shop = await shopWith([legs({ days: 14, from: 'payment' }, { days: 14, from: 'delivery' })]);
    await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
    await shop.advance('2027-01-20T12:00:00Z');
    expect(await statuses(shop, 'anna')).toEqual(['ordered']);
    await shop.deliver('x-1');
    await shop.advance('2027-02-03T12:00:00Z');
    expect(await statuses(shop, 'anna')).toEqual(['qualified']);
  });
});

describe('1 a referral is reversed with the order whose conditions held', () => {
  it('which may be the second one: its refund takes referral, reward and tier, that of the first does not (0-17)', async () => {
    const shop = await shopWith([secondOrder]);
    await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
    await shop.pay('x-2', 100_000, { by: 'x' });
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual(['active', ['qualified']]);
    await shop.refund('x-1', 'r-1');
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual(['active', ['qualified']]);
    await shop.refund('x-2', 'r-2');
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual([null, ['reversed']]);
    expect((await shop.balance('anna')).available).toBe(0);
  });

  it('also where the first order was below the minimum, and the second falls below it', async () => {
    const shop = await shopWith([rule([to('referrer', credit(1_000))], { id: 'big', if: [atLeast(200_000)] })]);
    await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
    expect(await statuses(shop, 'anna')).toEqual(['ordered']);
    await shop.pay('x-2', 300_000, { by: 'x' });
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual(['active', ['qualified']]);
    await shop.refund('x-2', 'r-1', 150_000);
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual([null, ['reversed']]);
  });

  it('a hold is counted from the delivery of that order', async () => {
    const hold = { days: 14, from: 'delivery', orFromPaymentDays: 60 };
    const shop = await shopWith([rule([to('referrer', credit(1_000), { hold })], { id: 'second', if: [{ orderNumber: { is: 2 } }] })]);
    await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
    await shop.pay('x-2', 100_000, { by: 'x' });
    await shop.deliver('x-2');
    await shop.advance('2026-12-05T12:00:10Z');
    expect(await statuses(shop, 'anna')).toEqual(['qualified']);
  });
});

describe('6.10 what a rule of referral.qualified gives is about the order that qualified', () => {
  it('whatever else of the friend is known at that moment (I-18)', async () => {
    const shop = await shopWith([secondOrder, rule([to('referrer', credit(500))], { id: 'done', on: 'referral.qualified' })]);
    await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
    await shop.pay('x-2', 100_000, { by: 'x' });
    const rewards = await shop.rewards();
    expect(rewards).toHaveLength(2);
    await shop.refund('x-2', 'r-1');
    expect((await shop.balance('anna')).available).toBe(0);
  });
});

describe('0-16 a friend counts for a tier once an order of theirs is paid', () => {
  const hello = rule([to('friend', credit(1_000))], { id: 'hello', on: 'member.signed_up' });
  const signUp = (shop: ContractShop, who: string): Promise<unknown> =>
    shop.event({ type: 'member.signed_up', customer: { externalId: who }, attribution: { code: 'ANNA' } });

  it('not by a sign-up alone, though it qualifies the referral', async () => {
    const shop = await shopWith([hello, rule([to('referrer', credit(1_000))], { id: 'first', if: newcomers })]);
    await signUp(shop, 'x');
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual([null, ['qualified']]);
    await shop.pay('x-1', 100_000, { by: 'x' });
    expect(await tierOf(shop, 'anna')).toBe('active');
  });

  it('and no more when none of their orders is left, until they buy again', async () => {
    const shop = await shopWith([hello]);
    await signUp(shop, 'x');
    await shop.pay('x-1', 100_000, { by: 'x' });
    await shop.pay('x-2', 100_000, { by: 'x' });
    await shop.refund('x-1', 'r-1');
    expect(await tierOf(shop, 'anna')).toBe('active');
    await shop.refund('x-2', 'r-2');
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual([null, ['qualified']]);
    await shop.pay('x-3', 100_000, { by: 'x' });
    expect(await tierOf(shop, 'anna')).toBe('active');
  });

  it('nor by an order that is only placed', async () => {
    const shop = await shopWith([rule([to('referrer', credit(1_000))], { id: 'placed', on: 'order.placed' })]);
    await shop.event({ type: 'referral.registered', customer: { externalId: 'x' }, attribution: { code: 'ANNA' } });
    await shop.place('x-1', 100_000, { by: 'x' });
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual([null, ['qualified']]);
    await shop.pay('x-1', 100_000, { by: 'x' });
    expect(await tierOf(shop, 'anna')).toBe('active');
    await shop.refund('x-1', 'r-1');
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual([null, ['reversed']]);
  });
});

describe('0-16 a person’s word on a referral', () => {
  const held = (reasons: readonly string[]): object =>
    rule([to('referrer', credit(1_000), { hold: { days: 1, from: 'payment', reasons } })], { id: 'first', if: newcomers });

  it.each([
    ['tax-data', 'active'],
    ['review', null],
  ])('a reward denied while it waits for %s leaves the tier at %s', async (reason, tier) => {
    const shop = await shopWith([held([reason])]);
    await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
    const [{ id }] = (await shop.get('/v1/customers/anna/rewards')).items;
    await shop.do('POST', `/v1/rewards/${id}/deny`, { actor: 'olga' });
    await shop.advance('2026-11-25T12:00:10Z');
    expect([await tierOf(shop, 'anna'), await statuses(shop, 'anna')]).toEqual([tier, ['qualified']]);
  });
});
