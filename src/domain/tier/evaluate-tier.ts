/**
 * Where a member stands on a ladder at a date: a pure function of history, of where they stood before, and of what they accepted
 * (ADR 0011).
 *
 * Up: the highest tier whose conditions hold (and whose terms are accepted, where it asks for that) is entered at once; one that
 * only waits for acceptance is an invitation. Staying: a tier is kept while its `keep` or its entry holds, while its term runs, or
 * for life where it has neither a term nor a `keep` of its own; but a term and life protect only an entry that still holds on the
 * history as corrected since. Down: after the grace, as the tier's `downgrade` says.
 */
import type { Standing, TierChangeReason } from '../facts/standing.ts';
import type { Tier } from '../program/document.ts';
import { addCalendarDays, lotExpiry, startOfDayAfter } from '../time/calendar.ts';
import { allHold, heldThen, nextChange } from './tier-conditions.ts';
import {
  entryStands,
  isAccepted,
  isEarned,
  isEnterable,
  isKept,
  isProtected,
  lastInstant,
  type TierCase,
  tierIndexOf,
} from './tier-holds.ts';
import { termEnd } from './tier-term.ts';

const MAX_TERMS = 1_000;

export interface TierChange {
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: TierChangeReason;
}

export interface TierVerdict {
  readonly standing: Standing;
  readonly change: TierChange | null;
}

/** The loss that time alone would bring. */
export interface TierDrop {
  readonly at: Date;
  readonly to: string | null;
}

/** Where the member stands at `at`, with the next instant to look again. Deciding twice at one instant changes nothing more. */
export function evaluateTier(tierCase: TierCase, before: Standing, at: Date): TierVerdict {
  // What was decided stays decided: an event that says it happened earlier is looked at from there on.
  const now = at < before.since ? before.since : at;
  const moved = move(tierCase, before, now);
  // Whoever has just entered a tier has entered it as it is asked now.
  const movedCase = moved.change === null ? tierCase : { ...tierCase, entryDocument: tierCase.document };
  const invited = invite(movedCase, moved.standing, now);
  const drop = findDrop(movedCase, invited, now);
  const warnedOf = drop !== null && isTold(movedCase, invited, drop, now) ? drop.at : null;
  const standing: Standing = { ...invited, warnedOf };
  return { standing: { ...standing, nextCheckAt: nextCheck(movedCase, standing, { drop, at: now }) }, change: moved.change };
}

/** The loss that time alone brings to who stands so at `at`; null = none in sight. */
export function findDrop(tierCase: TierCase, standing: Standing, at: Date): TierDrop | null {
  const lossAt = findLoss(tierCase, standing, at);
  if (lossAt === null) return null;
  const { standing: after, change } = move(tierCase, { ...standing, graceEndsAt: lossAt }, lossAt);
  return change === null ? null : { at: lossAt, to: after.tierId };
}

/**
 * The tiers above where the member now stands whose entry no longer holds on history as corrected since: that of the change, and
 * those the member had passed through on the way up. Empty unless the change undid an entry.
 */
export function undoneTiers(tierCase: TierCase, before: Standing, change: TierChange): readonly string[] {
  if (change.reason !== 'entry-undone' || change.from === null) return [];
  const { tiers } = tierCase.document;
  const now = tiers.findIndex(({ id }) => id === change.to);
  const passed = tiers.filter((tier, index) => {
    const entered = before.past.findLast(({ tierId }) => tierId === tier.id);
    return index > now && tier.id !== change.from && entered !== undefined && !heldThen(tier.entry.if, tierCase, entered.from);
  });
  return [change.from, ...passed.map(({ id }) => id)];
}

/** When the loss is close enough to be told. */
export function warnFrom(tierCase: TierCase, standing: Standing, drop: TierDrop): Date {
  const tier = tierCase.document.tiers[tierIndexOf(tierCase, standing)];
  return addCalendarDays(drop.at, -(tier?.warnDays ?? 0), tierCase.document.timeZone);
}

interface Moved {
  readonly standing: Standing;
  readonly change: TierChange | null;
}

function move(tierCase: TierCase, before: Standing, at: Date): Moved {
  const current = tierIndexOf(tierCase, before);
  const earned = highestEntered(tierCase, before, { above: current, at });
  if (before.tierId !== null && current === -1)
    return enter(tierCase, before, { index: earned ?? -1, at, heldBy: 'rules', reason: 'tier-removed' });
  if (earned !== null) {
    const heldBy = heldByOf(tierCase, before, earned, at);
    return enter(tierCase, before, { index: earned, at, heldBy, reason: reasonOf(tierCase, earned) });
  }
  const tier = tierCase.document.tiers[current];
  if (tier === undefined) return { standing: before, change: null };
  // On the way down and earned again: from here on it is held like any other.
  if (before.heldBy === 'step' && isEnterable(tierCase, tier, at)) {
    const { standing } = enter(tierCase, before, { index: current, at, heldBy: 'rules', reason: 'earned' });
    return { standing, change: null };
  }
  return stay(tierCase, before, tier, at) ?? lose(tierCase, before, { tier, current, at });
}

/** The standing of who keeps the tier at `at`; null = it is lost. */
function stay(tierCase: TierCase, before: Standing, tier: Tier, at: Date): Moved | null {
  const standing = renewTerm(tierCase, before, tier, at);
  const kept: Moved = { standing: standing.graceEndsAt === null ? standing : { ...standing, graceEndsAt: null }, change: null };
  if (tier.downgrade === 'none' || isKept(tierCase, standing, tier, at)) return kept;
  if (standing.heldBy === 'step')
    return at < startOfDayAfter(standing.since, tierCase.document.timeZone) ? { standing, change: null } : null;
  const graceEndsAt = standing.graceEndsAt ?? graceEnd(tierCase, standing, tier, at);
  return graceEndsAt !== null && at < graceEndsAt ? { standing: { ...standing, graceEndsAt }, change: null } : null;
}

/** A term that has passed begins anew where the tier was kept on its last day. */
function renewTerm(tierCase: TierCase, before: Standing, tier: Tier, at: Date): Standing {
  let standing = before;
  for (let term = 0; term < MAX_TERMS && standing.termEndsAt !== null && standing.termEndsAt <= at; term += 1) {
    const end = standing.termEndsAt;
    const last = lastInstant(end);
    const begins = tier.downgrade === 'none' || isEarned(tierCase, tier, last) ? last : isEarned(tierCase, tier, at) ? at : null;
    if (begins === null) return standing;
    standing = { ...standing, termEndsAt: termEnd(tier.expiry, begins, tierCase.document.timeZone), heldBy: 'rules', graceEndsAt: null };
  }
  return standing;
}

/** The grace begins when the term was over, or else now, and its last local day is included. Null = there is none. */
function graceEnd(tierCase: TierCase, standing: Standing, tier: Tier, at: Date): Date | null {
  if (tier.graceDays === 0) return null;
  const { termEndsAt } = standing;
  if (termEndsAt === null || termEndsAt > at) return lotExpiry(at, tier.graceDays, tierCase.document.timeZone);
  // A term ends at 00:00 of the day after it, which is the first day of grace.
  return lotExpiry(termEndsAt, tier.graceDays - 1, tierCase.document.timeZone);
}

function lose(tierCase: TierCase, before: Standing, loss: { readonly tier: Tier; readonly current: number; readonly at: Date }): Moved {
  const { tier, current, at } = loss;
  const isUndone = before.heldBy === 'rules' && !entryStands(tierCase, before, tier);
  const reason: TierChangeReason = isUndone ? 'entry-undone' : 'not-kept';
  const below = tierCase.document.tiers.slice(0, current);
  const earned = below.findLastIndex((other) => isEnterable(tierCase, other, at));
  if (tier.downgrade !== 'oneStep' || earned === current - 1)
    return enter(tierCase, before, { index: earned, at, heldBy: 'rules', reason });
  return enter(tierCase, before, { index: current - 1, at, heldBy: current === 0 ? 'rules' : 'step', reason });
}

function enter(
  tierCase: TierCase,
  before: Standing,
  entry: { readonly index: number; readonly at: Date; readonly heldBy: Standing['heldBy']; readonly reason: TierChangeReason },
): Moved {
  const { at, heldBy, reason } = entry;
  const tier = tierCase.document.tiers[entry.index] ?? null;
  const past = before.tierId === null ? before.past : [...before.past, { tierId: before.tierId, from: before.since, until: at, reason }];
  const termEndsAt = tier === null || heldBy === 'step' ? null : termEnd(tier.expiry, at, tierCase.document.timeZone);
  const standing: Standing = { ...before, tierId: tier?.id ?? null, since: at, heldBy, termEndsAt, graceEndsAt: null, past };
  return { standing, change: { from: before.tierId, to: standing.tierId, reason } };
}

/** The highest tier above that is open to the member: its conditions hold and its terms are accepted, or staff invited and they accepted. */
function highestEntered(tierCase: TierCase, before: Standing, from: { readonly above: number; readonly at: Date }): number | null {
  const { tiers } = tierCase.document;
  for (let index = tiers.length - 1; index > from.above; index -= 1) {
    const tier = tiers[index];
    if (tier !== undefined && (isEnterable(tierCase, tier, from.at) || isStaffEntry(tierCase, before, tier))) return index;
  }
  return null;
}

function isStaffEntry(tierCase: TierCase, before: Standing, tier: Tier): boolean {
  return before.invitedTo === tier.id && before.invitedBy === 'staff' && isAccepted(tierCase, tier);
}

function heldByOf(tierCase: TierCase, before: Standing, index: number, at: Date): Standing['heldBy'] {
  const tier = tierCase.document.tiers[index];
  return tier !== undefined && !isEnterable(tierCase, tier, at) && isStaffEntry(tierCase, before, tier) ? 'staff' : 'rules';
}

function reasonOf(tierCase: TierCase, index: number): TierChangeReason {
  return tierCase.document.tiers[index]?.entry.acceptance === 'partnerTerms' ? 'accepted' : 'earned';
}

/** The highest tier above whose conditions hold and whose terms wait; an invitation by staff to a higher one stays open. */
function invite(tierCase: TierCase, standing: Standing, at: Date): Standing {
  const current = tierIndexOf(tierCase, standing);
  const { tiers } = tierCase.document;
  const byRules = tiers.findLastIndex(
    (tier, index) => index > current && !isAccepted(tierCase, tier) && allHold(tier.entry.if, tierCase, at),
  );
  const open = tiers.findIndex((tier) => tier.id === standing.invitedTo);
  const byStaff = standing.invitedBy === 'staff' && open > current ? open : -1;
  if (byRules === -1 && byStaff === -1) return { ...standing, invitedTo: null, invitedAt: null, invitedBy: null };
  if (byStaff >= byRules) return standing;
  const invitedTo = tiers[byRules]?.id ?? null;
  if (invitedTo === standing.invitedTo && standing.invitedBy === 'rules') return standing;
  return { ...standing, invitedTo, invitedAt: at, invitedBy: 'rules' };
}

/** The first instant after `at` at which the tier would be lost with nothing done. */
function findLoss(tierCase: TierCase, standing: Standing, at: Date): Date | null {
  const tier = tierCase.document.tiers[tierIndexOf(tierCase, standing)];
  if (tier === undefined || tier.downgrade === 'none') return null;
  if (standing.graceEndsAt !== null) return standing.graceEndsAt;
  if (standing.heldBy === 'step') return findEndOfStep(tierCase, standing, tier, at);
  const failsAt = findFailure(tierCase, standing, tier, at);
  if (failsAt === null) return null;
  return graceEnd(tierCase, standing, tier, failsAt) ?? failsAt;
}

/** A step on the way down lasts out its first local day, and then for as long as the tier is earned. */
function findEndOfStep(tierCase: TierCase, standing: Standing, tier: Tier, at: Date): Date | null {
  const dayAfter = startOfDayAfter(standing.since, tierCase.document.timeZone);
  const from = at < dayAfter ? dayAfter : at;
  return isEarned(tierCase, tier, from) ? findUnearned(tierCase, tier, from) : from;
}

/** The first instant after `at` at which nothing holds the tier any more. */
function findFailure(tierCase: TierCase, standing: Standing, tier: Tier, at: Date): Date | null {
  if (!isProtected(tierCase, standing, tier, at)) return findUnearned(tierCase, tier, at);
  const { termEndsAt } = standing;
  if (termEndsAt === null) return null;
  return isEarned(tierCase, tier, lastInstant(termEndsAt)) || isEarned(tierCase, tier, termEndsAt) ? null : termEndsAt;
}

/** The first instant after `at` at which neither entry nor keep holds. */
function findUnearned(tierCase: TierCase, tier: Tier, at: Date): Date | null {
  const conditions = [...tier.entry.if, ...(tier.keep ?? [])];
  let failsAt: Date | null = at;
  while (failsAt !== null) {
    failsAt = nextChange(conditions, tierCase, failsAt);
    if (failsAt !== null && !isEarned(tierCase, tier, failsAt)) return failsAt;
  }
  return null;
}

function isTold(tierCase: TierCase, standing: Standing, drop: TierDrop, at: Date): boolean {
  return at >= warnFrom(tierCase, standing, drop);
}

function nextCheck(tierCase: TierCase, standing: Standing, of: { readonly drop: TierDrop | null; readonly at: Date }): Date | null {
  const { drop, at } = of;
  const current = tierIndexOf(tierCase, standing);
  const tier = tierCase.document.tiers[current];
  const isAsked = tier !== undefined && (standing.heldBy === 'step' || !isProtected(tierCase, standing, tier, at));
  const candidates = [
    ...tierCase.document.tiers.slice(current + 1).map((other) => nextChange(other.entry.if, tierCase, at)),
    isAsked ? nextChange([...tier.entry.if, ...(tier.keep ?? [])], tierCase, at) : null,
    standing.termEndsAt,
    standing.graceEndsAt,
    drop?.at ?? null,
    drop === null ? null : warnFrom(tierCase, standing, drop),
  ];
  return candidates.reduce((next, candidate) => {
    if (candidate === null || candidate <= at) return next;
    return next === null || candidate < next ? candidate : next;
  }, null);
}
