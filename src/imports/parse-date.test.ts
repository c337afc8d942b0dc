import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateStyle, parseEndDate, parseImportDate, parsePastDate, sniffDateOrder } from './parse-date.ts';

function outcome(text: string, style: Partial<DateStyle> = {}): string {
  const date = parseImportDate(text, { timeZone: 'UTC', dateOrder: 'dmy', ...style });
  return date.ok ? date.value.toISOString() : date.error.reason;
}

describe('parseImportDate', () => {
  it.each([
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20 12:00', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20T12:00:05', '2026-11-20T12:00:05.000Z'],
    ['2026-11-20 12:00:05.25', '2026-11-20T12:00:05.250Z'],
    ['20.11.2026 12:00', '2026-11-20T12:00:00.000Z'],
    ['20.11.2026, 9:05', '2026-11-20T09:05:00.000Z'],
    ['1.2.2026', '2026-02-01T00:00:00.000Z'],
    ['20/11/2026', '2026-11-20T00:00:00.000Z'],
    ['20-11-2026', '2026-11-20T00:00:00.000Z'],
    ['2026/11/20', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20T12:00:00+03:00', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20 12:00:00+03', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20 12:00:00.123456 -0330', '2026-11-20T15:30:00.123Z'],
    ['2026-11-20T12:00Z', '2026-11-20T12:00:00.000Z'],
    ['29.02.2028', '2028-02-29T00:00:00.000Z'],
  ])('reads %j as %s', (text, instant) => {
    expect(outcome(text)).toBe(instant);
  });

  it.each([
    ['11/20/2026', 'date-order'],
    ['2026-02-30', 'date-not-real'],
    ['29.02.2027', 'date-not-real'],
    ['13.13.2026', 'date-not-real'],
    ['2026-11-20 24:00', 'date-not-real'],
    ['2026-11-20 23:59:60', 'date-not-real'],
    ['2026-02-30T00:00:00Z', 'date-not-real'],
    ['2026-11-20T12:00:00+25:00', 'date-not-real'],
    ['20.11.26', 'date-two-digit-year'],
    ['45981', 'date-serial'],
    ['0001-01-01', 'date-out-of-range'],
    ['9999-12-31', 'date-out-of-range'],
    ['9999-12-31T00:00:00Z', 'date-out-of-range'],
    ['2026-11-20 12', 'date-not-a-date'],
    ['2026-11-20 13:00 PM', 'date-not-a-date'],
    ['20.11/2026', 'date-not-a-date'],
    ['вчера', 'date-not-a-date'],
    ['', 'date-not-a-date'],
  ])('refuses %j: %s', (text, reason) => {
    expect(outcome(text)).toBe(reason);
  });

  it('reads the month first only when told so, and never with dots', () => {
    const monthFirst = { dateOrder: 'mdy' } as const;
    expect([outcome('11/20/2026 1:05 PM', monthFirst), outcome('02.01.2026', monthFirst), outcome('20/11/2026', monthFirst)]).toEqual([
      '2026-11-20T13:05:00.000Z',
      '2026-01-02T00:00:00.000Z',
      'date-order',
    ]);
  });

  it('reads noon and midnight of a twelve-hour clock', () => {
    expect([outcome('20.11.2026 12:00 am'), outcome('20.11.2026 12:00 pm')]).toEqual([
      '2026-11-20T00:00:00.000Z',
      '2026-11-20T12:00:00.000Z',
    ]);
  });

  it('reads a date without a zone in the given one, across its changes', () => {
    expect(outcome('20.11.2026 12:00', { timeZone: 'Europe/Moscow' })).toBe('2026-11-20T09:00:00.000Z');
    expect(outcome('26.10.2014 00:30', { timeZone: 'Europe/Moscow' })).toBe('2014-10-25T20:30:00.000Z');
    expect(outcome('25.10.2026 02:30', { timeZone: 'Europe/Berlin' })).toBe('2026-10-25T00:30:00.000Z');
    expect(outcome('29.03.2026 02:30', { timeZone: 'Europe/Berlin' })).toBe('2026-03-29T01:30:00.000Z');
  });

  it('reads any instant back from its own ISO form', () => {
    const dates = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(outcome(date.toISOString())).toBe(date.toISOString());
      }),
    );
  });
});

describe('parsePastDate', () => {
  it('lets clocks differ by ten minutes and no more', () => {
    const now = new Date('2026-11-22T09:00:00Z');
    const style: DateStyle = { timeZone: 'UTC', dateOrder: 'dmy' };
    expect(parsePastDate('2026-11-22 09:10', style, now).ok).toBe(true);
    expect(parsePastDate('2026-11-22 09:10:01', style, now)).toMatchObject({ ok: false, error: { reason: 'date-in-future' } });
  });
});

describe('parseEndDate', () => {
  it.each([
    ['31.12.2026', '2026-12-31T21:00:00.000Z'],
    ['2026-12-31', '2026-12-31T21:00:00.000Z'],
    ['31.12.2026 12:00', '2026-12-31T09:00:00.000Z'],
    ['2026-12-31 00:00', '2026-12-30T21:00:00.000Z'],
    ['2026-12-31T00:00:00Z', '2026-12-31T00:00:00.000Z'],
  ])('takes %j in Moscow as the end at %s', (text, instant) => {
    const date = parseEndDate(text, { timeZone: 'Europe/Moscow', dateOrder: 'dmy' });
    expect(date.ok ? date.value.toISOString() : date.error.reason).toBe(instant);
  });
});

describe('sniffDateOrder', () => {
  it.each([
    [['01/02/2025', '12/31/2025'], 'mdy'],
    [['01/02/2025', '31/12/2025 10:00'], 'dmy'],
    [['31/12/2025', '12/31/2025'], null],
    [['01/02/2025', '13/13/2025', '2025-12-31'], null],
    [['12.31.2025'], null],
    [[], null],
  ])('of %j is %s', (texts, order) => {
    expect(sniffDateOrder(texts)).toBe(order);
  });
});
