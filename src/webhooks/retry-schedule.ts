/** When an undelivered message is tried again. Eleven attempts over 4.65 days, the last waits longer than a day (Standard Webhooks). */
import { nextTryAt, type RetryWaits } from '../retry-waits.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
  36 * HOUR_MS,
];

/** Chance adds so little that the whole stays below `FAILING_LIMIT_MS`. */
const WAITS: RetryWaits = { waitsMs: WAITS_MS, jitter: 0.05 };

/** A receiver cannot put us off for longer than this. */
const RETRY_AFTER_MAX_MS = 24 * HOUR_MS;

/** An endpoint that has failed for so long, without one success, is switched off. */
export const FAILING_LIMIT_MS = 5 * 24 * HOUR_MS;

/** When attempt `step` + 1 has failed: the instant of the next, or null when that was the last. `chance` is from 0 to 1. */
export function nextAttemptAt(failed: {
  readonly step: number;
  readonly at: Date;
  readonly quietUntil: Date | null;
  readonly chance: number;
}): Date | null {
  const planned = nextTryAt(WAITS, failed);
  return planned === null ? null : new Date(Math.max(planned.getTime(), failed.quietUntil?.getTime() ?? 0));
}

/** Until when a receiver asks to be left alone: `Retry-After` of a 429 or 503, in seconds or as a date; null when it does not say. */
export function quietUntil(answer: { readonly status: number; readonly retryAfter: string | null; readonly at: Date }): Date | null {
  if ((answer.status !== 429 && answer.status !== 503) || answer.retryAfter === null) return null;
  const text = answer.retryAfter.trim();
  const until = /^\d{1,9}$/.test(text) ? answer.at.getTime() + Number(text) * SECOND_MS : Date.parse(text);
  if (Number.isNaN(until) || until <= answer.at.getTime()) return null;
  return new Date(Math.min(until, answer.at.getTime() + RETRY_AFTER_MAX_MS));
}
