/**
 * What many things add up to at a date, and when that will cross another amount: friends and orders, of which one member may have tens of
 * thousands. No more of them are looked at than halving takes, but where some are below zero.
 */
import { firstIndex } from '../facts/marks.ts';
import { begunBy, type Series } from '../facts/summed-list.ts';
import { lotExpiry } from '../time/calendar.ts';

/** In a window of N days a day counts on itself and the N − 1 days after it; it leaves at 00:00 local. Null = for life. */
export interface CountingWindow {
  readonly withinDays: number | null;
  readonly timeZone: string;
}

/** Of those that count at a date: the first, and the one after the last. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export function spanAt(series: Series, window: CountingWindow, at: Date): Span {
  return { from: endedBy(series, window, at.getTime()), until: begunBy(series, at.getTime()) };
}

export function totalAt(series: Series, window: CountingWindow, at: Date): bigint {
  const { from, until } = spanAt(series, window, at);
  return sumBetween(series, from, until);
}

/** The first instant after `at` at which the sum gets to the wanted one or falls below it; null = time alone changes nothing. */
export function nextFlip(
  series: Series,
  window: CountingWindow,
  { wanted, at }: { readonly wanted: bigint; readonly at: Date },
): Date | null {
  const isMet = totalAt(series, window, at) >= wanted;
  let now = at;
  for (;;) {
    const span = spanAt(series, window, now);
    const end = nextEnd(series, window, span, (sum) => sum >= wanted !== isMet);
    const begin = span.until < series.size ? new Date(series.instantOf(span.until)) : null;
    const next = end === null || (begin !== null && begin < end) ? begin : end;
    if (next === null || totalAt(series, window, next) >= wanted !== isMet) return next;
    now = next;
  }
}

/** With nothing more begun: before this instant not enough of them end for the sum to be one that is looked for. */
function nextEnd(series: Series, window: CountingWindow, { from, until }: Span, isSought: (sum: bigint) => boolean): Date | null {
  if (window.withinDays === null) return null;
  const isSoughtFrom = (index: number): boolean => isSought(sumBetween(series, index, until));
  // What only falls is looked for by halving; it never gets to more than it is.
  const index = series.isRising ? firstIndex(from + 1, until, isSoughtFrom) : firstOf(from + 1, until, isSoughtFrom);
  return index <= until && isSoughtFrom(index) ? endOf(series.instantOf(index - 1), window, window.withinDays) : null;
}

function firstOf(low: number, high: number, isTrue: (index: number) => boolean): number {
  for (let index = low; index < high; index += 1) if (isTrue(index)) return index;
  return high;
}

function sumBetween(series: Series, from: number, until: number): bigint {
  return series.sumOfFirst(until) - series.sumOfFirst(from);
}

/** An earlier instant never ends later, as days follow one another (but for a minute a year where clocks once went back over midnight). */
function endedBy(series: Series, window: CountingWindow, atMs: number): number {
  const { withinDays } = window;
  if (withinDays === null) return 0;
  return firstIndex(0, series.size, (index) => endOf(series.instantOf(index), window, withinDays).getTime() > atMs);
}

function endOf(instantMs: number, { timeZone }: CountingWindow, withinDays: number): Date {
  return lotExpiry(new Date(instantMs), withinDays - 1, timeZone);
}
