import { describe, expect, it } from 'vitest';
import { coupon, credit, gift, held, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals, rub, said } from './wire.ts';

const both = (caps: object, more: object = {}): object =>
  program([rule([to('referrer', credit(1_000)), to('friend', credit(200))], { if: newcomers, caps })], more);

async function shopOf(document: object, now?: string): Promise<{ shop: ContractShop; programId: string }> {
  const shop = await openShop(now);
  const programId = await shop.publish(document);
  await shop.member('anna', programId);
  return { shop, programId };
}

const BOTH = ['friend issued 200', 'referrer issued 1000'];
const FRIEND = ['friend issued 200'];

describe('6.14 legs together', () => {
  it('a full budget refuses both sides: never one without the other (1-08)', async () => {
    const { shop } = await shopOf(both({ budget: rub(1_300) }));
    expect(said(await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' }))).toEqual(BOTH);
    const answer = await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' });
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('budget-exhausted')]);
  });

  it('a full perReferrer cap stops only the referrer’s', async () => {
    const { shop } = await shopOf(both({ perReferrer: { count: 1, per: 'life' } }));
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    const answer = await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' });
    expect([said(answer), refusals(answer)]).toEqual([FRIEND, ['referrer cap-reached']]);
  });

  it.each(['paused', 'left'])('a %s referrer loses only their own', async (status) => {
    const { shop, programId } = await shopOf(both({}));
    await shop.changeMembership('anna', programId, status);
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect([said(answer), refusals(answer)]).toEqual([FRIEND, ['referrer referrer-not-member']]);
  });

  it('a blocked referrer stops both', async () => {
    const { shop, programId } = await shopOf(both({}));
    await shop.changeMembership('anna', programId, 'blocked');
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('referrer-blocked')]);
  });

  it('someone who never joined is no referrer', async () => {
    const { shop } = await shopOf(both({}));
    await shop.do('PUT', '/v1/customers/stranger', {});
    await shop.do('POST', '/v1/customers/stranger/codes', { code: 'STRANGER' });
    const answer = await shop.pay('o-1', 100_000, { code: 'STRANGER' });
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('referrer-not-member')]);
  });

  it('a referral qualifies whatever caps or budget refused', async () => {
    const { shop } = await shopOf(both({ budget: rub(1_200), perReferrer: { count: 1, per: 'life' } }));
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' });
    expect((await shop.referralOf('anna', 'o-2')).status).toBe('qualified');
    expect((await shop.customer('anna')).counts).toMatchObject({ referrals: 2, qualifiedReferrals: 2 });
  });
});

describe('6.14 what counts', () => {
  it('held rewards do', async () => {
    const { shop } = await shopOf(
      program([
        rule([to('referrer', percent(1000), { hold: { days: 14, from: 'payment' } })], { if: newcomers, caps: { budget: rub(15_000) } }),
      ]),
    );
    expect(said(await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' }))).toEqual(['referrer held 10000']);
    expect(refusals(await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' }))).toEqual(['referrer budget-exhausted']);
  });

  it('what does not fit whole is refused whole, and what fits exactly is granted', async () => {
    const { shop } = await shopOf(program([rule([to('referrer', percent(1000))], { if: newcomers, caps: { budget: rub(15_000) } })]));
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    expect(refusals(await shop.pay('o-2', 50_010, { by: 'f2', code: 'ANNA' }))).toEqual(['referrer budget-exhausted']);
    expect(said(await shop.pay('o-3', 50_009, { by: 'f3', code: 'ANNA' }))).toEqual(['referrer issued 5000']);
  });

  it('denied and cancelled ones do not: both give cap and budget back', async () => {
    const { shop } = await shopOf(
      program([
        rule([to('referrer', percent(1000), { hold: { days: 14, from: 'payment' } })], {
          if: newcomers,
          caps: { budget: rub(10_000), perReferrer: { count: 1, per: 'year' } },
        }),
      ]),
    );
    const first = await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    await shop.do('POST', `/v1/rewards/${first.rewards[0].id}/deny`, { actor: 'vera' });
    expect(said(await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' }))).toEqual(['referrer held 10000']);
    await shop.refund('o-2', 'r-2');
    expect(said(await shop.pay('o-3', 100_000, { by: 'f3', code: 'ANNA' }))).toEqual(['referrer held 10000']);
  });

  it('an amount per referrer counts value, to the kopeck', async () => {
    const { shop } = await shopOf(
      program([
        rule([to('referrer', percent(1000)), to('friend', credit(1))], {
          if: newcomers,
          caps: { perReferrer: { amount: rub(15_000), per: 'month' } },
        }),
      ]),
    );
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    expect(refusals(await shop.pay('o-2', 50_010, { by: 'f2', code: 'ANNA' }))).toEqual(['referrer cap-reached']);
    expect(said(await shop.pay('o-3', 50_000, { by: 'f3', code: 'ANNA' }))).toEqual(['friend issued 1', 'referrer issued 5000']);
  });

  it('each referrer has a cap of their own', async () => {
    const { shop, programId } = await shopOf(both({ perReferrer: { count: 1, per: 'day' } }));
    await shop.member('boris', programId);
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    expect(said(await shop.pay('o-2', 100_000, { by: 'f2', code: 'BORIS' }))).toEqual(BOTH);
  });

  it('gifts count at cost, coupons at what they are worth at most', async () => {
    const document = program([
      rule([to('referrer', gift(6_000)), to('friend', coupon({ max: rub(3_000) }))], { if: newcomers, caps: { budget: rub(17_999) } }),
    ]);
    const { shop } = await shopOf(document);
    expect(said(await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' }))).toEqual(['friend issued coupon', 'referrer issued gift']);
    expect(refusals(await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' }))).toEqual(bothRefused('budget-exhausted'));
  });

  it('the programme’s budget binds all its rules together', async () => {
    const rules = ['one', 'two'].map((id) => rule([to('buyer', credit(600))], { id }));
    const { shop } = await shopOf(program(rules, { budget: rub(1_000) }));
    const answer = await shop.pay('o-1', 100_000);
    expect([said(answer), refusals(answer)]).toEqual([['buyer issued 600'], ['buyer budget-exhausted']]);
  });

  it('points have budgets in points', async () => {
    const terms = { points: { name: { ru: 'Баллы', en: 'Points' } } };
    const { shop } = await shopOf(
      program([rule([to('buyer', { kind: 'points', points: '60' })], { caps: { budget: { points: '100' } } })], terms),
    );
    expect(said(await shop.pay('o-1', 100_000, { by: 'f1' }))).toEqual(['buyer issued 60']);
    expect(refusals(await shop.pay('o-2', 100_000, { by: 'f2' }))).toEqual(['buyer budget-exhausted']);
  });
});

describe('6.14 periods are calendar ones of the programme’s zone, by occurredAt', () => {
  it.each([
    ['day', '2026-11-18T20:59:59.999Z', '2026-11-18T21:00:00Z'],
    ['month', '2026-10-31T20:59:59.999Z', '2026-10-31T21:00:00Z'],
    ['year', '2025-12-31T20:59:59.999Z', '2025-12-31T21:00:00Z'],
  ])('a new %s begins at 00:00 in Moscow', async (per, last, first) => {
    const shop = await openShop();
    const programId = await shop.publish(both({ perReferrer: { count: 1, per } }), '2025-01-01T00:00:00Z');
    await shop.member('anna', programId);
    expect(said(await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA', at: last }))).toEqual(BOTH);
    expect(said(await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA', at: last }))).toEqual(FRIEND);
    expect(said(await shop.pay('o-3', 100_000, { by: 'f3', code: 'ANNA', at: first }))).toEqual(BOTH);
    expect(said(await shop.pay('o-4', 100_000, { by: 'f4', code: 'ANNA', at: first }))).toEqual(FRIEND);
  });
});

describe('6.14 standing counts when it is made', () => {
  it('a referrer blocked after the lead and before the order earns nothing, unblocked again earns', async () => {
    const { shop, programId } = await shopOf(simple);
    for (const friend of ['f1', 'f2']) {
      await shop.event({ type: 'referral.registered', customer: { externalId: friend }, attribution: { code: 'ANNA' } });
    }
    await shop.changeMembership('anna', programId, 'blocked');
    expect(refusals(await shop.pay('o-1', 100_000, { by: 'f1' }))).toEqual(bothRefused('referrer-blocked'));
    await shop.changeMembership('anna', programId, 'active');
    expect(said(await shop.pay('o-2', 100_000, { by: 'f2' }))).toEqual(['friend issued 10000', 'referrer issued 10000']);
  });

  it('a pause takes nothing of what is held', async () => {
    const { shop, programId } = await shopOf(held);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.changeMembership('anna', programId, 'paused');
    await shop.advance('2026-12-20T12:00:00Z');
    expect(await shop.balance('anna')).toMatchObject({ available: 10_000, held: 0 });
  });
});
