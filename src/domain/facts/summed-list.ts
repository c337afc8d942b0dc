import { firstIndex, SortedList } from './marks.ts';

/** An amount that counts from an instant on. */
export interface Amount {
  /** Epoch ms. */
  readonly at: number;
  readonly amount: bigint;
}

/** Things in the order of the instants from which they count, and what the first of them add up to. */
export interface Series {
  readonly size: number;
  /** Epoch ms. */
  instantOf(index: number): number;
  sumOfFirst(count: number): bigint;
  /** Whether none is below zero, so that more of them never are less. */
  readonly isRising: boolean;
}

/** How many have begun by the instant (epoch ms). */
export function begunBy(series: Series, atMs: number): number {
  return firstIndex(0, series.size, (index) => series.instantOf(index) > atMs);
}

/** Each counts one. `instants`: epoch ms, ascending. */
export function countsOf(instants: readonly number[]): Series {
  return {
    size: instants.length,
    instantOf: (index) => instants[index] ?? 0,
    sumOfFirst: (count) => BigInt(count),
    isRising: true,
  };
}

/** Amounts of which one is added or taken out at a time, nearly always at the end. */
export class SummedList<T extends Amount = Amount> implements Series {
  readonly #items = new SortedList<T>(({ at }) => at);
  /** What the first one, two … add up to, as far as anybody has asked. */
  readonly #sums: bigint[] = [];
  #negatives = 0;

  get size(): number {
    return this.#items.size;
  }

  get isRising(): boolean {
    return this.#negatives === 0;
  }

  get all(): readonly T[] {
    return this.#items.all;
  }

  instantOf(index: number): number {
    return this.#items.all[index]?.at ?? 0;
  }

  sumOfFirst(count: number): bigint {
    const items = this.#items.all;
    let sum = this.#sums.at(-1) ?? 0n;
    for (let index = this.#sums.length; index < count; index += 1) {
      sum += items[index]?.amount ?? 0n;
      this.#sums.push(sum);
    }
    return count === 0 ? 0n : (this.#sums[count - 1] ?? 0n);
  }

  add(item: T): void {
    if (item.amount < 0n) this.#negatives += 1;
    this.#forgetFrom(this.#items.add(item));
  }

  /** Takes out one that is like it; false when there is none. */
  remove(item: T, isLike: (other: T) => boolean): boolean {
    const index = this.#items.remove(item, isLike);
    if (index === null) return false;
    if (item.amount < 0n) this.#negatives -= 1;
    this.#forgetFrom(index);
    return true;
  }

  #forgetFrom(index: number): void {
    if (index < this.#sums.length) this.#sums.length = index;
  }
}
