/** How long what failed waits before each further try; chance keeps what failed together from coming back together. */
export interface RetryWaits {
  /** After attempt 1, 2, …; after the last nothing is tried any more. */
  readonly waitsMs: readonly number[];
  /** The share of a wait that chance may add. */
  readonly jitter: number;
}

/** When attempt `step` + 1 has failed: the instant of the next, or null when that was the last. `chance` is from 0 to 1. */
export function nextTryAt(
  { waitsMs, jitter }: RetryWaits,
  failed: { readonly step: number; readonly at: Date; readonly chance: number },
): Date | null {
  const wait = waitsMs[failed.step];
  return wait === undefined ? null : new Date(failed.at.getTime() + wait * (1 + jitter * failed.chance));
}
