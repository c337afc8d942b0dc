import { describe, expect, it } from 'vitest';
import { atLeast, credit, gift, newcomers, program, returnWindow, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { refusals, rub, said, type Wire } from '../contract/wire.ts';

const table = [1, 3, 5].map((from, index) => ({ from, amount: rub((index + 1) * 10_000) }));
const growing = (mode: string, more: object = {}): object => ({ kind: 'credit', steps: { mode, table, ...more } });
const counting = (mode: string, more: object = {}): object =>
  program([rule([to('referrer', growing(mode)), to('friend', credit(5_000))], { if: newcomers, ...more })]);

/** Six friends of Anna pay 1,000 roubles each: orders o-1 … o-6. */
async function bringFriends(shop: ContractShop, count = 6): Promise<readonly Wire[]> {
  const answers: Wire[] = [];
  for (let number = 1; number <= count; number += 1) {
    answers.push(await shop.pay(`o-${number}`, 100_000, { by: `friend-${number}`, code: 'ANNA' }));
  }
  return answers;
}

async function bringFourth(shop: ContractShop): Promise<void> {
  await shop.pay('o-4', 100_000, { by: 'friend-4', code: 'ANNA' });
}

async function openCounting(document: object): Promise<ContractShop> {
  const shop = await openShop();
  await shop.member('anna', await shop.publish(document));
  return shop;
}

/** What each order's referrer rewards are worth now, top-ups added. */
async function worth(shop: ContractShop, count = 6): Promise<readonly number[]> {
  const amounts: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    const rewards = await shop.rewards(`&orderId=o-${number}`);
    const own = rewards.filter(({ beneficiary }: Wire) => beneficiary === 'referrer');
    amounts.push(own.reduce((sum: number, { benefit }: Wire) => sum + Number(benefit.amount.amountMinor), 0));
  }
  return amounts;
}

describe('a bonus in steps of 1, 3 and 5 (0-17)', () => {
  it.each([
    ['marginal', [10_000, 10_000, 20_000, 20_000, 30_000, 30_000]],
    ['retroactive', [10_000, 10_000, 40_000, 20_000, 70_000, 30_000]],
    ['milestone', [10_000, 0, 20_000, 0, 30_000, 0]],
  ])('pays %s at 1 to 6 friends what the table says', async (mode, expected) => {
    const shop = await openCounting(counting(mode));
    await bringFriends(shop);
    expect(await worth(shop)).toEqual(expected);
    const total = expected.reduce((sum, amount) => sum + amount, 0);
    expect(await shop.balance('anna')).toMatchObject({ available: total, debt: 0 });
  });

  it('gives the friend their part also where the referrer gets nothing yet, and says how many friends are missing', async () => {
    const shop = await openCounting(counting('milestone'));
    const [, second] = await bringFriends(shop, 2);
    expect(said(second)).toEqual(['friend issued 5000']);
    expect(second.refusals).toMatchObject([{ beneficiary: 'referrer', reason: 'condition-not-met', missing: { count: 1 } }]);
  });

  it.each([
    ['marginal', 'o-1', [0, 10_000, 20_000, 20_000, 30_000, 10_000]],
    ['marginal', 'o-3', [10_000, 10_000, 0, 20_000, 30_000, 20_000]],
    ['marginal', 'o-6', [10_000, 10_000, 20_000, 20_000, 30_000, 0]],
    // T(5) = 150,000: 180,000 − 10,000 is 20,000 too much, taken from the newest.
    ['retroactive', 'o-1', [0, 10_000, 40_000, 20_000, 70_000, 10_000]],
    ['retroactive', 'o-3', [10_000, 10_000, 0, 20_000, 70_000, 40_000]],
    ['retroactive', 'o-6', [10_000, 10_000, 40_000, 20_000, 70_000, 0]],
    ['milestone', 'o-1', [0, 0, 20_000, 0, 30_000, 10_000]],
    ['milestone', 'o-3', [10_000, 0, 0, 0, 30_000, 20_000]],
    ['milestone', 'o-6', [10_000, 0, 20_000, 0, 30_000, 0]],
  ])('recounts %s after %s of six is cancelled', async (mode, cancelled, expected) => {
    const shop = await openCounting(counting(mode));
    await bringFriends(shop);
    await shop.cancel(cancelled);
    expect(await worth(shop)).toEqual(expected);
    expect(await shop.balance('anna')).toMatchObject({ available: expected.reduce((sum, amount) => sum + amount, 0), debt: 0 });
  });

  it('recounts once, however often the refund is told', async () => {
    const shop = await openCounting(counting('milestone'));
    await bringFriends(shop);
    for (let again = 0; again < 3; again += 1) await shop.refund('o-3', 'r-1');
    await shop.cancel('o-3');
    expect(await worth(shop)).toEqual([10_000, 0, 0, 0, 30_000, 20_000]);
  });

  it('takes the next friend’s place after a recount', async () => {
    const shop = await openCounting(counting('marginal'));
    await bringFriends(shop, 5);
    await shop.cancel('o-2');
    await shop.pay('o-6', 100_000, { by: 'friend-6', code: 'ANNA' });
    expect((await worth(shop)).reduce((sum, amount) => sum + amount, 0)).toBe(90_000);
  });

  it('leaves the count alone when a counted order is refunded in part, and keeps that reward’s share', async () => {
    const shop = await openCounting(counting('marginal'));
    await bringFriends(shop);
    await shop.refund('o-3', 'r-1', 33_333);
    expect(await worth(shop)).toEqual([10_000, 10_000, 13_333, 20_000, 30_000, 30_000]);
    // One friend fewer: 30,000 becomes 10,000 on the newest, whatever the part refund has taken elsewhere.
    await shop.cancel('o-1');
    expect(await worth(shop)).toEqual([0, 10_000, 13_333, 20_000, 30_000, 10_000]);
  });

  it('keeps the share of a part refund on what a recount lowers and tops up', async () => {
    const shop = await openCounting(counting('milestone'));
    await bringFriends(shop);
    await shop.refund('o-6', 'r-1', 50_000);
    await shop.cancel('o-5');
    expect(await worth(shop)).toEqual([10_000, 0, 20_000, 0, 0, 15_000]);
    await shop.refund('o-6', 'r-2', 25_000);
    expect(await worth(shop)).toEqual([10_000, 0, 20_000, 0, 0, 7_500]);
  });

  it('takes back a friend whose order falls below the rule’s minimum', async () => {
    const shop = await openCounting(counting('milestone', { if: [...newcomers, atLeast(80_000)] }));
    await bringFriends(shop, 3);
    await shop.refund('o-2', 'r-1', 30_000);
    expect(await worth(shop, 3)).toEqual([10_000, 0, 0]);
  });

  it('moves a friend with a staff correction from one referrer’s count to the other’s', async () => {
    const shop = await openShop();
    const programId = await shop.publish(counting('milestone'));
    await shop.member('anna', programId);
    await shop.member('boris', programId);
    await bringFriends(shop, 4);
    const { id } = await shop.referralOf('anna', 'o-3');
    await shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId: 'boris', actor: 'vera' });
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000, debt: 0 });
    expect(await shop.balance('boris')).toMatchObject({ available: 10_000 });
    await shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId: 'anna', actor: 'vera' });
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000, debt: 0 });
    expect(await shop.balance('boris')).toMatchObject({ available: 0, debt: 0 });
  });

  it('counts a friend no more whose reward staff deny', async () => {
    const shop = await openCounting(
      program([rule([to('referrer', growing('milestone'), { hold: { reasons: ['review'] } })], { if: newcomers })]),
    );
    await bringFriends(shop, 4);
    const [denied] = await shop.rewards('&orderId=o-3');
    await shop.do('POST', `/v1/rewards/${denied.id}/deny`, { actor: 'vera' });
    expect(await worth(shop, 4)).toEqual([10_000, 0, 0, 20_000]);
  });

  it('takes back what was spent as debt, as every reversal', async () => {
    const shop = await openCounting(counting('marginal'));
    await bringFriends(shop, 3);
    await shop.give('anna', { ...rub(-35_000) });
    await shop.cancel('o-1');
    expect(await shop.balance('anna')).toMatchObject({ available: 0, debt: 15_000 });
  });

  it('holds what a recount adds as long as the friend’s own reward', async () => {
    const held = program([rule([to('referrer', growing('milestone'), { hold: returnWindow })], { if: newcomers })]);
    const shop = await openCounting(held);
    await bringFriends(shop, 4);
    await shop.advance('2026-12-01T12:00:00Z');
    await shop.cancel('o-3');
    expect(await shop.balance('anna')).toMatchObject({ available: 0, held: 30_000 });
    await shop.advance('2026-12-12T12:00:00Z');
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000, held: 0 });
  });

  it('does not give again what a full cap refused', async () => {
    const shop = await openCounting(counting('marginal', { caps: { perReferrer: { count: 2, per: 'life' } } }));
    await bringFriends(shop, 4);
    expect(await worth(shop, 4)).toEqual([10_000, 10_000, 0, 0]);
    await shop.cancel('o-1');
    expect((await worth(shop, 4)).reduce((sum, amount) => sum + amount, 0)).toBe(20_000);
  });
});

describe('the period of a count (0-17)', () => {
  it('begins anew at New Year in the programme’s zone', async () => {
    const shop = await openCounting(program([rule([to('referrer', growing('milestone', { per: 'year' }))], { if: newcomers })]));
    const moments = [
      '2026-12-30T10:00:00Z',
      '2026-12-31T20:59:59Z',
      '2026-12-31T21:00:00Z',
      '2027-01-05T10:00:00Z',
      '2027-01-06T10:00:00Z',
    ];
    for (const [index, at] of moments.entries()) {
      shop.setClock(at);
      await shop.pay(`o-${index + 1}`, 100_000, { by: `friend-${index + 1}`, code: 'ANNA', at });
    }
    expect(await worth(shop, 5)).toEqual([10_000, 0, 10_000, 0, 20_000]);
    await shop.cancel('o-1');
    expect(await worth(shop, 5)).toEqual([0, 10_000, 10_000, 0, 20_000]);
    await shop.cancel('o-4');
    expect(await worth(shop, 5)).toEqual([0, 10_000, 10_000, 0, 0]);
  });
});

describe('the number of a referral (0-17)', () => {
  const third = program([
    rule([to('referrer', credit(1_000))], { id: 'each', if: newcomers }),
    rule([to('referrer', gift(50_000))], { id: 'third', if: [...newcomers, { referralNumber: { is: 3 } }] }),
  ]);
  const gifts = async (shop: ContractShop): Promise<readonly string[]> =>
    (await shop.rewards())
      .filter(({ benefit }: Wire) => benefit.kind === 'gift')
      .map(({ orderId, status }: Wire) => `${orderId} ${status}`)
      .sort();

  it('gives a gift at the third friend and at no other', async () => {
    const shop = await openCounting(third);
    const answers = await bringFriends(shop, 4);
    expect(await gifts(shop)).toEqual(['o-3 issued']);
    expect(answers[0].refusals).toMatchObject([{ ruleId: 'third', reason: 'condition-not-met', missing: { count: 2 } }]);
    expect(refusals(answers[3])).toEqual(['referrer condition-not-met']);
  });

  it('moves the gift to the newest friend when the third is taken back, and takes it when too few are left', async () => {
    const shop = await openCounting(third);
    await bringFriends(shop, 4);
    await shop.cancel('o-3');
    expect(await gifts(shop)).toEqual(['o-3 reversed', 'o-4 issued']);
    await shop.cancel('o-1');
    expect(await gifts(shop)).toEqual(['o-3 reversed', 'o-4 reversed']);
  });

  it('takes the gift back when staff deny the reward of a friend who counted', async () => {
    const shop = await openCounting(
      program([
        rule([to('referrer', credit(1_000), { hold: { reasons: ['review'] } })], { id: 'each', if: newcomers }),
        rule([to('referrer', gift(50_000))], { id: 'third', if: [...newcomers, { referralNumber: { is: 3 } }] }),
      ]),
    );
    await bringFriends(shop, 3);
    const [waiting] = await shop.rewards('&orderId=o-1');
    await shop.do('POST', `/v1/rewards/${waiting.id}/deny`, { actor: 'vera' });
    expect(await gifts(shop)).toEqual(['o-3 reversed']);
    await bringFourth(shop);
    expect(await gifts(shop)).toEqual(['o-3 reversed', 'o-4 issued']);
  });

  it('keeps the gift when a friend before the third is taken back and a later one stands in', async () => {
    const shop = await openCounting(third);
    await bringFriends(shop, 4);
    await shop.cancel('o-1');
    expect(await gifts(shop)).toEqual(['o-3 issued']);
  });

  it('counts friends who qualified, in the rules of referral.qualified', async () => {
    const shop = await openCounting(
      program([
        rule([to('referrer', credit(1_000), { hold: returnWindow })], { id: 'each', if: newcomers }),
        rule([to('referrer', gift(50_000))], { id: 'second', on: 'referral.qualified', if: [{ referralNumber: { is: 2 } }] }),
      ]),
    );
    await bringFriends(shop, 2);
    expect(await gifts(shop)).toEqual([]);
    await shop.advance('2026-12-12T12:00:00Z');
    expect(await gifts(shop)).toEqual(['o-2 issued']);
    await shop.refund('o-1', 'r-1');
    expect(await gifts(shop)).toEqual(['o-2 reversed']);
  });

  it('fires referral.qualified at once where nothing is held, once a referral', async () => {
    const shop = await openCounting(
      program([
        rule([to('friend', credit(1_000))], { id: 'each', if: newcomers }),
        rule([to('referrer', growing('marginal'))], { id: 'bonus', on: 'referral.qualified' }),
      ]),
    );
    await bringFriends(shop, 3);
    await shop.pay('o-7', 100_000, { by: 'friend-1' });
    expect(await worth(shop, 3)).toEqual([10_000, 10_000, 20_000]);
    await shop.cancel('o-2');
    expect(await worth(shop, 3)).toEqual([10_000, 0, 10_000]);
  });
});
