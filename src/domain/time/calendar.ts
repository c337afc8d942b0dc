import { assert, err, ok, type Result } from '../result.ts';
import { TIME_ZONE_ALIASES } from './time-zone-aliases.ts';
import { instantFromWallClock, wallClockMs } from './zone-offset.ts';

/** A day in the calendar of some time zone, which the reader must know. `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface LocalDateTime extends CalendarDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

export type Period = 'day' | 'month' | 'year';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const GREGORIAN_CYCLE_YEARS = 400;
const GREGORIAN_CYCLE_MS = 146_097 * DAY_MS;

let knownTimeZones: ReadonlySet<string> | undefined;

/** Whether the text is an IANA time zone name in its own spelling; offsets such as `+03:00` are not names. */
export function isTimeZone(text: string): boolean {
  knownTimeZones ??= new Set([...Intl.supportedValuesOf('timeZone'), ...TIME_ZONE_ALIASES.trim().split(/\s+/)]);
  return knownTimeZones.has(text);
}

/**
 * The same local time `days` calendar days later (or earlier). A time that clocks skip on that day moves later by the
 * gap, one they show twice is the earlier (contract section 6.11).
 */
export function addCalendarDays(at: Date, days: number, timeZone: string): Date {
  assert(Number.isSafeInteger(days), `days must be whole: ${days}`);
  // Zero days must stay the very instant, also in the second pass of a repeated hour.
  if (days === 0) return new Date(at);
  return dateFromMs(instantFromWallClock(wallClockMs(at.getTime(), timeZone) + days * DAY_MS, timeZone).instantMs);
}

/**
 * The same local time `months` calendar months later; a day that month does not have becomes its last one, so that 29 February and
 * twelve months make 28 February. Skipped and repeated times as in `addCalendarDays`.
 */
export function addCalendarMonths(at: Date, months: number, timeZone: string): Date {
  assert(Number.isSafeInteger(months), `months must be whole: ${months}`);
  // Zero months must stay the very instant, also in the second pass of a repeated hour.
  if (months === 0) return new Date(at);
  const { year, month, day } = calendarDateOf(at, timeZone);
  const monthNumber = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(monthNumber / 12), month: (monthNumber % 12) + 1 };
  const lastDay = daysInMonth(target.year, target.month);
  const timeOfDayMs = wallClockMs(at.getTime(), timeZone) - localDayNumber(at, timeZone) * DAY_MS;
  const midnightMs = utcMs({ ...target, day: day < lastDay ? day : lastDay, hour: 0, minute: 0, second: 0, ms: 0 });
  return dateFromMs(instantFromWallClock(midnightMs + timeOfDayMs, timeZone).instantMs);
}

/** The first instant of the calendar day after the one `at` lies in: 00:00 local wherever that day has one. */
export function startOfDayAfter(at: Date, timeZone: string): Date {
  return startOfLocalDay(localDayNumber(at, timeZone) + 1, timeZone);
}

/** When a lot given at `from` for `days` days ends: 00:00 local after its last local day (contract section 6.11). */
export function lotExpiry(from: Date, days: number, timeZone: string): Date {
  assert(Number.isSafeInteger(days) && days >= 0, `days must be whole and not negative: ${days}`);
  return startOfLocalDay(localDayNumber(from, timeZone) + days + 1, timeZone);
}

/** The calendar period of an instant, as a key that sorts by time: `2026`, `2026-11` or `2026-11-22`. */
export function periodKey(at: Date, per: Period, timeZone: string): string {
  const { year, month, day } = calendarDateOf(at, timeZone);
  const yearKey = String(year).padStart(4, '0');
  if (per === 'year') return yearKey;
  const monthKey = `${yearKey}-${twoDigits(month)}`;
  return per === 'month' ? monthKey : `${monthKey}-${twoDigits(day)}`;
}

/** The first instant of the calendar period of an instant, and that of the next one. */
export function periodBounds(at: Date, per: Period, timeZone: string): { readonly from: Date; readonly until: Date } {
  const { year, month, day } = calendarDateOf(at, timeZone);
  const first = { year, month: per === 'year' ? 1 : month, day: per === 'day' ? day : 1 };
  const next = per === 'year' ? { ...first, year: year + 1 } : per === 'month' ? monthAfter(first) : null;
  return {
    from: startOfLocalDay(dayNumberOf(first), timeZone),
    until: startOfLocalDay(next === null ? dayNumberOf(first) + 1 : dayNumberOf(next), timeZone),
  };
}

function monthAfter({ year, month }: CalendarDate): CalendarDate {
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
}

function dayNumberOf(date: CalendarDate): number {
  return utcMs({ ...date, hour: 0, minute: 0, second: 0, ms: 0 }) / DAY_MS;
}

export function calendarDateOf(at: Date, timeZone: string): CalendarDate {
  const wall = dateFromMs(wallClockMs(at.getTime(), timeZone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

export type LocalDateTimeError = { readonly kind: 'nonexistent' } | { readonly kind: 'unknown-time-zone' };

/**
 * The instant of a local time in an import. `nonexistent` means that no calendar has it (30 February, 25:00); a time
 * skipped by a clock change moves later by the gap, a repeated one is the earlier.
 */
export function localDateTimeToInstant(local: LocalDateTime, timeZone: string): Result<Date, LocalDateTimeError> {
  if (!isTimeZone(timeZone)) return err({ kind: 'unknown-time-zone' });
  if (!isRealDate(local) || !isClockTime(local)) return err({ kind: 'nonexistent' });
  return ok(dateFromMs(instantFromWallClock(utcMs(local), timeZone).instantMs));
}

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/i;

/**
 * An RFC 3339 timestamp as an instant, fractions cut to milliseconds; null for anything else. The zone is required,
 * the date must exist, years run from 0001 to 9999 (also in UTC). Leap seconds are refused: `Date` has none.
 */
export function parseRfc3339(text: string): Date | null {
  const match = RFC_3339.exec(text);
  if (match === null) return null;
  const local: LocalDateTime = {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    hour: Number(match[4]),
    minute: Number(match[5]),
    second: Number(match[6]),
    ms: match[7] === undefined ? 0 : Number(match[7].slice(0, 3).padEnd(3, '0')),
  };
  if (!isRealDate(local) || !isClockTime(local)) return null;
  let offsetMinutes = 0;
  if (match[8] !== undefined) {
    const hours = Number(match[9]);
    const minutes = Number(match[10]);
    if (hours > 23 || minutes > 59) return null;
    offsetMinutes = (hours * 60 + minutes) * (match[8] === '-' ? -1 : 1);
  }
  const instant = new Date(utcMs(local) - offsetMinutes * MINUTE_MS);
  const utcYear = instant.getUTCFullYear();
  return utcYear >= 1 && utcYear <= 9999 ? instant : null;
}

function startOfLocalDay(dayNumber: number, timeZone: string): Date {
  const { instantMs, gapSpan } = instantFromWallClock(dayNumber * DAY_MS, timeZone);
  return dateFromMs(gapSpan === undefined ? instantMs : gapSpan.fromMs);
}

function localDayNumber(at: Date, timeZone: string): number {
  return Math.floor(wallClockMs(at.getTime(), timeZone) / DAY_MS);
}

function isRealDate({ year, month, day }: CalendarDate): boolean {
  if (!isWithin(year, 1, 9999) || !isWithin(month, 1, 12)) return false;
  return isWithin(day, 1, daysInMonth(year, month));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isClockTime({ hour, minute, second, ms }: LocalDateTime): boolean {
  return isWithin(hour, 0, 23) && isWithin(minute, 0, 59) && isWithin(second, 0, 59) && isWithin(ms, 0, 999);
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function utcMs(local: LocalDateTime): number {
  const { year, month, day, hour, minute, second, ms } = local;
  // Date.UTC reads years below 100 as 19xx; the calendar repeats every 400 years, so it is asked one cycle later.
  return Date.UTC(year + GREGORIAN_CYCLE_YEARS, month - 1, day, hour, minute, second, ms) - GREGORIAN_CYCLE_MS;
}

function dateFromMs(ms: number): Date {
  const date = new Date(ms);
  assert(!Number.isNaN(date.getTime()), `instant outside the range of Date: ${ms}`);
  return date;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
