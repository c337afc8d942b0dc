import { describe, expect, it } from 'vitest';
import { lead, shopOf } from './attribution-shop.ts';
import { newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals, said, type Wire } from './wire.ts';

const windowOf = (attribution: object): object => program([rule([to('referrer', percent(1000))], { if: newcomers })], { attribution });

const clickOf = (digit: number): string => `clk_${String(digit).padStart(32, '0')}`;

async function click(shop: ContractShop, digit: number, code: string, at: string): Promise<void> {
  await shop.event({ type: 'click.recorded', occurredAt: at, click: { id: clickOf(digit), code } });
}

const signUp = (shop: ContractShop, friend: string, at: string, attribution: object = {}): Promise<Wire> =>
  shop.event({ type: 'member.signed_up', occurredAt: at, customer: { externalId: friend }, attribution });

describe('6.8 attribution: which class wins', () => {
  it('a code at the checkout beats a registered lead, which is named as the loser (2-08)', async () => {
    const { shop, a, b } = await shopOf();
    await lead(shop, 'friend', 'BBB', '2026-11-10T12:00:00Z');
    const answer = await shop.pay('o-1', 100_000, { code: 'AAA' });
    expect(answer.attribution).toMatchObject({
      referrerId: a,
      by: 'code',
      losers: [{ by: 'lead', referrerId: b, reason: 'code-beats-lead' }],
    });
  });

  it('a lead beats a later click', async () => {
    const { shop, a, b } = await shopOf();
    await lead(shop, 'friend', 'AAA', '2026-11-10T12:00:00Z');
    await click(shop, 1, 'BBB', '2026-11-15T12:00:00Z');
    const answer = await shop.pay('o-1', 100_000, { clickId: clickOf(1) });
    expect(answer.attribution).toMatchObject({
      referrerId: a,
      by: 'lead',
      losers: [{ by: 'click', referrerId: b, reason: 'lead-beats-click' }],
    });
  });

  it('a click beats a later claim on the friend page', async () => {
    const { shop, a, b } = await shopOf();
    await click(shop, 1, 'AAA', '2026-11-10T12:00:00Z');
    await shop.ask({ method: 'POST', url: '/v1/claims', key: shop.publishableKey, body: { code: 'BBB', email: 'f@example.com' } });
    const answer = await shop.pay('o-1', 100_000, { by: { externalId: 'friend', email: 'f@example.com' }, clickId: clickOf(1) });
    expect(answer.attribution).toMatchObject({
      referrerId: a,
      by: 'click',
      losers: [{ by: 'claim', referrerId: b, reason: 'click-beats-claim' }],
    });
  });

  it('a claim beats the answer to "who recommended you?"', async () => {
    const { shop, a, b } = await shopOf();
    await shop.ask({ method: 'POST', url: '/v1/claims', key: shop.publishableKey, body: { code: 'AAA', email: 'f@example.com' } });
    const answer = await shop.pay('o-1', 100_000, { by: { externalId: 'friend', email: 'f@example.com' }, answer: 'Борис Котов' });
    expect(answer.attribution).toMatchObject({
      referrerId: a,
      by: 'claim',
      losers: [{ by: 'answer', referrerId: b, reason: 'claim-beats-answer' }],
    });
  });

  it('an answer alone attributes by name, whatever the letter case, and by code (3-09)', async () => {
    const { shop, a, b } = await shopOf();
    expect((await shop.pay('o-1', 100_000, { by: 'f1', answer: 'анна  белова' })).attribution).toMatchObject({
      referrerId: a,
      by: 'answer',
    });
    expect((await shop.pay('o-2', 100_000, { by: 'f2', answer: 'bbb' })).attribution).toMatchObject({ referrerId: b, by: 'answer' });
  });

  it('an answer that names two people attributes to nobody', async () => {
    const { shop, programId } = await shopOf();
    await shop.member('anna-2', programId, { name: 'Анна Белова' });
    const answer = await shop.pay('o-1', 100_000, { answer: 'Анна Белова' });
    expect(answer.attribution).toMatchObject({ referrerId: null, by: 'none' });
    expect(refusals(answer)).toEqual(bothRefused('no-referrer'));
  });

  it('with nothing said there is no referrer and no reward', async () => {
    const { shop } = await shopOf();
    const answer = await shop.pay('o-1', 100_000);
    expect(answer.attribution).toMatchObject({ referrerId: null, by: 'none', losers: [] });
    expect(said(answer)).toEqual([]);
    expect(refusals(answer)).toEqual(bothRefused('no-referrer'));
  });
});

describe('6.8 attribution: inside a class', () => {
  it('of two leads the last by occurredAt wins, in whatever order they were stored', async () => {
    const { shop, a, b } = await shopOf();
    await lead(shop, 'friend', 'AAA', '2026-11-15T12:00:00Z');
    await lead(shop, 'friend', 'BBB', '2026-11-10T12:00:00Z');
    const answer = await shop.pay('o-1', 100_000);
    expect(answer.attribution).toMatchObject({ referrerId: a, by: 'lead', losers: [{ by: 'lead', referrerId: b }] });
  });

  it.each([
    ['first', 'a'],
    ['last', 'b'],
  ] as const)('of two clicks the %s wins with that touch', async (touch, winner) => {
    const people = await shopOf(windowOf({ windowDays: 60, touch, lockAt: 'firstPaidOrder' }));
    const { shop } = people;
    await click(shop, 1, 'AAA', '2026-11-10T12:00:00Z');
    await click(shop, 2, 'BBB', '2026-11-15T12:00:00Z');
    await signUp(shop, 'friend', '2026-11-16T12:00:00Z', { clickId: clickOf(2) });
    const answer = await shop.pay('o-1', 100_000, { clickId: clickOf(1) });
    expect(answer.attribution).toMatchObject({ referrerId: people[winner], by: 'click' });
  });

  it('a click after the order brings nothing, though it was stored before it; one within what clocks may differ does', async () => {
    const { shop, a } = await shopOf();
    await click(shop, 1, 'AAA', '2026-11-15T12:10:00.001Z');
    const answer = await shop.pay('o-1', 100_000, { clickId: clickOf(1), at: '2026-11-15T12:00:00Z' });
    expect([answer.attribution, answer.notes]).toMatchObject([
      { referrerId: null, by: 'none' },
      [{ kind: 'touch-after-event', by: 'click' }],
    ]);
    await click(shop, 2, 'AAA', '2026-11-15T12:10:00.000Z');
    const second = await shop.pay('o-2', 100_000, { by: 'other', clickId: clickOf(2), at: '2026-11-15T12:00:00Z' });
    expect(second.attribution).toMatchObject({ referrerId: a, by: 'click' });
  });

  it('a click counts from its own time, not from when it is named', async () => {
    const { shop } = await shopOf();
    await click(shop, 1, 'AAA', '2026-09-01T12:00:00Z');
    const answer = await shop.pay('o-1', 100_000, { clickId: clickOf(1) });
    expect(refusals(answer)).toEqual(bothRefused('outside-window'));
  });

  it('an unknown code loses to a known lead, and is told', async () => {
    const { shop, a } = await shopOf();
    await lead(shop, 'friend', 'AAA', '2026-11-10T12:00:00Z');
    const answer = await shop.pay('o-1', 100_000, { code: 'NOSUCH' });
    expect(answer.attribution).toMatchObject({
      referrerId: a,
      by: 'lead',
      losers: [{ by: 'code', referrerId: null, reason: 'unknown-code' }],
    });
    expect(said(answer)).toEqual(['friend issued 10000', 'referrer issued 10000']);
  });

  it('an unknown code alone refuses both sides', async () => {
    const { shop } = await shopOf();
    expect(refusals(await shop.pay('o-1', 100_000, { code: 'NOSUCH' }))).toEqual(bothRefused('unknown-code'));
  });
});

describe('6.8 attribution: the window', () => {
  const days5 = windowOf({ windowDays: 5, touch: 'first', lockAt: 'firstPaidOrder' });

  it('binds to the instant: the last millisecond is inside, the end itself is not', async () => {
    const { shop } = await shopOf(days5);
    await lead(shop, 'in', 'AAA', '2026-11-15T09:00:00Z');
    await lead(shop, 'out', 'AAA', '2026-11-15T09:00:00Z');
    expect(said(await shop.pay('o-in', 100_000, { by: 'in', at: '2026-11-20T08:59:59.999Z' }))).toEqual(['referrer issued 10000']);
    expect(refusals(await shop.pay('o-out', 100_000, { by: 'out', at: '2026-11-20T09:00:00Z' }))).toEqual(['referrer outside-window']);
  });

  it('counts days of the programme’s zone: across the end of summer time five days are 121 hours', async () => {
    const shop = await openShop('2026-10-28T12:00:00Z');
    const programId = await shop.publish(
      program([rule([to('referrer', percent(1000))])], { timeZone: 'Europe/Berlin', attribution: { windowDays: 5 } }),
    );
    await shop.member('anna', programId, { code: 'AAA' });
    await lead(shop, 'in', 'AAA', '2026-10-22T10:00:00Z');
    await lead(shop, 'out', 'AAA', '2026-10-22T10:00:00Z');
    expect(said(await shop.pay('o-in', 100_000, { by: 'in', at: '2026-10-27T10:59:59Z' }))).toEqual(['referrer issued 10000']);
    expect(refusals(await shop.pay('o-out', 100_000, { by: 'out', at: '2026-10-27T11:00:00Z' }))).toEqual(['referrer outside-window']);
  });

  it('does not bind a staff correction', async () => {
    const { shop } = await shopOf(days5);
    await shop.pay('o-1', 100_000, { code: 'BBB', at: '2026-11-01T12:00:00Z' });
    const referral = await shop.referralOf('boris', 'o-1');
    await shop.do('POST', `/v1/referrals/${referral.id}/correct`, { referrerId: 'anna', actor: 'vera' });
    expect(await shop.rewardsOf('o-1')).toEqual(['referrer issued 10000', 'referrer reversed 0']);
  });

  it('expires a referral without an order at the same instant', async () => {
    const { shop } = await shopOf(days5);
    await lead(shop, 'friend', 'AAA', '2026-11-20T12:00:00Z');
    await shop.advance('2026-11-25T11:59:59Z');
    expect((await shop.get('/v1/customers/anna/referrals')).items).toMatchObject([{ status: 'started' }]);
    await shop.advance('2026-11-25T12:00:00Z');
    expect((await shop.get('/v1/customers/anna/referrals')).items).toMatchObject([{ status: 'expired' }]);
  });
});

describe('6.8 attribution: the lock', () => {
  it('keeps a touch stored after the lock as late, and it changes nothing', async () => {
    const { shop, a } = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'AAA', at: '2026-11-18T12:00:00Z' });
    const late = await lead(shop, 'friend', 'BBB', '2026-11-10T12:00:00Z');
    expect(late.notes).toContainEqual({ kind: 'late-touch', by: 'lead' });
    const second = await shop.pay('o-2', 100_000, { code: 'BBB' });
    expect(second.attribution).toMatchObject({ referrerId: a, by: 'code' });
  });

  it('at signUp takes what was known then, and a later code at the checkout is late', async () => {
    const { shop, a } = await shopOf(windowOf({ windowDays: 60, touch: 'first', lockAt: 'signUp' }));
    await signUp(shop, 'friend', '2026-11-10T12:00:00Z', { code: 'AAA' });
    const answer = await shop.pay('o-1', 100_000, { code: 'BBB' });
    expect(answer.attribution).toMatchObject({ referrerId: a, by: 'code' });
    expect(answer.notes).toContainEqual({ kind: 'late-touch', by: 'code' });
  });

  it('at firstPaidOrder a code at the checkout beats the one given at sign-up: the last of its class wins', async () => {
    const { shop, b } = await shopOf();
    await signUp(shop, 'friend', '2026-11-10T12:00:00Z', { code: 'AAA' });
    expect((await shop.pay('o-1', 100_000, { code: 'BBB' })).attribution).toMatchObject({ referrerId: b, by: 'code' });
  });

  it('at firstPaidOrder falls with the first payment above zero, not with the last', async () => {
    const { shop, a } = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'AAA', payment: { id: 'p-1', amount: 1 }, at: '2026-11-18T12:00:00Z' });
    const answer = await shop.pay('o-1', 100_000, { code: 'BBB', payment: { id: 'p-2', amount: 99_999 } });
    expect(answer.attribution).toMatchObject({ referrerId: a, by: 'code' });
    expect(said(answer)).toEqual(['friend issued 10000', 'referrer issued 10000']);
  });

  it('of one programme does not carry over to another', async () => {
    const { shop, a, b } = await shopOf(windowOf({ windowDays: 60, touch: 'first', lockAt: 'signUp' }));
    const second = await shop.publish(windowOf({ windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' }));
    await shop.do('POST', '/v1/customers/boris/memberships', { programId: second, actor: 'vera' });
    await signUp(shop, 'friend', '2026-11-10T12:00:00Z', { code: 'AAA' });
    const answer = await shop.pay('o-1', 100_000, { code: 'BBB' });
    expect(answer.attributions.map(({ referrerId }: Wire) => referrerId)).toEqual([a, b]);
    expect(answer.attribution).toMatchObject({ referrerId: a });
  });
});

describe('6.8 attribution: programmes and touches', () => {
  it('a touch before a programme’s first effectiveFrom opens no referral in it', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple, '2026-11-15T12:00:00Z');
    await shop.member('anna', programId, { code: 'AAA' });
    await lead(shop, 'friend', 'AAA', '2026-11-15T11:59:59Z');
    const answer = await shop.pay('o-1', 100_000);
    expect(answer.attribution).toMatchObject({ referrerId: null, by: 'none' });
    expect(refusals(answer)).toEqual(bothRefused('no-referrer'));
  });

  it('a touch at that very instant opens one', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple, '2026-11-15T12:00:00Z');
    await shop.member('anna', programId, { code: 'AAA' });
    await lead(shop, 'friend', 'AAA', '2026-11-15T12:00:00Z');
    expect(said(await shop.pay('o-1', 100_000))).toEqual(['friend issued 10000', 'referrer issued 10000']);
  });

  it('a touch belongs to whoever an event names it for: a click named at sign-up counts at the order', async () => {
    const { shop, a } = await shopOf();
    await click(shop, 1, 'AAA', '2026-11-10T12:00:00Z');
    await signUp(shop, 'friend', '2026-11-11T12:00:00Z', { clickId: clickOf(1) });
    expect((await shop.pay('o-1', 100_000)).attribution).toMatchObject({ referrerId: a, by: 'click' });
  });
});
