/** What a run of the stateful test is played with: programmes with their later versions, and the orders customers may make. */
import fc from 'fast-check';
import type { Condition, ProgramDocument, Tier } from '../../src/domain/program/document.ts';
import type { Perk } from '../../src/domain/program/perk-terms.ts';
import { budget, cap, chance } from './plan-grants.ts';
import { ladderFor, ladders, perkSets } from './plan-ladder.ts';
import { CAPPED, programRules } from './plan-rules.ts';

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

const localized = { ru: 'Приведи друга', en: 'Refer a friend' };
const fixedParts = fc.record({
  timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Berlin'),
  windowDays: fc.constantFrom(2, 60),
  lockAt: fc.constantFrom('signUp' as const, 'firstPaidOrder' as const),
  pointValue: chance(fc.bigInt(1n, 5n), 3),
  ladders: fc.oneof({ weight: 4, arbitrary: ladders }, { weight: 1, arbitrary: fc.constant([[]]) }),
  perkSets,
});
type FixedParts = {
  readonly timeZone: string;
  readonly windowDays: number;
  readonly lockAt: 'signUp' | 'firstPaidOrder';
  readonly pointValue: bigint | null;
  readonly ladders: readonly (readonly Tier[])[];
  readonly perkSets: readonly (readonly Perk[])[];
};

const documentOf = (parts: FixedParts): fc.Arbitrary<ProgramDocument> =>
  fc
    .record({
      rules: programRules,
      tiers: fc.constantFrom(...parts.ladders),
      perks: fc.constantFrom(...parts.perkSets),
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
      caps: fc.array(chance(cap), { minLength: CAPPED.length, maxLength: CAPPED.length }),
      margin: chance(fc.constant({ basisPoints: 3_000n, categories: [] })),
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
          perReferrer: drawn.caps[CAPPED.indexOf(rule.id)] ?? null,
        },
      })),
      perks: drawn.perks,
      tiers: ladderFor(drawn.tiers, drawn.rules),
      margin: drawn.margin,
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
