import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAt, nextCountFlip } from './counted-instants.ts';
import { counted, nextFlip, totalAt } from './tier-history.ts';

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2026-01-01T00:00:00Z');
const instant = fc.integer({ min: 0, max: 200 * 24 }).map((hours) => START_MS + hours * HOUR_MS);
const asked = fc.record({
  instants: fc.array(instant, { maxLength: 40 }).map((list) => list.sort((a, b) => a - b)),
  window: fc.record({
    withinDays: fc.option(fc.constantFrom(1, 7, 30, 90), { nil: null }),
    timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/New_York'),
  }),
  wanted: fc.integer({ min: 1, max: 12 }),
  at: instant.map((ms) => new Date(ms)),
});

describe('friends counted at a date (0-16)', () => {
  it('are as many, and cross the wanted number when, each of them looked at by itself says', () => {
    fc.assert(
      fc.property(asked, ({ instants, window, wanted, at }) => {
        const each = instants.map((ms) => counted(new Date(ms), 1n, window));
        expect(BigInt(countAt(instants, window, at))).toBe(totalAt(each, at));
        expect(nextCountFlip(instants, window, { wanted, at })).toEqual(nextFlip(each, BigInt(wanted), at));
      }),
      { numRuns: 2_000 },
    );
  });
});
