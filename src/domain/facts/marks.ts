/** One referral among those that count for something: when it was decided, in stored order, and to which instant it belongs. */
export interface Mark {
  readonly sequence: number;
  /** Epoch ms. */
  readonly at: number;
}

/** Values in ascending order of a key, of which one is added or taken out at a time, nearly always at the end. */
export class SortedList<T> {
  #items: T[] = [];
  /** Until then it is filled: what a database gives comes in any order, and all at once. */
  #isLookedAt = false;
  readonly #keyOf: (item: T) => number;

  constructor(keyOf: (item: T) => number) {
    this.#keyOf = keyOf;
  }

  get all(): readonly T[] {
    if (!this.#isLookedAt) this.#items.sort((a, b) => this.#keyOf(a) - this.#keyOf(b));
    this.#isLookedAt = true;
    return this.#items;
  }

  get size(): number {
    return this.#items.length;
  }

  /** How many have a key below. */
  below(key: number): number {
    return firstWhere(this.all, (item) => this.#keyOf(item) >= key);
  }

  add(item: T): void {
    const key = this.#keyOf(item);
    const last = this.#items.at(-1);
    if (!this.#isLookedAt || last === undefined || this.#keyOf(last) <= key) this.#items.push(item);
    else this.#items.splice(this.below(key), 0, item);
  }

  /** Takes out one that is like it; false when there is none. */
  remove(item: T, isLike: (other: T) => boolean): boolean {
    const items = this.all;
    const key = this.#keyOf(item);
    for (let index = this.below(key); index < items.length; index += 1) {
      const other = items[index];
      if (other === undefined || this.#keyOf(other) !== key) return false;
      if (!isLike(other)) continue;
      this.#items.splice(index, 1);
      return true;
    }
    return false;
  }

  copy(): SortedList<T> {
    const copy = new SortedList<T>(this.#keyOf);
    copy.#items = this.all.slice();
    copy.#isLookedAt = true;
    return copy;
  }
}

/** The index of the first of which it is true, found by halving: it is true of all after it. */
export function firstWhere<T>(items: readonly T[], isTrue: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isTrue(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
