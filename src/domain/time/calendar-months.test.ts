import { describe, expect, it } from 'vitest';
import { addCalendarMonths } from './calendar.ts';

const at = (text: string): Date => new Date(text);

describe('calendar months in a zone (0-22)', () => {
  it.each([
    ['2028-02-29T09:00:00Z', 12, 'UTC', '2029-02-28T09:00:00Z'],
    ['2028-02-29T09:00:00Z', 48, 'UTC', '2032-02-29T09:00:00Z'],
    ['2026-01-31T09:00:00Z', 1, 'UTC', '2026-02-28T09:00:00Z'],
    ['2027-12-31T09:00:00Z', 2, 'UTC', '2028-02-29T09:00:00Z'],
    ['2026-11-20T12:00:00Z', 12, 'Europe/Moscow', '2027-11-20T12:00:00Z'],
    ['2026-03-31T09:00:00Z', -1, 'UTC', '2026-02-28T09:00:00Z'],
    ['2026-06-15T09:00:00Z', 0, 'UTC', '2026-06-15T09:00:00Z'],
    // 31 January there is still 30 January in UTC.
    ['2026-01-30T22:30:00Z', 1, 'Europe/Moscow', '2026-02-27T22:30:00Z'],
    // Summer time: the same local time of day, an hour earlier in UTC.
    ['2026-01-15T08:00:00Z', 6, 'Europe/Berlin', '2026-07-15T07:00:00Z'],
    // 29 March 2026 02:30 does not exist in Berlin and moves later by the gap.
    ['2026-02-28T01:30:00Z', 1, 'Europe/Berlin', '2026-03-28T01:30:00Z'],
    ['2026-01-29T01:30:00Z', 2, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    // 25 October 2026 02:30 comes twice there: the first of them.
    ['2026-08-25T00:30:00Z', 2, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ])('takes %s and %i months in %s to %s', (from, months, timeZone, expected) => {
    expect(addCalendarMonths(at(from), months, timeZone)).toEqual(at(expected));
  });
});
