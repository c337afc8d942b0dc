/** The rules a drawn programme is made of, by the programme itself and by its tiers. */
import fc from 'fast-check';
import type { Condition, DaysSinceEvent, Grant, Rule } from '../../src/domain/program/document.ts';
import {
  beyond,
  bothOf,
  budget,
  chance,
  countedFromPayment,
  couponLeg,
  donatedShare,
  fixed,
  fixedPoints,
  leg,
  percent,
  points,
  steps,
} from './plan-grants.ts';

const ruleBudget = fc.record({ perReferrer: fc.constant(null), budget: chance(budget) });
const count = fc.constantFrom<readonly Condition[]>(
  [],
  [],
  [{ kind: 'deliveredOrders', atLeast: 1 }],
  [{ kind: 'paidOrders', atLeast: 2 }],
);
const minimum = chance(fc.bigInt(10n, 800n).map((atLeastMinor): Condition => ({ kind: 'paid', atLeastMinor })));
const newWithMinimum = minimum.map((condition): readonly Condition[] => [
  { kind: 'newCustomer', is: true },
  ...(condition === null ? [] : [condition]),
]);
const sinceMonths = fc
  .constantFrom<DaysSinceEvent>('firstPaidOrder', 'firstPaidOrder', 'touch', 'signUp', 'joined')
  .map((event): Condition => ({ kind: 'monthsSince', event, atMost: 1 }));
const clientOf = chance(fc.boolean(), 4).map((is): readonly Condition[] => (is === null ? [] : [{ kind: 'referredAsNew', is }]));
const aYear = fc.tuple(sinceMonths, clientOf).map(([months, asNew]): readonly Condition[] => [...asNew, months]);

const ruleOf = (
  id: string,
  on: Rule['on'],
  rest: { if?: fc.Arbitrary<readonly Condition[]>; grant: fc.Arbitrary<readonly Grant[]>; isBudgeted?: boolean },
): fc.Arbitrary<Rule> =>
  fc.record({
    id: fc.constant(id),
    on: fc.constant(on),
    if: rest.if ?? fc.constant([]),
    grant: rest.grant,
    caps: rest.isBudgeted === true ? ruleBudget : fc.constant({ perReferrer: null, budget: null }),
  });
const one = (grant: fc.Arbitrary<Grant>): fc.Arbitrary<readonly Grant[]> => grant.map((its) => [its]);
const withoutOrder = (grants: fc.Arbitrary<readonly Grant[]>): fc.Arbitrary<readonly Grant[]> =>
  grants.map((all) => all.map(countedFromPayment));

const friendCredit = chance(leg('friend', fixed));
/** By id, so that a cap can be laid on those that pay a referrer. */
const PROGRAM_RULES = {
  first: ruleOf('first', 'order.paid', {
    if: minimum.map((condition): readonly Condition[] => [
      { kind: 'newCustomer', is: true },
      { kind: 'orderNumber', is: 1, atLeast: null },
      ...(condition === null ? [] : [condition]),
    ]),
    grant: bothOf(leg('referrer', fc.oneof(percent, fixed)), chance(fc.oneof(couponLeg, couponLeg, leg('friend', fixed)), 5)),
    isBudgeted: true,
  }),
  every: ruleOf('every', 'order.paid', { grant: bothOf(leg('referrer', percent, 'perPayment'), friendCredit), isBudgeted: true }),
  loyalty: ruleOf('loyalty', 'order.paid', {
    if: fc.tuple(minimum, count).map(([condition, counts]) => (condition === null ? counts : [condition, ...counts])),
    grant: one(leg('buyer', points)),
  }),
  delivered: ruleOf('delivered', 'order.delivered', {
    if: count,
    grant: one(fc.oneof(leg('referrer', fc.oneof(percent, fixed)), leg('friend', fixed), leg('buyer', percent))),
  }),
  welcome: ruleOf('welcome', 'member.signed_up', { grant: withoutOrder(one(leg('buyer', fixed))) }),
  joined: ruleOf('joined', 'member.signed_up', { grant: withoutOrder(bothOf(leg('referrer', fixed), friendCredit)), isBudgeted: true }),
  growing: ruleOf('growing', 'order.paid', {
    if: newWithMinimum,
    grant: bothOf(leg('referrer', steps), friendCredit),
    isBudgeted: true,
  }),
  numbered: ruleOf('numbered', 'order.paid', {
    if: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()).map(([number, isExact]): readonly Condition[] => [
      { kind: 'newCustomer', is: true },
      { kind: 'referralNumber', is: isExact ? number : null, atLeast: isExact ? null : number },
    ]),
    grant: one(leg('referrer', fc.oneof(fixed, fixed, beyond))),
    isBudgeted: true,
  }),
  gifted: ruleOf('gifted', 'order.paid', {
    if: newWithMinimum,
    grant: bothOf(leg('referrer', fc.oneof(beyond, fixed)), chance(leg('friend', beyond), 4)),
    isBudgeted: true,
  }),
  thanks: ruleOf('thanks', 'order.paid', { if: count, grant: one(leg('buyer', fc.oneof(beyond, beyond, donatedShare))), isBudgeted: true }),
  given: ruleOf('given', 'order.paid', { grant: one(leg('buyer', donatedShare, 'perPayment')) }),
  yearly: ruleOf('yearly', 'order.paid', {
    if: aYear,
    grant: one(fc.oneof(leg('referrer', percent, 'perPayment'), leg('referrer', percent))),
  }),
  qualified: ruleOf('qualified', 'referral.qualified', {
    grant: withoutOrder(
      fc.oneof(bothOf(leg('referrer', fc.oneof(fixed, beyond, fixedPoints)), chance(leg('friend', beyond))), one(leg('buyer', beyond))),
    ),
    isBudgeted: true,
  }),
  feedback: ruleOf('feedback', 'feedback.given', {
    if: count,
    grant: withoutOrder(one(fc.oneof(leg('buyer', fc.oneof(fixedPoints, beyond)), leg('referrer', fixed)))),
  }),
  entered: ruleOf('entered', 'tier.entered', { grant: withoutOrder(one(leg('buyer', fc.oneof(beyond, fixed, fixedPoints)))) }),
} as const;

export const CAPPED: readonly string[] = ['first', 'every', 'joined', 'growing', 'numbered', 'gifted', 'yearly', 'qualified'];

export const programRules: fc.Arbitrary<readonly Rule[]> = fc
  .subarray(Object.values(PROGRAM_RULES), { minLength: 3, maxLength: 9 })
  .chain((chosen) => fc.tuple(...chosen));

/** What standing in a tier may change: a share of the friend's payments, a growing bonus, a gift for each friend, a welcome. */
export function tierRules(tier: string): fc.Arbitrary<readonly Rule[]> {
  const mine = [
    ruleOf(`${tier}-share`, 'order.paid', { if: aYear, grant: one(leg('referrer', percent, 'perPayment')) }),
    ruleOf(`${tier}-grows`, 'order.paid', { if: newWithMinimum, grant: one(leg('referrer', steps)) }),
    ruleOf(`${tier}-brings`, 'referral.qualified', { grant: withoutOrder(one(leg('referrer', fc.oneof(fixed, beyond)))) }),
    ruleOf(`${tier}-enters`, 'tier.entered', { grant: withoutOrder(one(leg('buyer', fc.oneof(fixed, beyond)))) }),
    ruleOf(`${tier}-buys`, 'order.paid', { grant: one(leg('buyer', fc.oneof(points, percent))) }),
  ];
  return fc.subarray(mine, { maxLength: 3 }).chain((chosen) => fc.tuple(...chosen));
}

/** Rules of a programme that a tier's own may stand in for. */
export const REPLACEABLE = Object.keys(PROGRAM_RULES);
