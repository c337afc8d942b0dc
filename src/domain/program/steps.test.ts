import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Steps } from './document.ts';
import { isNumberMet, referralsToNextStep, stepsPeriod, stepsShare, stepsTotal } from './steps.ts';

const table = [
  { from: 1, amount: 100n },
  { from: 3, amount: 200n },
  { from: 5, amount: 300n },
];

function totals(mode: Steps['mode']): readonly bigint[] {
  return [0, 1, 2, 3, 4, 5, 6].map((count) => stepsTotal({ mode, per: 'life', table }, count));
}

function shares(mode: Steps['mode']): readonly bigint[] {
  return [1, 2, 3, 4, 5, 6].map((number) => stepsShare({ mode, per: 'life', table }, number));
}

describe('a bonus in steps of 1, 3 and 5 (0-17)', () => {
  it('pays each referral the amount of its own step when it is marginal', () => {
    expect(totals('marginal')).toEqual([0n, 100n, 200n, 400n, 600n, 900n, 1200n]);
    expect(shares('marginal')).toEqual([100n, 100n, 200n, 200n, 300n, 300n]);
  });

  it('lifts all earlier referrals to the new step when it is retroactive', () => {
    expect(totals('retroactive')).toEqual([0n, 100n, 200n, 600n, 800n, 1500n, 1800n]);
    expect(shares('retroactive')).toEqual([100n, 100n, 400n, 200n, 700n, 300n]);
  });

  it('pays each milestone once, and nothing between them', () => {
    expect(totals('milestone')).toEqual([0n, 100n, 100n, 300n, 300n, 600n, 600n]);
    expect(shares('milestone')).toEqual([100n, 0n, 200n, 0n, 300n, 0n]);
  });

  it('gives nothing before the first step', () => {
    const late: Steps = { mode: 'retroactive', per: 'life', table: [{ from: 3, amount: 200n }] };
    expect([1, 2, 3].map((number) => stepsShare(late, number))).toEqual([0n, 0n, 600n]);
  });

  it('counts amounts above 2^53 exactly', () => {
    const large: Steps = { mode: 'retroactive', per: 'life', table: [{ from: 1, amount: 9_007_199_254_740_993n }] };
    expect(stepsTotal(large, 3)).toBe(27_021_597_764_222_979n);
  });

  it('never takes from the total by one referral more, and the shares sum to it', () => {
    const rising = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.bigInt({ min: 1n, max: 10_000n })), {
        minLength: 1,
        maxLength: 5,
        selector: ([from]) => from,
      })
      .map((rows) => {
        const amounts = rows.map(([, amount]) => amount).sort((a, b) => (a < b ? -1 : 1));
        return rows
          .map(([from]) => from)
          .sort((a, b) => a - b)
          .map((from, index) => ({ from, amount: amounts[index] ?? 1n }));
      });
    fc.assert(
      fc.property(rising, fc.constantFrom('marginal', 'retroactive', 'milestone'), fc.integer({ min: 0, max: 40 }), (rows, mode, count) => {
        const steps: Steps = { mode, per: 'life', table: rows };
        let sum = 0n;
        for (let number = 1; number <= count; number += 1) {
          const share = stepsShare(steps, number);
          expect(share).toBeGreaterThanOrEqual(0n);
          sum += share;
        }
        expect(sum).toBe(stepsTotal(steps, count));
      }),
    );
  });

  it('says how many friends the next step is away', () => {
    const steps: Steps = { mode: 'milestone', per: 'life', table };
    expect([1, 2, 3, 5].map((number) => referralsToNextStep(steps, number))).toEqual([2, 1, 2, null]);
  });
});

describe('the number of a referral', () => {
  it('meets `is` exactly and `atLeast` from there on', () => {
    const met = (condition: { is: number | null; atLeast: number | null }): readonly boolean[] =>
      [2, 3, 4].map((number) => isNumberMet([{ kind: 'referralNumber', ...condition }], number));
    expect(met({ is: 3, atLeast: null })).toEqual([false, true, false]);
    expect(met({ is: null, atLeast: 3 })).toEqual([false, true, true]);
  });

  it('belongs to the year of the programme’s zone', () => {
    const beforeMidnightInMoscow = new Date('2026-12-31T20:59:59Z');
    const atMidnightInMoscow = new Date('2026-12-31T21:00:00Z');
    expect(stepsPeriod('year', beforeMidnightInMoscow, 'Europe/Moscow')).toBe('2026');
    expect(stepsPeriod('year', atMidnightInMoscow, 'Europe/Moscow')).toBe('2027');
    expect(stepsPeriod('month', atMidnightInMoscow, 'UTC')).toBe('2026-12');
    expect(stepsPeriod('life', atMidnightInMoscow, 'UTC')).toBe('life');
  });
});
