/** A programme that works, and its smallest changes: what tests of its judges begin from. */
import type { Benefit, Condition, CouponBenefit, Grant, Hold, ProgramDocument, Rule } from '../../src/domain/program/document.ts';
import { validateProgram } from '../../src/domain/program/validate-program.ts';

export const CREDIT: Benefit = { kind: 'credit', how: 'fixed', amountMinor: 10_000n };
export const POINTS: Benefit = { kind: 'points', how: 'fixed', points: 100n };
export const TENTH = { kind: 'credit', how: 'percent', basisPoints: 1000n, maxMinor: null, of: 'base' } as const satisfies Benefit;
export const THIS_ORDER: CouponBenefit = {
  kind: 'coupon',
  discount: { how: 'percent', basisPoints: 500n, maxMinor: null },
  use: 'thisOrder',
  validDays: null,
  stackable: false,
};
export const HOLD: Hold = { days: 14, from: 'delivery', orFromPaymentDays: 21, reasons: [] };

export const GRANT: Grant = { to: 'buyer', benefit: CREDIT, hold: null, expiresAfterDays: null, accrue: 'whenPaid' };
export const RULE: Rule = { id: 'rule', on: 'order.paid', if: [], grant: [GRANT], caps: { perReferrer: null, budget: null } };

export const DOCUMENT: ProgramDocument = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  points: { name: { ru: 'Баллы', en: 'Points' }, value: null },
  enrolment: { mode: 'automatic', if: [] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  sharing: 'private',
  percentOf: { tax: 'included' },
  shortfall: 'debt',
  budget: null,
  rules: [RULE],
  tiers: [],
  margin: null,
};

export const withRule = (rule: Partial<Rule>): ProgramDocument => ({ ...DOCUMENT, rules: [{ ...RULE, ...rule }] });
export const withGrant = (grant: Partial<Grant>, rule: Partial<Rule> = {}): ProgramDocument =>
  withRule({ ...rule, grant: [{ ...GRANT, ...grant }] });
export const withBenefit = (benefit: Benefit): ProgramDocument => withGrant({ benefit });
export const onPaid = (...conditions: Condition[]): ProgramDocument => withRule({ if: conditions });
export const enrolIf = (...conditions: Condition[]): ProgramDocument => ({ ...DOCUMENT, enrolment: { mode: 'automatic', if: conditions } });
export const both = (referrer: Benefit, friend: Benefit): ProgramDocument =>
  withRule({
    grant: [
      { ...GRANT, to: 'referrer', benefit: referrer },
      { ...GRANT, to: 'friend', benefit: friend },
    ],
  });

export const AT_RULE = '/rules/0';
export const AT_GRANT = '/rules/0/grant/0';
export const AT_BENEFIT = '/rules/0/grant/0/benefit';

export function issuesOf(document: ProgramDocument): string[] {
  return validateProgram(document).map((issue) => `${issue.code} ${issue.field}`);
}
