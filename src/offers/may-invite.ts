/** Trust first, then the request (4-03): whether a member may be asked to invite a friend. */
import type { InvitationMoment } from './invitation-moment.store.ts';

/** Time to open the parcel. */
export const QUIET_DAYS_AFTER_DELIVERY = 3;
export const QUIET_DAYS_AFTER_COMPLAINT = 30;
/** A net promoter's "detractor" ends at 6. */
const POOR_SCORE_MAX = 6;
const DAY_MS = 86_400_000;

export function mayInvite(
  moment: InvitationMoment | null,
  { wantsNone, askAgainAfter, now }: { readonly wantsNone: boolean; readonly askAgainAfter: Date | null; readonly now: Date },
): boolean {
  if (moment === null || wantsNone || moment.lastDeliveredAt === null || moment.openComplaints > 0) return false;
  if (askAgainAfter !== null && askAgainAfter > now) return false;
  if (moment.lastScore !== null && moment.lastScore <= POOR_SCORE_MAX) return false;
  return (
    isPast(moment.lastDeliveredAt, QUIET_DAYS_AFTER_DELIVERY, now) &&
    (moment.lastComplaintClosedAt === null || isPast(moment.lastComplaintClosedAt, QUIET_DAYS_AFTER_COMPLAINT, now))
  );
}

function isPast(at: Date, days: number, now: Date): boolean {
  return now.getTime() - at.getTime() >= days * DAY_MS;
}
