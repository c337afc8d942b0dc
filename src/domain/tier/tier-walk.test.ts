/** Random members on random ladders: what holds of every standing, whatever the history. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CUSTOMER,
  caseOf,
  ladder,
  MEMBER,
  PROGRAM,
  paid,
  qualifiedInstants,
  referrals,
  tier,
  type Walk,
} from '../../../test/support/tier-builders.ts';
import type { Standing } from '../facts/standing.ts';
import type { Tier } from '../program/document.ts';
import type { TierCondition, TierExpiry } from '../program/tier-condition.ts';
import { evaluateTier } from './evaluate-tier.ts';
import { isSameStanding, newStanding } from './tier-case.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-01-01T00:00:00Z');
const instant = fc.integer({ min: 0, max: 500 * 24 }).map((hours) => new Date(START_MS + hours * 3_600_000).toISOString());
const withinDays = fc.option(fc.constantFrom(1, 7, 30, 90), { nil: null });

const condition: fc.Arbitrary<TierCondition> = fc.oneof(
  fc.record({
    kind: fc.constant('paidOrders' as const),
    atLeast: fc.integer({ min: 1, max: 4 }),
    withinDays: withinDays.map((days) => days ?? 60),
  }),
  fc.record({ kind: fc.constant('spend' as const), atLeastMinor: fc.bigInt(1n, 500n), withinDays }),
  fc.record({ kind: fc.constant('margin' as const), atLeastMinor: fc.bigInt(-100n, 100n), withinDays }),
  fc.record({ kind: fc.constant('qualifiedReferrals' as const), atLeast: fc.integer({ min: 1, max: 3 }), withinDays }),
  fc.record({ kind: fc.constant('score' as const), atLeast: fc.integer({ min: 0, max: 10 }), required: fc.boolean() }),
  fc.record({ kind: fc.constant('daysSinceJoining' as const), atLeast: fc.integer({ min: 1, max: 200 }) }),
);
const expiry: fc.Arbitrary<TierExpiry | null> = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ kind: fc.constant('months' as const), months: fc.integer({ min: 1, max: 4 }) }),
    fc.constant<TierExpiry>({ kind: 'yearly', month: 2, day: 29 }),
  ),
  { nil: null },
);
const tierOf = (id: string): fc.Arbitrary<Tier> =>
  fc
    .record({
      entry: fc.record({
        if: fc.array(condition, { maxLength: 2 }),
        acceptance: fc.constantFrom('none' as const, 'none' as const, 'partnerTerms' as const),
      }),
      keep: fc.option(fc.array(condition, { maxLength: 2 }), { nil: null }),
      expiry,
      downgrade: fc.constantFrom('none' as const, 'oneStep' as const, 'toEarned' as const),
      graceDays: fc.constantFrom(0, 0, 3, 20),
      warnDays: fc.constantFrom(0, 5, 30),
    })
    .map((more) => tier(id, more));

const order = fc
  .record({ at: instant, amount: fc.bigInt(1n, 300n), cost: fc.option(fc.bigInt(0n, 400n), { nil: null }) })
  .map(({ at, amount, cost }) =>
    paid(at, amount, {
      data: {
        currency: 'RUB',
        totalMinor: amount,
        deliveryMinor: 0n,
        taxMinor: 0n,
        channel: null,
        lines: [{ sku: null, category: null, quantity: 1, totalMinor: amount, costMinor: cost }],
      },
    }),
  );

const walk: fc.Arbitrary<Walk> = fc
  .record({
    tiers: fc.tuple(tierOf('one'), tierOf('two'), tierOf('three')),
    orders: fc.array(order, { maxLength: 8 }),
    friends: fc.array(instant, { maxLength: 4 }),
    scores: fc.array(fc.record({ at: instant, score: fc.integer({ min: 0, max: 10 }) }), { maxLength: 3 }),
    accepted: fc.subarray(['one', 'two', 'three']),
    timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Berlin'),
  })
  .map(({ tiers, orders, friends, scores, accepted, timeZone }) => ({
    document: { ...ladder(...tiers), timeZone },
    history: {
      customer: { ...CUSTOMER, paidOrderCount: orders.length },
      orders,
      qualifiedInstants: qualifiedInstants(referrals(...friends)),
      feedback: scores.map(({ at, score }, index) => ({ sequence: BigInt(index), customerId: MEMBER, score, occurredAt: new Date(at) })),
    },
    accepted,
  }));

/** Where the job takes the member from a start on, one due instant after the other. */
function checks(of: Walk, from: Date, most = 40): readonly { readonly at: Date; readonly standing: Standing }[] {
  const found: { at: Date; standing: Standing }[] = [];
  let at: Date | null = from;
  let standing = newStanding(PROGRAM, MEMBER, from);
  while (at !== null && found.length < most) {
    standing = evaluateTier(caseOf(of), standing, at).standing;
    found.push({ at, standing });
    at = standing.nextCheckAt;
  }
  return found;
}

describe('a standing', () => {
  it('is the same when it is looked at twice, and until the very next check', () => {
    fc.assert(
      fc.property(walk, instant, fc.float({ min: 0, max: 1, noNaN: true }), (of, start, share) => {
        for (const { at, standing } of checks(of, new Date(start), 12)) {
          const end = standing.nextCheckAt ?? new Date(at.getTime() + 400 * DAY_MS);
          expect(end.getTime()).toBeGreaterThan(at.getTime());
          const between = new Date(at.getTime() + Math.floor((end.getTime() - 1 - at.getTime()) * share));
          for (const moment of [at, between, new Date(end.getTime() - 1)]) {
            const { standing: again, change } = evaluateTier(caseOf(of), standing, moment);
            expect({ change, isSame: isSameStanding(again, standing), moment, standing, again }).toMatchObject({
              change: null,
              isSame: true,
            });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('comes to rest: time alone does not move a member for ever, but for terms that begin anew', () => {
    fc.assert(
      fc.property(walk, instant, (of, start) => {
        // Terms that begin anew may take up all the checks but the last few, in which the member loses the tier and settles.
        const lately = checks(of, new Date(start), 60).slice(-6);
        const isRenewed = of.document.tiers.some(
          ({ id, expiry: end }) => end !== null && lately.some(({ standing }) => standing.tierId === id),
        );
        expect(isRenewed || lately.at(-1)?.standing.nextCheckAt === null).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its past without gaps or overlaps', () => {
    fc.assert(
      fc.property(walk, instant, (of, start) => {
        const { standing } = checks(of, new Date(start)).at(-1) ?? { standing: newStanding(PROGRAM, MEMBER, new Date(start)) };
        const ends = [...standing.past, { from: standing.since, until: standing.since }];
        for (const [index, past] of standing.past.entries()) {
          expect(past.until.getTime()).toBeLessThanOrEqual(ends[index + 1]?.from.getTime() ?? 0);
          expect(past.from.getTime()).toBeLessThanOrEqual(past.until.getTime());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is told of a loss before it, unless the warning is for the same day', () => {
    fc.assert(
      fc.property(walk, instant, (of, start) => {
        const seen = checks(of, new Date(start), 20);
        for (const [index, { standing, at }] of seen.entries()) {
          const before = seen[index - 1]?.standing;
          const isLost = before !== undefined && standing.past.at(-1)?.reason === 'not-kept' && standing.past.length > before.past.length;
          if (!isLost) continue;
          expect(before.warnedOf?.getTime() === at.getTime() || warnDaysOf(of, before) === 0).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function warnDaysOf(of: Walk, standing: Standing): number {
  return of.document.tiers.find(({ id }) => id === standing.tierId)?.warnDays ?? 0;
}
