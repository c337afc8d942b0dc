import type { TierExpiry } from '../program/tier-condition.ts';
import { assertNever } from '../result.ts';
import { addCalendarMonths, calendarDateOf, localDateTimeToInstant, lotExpiry } from '../time/calendar.ts';

/** When a term that begins at `from` is over: 00:00 local after its last local day. Null = never, the tier is for life. */
export function termEnd(expiry: TierExpiry | null, from: Date, timeZone: string): Date | null {
  if (expiry === null) return null;
  switch (expiry.kind) {
    case 'days':
      return lotExpiry(from, expiry.days, timeZone);
    case 'months':
      return lotExpiry(addCalendarMonths(from, expiry.months, timeZone), 0, timeZone);
    case 'yearly':
      return yearlyEnd(expiry, from, timeZone);
    default:
      return assertNever(expiry);
  }
}

/** After the next such day that is not the first day of the term itself; 29 February is the last of February in other years. */
function yearlyEnd({ month, day }: { readonly month: number; readonly day: number }, from: Date, timeZone: string): Date {
  const { year } = calendarDateOf(from, timeZone);
  const firstDayEnd = lotExpiry(from, 0, timeZone);
  for (const candidate of [year, year + 1]) {
    const end = lotExpiry(noonOf(candidate, month, day, timeZone), 0, timeZone);
    if (end > firstDayEnd) return end;
  }
  return lotExpiry(noonOf(year + 2, month, day, timeZone), 0, timeZone);
}

function noonOf(year: number, month: number, day: number, timeZone: string): Date {
  const noon = { year, month, hour: 12, minute: 0, second: 0, ms: 0 };
  const exact = localDateTimeToInstant({ ...noon, day }, timeZone);
  const found = exact.ok ? exact : localDateTimeToInstant({ ...noon, day: day - 1 }, timeZone);
  if (!found.ok) throw new Error(`a checked day of the year exists: ${month}-${day}`);
  return found.value;
}
