/** How long a member stays signed in (reliability.md 2, sessions). */
const DAY_MS = 86_400_000;
const IDLE_DAYS = 30;
const ABSOLUTE_DAYS = 90;
const FRESH_MS = 10 * 60_000;

/** Who was last seen before this has been away too long. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_DAYS * DAY_MS);
}

export function sessionEnd(signedInAt: Date): Date {
  return new Date(signedInAt.getTime() + ABSOLUTE_DAYS * DAY_MS);
}

/** Whether somebody signed in recently enough for what needs it: where money goes, and what cannot be undone. */
export function isFresh(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() <= FRESH_MS;
}
