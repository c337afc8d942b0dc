/** The time of the process: the one source of `now` for use cases. */
export interface Clock {
  now(): Date;
}

/** Clocks of a shop and of this server may be so far apart: what one says of the other's future within it is now. */
export const CLOCKS_APART_MS = 10 * 60_000;

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stood at `startsAt` when it was made and runs on from there, unmoved by changes of the system's time. */
export function startClockAt(startsAt: Date): Clock {
  const madeAtMs = performance.now();
  return { now: () => new Date(startsAt.getTime() + Math.floor(performance.now() - madeAtMs)) };
}
