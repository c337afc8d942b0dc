import type { Customer, Membership } from '../facts/entities.ts';
import type { OrderSums } from '../facts/order-tally.ts';
import type { Feedback, Standing } from '../facts/standing.ts';
import type { TermsAcceptance } from '../facts/terms-acceptance.ts';
import type { CustomerId, ProgramId } from '../ids.ts';
import { findVersionAt, type Program, type PublishedVersion } from '../program/program.ts';
import { isTierWorse } from '../program/worse-tier.ts';
import type { TierCase } from './tier-holds.ts';

/** What is known of one member, from a decision's facts or read for an answer. */
export interface MemberRecords {
  readonly customer: Customer;
  readonly membership: Membership;
  readonly orders: OrderSums;
  /** When friends brought in this programme came to be qualified with an order: epoch ms, ascending. */
  readonly qualifiedInstants: readonly number[];
  readonly feedback: readonly Feedback[];
  /** The newest version whose terms were accepted, by tier. */
  readonly acceptedTiers: ReadonlyMap<string, number>;
}

/** Of one member's acceptances, of this programme. */
export function acceptedVersions(acceptances: readonly TermsAcceptance[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { scope, versionNumber } of acceptances) {
    if (scope === 'program') continue;
    const tierId = scope.slice('tier:'.length);
    newest.set(tierId, Math.max(newest.get(tierId) ?? 0, versionNumber));
  }
  return newest;
}

/** The member's case under a version, which need not be published. */
export function tierCaseOf(program: Program, version: PublishedVersion, records: MemberRecords, standing: Standing): TierCase {
  const { customer, membership, orders, qualifiedInstants, feedback, acceptedTiers } = records;
  return {
    document: version.document,
    entryDocument: (findVersionAt(program, standing.since) ?? version).document,
    history: { customer, joinedAt: membership.joinedAt, orders, qualifiedInstants, feedback },
    // Who stands in a tier has it by what they accepted then; who enters it anew accepts what it is now, where that is worse.
    hasAccepted: (tierId) => {
      const number = acceptedTiers.get(tierId);
      if (number === undefined || tierId === standing.tierId) return number !== undefined;
      const accepted = program.versions.find((each) => each.number === number);
      return accepted !== undefined && (accepted.number >= version.number || !isTierWorse(accepted.document, version.document, tierId));
    },
  };
}

/** In no tier, before the member was first looked at. */
export function newStanding(programId: ProgramId, customerId: CustomerId, at: Date): Standing {
  return {
    programId,
    customerId,
    tierId: null,
    since: at,
    heldBy: 'rules',
    termEndsAt: null,
    graceEndsAt: null,
    invitedTo: null,
    invitedAt: null,
    invitedBy: null,
    past: [],
    warnedOf: null,
    nextCheckAt: null,
  };
}

/** Whether there is anything to keep of a member who never was in a tier. */
export function isEmptyStanding(standing: Standing): boolean {
  return standing.tierId === null && standing.invitedTo === null && standing.nextCheckAt === null && standing.past.length === 0;
}

export function isSameStanding(a: Standing, b: Standing): boolean {
  return (
    a.tierId === b.tierId &&
    a.heldBy === b.heldBy &&
    a.invitedTo === b.invitedTo &&
    a.invitedBy === b.invitedBy &&
    a.past.length === b.past.length &&
    isSameInstant(a.since, b.since) &&
    isSameInstant(a.termEndsAt, b.termEndsAt) &&
    isSameInstant(a.graceEndsAt, b.graceEndsAt) &&
    isSameInstant(a.invitedAt, b.invitedAt) &&
    isSameInstant(a.warnedOf, b.warnedOf) &&
    isSameInstant(a.nextCheckAt, b.nextCheckAt)
  );
}

export function isSameInstant(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}

/** What is left of a standing when the membership is over. */
export function endedStanding(before: Standing, at: Date): Standing {
  const past =
    before.tierId === null
      ? before.past
      : [...before.past, { tierId: before.tierId, from: before.since, until: at, reason: 'membership-ended' as const }];
  return { ...newStanding(before.programId, before.customerId, at), past };
}
