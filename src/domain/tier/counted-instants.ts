/**
 * How many of many instants count at a date, and when that number will cross another. What `Counted` says of one thing at a time, for a
 * referrer's friends, of whom there may be tens of thousands: no more of them are looked at than halving takes.
 */
import { firstWhere } from '../facts/marks.ts';
import { lotExpiry } from '../time/calendar.ts';

/** In a window of N days a day counts on itself and the N − 1 days after it; null = for life. */
export interface CountingWindow {
  readonly withinDays: number | null;
  readonly timeZone: string;
}

/** `instants`: epoch ms, ascending. */
export function countAt(instants: readonly number[], window: CountingWindow, at: Date): number {
  return begun(instants, at.getTime()) - ended(instants, window, at.getTime());
}

/** The first instant after `at` at which the number gets to the wanted one or falls below it; null = time alone changes nothing. */
export function nextCountFlip(
  instants: readonly number[],
  window: CountingWindow,
  of: { readonly wanted: number; readonly at: Date },
): Date | null {
  const { wanted } = of;
  if (wanted < 1) return null;
  const isMet = countAt(instants, window, of.at) >= wanted;
  let at = of.at;
  for (;;) {
    const next = isMet
      ? earliestLoss(instants, window, { wanted, at })
      : earliestGain(instants, { wanted, at, have: countAt(instants, window, at) });
    if (next === null || countAt(instants, window, next) >= wanted !== isMet) return next;
    at = next;
  }
}

/** Before this instant so many cannot have ended that too few are left. */
function earliestLoss(
  instants: readonly number[],
  window: CountingWindow,
  { wanted, at }: { readonly wanted: number; readonly at: Date },
): Date | null {
  if (window.withinDays === null) return null;
  const last = instants[begun(instants, at.getTime()) - wanted];
  return last === undefined ? null : endOf(last, window, window.withinDays);
}

/** Before this instant not enough can have begun. */
function earliestGain(
  instants: readonly number[],
  { wanted, at, have }: { readonly wanted: number; readonly at: Date; readonly have: number },
): Date | null {
  const first = instants[begun(instants, at.getTime()) + wanted - have - 1];
  return first === undefined ? null : new Date(first);
}

function begun(instants: readonly number[], atMs: number): number {
  return firstWhere(instants, (instant) => instant > atMs);
}

/** An earlier instant never ends later: days follow one another. */
function ended(instants: readonly number[], window: CountingWindow, atMs: number): number {
  const { withinDays } = window;
  return withinDays === null ? 0 : firstWhere(instants, (instant) => endOf(instant, window, withinDays).getTime() > atMs);
}

function endOf(instant: number, { timeZone }: CountingWindow, withinDays: number): Date {
  return lotExpiry(new Date(instant), withinDays - 1, timeZone);
}
