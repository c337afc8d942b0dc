/** A tally says what a walk over the referrals would say, whatever has happened to them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CustomerId, idFromUuid, type ProgramId, type ReferralId, type VersionId } from '../ids.ts';
import type { Referral } from './entities.ts';
import { createFacts } from './facts.ts';
import { KnownTallies } from './known-tallies.ts';
import { ReferralTallies } from './referral-tallies.ts';
import type { ReferralTally } from './referral-tally.ts';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const PROGRAMS = [1, 2].map((n) => idFromUuid<ProgramId>(uuid(n)));
const REFERRERS = [11, 12].map((n) => idFromUuid<CustomerId>(uuid(n)));
const VERSIONS = [21, 22].map((n) => idFromUuid<VersionId>(uuid(n)));
const at = fc.integer({ min: 0, max: 50 }).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)));

const count = fc.record({
  ruleId: fc.constantFrom('first', 'second'),
  versionId: fc.constantFrom(...VERSIONS),
  tierId: fc.constantFrom(null, 'gold'),
  naturalKey: fc.constant('order'),
  orderId: fc.constant('order'),
  at,
  sequence: fc.bigInt({ min: 1n, max: 30n }),
  isTakenBack: fc.boolean(),
});
const referral: fc.Arbitrary<Referral> = fc
  .record({
    friend: fc.integer({ min: 100, max: 108 }),
    programId: fc.constantFrom(...PROGRAMS),
    referrerId: fc.constantFrom(...REFERRERS),
    status: fc.constantFrom('started', 'ordered', 'qualified', 'reversed'),
    review: fc.constantFrom(null, 'waiting', 'denied'),
    orderId: fc.constantFrom(null, 'order'),
    countedAt: fc.option(at),
    qualifiedAt: fc.option(at),
    counts: fc.uniqueArray(count, { maxLength: 2, selector: ({ ruleId }) => ruleId }),
  })
  .map(({ friend, ...rest }) => ({
    ...rest,
    id: idFromUuid<ReferralId>(uuid(friend)),
    friendId: idFromUuid<CustomerId>(uuid(friend)),
    by: 'code' as const,
    startedAt: new Date(0),
    qualifyingOrderId: null,
    ruleId: null,
    reason: null,
    qualifiesAt: null,
    expiresAt: null,
    hold: null,
    firstOrder: null,
  }));

const step = fc.record({ kind: fc.constantFrom('apply', 'apply', 'load', 'remove', 'ask'), referral });

/** Groups and rules nobody is counted under any more are as good as absent. */
function said(tally: ReferralTally) {
  const groups = [...tally.groups()].filter(({ marks }) => marks.size > 0).map(({ marks, ...of }) => ({ ...of, marks: sorted(marks.all) }));
  return {
    qualified: tally.qualified.all,
    noted: ['first', 'second'].map((ruleId) => sorted(tally.notedBy(ruleId)?.all ?? [])),
    groups: groups.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

function sorted(marks: readonly { readonly sequence: number; readonly at: number }[]) {
  return [...marks].sort((a, b) => a.sequence - b.sequence || a.at - b.at);
}

describe('a tally of referrals (ADR 0022)', () => {
  it('says what the referrals say, after any changes and whenever it was first asked for', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const facts = createFacts();
        for (const { kind, referral: next } of steps) {
          const key = facts.referrals.keyOf(next);
          if (kind === 'ask') facts.tallies.of(next.programId, next.referrerId);
          else if (kind === 'remove') facts.referrals.remove(key);
          // What is read later than it was asked for is either known already or of somebody without referrals.
          else if (kind === 'load' && facts.referrals.get(key) !== null) facts.referrals.load(next);
          else facts.referrals.apply(next);
        }
        const afresh = new ReferralTallies(facts.referrals, new KnownTallies([]));
        for (const programId of PROGRAMS)
          for (const referrerId of REFERRERS)
            expect(said(facts.tallies.of(programId, referrerId))).toEqual(said(afresh.of(programId, referrerId)));
      }),
      { numRuns: 500 },
    );
  });
});
