/** Where a person stands whose two records have become one (ADR 0021): a merge takes no tier from anybody, whichever record it keeps. */
import type { PastTier, Standing } from '../facts/standing.ts';
import type { ProgramDocument } from '../program/document.ts';
import { endedStanding } from './tier-case.ts';

/** The better of the two goes on as it is, for the survivor; the other one ends, and the past of both is one. What each asks is asked of the common history from then on. */
export function mergedStanding(
  own: Standing,
  other: Standing,
  by: { readonly document: ProgramDocument | null; readonly at: Date },
): Standing {
  // One by which nothing was decided is only looked at again by the clock.
  if (other.tierId === null && other.invitedTo === null && other.past.length === 0) return own;
  const isOthers = isBetter(other, own, by.document);
  const [kept, ended] = isOthers ? [other, own] : [own, other];
  const { invitedTo, invitedAt, invitedBy } = isMoreOpen(other, own, by.document) ? other : own;
  const past = joinedPast(kept, ended, by.at);
  return { ...kept, customerId: own.customerId, invitedTo, invitedAt, invitedBy, past };
}

/** The higher tier; of one tier what lasts longer, and then what staff have given. */
function isBetter(a: Standing, b: Standing, document: ProgramDocument | null): boolean {
  return isGreater(worthOf(a, document), worthOf(b, document));
}

function worthOf(standing: Standing, document: ProgramDocument | null): readonly number[] {
  const { tierId, heldBy, graceEndsAt, termEndsAt } = standing;
  const firmness = heldBy === 'step' ? 0 : graceEndsAt === null ? 2 : 1;
  const endsAt = (graceEndsAt ?? termEndsAt)?.getTime() ?? Number.POSITIVE_INFINITY;
  return [rankOf(tierId, document), firmness, endsAt, Number(heldBy === 'staff')];
}

/** An invitation by staff stays open whatever the conditions say; one by the rules is looked at again at once. */
function isMoreOpen(a: Standing, b: Standing, document: ProgramDocument | null): boolean {
  const worth = ({ invitedTo, invitedBy }: Standing) => [Number(invitedBy === 'staff'), rankOf(invitedTo, document)];
  return isGreater(worth(a), worth(b));
}

/** −1 for no tier, and for one that is no longer there. */
function rankOf(tierId: string | null, document: ProgramDocument | null): number {
  return document?.tiers.findIndex(({ id }) => id === tierId) ?? -1;
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

function joinedPast(kept: Standing, ended: Standing, at: Date): readonly PastTier[] {
  return [...kept.past, ...endedStanding(ended, at).past].sort((a, b) => a.from.getTime() - b.from.getTime());
}
