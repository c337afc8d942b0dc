/** What a merge does to who brought whom (contract.md 6.5): the friends of the customer that ends, and who had brought them. */
import { absorbedRecords } from '../attribution/brought-as.ts';
import { refusedAttribution, type Subject, wouldCloseCycle } from '../attribution/resolve-attribution.ts';
import type { Attribution, AttributionRefusal, Referral } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';
import { survivorOf } from '../member/person.ts';
import type { Program } from '../program/program.ts';

interface Brought {
  readonly attribution: Attribution | null;
  readonly referral: Referral | null;
}

/** Whoever the one that ends had brought is the survivor's friend from now on. */
export function moveFriends(ws: Workspace, fromId: CustomerId, intoId: CustomerId): void {
  for (const attribution of ws.attributions.by('referrer', fromId)) {
    const refusal = whyNobodysFriend(ws, attribution, intoId);
    if (refusal === null) {
      ws.attributions.put({ ...attribution, referrerId: intoId });
      continue;
    }
    ws.attributions.put(refusedAttribution({ ...attribution, referrerId: intoId }, refusal));
  }
  for (const referral of ws.referrals.by('referrer', fromId)) {
    if (survivorOf(ws, referral.friendId) !== intoId) ws.referrals.put({ ...referral, referrerId: intoId });
    else refuseReferral(ws, referral);
  }
}

/** A customer the other one had brought is now the same person, or stands above them: nobody refers themself, in a circle either (contract.md 6.12). */
function whyNobodysFriend(ws: Workspace, { customerId, programId }: Attribution, referrerId: CustomerId): AttributionRefusal | null {
  const friendId = survivorOf(ws, customerId);
  if (friendId === referrerId) return 'self-referral';
  const program = ws.programs.get(programId);
  const closes = program !== null && wouldCloseCycle(ws, program, { id: friendId, linkedIds: [customerId] }, referrerId);
  return closes ? 'referral-cycle' : null;
}

/** Who had brought the one that ends, in one programme; of two referrals the survivor's stays, and the explanation says so. */
export function moveReferral(ws: Workspace, program: Program, { fromId, intoId }: { fromId: CustomerId; intoId: CustomerId }): void {
  const referrerId = referrerOf(broughtOf(ws, program, fromId));
  const records = [fromId, ...absorbedRecords(ws, fromId), ...absorbedRecords(ws, intoId)];
  const closing = records.filter((record) => endCircle(ws, program, record, { id: intoId, linkedIds: records }));
  if (closing.includes(fromId)) {
    note(ws, program, { kind: 'merge-closed-circle', referrerId });
    return;
  }
  const theirs = broughtOf(ws, program, fromId);
  const mine = broughtOf(ws, program, intoId);
  if (referrerOf(mine) !== null || mine.referral !== null) {
    if (referrerId !== null) note(ws, program, { kind: 'merge-kept-referral', referrerId });
    return;
  }
  // Nobody brought either: the earlier lock is the person's.
  if (theirs.attribution !== null && (referrerId !== null || mine.attribution === null))
    ws.attributions.put({ ...theirs.attribution, customerId: intoId });
  // A referral of oneself that had qualified stays where it is.
  if (theirs.referral !== null && referrerId !== null) ws.referrals.move(theirs.referral, { ...theirs.referral, friendId: intoId });
}

/** A record of the person's, this one or one that ended before: true where whoever brought it is now the person, or was brought by them. */
function endCircle(ws: Workspace, program: Program, record: CustomerId, person: Subject): boolean {
  const { attribution, referral } = broughtOf(ws, program, record);
  const referrerId = referrerOf({ attribution, referral });
  const isSelf = referrerId === person.id;
  if (referrerId === null || !(isSelf || wouldCloseCycle(ws, program, person, referrerId))) return false;
  if (attribution !== null) ws.attributions.put(refusedAttribution(attribution, isSelf ? 'self-referral' : 'referral-cycle'));
  if (isSelf && referral !== null) refuseReferral(ws, referral);
  return true;
}

/** Touches that nothing has been decided by yet speak for the survivor, who has none of their own. */
export function moveTouches(ws: Workspace, fromId: CustomerId, intoId: CustomerId): void {
  if (ws.touches.by('customer', intoId).length > 0) return;
  for (const touch of ws.touches.by('customer', fromId)) {
    if (touch.referrerId !== intoId && touch.referrerId !== fromId) ws.touches.put({ ...touch, customerId: intoId });
  }
}

/** What has qualified stays as it was decided; what still waits comes to nothing. */
function refuseReferral(ws: Workspace, referral: Referral): void {
  if (referral.status === 'started' || referral.status === 'joined' || referral.status === 'ordered')
    ws.referrals.put({ ...referral, status: 'refused', reason: 'self-referral', qualifiesAt: null, expiresAt: null });
}

function broughtOf(ws: Workspace, program: Program, customerId: CustomerId): Brought {
  const key = memberKey(program.id, customerId);
  return { attribution: ws.attributions.get(key), referral: ws.referrals.get(key) };
}

/** Who is held to have brought them now: nobody, once the attribution was refused, whatever the referral was. */
function referrerOf({ attribution, referral }: Brought): CustomerId | null {
  return attribution === null ? (referral?.referrerId ?? null) : attribution.referrerId;
}

function note(ws: Workspace, program: Program, about: { readonly kind: string; readonly referrerId: CustomerId | null }): void {
  ws.notes.push({ ...about, programId: program.id });
}
