/** Ladders of drawn programmes, in all the variety the wire allows; their rules are drawn like the programme's own. */
import fc from 'fast-check';
import type { Rule, Tier } from '../../src/domain/program/document.ts';
import type { TierCondition, TierExpiry } from '../../src/domain/program/tier-condition.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const withinDays = maybe(fc.integer({ min: 1, max: 400 }));
const amount = fc.oneof(fc.bigInt(1n, 1_000_000n), fc.bigInt(1n, 100_000_000_000_000_000n));
const words = maybe(fc.record({ ru: fc.constantFrom('Свой', 'Партнёр'), en: fc.constantFrom('Trusted', 'Partner') }));
const TIERS = ['trusted', 'active', 'partner', 'ambassador'];

const condition: fc.Arbitrary<TierCondition> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('paidOrders' as const, 'qualifiedReferrals' as const, 'scoresGiven' as const),
    atLeast: fc.integer({ min: 1, max: 12 }),
    withinDays,
  }),
  fc.record({ kind: fc.constantFrom('spend' as const, 'margin' as const), atLeastMinor: amount, withinDays }),
  fc.record({ kind: fc.constant('score' as const), atLeast: fc.integer({ min: 0, max: 10 }), required: fc.boolean() }),
  fc.constant<TierCondition>({ kind: 'noOpenComplaint' }),
  fc.record({ kind: fc.constant('daysSinceJoining' as const), atLeast: fc.integer({ min: 1, max: 400 }) }),
);
const conditions = fc.array(condition, { minLength: 1, maxLength: 3 });
const expiry: fc.Arbitrary<TierExpiry> = fc.oneof(
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('months' as const), months: fc.integer({ min: 1, max: 24 }) }),
  fc.constantFrom({ kind: 'yearly' as const, month: 12, day: 31 }, { kind: 'yearly' as const, month: 2, day: 29 }),
);

const tier = (id: string, rule: fc.Arbitrary<Rule>): fc.Arbitrary<Tier> =>
  fc.record({
    id: fc.constant(id),
    name: fc.record({ ru: fc.constantFrom('Свой покупатель', 'Партнёр'), en: fc.constantFrom('Trusted buyer', 'Partner') }),
    badge: words,
    greeting: words,
    thankYou: words,
    entry: fc.record({ if: conditions, acceptance: fc.constantFrom('none' as const, 'none' as const, 'partnerTerms' as const) }),
    keep: maybe(conditions),
    expiry: maybe(expiry),
    downgrade: fc.constantFrom('none' as const, 'oneStep' as const, 'toEarned' as const),
    graceDays: fc.constantFrom(0, 0, 1, 30),
    warnDays: fc.constantFrom(0, 30),
    perks: fc.subarray(['seat', 'course']),
    replaces: fc.constant([]),
    rules: fc.array(rule, { maxLength: 2 }).map((drawn) => drawn.map((its, index) => ({ ...its, id: `${id}-${index}` }))),
  });

/** Half the programmes have none. */
export const arbitraryLadder = (rule: fc.Arbitrary<Rule>): fc.Arbitrary<readonly Tier[]> =>
  fc.oneof(
    fc.constant([]),
    fc.integer({ min: 1, max: TIERS.length }).chain((length) => fc.tuple(...TIERS.slice(0, length).map((id) => tier(id, rule)))),
  );
