import { describe, expect, it } from 'vitest';
import { nextAttemptAt, quietUntil } from './retry-schedule.ts';

const at = new Date('2026-11-20T12:00:00Z');
const hours = (from: Date, to: Date | null): number => ((to?.getTime() ?? Number.NaN) - from.getTime()) / 3_600_000;

describe('the schedule of attempts', () => {
  it('goes on for more than three days, its waits growing to 24 hours and beyond, and then gives up', () => {
    const waits: number[] = [];
    let now = at;
    for (let step = 0; ; step += 1) {
      const next = nextAttemptAt({ step, at: now, quietUntil: null, chance: 0 });
      if (next === null) break;
      waits.push(hours(now, next));
      now = next;
    }
    expect(waits).toHaveLength(10);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.slice(-2)).toEqual([24, 36]);
    expect(hours(at, now)).toBeGreaterThan(72);
  });

  it('spreads what failed together over a twentieth of the wait', () => {
    expect(hours(at, nextAttemptAt({ step: 8, at, quietUntil: null, chance: 1 }))).toBeCloseTo(25.2);
  });

  it('never comes before the time the other side asked for', () => {
    const asked = new Date('2026-11-20T18:00:00Z');
    expect(nextAttemptAt({ step: 0, at, quietUntil: asked, chance: 0 })).toEqual(asked);
    expect(hours(at, nextAttemptAt({ step: 9, at, quietUntil: asked, chance: 0 }))).toBe(36);
  });
});

describe('Retry-After', () => {
  it.each([
    [429, '120', '2026-11-20T12:02:00Z'],
    [503, ' 60 ', '2026-11-20T12:01:00Z'],
    [503, 'Fri, 20 Nov 2026 12:30:00 GMT', '2026-11-20T12:30:00Z'],
    [429, '999999999', '2026-11-21T12:00:00Z'],
  ])('of a %s saying %s means %s', (status, retryAfter, until) => {
    expect(quietUntil({ status, retryAfter, at })).toEqual(new Date(until));
  });

  it.each([
    [429, null],
    [429, 'soon'],
    [429, '-5'],
    [429, '0'],
    [503, 'Fri, 20 Nov 2026 11:00:00 GMT'],
    [500, '120'],
  ])('of a %s saying %s means nothing', (status, retryAfter) => {
    expect(quietUntil({ status, retryAfter, at })).toBeNull();
  });
});
