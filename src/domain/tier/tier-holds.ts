/** What holds a tier: its conditions, the terms accepted, a term that runs, life. */
import type { Standing } from '../facts/standing.ts';
import type { ProgramDocument, Tier } from '../program/document.ts';
import { allHold, heldThen, type TierContext } from './tier-conditions.ts';

/** All that decides about a member's tier but the date. */
export interface TierCase extends TierContext {
  /** The document in force when the member entered the tier: what its entry then asked. */
  readonly entryDocument: ProgramDocument;
  readonly hasAccepted: (tierId: string) => boolean;
}

export function tierIndexOf(tierCase: TierCase, standing: Standing): number {
  return standing.tierId === null ? -1 : tierCase.document.tiers.findIndex((tier) => tier.id === standing.tierId);
}

export function isKept(tierCase: TierCase, standing: Standing, tier: Tier, at: Date): boolean {
  if (isEarned(tierCase, tier, at)) return true;
  return standing.heldBy !== 'step' && isProtected(tierCase, standing, tier, at);
}

/** `keep` is weaker than entry as a rule; where it is not, who would enter at once does not leave. */
export function isEarned(tierCase: TierCase, tier: Tier, at: Date): boolean {
  const isHeld = tier.keep !== null && allHold(tier.keep, tierCase, at);
  return isHeld || (allHold(tier.entry.if, tierCase, at) && isAccepted(tierCase, tier));
}

export function isProtected(tierCase: TierCase, standing: Standing, tier: Tier, at: Date): boolean {
  const isRunning = standing.termEndsAt === null ? isForLife(standing, tier) : at < standing.termEndsAt;
  return isRunning && (standing.heldBy === 'staff' || entryStands(tierCase, standing, tier));
}

function isForLife(standing: Standing, tier: Tier): boolean {
  return tier.expiry === null && (tier.keep === null || standing.heldBy === 'staff');
}

/** Whether the member would have entered then, as history reads now: a refund since may have undone it. */
export function entryStands(tierCase: TierCase, standing: Standing, tier: Tier): boolean {
  const then = tierCase.entryDocument.tiers.find((other) => other.id === tier.id);
  // A document is asked for its own conditions alone: what another would make of orders may not be summed up.
  if (then === undefined) return heldThen(tier.entry.if, tierCase, standing.since);
  return heldThen(then.entry.if, { ...tierCase, document: tierCase.entryDocument }, standing.since);
}

export function isEnterable(tierCase: TierCase, tier: Tier, at: Date): boolean {
  return isAccepted(tierCase, tier) && allHold(tier.entry.if, tierCase, at);
}

export function isAccepted(tierCase: TierCase, tier: Tier): boolean {
  return tier.entry.acceptance === 'none' || tierCase.hasAccepted(tier.id);
}

export function lastInstant(end: Date): Date {
  return new Date(end.getTime() - 1);
}
