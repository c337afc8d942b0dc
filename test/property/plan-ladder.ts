/** Ladders of drawn programmes, and the perks they open: entry, keep, term, grace and downgrade in every mixture. */
import fc from 'fast-check';
import type { ProgramDocument, Tier } from '../../src/domain/program/document.ts';
import type { Perk } from '../../src/domain/program/perk-terms.ts';
import type { TierCondition, TierExpiry } from '../../src/domain/program/tier-condition.ts';
import { chance, PERKS } from './plan-grants.ts';
import { REPLACEABLE, tierRules } from './plan-rules.ts';

export const TIERS = ['one', 'two', 'three', 'four'] as const;

const within = fc.constantFrom(null, null, 2, 5);
const condition: fc.Arbitrary<TierCondition> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('paidOrders' as const), atLeast: fc.integer({ min: 1, max: 3 }), withinDays: within }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('spend' as const), atLeastMinor: fc.bigInt(50n, 3_000n), withinDays: within }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('margin' as const), atLeastMinor: fc.bigInt(20n, 900n), withinDays: within }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('qualifiedReferrals' as const), atLeast: fc.integer({ min: 1, max: 2 }), withinDays: within }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('scoresGiven' as const), atLeast: fc.constant(1), withinDays: within }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('score' as const), atLeast: fc.constantFrom(5, 7), required: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'noOpenComplaint' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('daysSinceJoining' as const), atLeast: fc.integer({ min: 1, max: 4 }) }) },
);
const conditions = fc.oneof(
  { weight: 2, arbitrary: condition.map((only) => [only]) },
  { weight: 1, arbitrary: fc.array(condition, { minLength: 2, maxLength: 2 }) },
);
const expiry: fc.Arbitrary<TierExpiry> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'months' as const, months: 1 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ kind: 'yearly' as const, month: 10, day: 25 }, { kind: 'yearly' as const, month: 10, day: 31 }),
  },
);

const tier = (id: string): fc.Arbitrary<Tier> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant({ ru: 'Ступень', en: 'Tier' }),
    badge: fc.constant(null),
    greeting: fc.constant(null),
    thankYou: fc.constant(null),
    entry: fc.record({
      if: conditions,
      acceptance: fc.constantFrom('none' as const, 'none' as const, 'partnerTerms' as const),
    }),
    keep: chance(conditions),
    expiry: chance(expiry),
    downgrade: fc.constantFrom('none' as const, 'oneStep' as const, 'oneStep' as const, 'toEarned' as const, 'toEarned' as const),
    graceDays: fc.constantFrom(0, 0, 1, 3),
    warnDays: fc.constantFrom(0, 2, 30),
    perks: fc.subarray([...PERKS]),
    replaces: fc.subarray(REPLACEABLE, { maxLength: 3 }),
    rules: tierRules(id),
  });

/**
 * What the versions of a programme have for a ladder: the one drawn, and the same with less grace or without its top. What a tier promises is
 * the same in all of them but for the grace, so that the model can tell a worse one by that alone.
 */
export const ladders: fc.Arbitrary<readonly (readonly Tier[])[]> = fc
  .integer({ min: 2, max: TIERS.length })
  .chain((length) => fc.tuple(...TIERS.slice(0, length).map(tier)))
  .map((drawn) => {
    const lessGrace = drawn.map((its) => ({ ...its, graceDays: its.graceDays === 0 ? 0 : its.graceDays - 1 }));
    return [drawn, drawn, lessGrace, drawn.slice(0, -1)];
  });

const perk = (id: (typeof PERKS)[number]): fc.Arbitrary<Perk> =>
  fc
    .record({
      id: fc.constant(id),
      name: fc.constant({ ru: 'Привилегия', en: 'Perk' }),
      kind: fc.constant(id === 'voucher' ? ('codes' as const) : id === 'course' ? ('access' as const) : ('seat' as const)),
      costMinor: fc.bigInt(0n, 50n),
      capacity: chance(fc.integer({ min: 1, max: 4 }), 3),
      perMember: fc.integer({ min: 1, max: 2 }),
      validDays: chance(fc.integer({ min: 1, max: 5 })),
      revokeOnRefund: fc.boolean(),
      startsAt: fc.constant(null),
      endsAt: chance(fc.constantFrom(new Date('2026-10-26T09:00:00Z'), new Date('2026-11-02T09:00:00Z')), 1),
      opensAt: fc.constant(null),
      earlierHours: fc.constant({}),
      url: fc.constant(null),
      lowStockAt: fc.constant(null),
      binds: fc.boolean(),
    })
    .map(({ binds, ...its }) => (binds ? { ...its, perMemberBinds: true as const } : its));

/** The same perks for every version, whose stock and times may differ. */
export const perkSets: fc.Arbitrary<readonly (readonly Perk[])[]> = fc
  .tuple(...PERKS.map(perk))
  .map((drawn) => [drawn, drawn, drawn.map((its) => ({ ...its, capacity: its.capacity === null ? 3 : its.capacity + 1, endsAt: null }))]);

/** A tier replaces only rules that the version has. */
export function ladderFor(tiers: readonly Tier[], rules: ProgramDocument['rules']): readonly Tier[] {
  const ids = new Set(rules.map(({ id }) => id));
  return tiers.map((its) => ({ ...its, replaces: its.replaces.filter((id) => ids.has(id)) }));
}
