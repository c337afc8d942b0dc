import { describe, expect, it } from 'vitest';
import { lead, shopOf } from './attribution-shop.ts';
import { credit, newcomers, percent, program, rule, to } from './programs.ts';
import type { ContractShop } from './shop.ts';
import { said } from './wire.ts';

const days5 = (lockAt: 'signUp' | 'firstPaidOrder'): object =>
  program([rule([to('referrer', percent(1000)), to('friend', credit(10_000))], { if: newcomers })], {
    attribution: { windowDays: 5, touch: 'first', lockAt },
  });
const signUp = (shop: ContractShop, at: string, more: object = {}) =>
  shop.event({ type: 'member.signed_up', occurredAt: at, customer: { externalId: 'friend' }, ...more });
const statusesOf = async (shop: ContractShop, referrer: string): Promise<readonly string[]> =>
  (await shop.get(`/v1/customers/${referrer}/referrals`)).items.map(({ status }: { status: string }) => status);

describe('6.8 the window binds until the lock, and never what staff say', () => {
  it('a friend whose referrer is locked by the sign-up is awaited for good, as every later order earns', async () => {
    const { shop } = await shopOf(days5('signUp'));
    await lead(shop, 'friend', 'AAA', '2026-11-20T12:00:00Z');
    await signUp(shop, '2026-11-20T12:00:00Z');
    await shop.advance('2026-12-20T12:00:00Z');
    expect(await statusesOf(shop, 'anna')).toEqual(['joined']);
    expect(said(await shop.pay('o-1', 100_000))).toContain('referrer issued 10000');
  });

  it('a friend whose first part is paid within it is awaited until the rest is', async () => {
    const { shop } = await shopOf(days5('firstPaidOrder'));
    await lead(shop, 'friend', 'AAA', '2026-11-20T12:00:00Z');
    await shop.pay('o-1', 100_000, { payment: { id: 'p-1', amount: 1 } });
    await shop.advance('2026-12-20T12:00:00Z');
    expect(await statusesOf(shop, 'anna')).toEqual(['started']);
    expect(said(await shop.pay('o-1', 100_000, { payment: { id: 'p-2', amount: 99_999 } }))).toContain('referrer issued 10000');
  });

  it('a friend given to a referrer by staff is awaited for good, also when they sign up', async () => {
    const { shop, programId } = await shopOf(days5('firstPaidOrder'));
    await lead(shop, 'friend', 'AAA', '2026-11-20T12:00:00Z');
    await shop.do('POST', '/v1/customers/friend/referrer', { programId, referrerId: 'boris', actor: 'vera' });
    await signUp(shop, '2026-11-20T12:00:00Z');
    await shop.advance('2026-12-20T12:00:00Z');
    expect(await statusesOf(shop, 'boris')).toEqual(['joined']);
    expect(said(await shop.pay('o-1', 100_000))).toContain('referrer issued 10000');
  });

  it('a friend whose first part was paid within it is awaited again, though it is told later', async () => {
    const { shop } = await shopOf(days5('firstPaidOrder'));
    await lead(shop, 'friend', 'AAA', '2026-11-20T12:00:00Z');
    await shop.advance('2026-11-28T12:00:00Z');
    expect(await statusesOf(shop, 'anna')).toEqual(['expired']);
    await shop.pay('o-1', 100_000, { at: '2026-11-22T12:00:00Z', payment: { id: 'p-1', amount: 1 } });
    await shop.advance('2026-12-20T12:00:00Z');
    expect(await statusesOf(shop, 'anna')).toEqual(['started']);
    expect(said(await shop.pay('o-1', 100_000, { payment: { id: 'p-2', amount: 99_999 } }))).toContain('referrer issued 10000');
  });

  it('a friend whose first part is paid after it is awaited no longer', async () => {
    const { shop } = await shopOf(days5('firstPaidOrder'));
    await lead(shop, 'friend', 'AAA', '2026-11-10T12:00:00Z');
    await shop.pay('o-1', 100_000, { payment: { id: 'p-1', amount: 1 } });
    await shop.advance('2026-11-20T12:00:00Z');
    expect(await statusesOf(shop, 'anna')).toEqual(['expired']);
  });
});
