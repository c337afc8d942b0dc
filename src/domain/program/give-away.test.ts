import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAREFUL, CAREFUL_RULE, LECTURE, MUG, ruled, TO_FRIEND, TO_REFERRER, tiered } from '../../../test/support/lint-builders.ts';
import type { Benefit, CouponBenefit, Grant, ProgramDocument } from './document.ts';
import { benefitCost, worstGiveAway } from './give-away.ts';

const ORDER = 100_000n;
const coupon = (basisPoints: bigint, more: Partial<CouponBenefit> = {}): CouponBenefit => ({
  kind: 'coupon',
  discount: { how: 'percent', basisPoints, maxMinor: null },
  use: 'thisOrder',
  validDays: null,
  stackable: false,
  ...more,
});
const buyer = (benefit: Benefit): Grant => ({ ...TO_FRIEND, to: 'buyer', benefit });
const share = (basisPoints: bigint): Benefit => ({ kind: 'credit', how: 'percent', basisPoints, maxMinor: null, of: 'base' });
const rules = (...grants: readonly Grant[]): ProgramDocument => ({
  ...CAREFUL,
  rules: grants.map((grant, index) => ({ ...CAREFUL_RULE, id: `rule-${index}`, if: [], grant: [grant] })),
});
const costOf = (benefit: Benefit, document: Partial<ProgramDocument> = {}) => benefitCost(benefit, { ...CAREFUL, ...document }, ORDER);

describe('what one benefit costs on an order of 1,000', () => {
  const points = { name: { ru: 'Б', en: 'P' }, value: { amountMinor: 50n, currency: 'RUB' } };
  it.each<[string, Benefit, Partial<ProgramDocument>, bigint | null]>([
    ['a fixed sum', { kind: 'credit', how: 'fixed', amountMinor: 7n }, {}, 7n],
    ['a share below its limit', { kind: 'credit', how: 'percent', basisPoints: 999n, maxMinor: 9_990n, of: 'base' }, {}, 9_990n],
    ['a share above its limit', { kind: 'credit', how: 'percent', basisPoints: 999n, maxMinor: 9_989n, of: 'base' }, {}, 9_989n],
    [
      'points at their price',
      { kind: 'points', how: 'per', perMinor: 10_000n, points: 3n, maxPoints: null, of: 'base' },
      { points },
      1_500n,
    ],
    ['points without a price', { kind: 'points', how: 'fixed', points: 3n }, { points: { ...points, value: null } }, null],
    ['a discount', coupon(2_000n), {}, 20_000n],
    ['a discount of more than the order', coupon(0n, { discount: { how: 'amount', amountMinor: 200_000n } }), {}, ORDER],
    ['free delivery without a limit', coupon(0n, { discount: { how: 'freeDelivery', maxMinor: null } }), {}, null],
    ['a gift', MUG.benefit, {}, 30_000n],
    ['a perk', { kind: 'perk', perk: 'lecture' }, { perks: [LECTURE] }, 20_000n],
    [
      'the dearest of a choice',
      { kind: 'choice', of: ['lecture', 'dinner'], default: 'lecture', withinDays: 7 },
      { perks: [LECTURE, { ...LECTURE, id: 'dinner', costMinor: 90_000n }] },
      90_000n,
    ],
    ['a donation', { kind: 'donation', recipient: 'shelter', how: 'percent', basisPoints: 100n, maxMinor: null, of: 'base' }, {}, 1_000n],
    [
      'steps at their dearest average',
      {
        kind: 'credit',
        how: 'steps',
        steps: {
          mode: 'milestone',
          per: 'life',
          table: [
            { from: 2, amount: 100n },
            { from: 3, amount: 1_000n },
          ],
        },
      },
      {},
      367n,
    ],
  ])('%s', (_what, benefit, document, cost) => {
    expect(costOf(benefit, document)).toBe(cost);
  });
});

describe('what an order gives away at worst (1-05)', () => {
  it('takes a share of what a coupon of the same order leaves', () => {
    const worst = worstGiveAway(rules({ ...TO_FRIEND, benefit: coupon(2_000n) }, { ...TO_REFERRER, benefit: share(1_000n) }), ORDER);
    expect(worst.parts.map(({ amountMinor }) => amountMinor)).toEqual([20_000n, 8_000n]);
    expect(worst).toMatchObject({ amountMinor: 28_000n, basisPoints: 2_800n });
  });

  it('uses the dearest of coupons that do not stack, and all that do (6.16)', () => {
    const three = [coupon(1_000n), coupon(3_000n), coupon(500n, { stackable: true })].map(buyer);
    expect(worstGiveAway(rules(...three), ORDER).amountMinor).toBe(35_000n);
  });

  it('never gives a discount of more than the order', () => {
    const two = [coupon(8_000n, { stackable: true }), coupon(8_000n, { stackable: true })].map(buyer);
    expect(worstGiveAway(rules(...two), ORDER).amountMinor).toBe(ORDER);
  });

  it('adds no rules that cannot hold on one order', () => {
    const first = { ...CAREFUL_RULE, id: 'first', if: [{ kind: 'newCustomer', is: true }], grant: [buyer(share(1_000n))] } as const;
    const later = {
      ...CAREFUL_RULE,
      id: 'later',
      if: [{ kind: 'orderNumber', is: null, atLeast: 2 }],
      grant: [buyer(share(1_500n))],
    } as const;
    expect(worstGiveAway({ ...CAREFUL, rules: [first, later] }, ORDER)).toMatchObject({ amountMinor: 15_000n, orderNumber: 2 });
  });

  it('leaves out a rule whose minimum the order does not reach', () => {
    expect(worstGiveAway(CAREFUL, 99_999n).amountMinor).toBe(0n);
    expect(worstGiveAway(CAREFUL, ORDER).amountMinor).toBe(40_000n);
  });

  it('puts each side into the tier that costs most, without the rules that tier replaces', () => {
    const rule = (id: string, basisPoints: bigint) => ({ ...CAREFUL_RULE, id, if: [], grant: [buyer(share(basisPoints))] });
    const document: ProgramDocument = {
      ...tiered({ replaces: ['base'], rules: [rule('silver', 700n)] }, { replaces: [], rules: [rule('gold', 300n)] }),
      rules: [rule('base', 500n)],
    };
    const worst = worstGiveAway(document, ORDER);
    expect(worst.parts.map(({ ruleId, tierId }) => [ruleId, tierId])).toEqual([
      ['base', null],
      ['gold', 'tier-2'],
    ]);
    expect(worst.amountMinor).toBe(8_000n);
  });

  it('names what it cannot count', () => {
    const worst = worstGiveAway(rules(buyer(coupon(0n, { discount: { how: 'freeDelivery', maxMinor: null } }))), ORDER);
    expect(worst).toMatchObject({ amountMinor: 0n, unknown: ['/rules/0/grant/0/benefit'] });
  });

  it('is at least what any one rule gives, and the sum of its parts, for any order (reliability F10)', () => {
    const orders = fc.bigInt({ min: 0n, max: 2n ** 60n });
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 10_000n }), { minLength: 1, maxLength: 4 }), orders, (rates, order) => {
        const document = rules(...rates.map((rate) => ({ ...TO_REFERRER, benefit: share(rate) })));
        const worst = worstGiveAway(document, order);
        expect(worst.amountMinor).toBe(worst.parts.reduce((sum, part) => sum + part.amountMinor, 0n));
        for (const { rule } of document.rules.map((each) => ({ rule: each }))) {
          expect(worst.amountMinor).toBeGreaterThanOrEqual(worstGiveAway({ ...document, rules: [rule] }, order).amountMinor);
        }
      }),
    );
  });

  it('has nothing to give by a document without rules of orders', () => {
    expect(worstGiveAway(ruled({ on: 'member.signed_up' }), ORDER).amountMinor).toBe(0n);
  });
});
