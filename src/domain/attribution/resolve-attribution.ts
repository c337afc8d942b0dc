/**
 * Who brought a customer, per programme (contract.md 6.8). Strongest class first: staff, code or card at checkout, registered lead,
 * click, claim, "who recommended you?" answer; inside a class the last touch wins, clicks by the programme's `touch`. Before the
 * lock touches count by `occurredAt`; the lock is the attribution record itself, which only a staff correction replaces. A touch keeps the
 * name it came with: whom it means is asked when it is weighed, as they may have been merged since (contract.md 6.5).
 */
import type { Attribution, AttributionLoser, AttributionRefusal, Touch, TouchClass } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import { tierAt } from '../facts/standing.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, VersionId } from '../ids.ts';
import { survivorOf } from '../member/person.ts';
import type { ProgramDocument } from '../program/document.ts';
import { findVersionAt, type Program, programStatusAt } from '../program/program.ts';
import { addCalendarDays } from '../time/calendar.ts';

const STRENGTH: Readonly<Record<TouchClass, number>> = { staff: 6, code: 5, lead: 4, click: 3, claim: 2, answer: 1 };
/** How many referrers back a circle is looked for (contract.md 6.12). */
export const CYCLE_STEPS_MAX = 32;

export interface Subject {
  readonly id: CustomerId;
  readonly linkedIds: readonly CustomerId[];
}

/**
 * The attribution as it stands: the locked one, else what the touches up to `at` say. Whoever turns out since the lock to have brought
 * themself brings nobody from then on (contract.md 6.12, ADR 0021); what was given stays.
 */
export function findAttribution(ws: Workspace, program: Program, subject: Subject, at: Date): Attribution {
  const locked = ws.attributions.get(memberKey(program.id, subject.id));
  if (locked === null) return weighTouches(ws, program, subject, at);
  return locked.referrerId !== null && isSubject(subject, locked.referrerId) ? refusedAttribution(locked, 'self-referral') : locked;
}

/** Without its referrer, who is named among those who lost. */
export function refusedAttribution(attribution: Attribution, refusal: AttributionRefusal): Attribution {
  const { by, referrerId, losers } = attribution;
  const lost = by === 'none' ? [] : [{ by, referrerId, reason: refusal }];
  return { ...attribution, referrerId: null, refusal, losers: [...losers, ...lost] };
}

/**
 * Fixes the attribution for good; later touches are kept as late and change nothing. That it was of oneself is kept as soon as it is known:
 * a delivery names nobody.
 */
export function lockAttribution(ws: Workspace, program: Program, subject: Subject, at: Date): Attribution {
  const found = findAttribution(ws, program, subject, at);
  if (found === ws.attributions.get(memberKey(program.id, subject.id))) return found;
  ws.attributions.put(found);
  endWindow(ws, found);
  return found;
}

/**
 * The window bound the touch until now: whoever is locked to a referrer is awaited for good, as every later order earns. A lock told after the
 * window's end, of a time within it, finds the referral expired.
 */
function endWindow(ws: Workspace, { programId, customerId, referrerId, refusal }: Attribution): void {
  const referral = ws.referrals.get(memberKey(programId, customerId));
  if (referral === null || referral.expiresAt === null || refusal !== null || referral.referrerId !== referrerId) return;
  const waiting = ws.customers.get(customerId)?.signedUpAt == null ? ('started' as const) : ('joined' as const);
  const again = referral.status === 'expired' ? { status: waiting, reason: null } : {};
  ws.referrals.put({ ...referral, ...again, expiresAt: null });
}

/** Says in the answer who is held to have brought the customer, in every programme that has started: live ones first, then oldest first. */
export function reportAttributions(ws: Workspace, subject: Subject, at: Date): void {
  for (const wanted of ['live', 'paused'] as const) {
    for (const program of ws.allPrograms) {
      if (programStatusAt(program, at) !== wanted) continue;
      const { referrerId, by, losers } = findAttribution(ws, program, subject, at);
      ws.attributionResults.push({ programId: program.id, referrerId, by, losers });
    }
  }
}

export function isLocked(ws: Workspace, program: Program, customerId: CustomerId): boolean {
  return ws.attributions.get(memberKey(program.id, customerId)) !== null;
}

/** True when making `referrerId` the referrer of `subject` would close a circle of referrals in the programme. */
export function wouldCloseCycle(ws: Workspace, program: Program, subject: Subject, referrerId: CustomerId): boolean {
  let current: CustomerId | null = referrerId;
  for (let step = 0; step < CYCLE_STEPS_MAX && current !== null; step += 1) {
    current = ws.attributions.get(memberKey(program.id, current))?.referrerId ?? null;
    if (current !== null && isSubject(subject, current)) return true;
  }
  return false;
}

export function isSubject(subject: Subject, customerId: CustomerId): boolean {
  return subject.id === customerId || subject.linkedIds.includes(customerId);
}

/** Of who was brought by nobody. */
export function noAttribution(program: Program, customerId: CustomerId, lockedAt: Date): Attribution {
  return {
    programId: program.id,
    customerId,
    lockedAt,
    wasNew: null,
    revision: 0,
    referrerId: null,
    by: 'none',
    touchAt: null,
    versionId: null,
    tierId: null,
    refusal: 'no-referrer',
    losers: [],
  };
}

function weighTouches(ws: Workspace, program: Program, subject: Subject, at: Date): Attribution {
  const document = (findVersionAt(program, at) ?? program.versions[0])?.document;
  const none = noAttribution(program, subject.id, at);
  const base = { programId: program.id, customerId: subject.id, lockedAt: at, wasNew: null, revision: 0 };
  if (document === undefined) return none;
  const touches = ws.touches
    .by('customer', subject.id)
    .filter((touch) => touch.occurredAt <= at)
    .map((touch) => (touch.referrerId === null ? touch : { ...touch, referrerId: survivorOf(ws, touch.referrerId) }));
  const losers: AttributionLoser[] = [];
  const valid: Touch[] = [];
  for (const touch of touches) {
    const reason = whyInvalid(touch, program, document, at);
    if (reason === null) valid.push(touch);
    else losers.push({ by: touch.by, referrerId: touch.referrerId, reason });
  }
  const [winner, ...beaten] = valid.sort((a, b) => compareTouches(a, b, document));
  if (winner === undefined) return { ...none, refusal: refusalOfLosers(losers), losers };
  for (const touch of beaten) losers.push({ by: touch.by, referrerId: touch.referrerId, reason: whyBeaten(winner, touch) });
  const refusal = whyRefused(ws, program, subject, winner);
  const versionId: VersionId | null = findVersionAt(program, winner.occurredAt)?.id ?? null;
  const tierId = winner.referrerId === null ? null : tierAt(ws.standings.get(memberKey(program.id, winner.referrerId)), winner.occurredAt);
  const found = { ...base, by: winner.by, touchAt: winner.occurredAt, versionId, tierId, refusal };
  if (refusal === 'self-referral' || refusal === 'referral-cycle') {
    return { ...found, referrerId: null, losers: [...losers, { by: winner.by, referrerId: winner.referrerId, reason: refusal }] };
  }
  return { ...found, referrerId: winner.referrerId, losers };
}

function whyInvalid(touch: Touch, program: Program, document: ProgramDocument, at: Date): string | null {
  if (touch.problem !== null) return touch.problem;
  if (touch.referrerId === null) return 'no-referrer';
  const status = programStatusAt(program, touch.occurredAt);
  if (status === 'draft') return 'before-program';
  if (status === 'ended') return 'program-ended';
  if (status === 'paused') return 'program-paused';
  if (touch.by !== 'staff' && at >= addCalendarDays(touch.occurredAt, document.attribution.windowDays, document.timeZone))
    return 'outside-window';
  return null;
}

/** Negative when `a` wins. Two of one instant are told apart by whom they name, never by which became known first (contract.md 6.4). */
function compareTouches(a: Touch, b: Touch, document: ProgramDocument): number {
  if (a.by !== b.by) return STRENGTH[b.by] - STRENGTH[a.by];
  const later = b.occurredAt.getTime() - a.occurredAt.getTime();
  if (later === 0 && a.referrerId !== b.referrerId) return (a.referrerId ?? '') < (b.referrerId ?? '') ? -1 : 1;
  if (later === 0) return a.sequence < b.sequence ? 1 : -1;
  return a.by === 'click' && document.attribution.touch === 'first' ? -later : later;
}

function whyBeaten(winner: Touch, loser: Touch): string {
  if (winner.by !== loser.by) return `${winner.by}-beats-${loser.by}`;
  return winner.occurredAt >= loser.occurredAt ? `later-${winner.by}` : `earlier-${winner.by}`;
}

function whyRefused(ws: Workspace, program: Program, subject: Subject, winner: Touch): AttributionRefusal | null {
  if (winner.referrerId === null) return 'no-referrer';
  if (isSubject(subject, winner.referrerId)) return 'self-referral';
  if (wouldCloseCycle(ws, program, subject, winner.referrerId)) return 'referral-cycle';
  const membership = ws.memberships.get(memberKey(program.id, winner.referrerId));
  if (membership === null || membership.status === 'invited') return 'referrer-not-member';
  return membership.status === 'blocked' ? 'referrer-blocked' : null;
}

/** The most telling reason why nothing was valid: what the customer typed first, then time. */
function refusalOfLosers(losers: readonly AttributionLoser[]): AttributionRefusal {
  for (const reason of ['code-retired', 'unknown-code', 'outside-window'] as const) {
    if (losers.some((loser) => loser.reason === reason)) return reason;
  }
  return 'no-referrer';
}
