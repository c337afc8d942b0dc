/** Whether somebody may enter now, and if not, why not and from when. Pure: the same question at the same instant has one answer. */
import { type AccessGrant, isLive } from '../facts/access-grant.ts';
import type { MembershipStatus } from '../facts/entities.ts';
import type { AccessGrantId } from '../ids.ts';
import type { ProgramDocument } from '../program/document.ts';
import { isClaimable } from '../program/perk.ts';
import type { Perk } from '../program/perk-terms.ts';
import { findTier } from '../program/program-rules.ts';

const HOUR_MS = 3_600_000;

/** Who asks: null status = no member, and all a guest has is the hour. */
export interface EntryQuestion {
  readonly document: ProgramDocument;
  readonly perk: Perk;
  readonly membership: MembershipStatus | null;
  readonly tierId: string | null;
  /** Theirs, of this perk. */
  readonly grants: readonly AccessGrant[];
  readonly at: Date;
}

export type EntryRefusal = 'access_not_open' | 'access_no_grant' | 'access_expired' | 'access_revoked' | 'access_tier';

/** What would have opened the door: the number of those who got it later is the perk's joins. */
export type EntryLack = 'membership' | 'tier';

export type EntryAnswer =
  | { readonly kind: 'allowed'; readonly grantId: AccessGrantId | null; readonly until: Date | null; readonly tierId: string | null }
  | {
      readonly kind: 'refused';
      readonly reason: EntryRefusal;
      /** For this person as they stand, and for everybody. */
      readonly opensAt: Date | null;
      readonly opensForEverybodyAt: Date | null;
      /** Tiers in which the answer would have been yes. */
      readonly tiers: readonly string[];
      readonly lacks: EntryLack | null;
    };

export function mayEnter(asked: EntryQuestion): EntryAnswer {
  const { perk, at } = asked;
  // A block is about the person: what they hold does not let them in, what is open to everybody does.
  if (asked.membership === 'blocked' && asked.grants.some(isLive)) return refused('access_revoked', asked);
  if (perk.endsAt !== null && perk.endsAt <= at) return refused('access_expired', asked);
  if (perk.kind === 'earlyAccess') return mayEnterEarly(asked);
  const open = asked.grants.find((grant) => isOpen(grant, perk, at));
  const isEntitled = !isClaimable(perk) && listsPerk(asked);
  if (open === undefined && !isEntitled) return withoutGrant(asked);
  if (perk.startsAt !== null && perk.startsAt > at) {
    return { ...refused('access_not_open', asked), opensAt: perk.startsAt, opensForEverybodyAt: perk.startsAt, lacks: null };
  }
  return { kind: 'allowed', grantId: open?.id ?? null, until: open?.validUntil ?? perk.endsAt, tierId: memberTier(asked) };
}

function mayEnterEarly(asked: EntryQuestion): EntryAnswer {
  const { perk, at } = asked;
  const everybody = perk.opensAt ?? at;
  const grant = asked.grants.find((held) => isOpen(held, perk, at));
  const tierId = memberTier(asked);
  const mostHours = Math.max(0, ...Object.values(perk.earlierHours));
  // Who was given early access as a reward enters with the first.
  const hours = grant !== undefined ? mostHours : tierId === null ? 0 : (perk.earlierHours[tierId] ?? 0);
  const opensAt = hoursBefore(everybody, hours);
  if (at >= opensAt) return { kind: 'allowed', grantId: grant?.id ?? null, until: perk.endsAt, tierId };
  const tiers = Object.keys(perk.earlierHours).filter((tier) => at >= hoursBefore(everybody, perk.earlierHours[tier] ?? 0));
  return { kind: 'refused', reason: 'access_not_open', opensAt, opensForEverybodyAt: everybody, tiers, lacks: lackOf(asked, tiers) };
}

function hoursBefore(at: Date, hours: number): Date {
  return new Date(at.getTime() - hours * HOUR_MS);
}

/** The latest grant tells the most: taken back, over, or never there. */
function withoutGrant(asked: EntryQuestion): EntryAnswer {
  const last = asked.grants.at(-1);
  if (last?.status === 'revoked') return refused('access_revoked', asked);
  if (last?.status === 'expired' || last?.status === 'active' || last?.status === 'used') return refused('access_expired', asked);
  const tiers = listingTiers(asked);
  const isMissingTier = tiers.length > 0 && !listsPerk(asked);
  return {
    ...refused(isMissingTier ? 'access_tier' : 'access_no_grant', asked),
    tiers,
    lacks: isMissingTier ? lackOf(asked, tiers) : null,
  };
}

function isOpen(grant: AccessGrant, perk: Perk, at: Date): boolean {
  const isHeld = grant.status === 'active' || (grant.status === 'used' && staysOpen(perk));
  return isHeld && (grant.validUntil === null || grant.validUntil > at);
}

/** A group or a course is entered again and again once its invitation was opened; a seat, a service, goods or a code are had once. */
function staysOpen({ kind }: Perk): boolean {
  return kind === 'access' || kind === 'earlyAccess' || kind === 'announcement';
}

function isMember({ membership }: EntryQuestion): boolean {
  return membership === 'active';
}

function memberTier(asked: EntryQuestion): string | null {
  return isMember(asked) ? asked.tierId : null;
}

function listsPerk(asked: EntryQuestion): boolean {
  return findTier(asked.document, memberTier(asked))?.perks.includes(asked.perk.id) === true;
}

function listingTiers({ document, perk }: EntryQuestion): readonly string[] {
  return document.tiers.filter((tier) => tier.perks.includes(perk.id)).map((tier) => tier.id);
}

function lackOf(asked: EntryQuestion, tiers: readonly string[]): EntryLack | null {
  if (tiers.length === 0) return null;
  return isMember(asked) ? 'tier' : 'membership';
}

function refused(reason: EntryRefusal, { perk }: EntryQuestion): Extract<EntryAnswer, { kind: 'refused' }> {
  return { kind: 'refused', reason, opensAt: null, opensForEverybodyAt: perk.opensAt, tiers: [], lacks: null };
}
