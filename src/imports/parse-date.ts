import { err, ok, type Result } from '../domain/result.ts';
import { type LocalDateTime, localDateTimeToInstant, parseRfc3339, startOfDayAfter } from '../domain/time/calendar.ts';
import { type ValueProblem, valueProblem } from './import-problem.ts';

export type DateOrder = 'dmy' | 'mdy';

export interface DateStyle {
  /** An IANA name: where a date without a zone is read. */
  readonly timeZone: string;
  /** How `/` and `-` dates that end in the year are read; dots are always day first. */
  readonly dateOrder: DateOrder;
}

const FUTURE_TOLERANCE_MS = 10 * 60_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

const WITH_ZONE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,9}))?\s?(Z|[+-]\d\d(?::?\d\d)?)$/i;
const YEAR_FIRST = /^(?<year>\d{4})([-./])(?<month>\d{1,2})\2(?<day>\d{1,2})(?<rest>.*)$/;
const YEAR_LAST = /^(?<first>\d{1,2})(?<mark>[-./])(?<second>\d{1,2})\2(?<year>\d{4})(?<rest>.*)$/;
const CLOCK = /^(?:T|,?\s+)(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?:\s?(?<half>[ap]m))?$/i;
const TWO_DIGIT_YEAR = /^\d{1,2}([-./])\d{1,2}\1\d{2}(?:\D|$)/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

/**
 * The instant a cell stands for: RFC 3339, `2026-11-20`, `2026-11-20 12:00[:ss]`, `20.11.2026 12:00`, `20/11/2026` or, by
 * `dateOrder`, `11/20/2026`. A date alone is 00:00. Without a zone it is local time in `style.timeZone`, by the rules of
 * `localDateTimeToInstant`. Only days the calendar has, in 1970–2199; no guess is made between day and month.
 */
export function parseImportDate(text: string, style: DateStyle): Result<Date, ValueProblem> {
  const zoned = WITH_ZONE.exec(text);
  if (zoned !== null) return parseZoned(zoned);
  const local = readLocal(text, style.dateOrder);
  if (!local.ok) return local;
  if (local.value.year < FIRST_YEAR || local.value.year > LAST_YEAR) return err(valueProblem('date-out-of-range'));
  const instant = localDateTimeToInstant(local.value, style.timeZone);
  return instant.ok ? instant : err(valueProblem('date-not-real'));
}

/** Something that has happened cannot lie ahead of the clock by more than ten minutes. */
export function parsePastDate(text: string, style: DateStyle, now: Date): Result<Date, ValueProblem> {
  const parsed = parseImportDate(text, style);
  if (parsed.ok && parsed.value.getTime() > now.getTime() + FUTURE_TOLERANCE_MS) return err(valueProblem('date-in-future'));
  return parsed;
}

/** Until when something is good: a date alone means to its end, the first instant of the day after it; with a time of day it is that time. */
export function parseEndDate(text: string, style: DateStyle): Result<Date, ValueProblem> {
  const parsed = parseImportDate(text, style);
  const isDateAlone = (YEAR_FIRST.exec(text) ?? YEAR_LAST.exec(text))?.groups?.['rest'] === '';
  return parsed.ok && isDateAlone ? ok(startOfDayAfter(parsed.value, style.timeZone)) : parsed;
}

/**
 * The order that dates prove which stand in one column of a file: one of them can be read in it alone, and none in the other alone.
 * Null when they do not tell, or tell both.
 */
export function sniffDateOrder(texts: Iterable<string>): DateOrder | null {
  const proven = new Set<DateOrder>();
  for (const text of texts) {
    const groups = YEAR_LAST.exec(text)?.groups;
    if (groups === undefined || groups['mark'] === '.') continue;
    const [first, second] = [Number(groups['first']), Number(groups['second'])];
    if (first > 12 && second <= 12) proven.add('dmy');
    if (second > 12 && first <= 12) proven.add('mdy');
  }
  const [order] = proven;
  return proven.size === 1 && order !== undefined ? order : null;
}

function parseZoned(match: RegExpExecArray): Result<Date, ValueProblem> {
  const [, day = '', clock = '', seconds = ':00', fraction, zone = 'Z'] = match;
  const offset = zone.length === 1 ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const instant = parseRfc3339(`${day}T${clock}${seconds}${fraction === undefined ? '' : `.${fraction}`}${offset}`);
  if (instant === null) return err(valueProblem('date-not-real'));
  const year = instant.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? ok(instant) : err(valueProblem('date-out-of-range'));
}

function readLocal(text: string, dateOrder: DateOrder): Result<LocalDateTime, ValueProblem> {
  const yearFirst = YEAR_FIRST.exec(text)?.groups;
  const groups = yearFirst ?? YEAR_LAST.exec(text)?.groups;
  if (groups === undefined) return err(valueProblem(reasonForUnreadable(text)));
  const clock = readClock(groups['rest'] ?? '');
  if (clock === null) return err(valueProblem('date-not-a-date'));
  const year = Number(groups['year']);
  if (yearFirst !== undefined) return ok({ year, month: Number(groups['month']), day: Number(groups['day']), ...clock });
  const isMonthFirst = dateOrder === 'mdy' && groups['mark'] !== '.';
  const first = Number(groups['first']);
  const second = Number(groups['second']);
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  if (month > 12 && day <= 12 && groups['mark'] !== '.') return err(valueProblem('date-order'));
  return ok({ year, month, day, ...clock });
}

function reasonForUnreadable(text: string): 'date-two-digit-year' | 'date-serial' | 'date-not-a-date' {
  if (TWO_DIGIT_YEAR.test(text)) return 'date-two-digit-year';
  return SERIAL.test(text) ? 'date-serial' : 'date-not-a-date';
}

type Clock = Pick<LocalDateTime, 'hour' | 'minute' | 'second' | 'ms'>;

/** Null = text that is no time of day. An hour of 25 is read here and refused by the calendar. */
function readClock(text: string): Clock | null {
  if (text === '') return { hour: 0, minute: 0, second: 0, ms: 0 };
  const groups = CLOCK.exec(text)?.groups;
  if (groups === undefined) return null;
  const hour = Number(groups['hour']);
  const half = groups['half']?.toLowerCase();
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  return {
    hour: half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0),
    minute: Number(groups['minute']),
    second: Number(groups['second'] ?? 0),
    ms: Number((groups['fraction'] ?? '').slice(0, 3).padEnd(3, '0')),
  };
}
