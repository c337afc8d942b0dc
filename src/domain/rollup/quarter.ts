const QUARTER_MS = 15 * 60_000;

/**
 * The start of the quarter of an hour an instant lies in, as milliseconds since 1970. Rollups are kept by it: the days of every time
 * zone are made of whole quarters, so that a business that changes its zone has counted nothing wrong.
 */
export function quarterOf(at: Date): number {
  return Math.floor(at.getTime() / QUARTER_MS) * QUARTER_MS;
}
