import { describe, expect, it } from 'vitest';
import { limitCases } from '../../../../test/support/lint/limit-cases.ts';
import { type LintCase, off } from '../../../../test/support/lint/lint-case.ts';
import { orderCases } from '../../../../test/support/lint/order-cases.ts';
import { priceCases } from '../../../../test/support/lint/price-cases.ts';
import { tierCases } from '../../../../test/support/lint/tier-cases.ts';
import {
  AT,
  adviceOf,
  CAREFUL,
  checksOf,
  FIGURES,
  KNOWN,
  knowing,
  MUG,
  ruled,
  TO_FRIEND,
  tiered,
  UNKNOWN,
  withMargin,
} from '../../../../test/support/lint-builders.ts';
import type { ProgramDocument } from '../document.ts';
import { CHECKS, type Check } from './advice.ts';
import { lintProgram } from './lint-program.ts';

const TABLE: Readonly<Record<Check, LintCase>> = { ...priceCases, ...limitCases, ...orderCases, ...tierCases };

describe('each check of the linter', () => {
  it('has its row, and there are at least twenty-five', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...CHECKS].sort());
    expect(CHECKS.length).toBeGreaterThanOrEqual(25);
  });

  it('existing-customers-rewarded asks of a share for months whether the friend came as new, and rests where it does (0-16, 0-22)', () => {
    const months = { kind: 'monthsSince', event: 'firstPaidOrder', atMost: 12 } as const;
    const advice = adviceOf('existing-customers-rewarded', ruled({ if: [months] }), KNOWN);
    expect(advice.suggestion.patch).toEqual({ path: '/rules/0/if/-', value: { referredAsNew: true } });
    const asked = ruled({ if: [months, { kind: 'referredAsNew', is: true }] });
    expect(checksOf(asked, KNOWN)).not.toContain('existing-customers-rewarded');
  });

  it.each(CHECKS)('%s speaks where it should, in both languages, with the numbers at hand', (check) => {
    const { fires, says } = TABLE[check];
    const advice = adviceOf(check, ...fires);
    for (const locale of ['ru', 'en'] as const) {
      const text = [advice.reason, advice.evidence.text, advice.suggestion].map((part) => part[locale]).join(' ');
      for (const words of says[locale]) expect.soft(text, `${locale}: ${words}`).toContain(words);
    }
    expect(advice.evidence.source.ru).not.toBe('');
    expect(advice.where.path).toMatch(/^\//);
  });

  it.each(CHECKS)('%s is silent where there is nothing to say', (check) => {
    expect(checksOf(...TABLE[check].rests)).not.toContain(check);
  });

  it.each(CHECKS)('%s writes no undefined, no NaN, no object and no other language into its words', (check) => {
    const { reason, evidence, suggestion, cost } = adviceOf(check, ...TABLE[check].fires);
    for (const text of [reason, evidence.text, suggestion, ...(cost === null ? [] : [cost.how])]) {
      expect.soft(`${text.ru} ${text.en}`).not.toMatch(/undefined|NaN|\[object|null\b/);
      expect.soft(text.ru).toMatch(/[а-яё]/i);
    }
    for (const text of [reason, suggestion]) expect.soft(text.en.replaceAll(/“[^”]*”/g, '')).not.toMatch(/[а-яё]/i);
  });
});

/** How the document writes what an owner reads: `expiresAfterDays`, `order.paid`, `partner-terms`. */
const NAME_IN_DOCUMENT = /\b[a-z]+[A-Z]\w*|\b[a-z]{3,}\.[a-z]|«[a-z-]+»|“(?:friend|twice|cashback)”/;
/** The one that tells a developer how to send what it asks for. */
const FOR_DEVELOPERS_TOO = 'margin-unknown';

it.each(CHECKS.filter((check) => check !== FOR_DEVELOPERS_TOO))(
  '%s speaks as the editor does, in no words of the document’s own',
  (check) => {
    const { reason, evidence, suggestion } = adviceOf(check, ...TABLE[check].fires);
    for (const text of [reason, evidence.text, suggestion]) expect.soft(`${text.ru} ${text.en}`).not.toMatch(NAME_IN_DOCUMENT);
  },
);

describe('a draft as a whole', () => {
  const twentyToAll = ruled(
    { if: [], grant: [{ ...TO_FRIEND, benefit: off(2_000n), hold: null }], caps: { perReferrer: null, budget: null } },
    { budget: null },
  );
  const nonPrice: ProgramDocument = {
    ...tiered({}, { entry: { if: [{ kind: 'qualifiedReferrals', atLeast: 3, withinDays: null }], acceptance: 'none' } }),
    rules: [],
  };

  it('“20 % to all” has three named warnings or more and an estimate of its cost, with or without a history (0-01)', () => {
    for (const known of [UNKNOWN, KNOWN]) {
      const advice = lintProgram(twentyToAll, known);
      const warnings = new Set(advice.filter(({ severity }) => severity === 'warning').map(({ check }) => check));
      expect(warnings.size).toBeGreaterThanOrEqual(3);
      expect(warnings).toContain('flat-discount-for-all');
    }
    // 20 % of 2,500 roubles, 400 orders a month.
    expect(adviceOf('flat-discount-for-all', twentyToAll, KNOWN).cost).toMatchObject({ amountMinor: 20_000_000n, per: 'month' });
    expect(adviceOf('flat-discount-for-all', twentyToAll, UNKNOWN).cost).toMatchObject({ amountMinor: 20_000n, per: 'order' });
  });

  it('one of tiers without prices has none of those (0-01)', () => {
    const priced = new Set(checksOf(twentyToAll, KNOWN));
    expect(checksOf(nonPrice, KNOWN).filter((check) => priced.has(check))).toEqual([]);
    expect(checksOf(nonPrice, UNKNOWN)).toEqual([]);
  });

  it('that is careful leaves nothing to answer', () => {
    expect(lintProgram(CAREFUL, KNOWN).filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('takes the margin from the document before the owner’s, and the owner’s before the lines’ (1-05)', () => {
    const document: ProgramDocument = { ...CAREFUL, margin: { basisPoints: 900n, categories: [] } };
    expect(checksOf(document, withMargin(9_000n))).toContain('reward-above-margin');
    const typed = { ...knowing({ margin: { basisPoints: 100n, orders: 5 } }), owner: withMargin(9_000n).owner };
    expect(checksOf(CAREFUL, typed)).not.toContain('reward-above-margin');
    const fromLines = { ...typed, owner: UNKNOWN.owner };
    expect(checksOf(CAREFUL, fromLines)).toContain('stack-above-share');
    expect(checksOf(CAREFUL, fromLines)).not.toContain('reward-above-margin');
  });

  it('stops for pay for recruitment without a way round it, and for a loss on each order with one (1-05)', () => {
    expect(adviceOf('pay-for-recruitment', ...TABLE['pay-for-recruitment'].fires)).toMatchObject({ severity: 'error', canOverride: false });
    expect(adviceOf('reward-above-margin', ...TABLE['reward-above-margin'].fires)).toMatchObject({ severity: 'error', canOverride: true });
  });

  it('counts above 2^53 exactly', () => {
    const large = { ...FIGURES, meanOrderMinor: 90_071_992_547_409_930n, ordersPerMonth: 3n };
    const advice = adviceOf('flat-discount-for-all', twentyToAll, { ...KNOWN, figures: large });
    expect(advice.cost?.amountMinor).toBe((90_071_992_547_409_930n / 5n) * 3n);
  });

  it('asks the law of the day it is read on', () => {
    const gifts = ruled(
      { grant: [{ ...MUG, to: 'referrer', benefit: { kind: 'gift', sku: 'CAR', costMinor: 6_000n } }, TO_FRIEND] },
      { currency: 'USD' },
    );
    expect(checksOf(gifts, { ...UNKNOWN, at: AT })).not.toContain('gift-above-threshold');
    expect(checksOf(gifts, { ...UNKNOWN, at: new Date('2025-11-20T12:00:00Z') })).toContain('gift-above-threshold');
  });
});
