/** Days instead of instants: the instant of a reward is that of a friend's order (contract.md 6.13). */
import { addCalendarDays, startOfDayAfter } from '../domain/time/calendar.ts';

/** When the local day of an instant began. */
export function localDay(at: Date, timeZone: string): Date {
  return startOfDayAfter(addCalendarDays(at, -1, timeZone), timeZone);
}

export function dayToWire(at: Date | null, timeZone: string): string | null {
  return at === null ? null : localDay(at, timeZone).toISOString();
}
