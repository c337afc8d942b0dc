import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, countsOf, SummedList } from '../facts/summed-list.ts';
import { lotExpiry } from '../time/calendar.ts';
import { nextFlip, spanAt, totalAt } from './windowed-sums.ts';

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2026-01-01T00:00:00Z');
const instant = fc.integer({ min: 0, max: 200 * 24 }).map((hours) => START_MS + hours * HOUR_MS);
const window = fc.record({
  withinDays: fc.option(fc.constantFrom(1, 7, 30, 90), { nil: null }),
  timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/New_York'),
});
const asked = fc.record({ window, wanted: fc.bigInt(-5n, 40n), at: instant.map((ms) => new Date(ms)) });
const amounts = (least: bigint) => fc.array(fc.record({ at: instant, amount: fc.bigInt(least, 9n) }), { maxLength: 40 });

/** Looked at one by one: each counts from its instant until 00:00 after its last local day. */
function counting(items: readonly Amount[], { withinDays, timeZone }: { withinDays: number | null; timeZone: string }) {
  const each = items.map(({ at, amount }) => ({
    amount,
    from: at,
    until: withinDays === null ? Number.POSITIVE_INFINITY : lotExpiry(new Date(at), withinDays - 1, timeZone).getTime(),
  }));
  const total = (at: number): bigint => each.reduce((sum, { amount, from, until }) => (from <= at && at < until ? sum + amount : sum), 0n);
  const steps = [...new Set(each.flatMap(({ from, until }) => [from, until]))].filter(Number.isFinite).sort((a, b) => a - b);
  const flip = (wanted: bigint, at: number): number | null =>
    steps.find((step) => step > at && total(step) >= wanted !== total(at) >= wanted) ?? null;
  return { total, flip };
}

describe('sums in a window (0-12, 0-16)', () => {
  it.each([
    ['amounts that only grow', 0n],
    ['amounts of which some are losses', -9n],
  ])('of %s are, and cross the wanted one when, each of them looked at by itself says', (_what, least) => {
    fc.assert(
      fc.property(amounts(least), asked, (items, { window: of, wanted, at }) => {
        const list = new SummedList();
        for (const item of items) list.add(item);
        const { total, flip } = counting(items, of);
        expect(totalAt(list, of, at)).toBe(total(at.getTime()));
        expect(nextFlip(list, of, { wanted, at })?.getTime() ?? null).toBe(flip(wanted, at.getTime()));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same of instants that count one each', () => {
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 40 }), asked, (instants, { window: of, wanted, at }) => {
        const series = countsOf([...instants].sort((a, b) => a - b));
        const { total, flip } = counting(
          instants.map((ms) => ({ at: ms, amount: 1n })),
          of,
        );
        expect(totalAt(series, of, at)).toBe(total(at.getTime()));
        expect(nextFlip(series, of, { wanted, at })?.getTime() ?? null).toBe(flip(wanted, at.getTime()));
      }),
      { numRuns: 1_000 },
    );
  });

  it('stay true whatever is added and taken out, and whenever anybody has asked', () => {
    const change = fc.record({ at: instant, amount: fc.bigInt(-9n, 9n), takes: fc.option(fc.nat(), { nil: null }), asks: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), window, (changes, of) => {
        const list = new SummedList();
        const items: Amount[] = [];
        for (const { at, amount, takes, asks } of changes) {
          const taken = takes === null ? undefined : items.splice(takes % Math.max(1, items.length), 1)[0];
          if (taken !== undefined) list.remove(taken, (other) => other.amount === taken.amount);
          else items.push({ at, amount });
          if (taken === undefined) list.add({ at, amount });
          if (!asks) continue;
          expect(totalAt(list, of, new Date(at))).toBe(counting(items, of).total(at));
          expect(list.isRising).toBe(items.every((item) => item.amount >= 0n));
        }
        expect(list.sumOfFirst(list.size)).toBe(items.reduce((sum, item) => sum + item.amount, 0n));
      }),
      { numRuns: 500 },
    );
  });

  it('look at a few of many thousands', () => {
    const size = 100_000;
    let looked = 0;
    const series = {
      size,
      instantOf: (index: number) => {
        looked += 1;
        return START_MS + index * 60_000;
      },
      sumOfFirst: (count: number) => BigInt(count),
      isRising: true,
    };
    const at = new Date(START_MS + size * 60_000);
    const of = { withinDays: 60, timeZone: 'Europe/Moscow' };
    const { from, until } = spanAt(series, of, at);
    expect(until - from).toBeGreaterThan(80_000);
    expect(nextFlip(series, of, { wanted: 1_000n, at })).toEqual(new Date('2026-05-08T21:00:00.000Z'));
    expect(looked).toBeLessThan(200);
  });
});
