import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addCalendarDays,
  calendarDateOf,
  isTimeZone,
  localDateTimeToInstant,
  lotExpiry,
  parseRfc3339,
  periodKey,
  startOfDayAfter,
} from './calendar.ts';
import { TIME_ZONE_ALIASES } from './time-zone-aliases.ts';

const ZONES = [
  'UTC',
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Asia/Almaty',
  'Asia/Beirut',
  'America/Havana',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Europe/Samara',
  'America/St_Johns',
];

describe('isTimeZone', () => {
  it.each(['UTC', 'Europe/Moscow', 'Europe/Kyiv', 'Asia/Kathmandu', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'])('knows %s', (name) =>
    expect(isTimeZone(name)).toBe(true),
  );

  it.each(['', 'Moscow', 'europe/moscow', 'MSK', '+03:00', 'UTC+3', 'Europe/Moscow ', 'Mars/Olympus', 'Etc/GMT+15'])(
    'does not know %j',
    (name) => expect(isTimeZone(name)).toBe(false),
  );

  it('lists no alias that the platform cannot reckon with', () => {
    const at = new Date('2026-11-22T10:00:00Z');
    for (const alias of TIME_ZONE_ALIASES.trim().split(/\s+/)) {
      expect(periodKey(at, 'year', alias)).toBe('2026');
    }
  });
});

describe('addCalendarDays (contract 6.11)', () => {
  it.each([
    ['keeps the local time when Berlin springs forward', '2026-03-28T11:00:00Z', 1, 'Europe/Berlin', '2026-03-29T10:00:00Z'],
    ['keeps the local time when Berlin falls back', '2026-10-24T10:00:00Z', 1, 'Europe/Berlin', '2026-10-25T11:00:00Z'],
    ['moves a skipped time later by the gap', '2026-03-28T01:30:00Z', 1, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['takes the earlier of two passes', '2026-10-24T00:30:00Z', 1, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['crosses the move of Moscow to +04 in 2011', '2011-03-26T09:00:00Z', 1, 'Europe/Moscow', '2011-03-27T08:00:00Z'],
    ['crosses the move of Moscow to +03 in 2014', '2014-10-25T08:00:00Z', 1, 'Europe/Moscow', '2014-10-26T09:00:00Z'],
    ['crosses the change in New York', '2026-03-07T17:00:00Z', 14, 'America/New_York', '2026-03-21T16:00:00Z'],
    ['reckons in Kathmandu', '2026-11-20T18:20:00Z', 1, 'Asia/Kathmandu', '2026-11-21T18:20:00Z'],
    ['leaves the second pass of an hour alone for zero days', '2026-10-25T01:30:00Z', 0, 'Europe/Berlin', '2026-10-25T01:30:00Z'],
    ['goes back', '2026-03-29T10:00:00Z', -1, 'Europe/Berlin', '2026-03-28T11:00:00Z'],
    ['passes the day Samoa skipped', '2011-12-29T20:00:00Z', 1, 'Pacific/Apia', '2011-12-30T20:00:00Z'],
  ])('%s', (_case, at, days, timeZone, expected) => {
    expect(addCalendarDays(new Date(at), days, timeZone)).toEqual(new Date(expected));
  });

  it('throws on part of a day and beyond the range of Date', () => {
    expect(() => addCalendarDays(new Date(0), 1.5, 'UTC')).toThrow('whole');
    expect(() => addCalendarDays(new Date(8.64e15), 1, 'UTC')).toThrow('range of Date');
  });
});

describe('startOfDayAfter', () => {
  it.each([
    ['in Moscow', '2026-11-22T20:59:59.999Z', 'Europe/Moscow', '2026-11-22T21:00:00Z'],
    ['a whole day later when it is just midnight', '2026-11-22T21:00:00Z', 'Europe/Moscow', '2026-11-23T21:00:00Z'],
    ['at 01:00 where the day begins so', '2026-03-28T12:00:00Z', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['at the first of two midnights', '2026-10-31T12:00:00Z', 'America/Havana', '2026-11-01T04:00:00Z'],
    ['after 25 hours in Berlin', '2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
  ])('is %s', (_case, at, timeZone, expected) => {
    expect(startOfDayAfter(new Date(at), timeZone)).toEqual(new Date(expected));
  });
});

describe('lotExpiry (contract 6.11)', () => {
  it.each([
    ['after the last local day', '2026-11-22T10:00:00Z', 30, 'Europe/Moscow', '2026-12-22T21:00:00Z'],
    ['the same for a minute before midnight', '2026-11-22T20:59:00Z', 30, 'Europe/Moscow', '2026-12-22T21:00:00Z'],
    ['a day later for a minute after it', '2026-11-22T21:00:00Z', 30, 'Europe/Moscow', '2026-12-23T21:00:00Z'],
    ['over a leap day', '2027-03-01T00:00:00Z', 365, 'UTC', '2028-03-01T00:00:00Z'],
    ['at the end of the day itself for zero days', '2026-11-22T10:00:00Z', 0, 'UTC', '2026-11-23T00:00:00Z'],
  ])('ends %s', (_case, from, days, timeZone, expected) => {
    expect(lotExpiry(new Date(from), days, timeZone)).toEqual(new Date(expected));
  });
});

describe('periodKey', () => {
  it('belongs to the calendar of the zone', () => {
    const newYearInMoscow = new Date('2026-12-31T21:30:00Z');
    expect(periodKey(newYearInMoscow, 'day', 'Europe/Moscow')).toBe('2027-01-01');
    expect(periodKey(newYearInMoscow, 'month', 'Europe/Berlin')).toBe('2026-12');
    expect(periodKey(newYearInMoscow, 'year', 'Asia/Kathmandu')).toBe('2027');
    expect(calendarDateOf(newYearInMoscow, 'America/New_York')).toEqual({ year: 2026, month: 12, day: 31 });
  });
});

describe('all calendar functions', () => {
  it('agree with Temporal around every kind of clock change', () => {
    const start = Date.UTC(1970, 0, 1);
    const instants = fc.tuple(fc.constantFrom(...ZONES), fc.integer({ min: start, max: Date.UTC(2040, 0, 1) })).map(([zone, ms]) => {
      const change = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
      return { zone, ms: (change?.epochMilliseconds ?? ms) + (ms % 172_800_000) - 86_400_000 };
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 400 }), ({ zone, ms }, days) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        const dayAfter = zoned
          .toPlainDate()
          .add({ days: days + 1 })
          .toZonedDateTime(zone);
        expect(addCalendarDays(new Date(ms), days, zone).getTime()).toBe(zoned.add({ days }).epochMilliseconds);
        expect(lotExpiry(new Date(ms), days, zone).getTime()).toBe(dayAfter.epochMilliseconds);
        expect(periodKey(new Date(ms), 'day', zone)).toBe(zoned.toPlainDate().toString());
      }),
      { numRuns: 500 },
    );
  });
});

describe('localDateTimeToInstant', () => {
  const noon = { year: 2026, month: 3, day: 29, hour: 12, minute: 0, second: 0, ms: 0 };

  it.each([
    ['an ordinary time', noon, 'Europe/Berlin', '2026-03-29T10:00:00Z'],
    ['a skipped time, later by the gap', { ...noon, hour: 2, minute: 30 }, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['the earlier pass of a repeated time', { ...noon, month: 10, day: 25, hour: 2 }, 'Europe/Berlin', '2026-10-25T00:00:00Z'],
    ['Moscow in 2011', { ...noon, year: 2011, month: 7, day: 1 }, 'Europe/Moscow', '2011-07-01T08:00:00Z'],
    ['Moscow in 2015', { ...noon, year: 2015, month: 7, day: 1 }, 'Europe/Moscow', '2015-07-01T09:00:00Z'],
    ['a quarter-hour zone', noon, 'Asia/Kathmandu', '2026-03-29T06:15:00Z'],
    ['a year below 100', { ...noon, year: 26 }, 'UTC', '0026-03-29T12:00:00Z'],
  ])('reads %s', (_case, local, timeZone, expected) => {
    expect(localDateTimeToInstant(local, timeZone)).toEqual({ ok: true, value: new Date(expected) });
  });

  it.each([
    ['30 February', { ...noon, month: 2, day: 30 }],
    ['29 February of a common year', { ...noon, month: 2, day: 29 }],
    ['29 February 2100', { ...noon, year: 2100, month: 2, day: 29 }],
    ['month 13', { ...noon, month: 13 }],
    ['day 0', { ...noon, day: 0 }],
    ['24:00', { ...noon, hour: 24 }],
    ['a leap second', { ...noon, second: 60 }],
    ['year 0', { ...noon, year: 0 }],
    ['part of a minute', { ...noon, minute: 1.5 }],
  ])('refuses %s', (_case, local) => {
    expect(localDateTimeToInstant(local, 'Europe/Berlin')).toEqual({ ok: false, error: { kind: 'nonexistent' } });
  });

  it('refuses a zone nobody knows', () => {
    expect(localDateTimeToInstant(noon, 'Mars/Olympus')).toEqual({ ok: false, error: { kind: 'unknown-time-zone' } });
  });
});

describe('parseRfc3339', () => {
  it.each([
    ['2026-11-20T12:00:00+03:00', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20T12:00:00.1Z', '2026-11-20T12:00:00.100Z'],
    ['2026-11-20T12:00:00.999999999Z', '2026-11-20T12:00:00.999Z'],
    ['2026-11-20t12:00:00z', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20T12:00:00-00:00', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20T12:00:00+05:45', '2026-11-20T06:15:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s', (text, expected) => {
    expect(parseRfc3339(text)?.toISOString()).toBe(expected);
  });

  it.each([
    '',
    '2026-11-20',
    '2026-11-20T12:00:00',
    '2026-11-20 12:00:00Z',
    '2026-11-20T12:00Z',
    '2026-02-30T12:00:00Z',
    '2026-02-29T12:00:00Z',
    '1900-02-29T12:00:00Z',
    '2026-04-31T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-00-01T12:00:00Z',
    '2026-01-00T12:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T12:60:00Z',
    '2026-06-30T23:59:60Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+03:00',
    '9999-12-31T23:59:59-03:00',
    '10000-01-01T00:00:00Z',
    '2026-11-20T12:00:00.Z',
    '2026-11-20T12:00:00.1234567890Z',
    '2026-11-20T12:00:00,5Z',
    '2026-11-20T12:00:00+24:00',
    '2026-11-20T12:00:00+03:60',
    '2026-11-20T12:00:00+0300',
    '2026-11-20T12:00:00+03',
    '2026-11-20T12:00:00\u221203:00',
    '2026-11-20T12:00:00Z\n',
    ' 2026-11-20T12:00:00Z',
    '2026-11-20T12:00:00Z ',
    '٢٠٢٦-11-20T12:00:00Z',
    '-2026-11-20T12:00:00Z',
  ])('refuses %j', (text) => {
    expect(parseRfc3339(text)).toBeNull();
  });

  it('reads back what Date writes', () => {
    const dates = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (at) => {
        expect(parseRfc3339(at.toISOString())).toEqual(at);
      }),
    );
  });
});
