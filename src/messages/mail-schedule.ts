/** When a message that could not be sent is tried again: soon at first, since somebody waits for a code; nine times in some three days. */
import { nextTryAt, type RetryWaits } from '../retry-waits.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const WAITS_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  3 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  4 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
  30 * HOUR_MS,
];

const WAITS: RetryWaits = { waitsMs: WAITS_MS, jitter: 0.1 };

/** When attempt `step` + 1 has failed: the instant of the next, or null when that was the last. `chance` is from 0 to 1. */
export function nextMailAttemptAt(failed: { readonly step: number; readonly at: Date; readonly chance: number }): Date | null {
  return nextTryAt(WAITS, failed);
}
