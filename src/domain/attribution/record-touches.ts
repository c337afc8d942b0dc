import type { Touch } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ReferralId } from '../ids.ts';
import { findVersionAt, type Program, programStatusAt } from '../program/program.ts';
import { addCalendarDays } from '../time/calendar.ts';
import { begunReferral } from './begun-referral.ts';
import { findAttribution, isLocked, type Subject } from './resolve-attribution.ts';

/** Keeps what the event says of who brought the customer: the touch now belongs to them (contract.md 6.8). */
export function recordTouches(ws: Workspace, customerId: CustomerId): void {
  for (const resolved of ws.event.touches) {
    const touch: Touch = { ...resolved, customerId, sequence: ws.event.sequence };
    ws.touches.put(touch);
    const isLate = ws.allPrograms.some((program) => isLocked(ws, program, customerId));
    if (isLate) ws.notes.push({ kind: 'late-touch', by: touch.by });
    // A click has a time of its own: it belongs to the customer from now on, but did not bring what happened before it.
    if (!isLate && touch.occurredAt > ws.event.occurredAt) ws.notes.push({ kind: 'touch-after-event', by: touch.by });
  }
}

/** Opens or updates the referral of a customer who has not ordered yet, in every running programme. */
export function openReferrals(ws: Workspace, subject: Subject, status: 'started' | 'joined', at: Date): void {
  for (const program of ws.allPrograms) {
    if (programStatusAt(program, at) !== 'live') continue;
    openReferral(ws, program, subject, status, at);
  }
}

function openReferral(ws: Workspace, program: Program, subject: Subject, status: 'started' | 'joined', at: Date): void {
  const attribution = findAttribution(ws, program, subject, at);
  if (attribution.referrerId === null || attribution.refusal !== null || attribution.by === 'none') return;
  const key = memberKey(program.id, subject.id);
  const known = ws.referrals.get(key);
  if (known !== null && known.status !== 'started' && known.status !== 'joined' && known.status !== 'expired') return;
  const document = findVersionAt(program, at)?.document;
  const touchAt = attribution.touchAt ?? at;
  const begun = begunReferral({
    id: known?.id ?? ws.nextId<ReferralId>(),
    programId: program.id,
    friendId: subject.id,
    referrerId: attribution.referrerId,
    status: known?.status === 'joined' ? 'joined' : status,
    by: attribution.by,
    startedAt: known?.startedAt ?? touchAt,
  });
  // The window binds until the lock, and never what staff say, who lock at once.
  const isBound = document !== undefined && !isLocked(ws, program, subject.id);
  const expiresAt = isBound ? addCalendarDays(touchAt, document.attribution.windowDays, document.timeZone) : null;
  ws.referrals.put({ ...begun, expiresAt });
}
