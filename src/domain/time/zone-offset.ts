import { Temporal } from 'temporal-polyfill';

/** A stretch of time `[fromMs, untilMs)` in which a zone keeps one offset. Milliseconds since 1970 UTC. */
export interface OffsetSpan {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
}

const DAY_MS = 86_400_000;
const NS_PER_MS = 1_000_000n;
const FOREVER_UTC: OffsetSpan = { fromMs: -Infinity, untilMs: Infinity, offsetMs: 0 };

// Asking the zone data costs up to milliseconds and a decision asks several times, so the spans met are kept.
// Real traffic meets a handful of spans a zone; the limit only bounds what odd dates may store.
const MAX_SPANS_PER_ZONE = 64;
const spansByZone = new Map<string, OffsetSpan[]>();

/** The offset span of `timeZone` around an instant. Throws on an unknown zone. */
export function findOffsetSpan(instantMs: number, timeZone: string): OffsetSpan {
  if (timeZone === 'UTC') return FOREVER_UTC;
  const spans = spansByZone.get(timeZone);
  if (spans === undefined) {
    const first = readOffsetSpan(instantMs, timeZone);
    spansByZone.set(timeZone, [first]);
    return first;
  }
  for (const span of spans) {
    if (instantMs >= span.fromMs && instantMs < span.untilMs) return span;
  }
  const met = readOffsetSpan(instantMs, timeZone);
  if (spans.length >= MAX_SPANS_PER_ZONE) spans.length = 0;
  spans.push(met);
  return met;
}

/** The wall clock of `timeZone` at an instant, as the instant at which a UTC wall clock would show the same. */
export function wallClockMs(instantMs: number, timeZone: string): number {
  return instantMs + findOffsetSpan(instantMs, timeZone).offsetMs;
}

/** The instants a wall clock time stands for. `gapSpan` is there when clocks skip it: the span that follows. */
export interface WallClockInstant {
  readonly instantMs: number;
  readonly gapSpan?: OffsetSpan;
}

/**
 * The instant of a wall clock time: the earlier one where clocks show it twice; where they skip it, the time is read
 * with the offset before the change, which is later by the length of the gap (RFC 5545, Temporal "compatible").
 */
export function instantFromWallClock(wallMs: number, timeZone: string): WallClockInstant {
  const before = findOffsetSpan(wallMs - DAY_MS, timeZone);
  const byEarlier = wallMs - before.offsetMs;
  if (byEarlier >= before.fromMs && byEarlier < before.untilMs) return { instantMs: byEarlier };
  const spanOfEarlier = findOffsetSpan(byEarlier, timeZone);
  if (spanOfEarlier.offsetMs === before.offsetMs) return { instantMs: byEarlier };
  const byLater = wallMs - findOffsetSpan(wallMs + DAY_MS, timeZone).offsetMs;
  const spanOfLater = findOffsetSpan(byLater, timeZone);
  if (byLater + spanOfLater.offsetMs === wallMs) return { instantMs: byLater };
  return { instantMs: byEarlier, gapSpan: spanOfEarlier };
}

function readOffsetSpan(instantMs: number, timeZone: string): OffsetSpan {
  const epochNs = BigInt(instantMs) * NS_PER_MS;
  const zoned = new Temporal.ZonedDateTime(epochNs, timeZone);
  // "previous" is strictly before, and at the very instant of a change the span begins right there.
  const previous = new Temporal.ZonedDateTime(epochNs + 1n, timeZone).getTimeZoneTransition('previous');
  const next = zoned.getTimeZoneTransition('next');
  return {
    fromMs: previous?.epochMilliseconds ?? -Infinity,
    untilMs: next?.epochMilliseconds ?? Infinity,
    offsetMs: zoned.offsetNanoseconds / 1e6,
  };
}
