import { describe, expect, it } from 'vitest';
import {
  AT_RULE,
  CREDIT,
  DOCUMENT,
  GRANT,
  issuesOf,
  POINTS,
  TENTH,
  THIS_ORDER,
  withGrant,
  withRule,
} from '../../../test/support/program-builders.ts';
import type { Benefit, Grant, ProgramDocument, Rule } from './document.ts';
import { validateProgram } from './validate-program.ts';

describe('validateProgram on limits', () => {
  const capped = (perReferrer: Rule['caps']['perReferrer'], grant: Partial<Grant> = { to: 'referrer' }): ProgramDocument =>
    withGrant(grant, { caps: { perReferrer, budget: null } });
  const budgeted = (amount: bigint, unit: 'money' | 'points' = 'money', benefit: Benefit = CREDIT): ProgramDocument =>
    withGrant({ benefit }, { caps: { perReferrer: null, budget: { unit, amount } } });
  const atCap = `${AT_RULE}/caps/perReferrer`;
  const atBudget = `${AT_RULE}/caps/budget`;

  it.each<[string, ProgramDocument, string[]]>([
    ['twenty a year', capped({ count: 20, amount: null, per: 'year' }), []],
    ['none a year', capped({ count: 0, amount: null, per: 'year' }), [`number_out_of_range ${atCap}/count`]],
    ['a limit of nothing', capped({ count: null, amount: null, per: 'year' }), [`cap_empty ${atCap}`]],
    [
      'a limit of a referrer who gets nothing',
      capped({ count: 1, amount: null, per: 'year' }, { to: 'buyer' }),
      [`cap_without_referrer ${atCap}`],
    ],
    ['a limit of exactly one reward', capped({ count: null, amount: 10_000n, per: 'year' }), []],
    ['a limit below one reward', capped({ count: null, amount: 9_999n, per: 'year' }), [`cap_too_small ${atCap}/amount/amountMinor`]],
    [
      'a limit below one reward in points',
      capped({ count: null, amount: 99n, per: 'year' }, { to: 'referrer', benefit: POINTS }),
      [`cap_too_small ${atCap}/amount/points`],
    ],
    [
      'one amount over money and points',
      withRule({
        grant: [
          { ...GRANT, to: 'referrer' },
          { ...GRANT, to: 'referrer', benefit: POINTS },
        ],
        caps: { perReferrer: { count: null, amount: 1_000_000n, per: 'life' }, budget: null },
      }),
      [`cap_unit_mixed ${atCap}/amount`],
    ],
    [
      'fewer than the referrer’s legs',
      withRule({
        grant: [
          { ...GRANT, to: 'referrer' },
          { ...GRANT, to: 'referrer' },
        ],
        caps: { perReferrer: { count: 1, amount: null, per: 'life' }, budget: null },
      }),
      [`cap_too_small ${atCap}/count`],
    ],
    [
      'an amount over gifts alone',
      capped({ count: null, amount: 1n, per: 'life' }, { to: 'referrer', benefit: { kind: 'gift', sku: 'S', costMinor: 1n } }),
      [`cap_amount_unused ${atCap}/amount`],
    ],
    ['a budget of exactly one reward', budgeted(10_000n), []],
    ['a budget below one reward', budgeted(9_999n), [`budget_too_small ${atBudget}/amountMinor`]],
    [
      'a budget below one gift',
      budgeted(99n, 'money', { kind: 'gift', sku: 'S', costMinor: 100n }),
      [`budget_too_small ${atBudget}/amountMinor`],
    ],
    [
      'a budget below all legs together',
      withRule({ grant: [GRANT, GRANT], caps: { perReferrer: null, budget: { unit: 'money', amount: 19_999n } } }),
      [`budget_too_small ${atBudget}/amountMinor`],
    ],
    ['a small budget of a share, which may be smaller', budgeted(1n, 'money', TENTH), []],
    ['a budget of zero', budgeted(0n, 'money', TENTH), [`amount_not_positive ${atBudget}/amountMinor`]],
    ['a budget in points where money is given', budgeted(1_000_000n, 'points'), [`budget_unit_unused ${atBudget}`]],
    ['a budget in money where points are given', budgeted(1_000_000n, 'money', POINTS), [`budget_unit_unused ${atBudget}`]],
    [
      'a budget below the maximum of a coupon',
      budgeted(99n, 'money', { ...THIS_ORDER, use: 'nextOrder', discount: { how: 'percent', basisPoints: 1n, maxMinor: 100n } }),
      [`budget_too_small ${atBudget}/amountMinor`],
    ],
    [
      'budgets in two units',
      {
        ...withRule({
          grant: [GRANT, { ...GRANT, benefit: POINTS }],
          caps: { perReferrer: null, budget: { unit: 'points', amount: 1_000_000n } },
        }),
        budget: { unit: 'money', amount: 1_000_000n },
      },
      [`budget_units_mixed ${atBudget}`],
    ],
    [
      'a programme budget below one reward',
      { ...DOCUMENT, budget: { unit: 'money', amount: 9_999n } },
      ['budget_too_small /budget/amountMinor'],
    ],
    ['a programme budget in points nobody gets', { ...DOCUMENT, budget: { unit: 'points', amount: 5n } }, ['budget_unit_unused /budget']],
  ])('judges %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });

  const textsOf = (document: ProgramDocument) =>
    validateProgram(document).map(({ text }) => [text.ru, text.en].map((words) => words.replaceAll(/\s/g, ' ')));

  it('says what one reward takes in the money and points of people', () => {
    expect(textsOf(budgeted(9_999n))).toEqual([
      [expect.stringContaining('тратит 100 ₽ за раз'), expect.stringContaining('spends ₽100 at once')],
    ]);
    expect(textsOf(capped({ count: null, amount: 99n, per: 'year' }, { to: 'referrer', benefit: POINTS }))).toEqual([
      [expect.stringContaining('рекомендателя (100 баллов) больше'), expect.stringContaining('referrer (100 points) exceeds')],
    ]);
  });
});
