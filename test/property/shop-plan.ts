/** What a run of the stateful test is played with: programmes with their later versions, and the orders customers may make. */
import fc from 'fast-check';
import type { Condition, Grant, Hold, PerReferrerCap, ProgramDocument, Rule } from '../../src/domain/program/document.ts';

export const CUSTOMERS = ['ann', 'bob', 'cat', 'dan'] as const;
export const ORDERS_COUNT = 14;
export const START = new Date('2026-10-22T09:00:00Z');
/** Programmes begin long before the first event, so that late events still find them. */
export const PROGRAMS_FROM = new Date('2026-09-01T00:00:00Z');
export const CURRENCY = 'RUB';

export interface OrderPlan {
  readonly customer: number;
  readonly totalMinor: bigint;
  readonly deliveryMinor: bigint;
  readonly taxMinor: bigint;
  /** Whose code the customer enters, if any; `unknown` is nobody's. */
  readonly code: number | 'unknown' | null;
  /** What the payments `a`, `b` and `c` pay, if it is paid in parts. */
  readonly parts: readonly [bigint, bigint, bigint];
}

export interface ShopPlan {
  /** Per programme: its first version, then those that `publish` may bring. */
  readonly programs: readonly (readonly ProgramDocument[])[];
  readonly orders: readonly OrderPlan[];
  /** Which person each customer is: accounts of one person share a phone. */
  readonly persons: readonly number[];
  /** Who is a member of every programme from the start. */
  readonly members: readonly number[];
}

const chance = <T>(arbitrary: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq });
const BIG = 10_000_000_000_000_000n;
const total = fc.oneof(
  { weight: 2, arbitrary: fc.bigInt(1n, 40n) },
  { weight: 8, arbitrary: fc.bigInt(100n, 3_000n) },
  { weight: 1, arbitrary: fc.bigInt(BIG, 3n * BIG) },
);
const customer = fc.nat(CUSTOMERS.length - 1);

const orderPlan: fc.Arbitrary<OrderPlan> = fc
  .record({
    customer,
    totalMinor: total,
    delivery: fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: fc.bigInt(1n, 30n) }),
    tax: fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: fc.bigInt(1n, 20n) }),
    code: fc.oneof(
      { weight: 6, arbitrary: customer },
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant('unknown' as const) },
    ),
    first: fc.bigInt(0n, 100n),
    second: fc.bigInt(0n, 100n),
  })
  .map(({ delivery, tax, first, second, ...plan }) => {
    const a = (plan.totalMinor * first) / 100n;
    const b = ((plan.totalMinor - a) * second) / 100n;
    const deliveryMinor = delivery < plan.totalMinor ? delivery : 0n;
    const taxMinor = tax < plan.totalMinor - deliveryMinor ? tax : 0n;
    return { ...plan, deliveryMinor, taxMinor, parts: [a, b, plan.totalMinor - a - b] };
  });

const days = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
const reasons = fc.constantFrom<Hold['reasons']>([], [], ['review'], ['review', 'tax-data']);
const hold: fc.Arbitrary<Hold> = fc.oneof(
  fc.record({ days: days(4), from: fc.constant('delivery' as const), orFromPaymentDays: chance(days(6)), reasons }),
  fc.record({ days: days(3), from: fc.constant('payment' as const), orFromPaymentDays: fc.constant(null), reasons }),
  fc.constant<Hold>({ days: null, from: 'payment', orFromPaymentDays: null, reasons: ['review'] }),
);
const mayHold = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: hold });
const expiry = chance(fc.integer({ min: 1, max: 8 }), 2);
const percent = fc.record({
  kind: fc.constantFrom('credit' as const, 'commission' as const),
  how: fc.constant('percent' as const),
  basisPoints: fc.oneof(fc.bigInt(1n, 10_000n), fc.constantFrom(1_000n, 3_333n, 5_000n, 10_000n)),
  maxMinor: chance(fc.bigInt(1n, 200n)),
  of: fc.constant('base' as const),
});
const fixed = fc.record({ kind: fc.constant('credit' as const), how: fc.constant('fixed' as const), amountMinor: fc.bigInt(1n, 120n) });
const points = fc.record({
  kind: fc.constant('points' as const),
  how: fc.constant('per' as const),
  perMinor: fc.bigInt(1n, 20n),
  points: fc.bigInt(1n, 3n),
  maxPoints: chance(fc.bigInt(1n, 100n)),
  of: fc.constant('base' as const),
});
const steps = fc
  .record({
    kind: fc.constant('credit' as const),
    how: fc.constant('steps' as const),
    mode: fc.constantFrom('marginal' as const, 'retroactive' as const, 'milestone' as const),
    per: fc.constantFrom('life' as const, 'life' as const, 'month' as const),
    froms: fc.subarray([1, 2, 3], { minLength: 1 }),
    first: fc.bigInt(1n, 60n),
    rise: fc.bigInt(0n, 60n),
  })
  .map(({ kind, how, mode, per, froms, first, rise }) => ({
    kind,
    how,
    steps: { mode, per, table: froms.map((from, index) => ({ from, amount: first + rise * BigInt(index) })) },
  }));
const leg = (to: Grant['to'], benefit: fc.Arbitrary<Grant['benefit']>, accrue: Grant['accrue'] = 'whenPaid'): fc.Arbitrary<Grant> =>
  fc.record({ to: fc.constant(to), benefit, hold: mayHold, expiresAfterDays: expiry, accrue: fc.constant(accrue) });
const couponLeg: fc.Arbitrary<Grant> = fc.record({
  to: fc.constant('friend' as const),
  benefit: fc.record({
    kind: fc.constant('coupon' as const),
    discount: fc.constant({ how: 'percent' as const, basisPoints: 500n, maxMinor: null }),
    use: fc.constant('nextOrder' as const),
    validDays: chance(fc.integer({ min: 1, max: 5 }), 2),
    stackable: fc.boolean(),
  }),
  hold: mayHold,
  expiresAfterDays: fc.constant(null),
  accrue: fc.constant('whenPaid' as const),
});
const cap: fc.Arbitrary<PerReferrerCap> = fc
  .record({
    count: chance(fc.integer({ min: 1, max: 3 })),
    amount: chance(fc.bigInt(120n, 300n)),
    per: fc.constantFrom('day' as const, 'month' as const, 'life' as const),
  })
  .map((drawn) => (drawn.count === null && drawn.amount === null ? { ...drawn, count: 2 } : drawn));
const budget = fc.record({ unit: fc.constant('money' as const), amount: fc.bigInt(240n, 900n) });
const count = fc.constantFrom<readonly Condition[]>(
  [],
  [],
  [{ kind: 'deliveredOrders', atLeast: 1 }],
  [{ kind: 'paidOrders', atLeast: 2 }],
);
const minimum = chance(fc.bigInt(10n, 800n).map((atLeastMinor): Condition => ({ kind: 'paid', atLeastMinor })));

const ruleOf = (
  id: string,
  on: Rule['on'],
  rest: { if?: fc.Arbitrary<readonly Condition[]>; grant: fc.Arbitrary<readonly Grant[]>; caps?: fc.Arbitrary<Rule['caps']> },
): fc.Arbitrary<Rule> =>
  fc.record({
    id: fc.constant(id),
    on: fc.constant(on),
    if: rest.if ?? fc.constant([]),
    grant: rest.grant,
    caps: rest.caps ?? fc.constant({ perReferrer: null, budget: null }),
  });
const ruleBudget = fc.record({ perReferrer: fc.constant(null), budget: chance(budget) });

const firstOrder = ruleOf('first', 'order.paid', {
  if: minimum.map((condition): readonly Condition[] => [
    { kind: 'newCustomer', is: true },
    { kind: 'orderNumber', is: 1, atLeast: null },
    ...(condition === null ? [] : [condition]),
  ]),
  grant: fc
    .tuple(leg('referrer', fc.oneof(percent, fixed)), chance(fc.oneof(couponLeg, couponLeg, leg('friend', fixed)), 5))
    .map(([mine, theirs]) => (theirs === null ? [mine] : [mine, theirs])),
  caps: ruleBudget,
});
const everyOrder = ruleOf('every', 'order.paid', {
  grant: fc
    .tuple(leg('referrer', percent, 'perPayment'), chance(leg('friend', fixed)))
    .map(([mine, theirs]) => (theirs === null ? [mine] : [mine, theirs])),
  caps: ruleBudget,
});
const loyalty = ruleOf('loyalty', 'order.paid', {
  if: fc.tuple(minimum, count).map(([condition, counts]) => (condition === null ? counts : [condition, ...counts])),
  grant: leg('buyer', points).map((one) => [one]),
});
const delivered = ruleOf('delivered', 'order.delivered', {
  if: count,
  grant: fc.oneof(leg('referrer', fc.oneof(percent, fixed)), leg('friend', fixed), leg('buyer', percent)).map((one) => [one]),
});
const growing = ruleOf('growing', 'order.paid', {
  if: minimum.map((condition): readonly Condition[] => [{ kind: 'newCustomer', is: true }, ...(condition === null ? [] : [condition])]),
  grant: fc
    .tuple(leg('referrer', steps), chance(leg('friend', fixed)))
    .map(([mine, theirs]) => (theirs === null ? [mine] : [mine, theirs])),
  caps: ruleBudget,
});
const numbered = ruleOf('numbered', 'order.paid', {
  if: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()).map(([number, isExact]): readonly Condition[] => [
    { kind: 'newCustomer', is: true },
    { kind: 'referralNumber', is: isExact ? number : null, atLeast: isExact ? null : number },
  ]),
  grant: leg('referrer', fixed).map((one) => [one]),
  caps: ruleBudget,
});
/** Where there is no order, a hold can wait for no delivery. */
const countedFromPayment = (one: Grant): Grant => ({
  ...one,
  hold: one.hold === null ? null : { ...one.hold, from: 'payment', orFromPaymentDays: null },
});
const welcome = ruleOf('welcome', 'member.signed_up', { grant: leg('buyer', fixed).map((one) => [countedFromPayment(one)]) });

const joined = ruleOf('joined', 'member.signed_up', {
  grant: fc
    .tuple(leg('referrer', fixed), chance(leg('friend', fixed)))
    .map(([mine, theirs]) => [mine, ...(theirs === null ? [] : [theirs])].map(countedFromPayment)),
  caps: ruleBudget,
});

const rules = fc
  .subarray([firstOrder, everyOrder, loyalty, delivered, welcome, joined, growing, numbered], { minLength: 2 })
  .chain((chosen) => fc.tuple(...chosen));

const localized = { ru: 'Приведи друга', en: 'Refer a friend' };
const fixedParts = fc.record({
  timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Berlin'),
  windowDays: fc.constantFrom(2, 60),
  lockAt: fc.constantFrom('signUp' as const, 'firstPaidOrder' as const),
  pointValue: chance(fc.bigInt(1n, 5n), 3),
});
type FixedParts = {
  readonly timeZone: string;
  readonly windowDays: number;
  readonly lockAt: 'signUp' | 'firstPaidOrder';
  readonly pointValue: bigint | null;
};

const isCapped = (id: string): id is 'first' | 'every' | 'joined' | 'growing' | 'numbered' =>
  id === 'first' || id === 'every' || id === 'joined' || id === 'growing' || id === 'numbered';

const documentOf = (parts: FixedParts): fc.Arbitrary<ProgramDocument> =>
  fc
    .record({
      rules,
      enrolIf: fc.constantFrom<readonly Condition[]>(
        [],
        [],
        [{ kind: 'paidOrders', atLeast: 1 }],
        [{ kind: 'deliveredOrders', atLeast: 1 }],
      ),
      mode: fc.constantFrom('automatic' as const, 'automatic' as const, 'optIn' as const),
      tax: fc.constantFrom('included' as const, 'excluded' as const),
      shortfall: fc.constantFrom('debt' as const, 'debt' as const, 'clamp' as const),
      budget: chance(budget),
      caps: fc.record({ first: chance(cap), every: chance(cap), joined: chance(cap), growing: chance(cap), numbered: chance(cap) }),
    })
    .map((drawn) => ({
      name: localized,
      currency: CURRENCY,
      timeZone: parts.timeZone,
      points: { name: localized, value: parts.pointValue === null ? null : { amountMinor: parts.pointValue, currency: CURRENCY } },
      enrolment: { mode: drawn.mode, if: drawn.enrolIf },
      attribution: { windowDays: parts.windowDays, touch: 'last' as const, lockAt: parts.lockAt },
      sharing: 'private' as const,
      percentOf: { tax: drawn.tax },
      shortfall: drawn.shortfall,
      budget: drawn.rules.some((rule) => rule.grant.some((grant) => grant.benefit.kind === 'credit' || grant.benefit.kind === 'commission'))
        ? drawn.budget
        : null,
      rules: drawn.rules.map((rule) => ({
        ...rule,
        caps: {
          ...rule.caps,
          perReferrer: isCapped(rule.id) ? drawn.caps[rule.id] : null,
        },
      })),
      tiers: [],
      margin: null,
    }));

const program = fixedParts.chain((parts) => fc.array(documentOf(parts), { minLength: 2, maxLength: 3 }));

export const arbitraryPlan: fc.Arbitrary<ShopPlan> = fc.record({
  programs: fc.array(program, { minLength: 1, maxLength: 2 }),
  orders: fc.array(orderPlan, { minLength: ORDERS_COUNT, maxLength: ORDERS_COUNT }),
  persons: fc.constantFrom<readonly number[]>([0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 2, 2], [0, 1, 0, 3]),
  members: fc.oneof(
    { weight: 3, arbitrary: fc.constant([...CUSTOMERS.keys()]) },
    { weight: 2, arbitrary: fc.subarray([...CUSTOMERS.keys()]) },
  ),
});
