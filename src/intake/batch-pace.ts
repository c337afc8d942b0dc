import type { RoadLimits } from './road-limits.ts';

export interface Pace {
  /** At half of a large batch, once: the database writes the first half while the second is decided. */
  readonly atHalf: () => void | Promise<void>;
  /** After each turn of the event loop. */
  readonly atTurn?: () => void;
}

/** To be awaited before event `index` of `length` is decided. */
export async function keepPace(
  { index, length }: { readonly index: number; readonly length: number },
  { halvedEvents, turnEvents }: Pick<RoadLimits, 'halvedEvents' | 'turnEvents'>,
  { atHalf, atTurn }: Pace,
): Promise<void> {
  if (length >= halvedEvents && index === Math.ceil(length / 2)) await atHalf();
  if (index === 0 || index % turnEvents !== 0) return;
  await new Promise((resolve) => setImmediate(resolve));
  atTurn?.();
}
