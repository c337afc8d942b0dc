/** A programme the linter has nothing to say about, a shop's figures, and their smallest changes. */
import type { Grant, ProgramDocument, Rule, Tier } from '../../src/domain/program/document.ts';
import type { Advice, Check } from '../../src/domain/program/lint/advice.ts';
import type { LintKnowledge } from '../../src/domain/program/lint/check.ts';
import type { LintFigures } from '../../src/domain/program/lint/figures.ts';
import { NOTHING_TYPED } from '../../src/domain/program/lint/figures.ts';
import { lintProgram } from '../../src/domain/program/lint/lint-program.ts';
import type { Perk } from '../../src/domain/program/perk-terms.ts';
import { DOCUMENT, GRANT, HOLD } from './program-builders.ts';

export const AT = new Date('2026-11-20T12:00:00Z');

export const FIGURES: LintFigures = {
  currency: 'RUB',
  orders: 4_812,
  customers: 2_400,
  medianOrderMinor: 200_000n,
  meanOrderMinor: 250_000n,
  largestOrderMinor: 5_000_000n,
  medianDaysBetweenOrders: 45,
  margin: null,
  refundRateBasisPoints: 500n,
  ordersPerMonth: 400n,
  firstOrdersPerMonth: 150n,
  repeatOrdersBasisPoints: 6_250n,
  deliveredOrders: 4_000,
  otherCurrencyOrders: 2,
  ordersBelow: new Map(),
  tierReach: new Map(),
  mostReferrals: 0,
};

export const UNKNOWN: LintKnowledge = { figures: null, owner: NOTHING_TYPED, others: [], at: AT };
export const KNOWN: LintKnowledge = {
  ...UNKNOWN,
  figures: FIGURES,
  owner: { ...NOTHING_TYPED, margin: { basisPoints: 4_000n, categories: [] } },
};
export const knowing = (figures: Partial<LintFigures>): LintKnowledge => ({ ...KNOWN, figures: { ...FIGURES, ...figures } });
export const withMargin = (basisPoints: bigint): LintKnowledge => ({
  ...UNKNOWN,
  owner: { ...NOTHING_TYPED, margin: { basisPoints, categories: [] } },
});

export const TO_REFERRER: Grant = {
  ...GRANT,
  to: 'referrer',
  benefit: { kind: 'credit', how: 'percent', basisPoints: 500n, maxMinor: 50_000n, of: 'base' },
  hold: HOLD,
  expiresAfterDays: 365,
};
export const TO_FRIEND: Grant = { ...TO_REFERRER, to: 'friend' };
export const MUG: Grant = { ...GRANT, to: 'friend', benefit: { kind: 'gift', sku: 'MUG', costMinor: 30_000n } };

/** Both sides alike, a newcomer's order from 1,000 roubles on, held, capped, with a budget: nothing to advise but that it is money. */
export const CAREFUL_RULE: Rule = {
  id: 'friend',
  on: 'order.paid',
  if: [
    { kind: 'newCustomer', is: true },
    { kind: 'paid', atLeastMinor: 100_000n },
  ],
  grant: [TO_REFERRER, TO_FRIEND],
  caps: { perReferrer: { count: 20, amount: null, per: 'year' }, budget: null },
};

export const CAREFUL: ProgramDocument = {
  ...DOCUMENT,
  points: null,
  percentOf: { tax: 'excluded' },
  budget: { unit: 'money', amount: 10_000_000n },
  rules: [{ ...CAREFUL_RULE, grant: [TO_REFERRER, TO_FRIEND, MUG] }],
  perks: [],
  tiers: [],
  margin: null,
};

export const ruled = (rule: Partial<Rule>, document: Partial<ProgramDocument> = {}): ProgramDocument => ({
  ...CAREFUL,
  ...document,
  rules: [{ ...CAREFUL_RULE, grant: [TO_REFERRER, TO_FRIEND, MUG], ...rule }],
});

export const TIER: Tier = {
  id: 'friend-of-the-house',
  name: { ru: 'Свой', en: 'Regular' },
  badge: null,
  greeting: null,
  thankYou: null,
  entry: { if: [{ kind: 'paidOrders', atLeast: 3, withinDays: null }], acceptance: 'none' },
  keep: null,
  expiry: null,
  downgrade: 'toEarned',
  graceDays: 14,
  warnDays: 30,
  perks: ['lecture'],
  replaces: [],
  rules: [],
};

export const LECTURE: Perk = {
  id: 'lecture',
  name: { ru: 'Лекция', en: 'Lecture' },
  kind: 'seat',
  costMinor: 20_000n,
  capacity: 5_000,
  perMember: 1,
  validDays: null,
  revokeOnRefund: false,
  startsAt: null,
  endsAt: null,
  opensAt: null,
  earlierHours: {},
  url: null,
  lowStockAt: null,
};

export const tiered = (...tiers: readonly Partial<Tier>[]): ProgramDocument => ({
  ...CAREFUL,
  perks: [LECTURE],
  tiers: tiers.map((tier, index) => ({ ...TIER, id: `tier-${index + 1}`, ...tier })),
});

export function checksOf(document: ProgramDocument, known: LintKnowledge): readonly Check[] {
  return [...new Set(lintProgram(document, known).map(({ check }) => check))];
}

export function adviceOf(check: Check, document: ProgramDocument, known: LintKnowledge): Advice {
  const found = lintProgram(document, known).find((advice) => advice.check === check);
  if (found === undefined) throw new Error(`${check} does not fire`);
  return found;
}
