/** The earliest of the instants known; null when none is. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce((min, at) => (at !== null && (min === null || at < min) ? at : min), null);
}

/** The latest of the instants known; null when none is. */
export function latest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce((max, at) => (at !== null && (max === null || at > max) ? at : max), null);
}
