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

  /** Returns the index it has. */
  add(item: T): number {
    const key = this.#keyOf(item);
    const last = this.#items.at(-1);
    if (!this.#isLookedAt || last === undefined || this.#keyOf(last) <= key) return this.#items.push(item) - 1;
    const index = this.#upTo(key);
    this.#items.splice(index, 0, item);
    return index;
  }

  /** Takes out the last that is like it, and returns the index it had; null when there is none. */
  remove(item: T, isLike: (other: T) => boolean): number | null {
    const items = this.all;
    const key = this.#keyOf(item);
    for (let index = this.#upTo(key) - 1; index >= 0; index -= 1) {
      const other = items[index];
      if (other === undefined || this.#keyOf(other) !== key) return null;
      if (!isLike(other)) continue;
      this.#items.splice(index, 1);
      return index;
    }
    return null;
  }

  /** How many have the key or one below. */
  #upTo(key: number): number {
    return firstWhere(this.all, (item) => this.#keyOf(item) > key);
  }

  copy(): SortedList<T> {
    const copy = new SortedList<T>(this.#keyOf);
    copy.#items = this.all.slice();
    copy.#isLookedAt = true;
    return copy;
  }
}

/** The first of which it is true, found by halving: it is true of all after it. */
export function firstWhere<T>(items: readonly T[], isTrue: (item: T) => boolean): number {
  return firstIndex(0, items.length, (index) => {
    const item = items[index];
    return item !== undefined && isTrue(item);
  });
}

/** The same of indexes from `low` on and below `high`, which is the answer where it is true of none. */
export function firstIndex(low: number, high: number, isTrue: (index: number) => boolean): number {
  let [from, until] = [low, high];
  while (from < until) {
    const middle = (from + until) >> 1;
    if (isTrue(middle)) until = middle;
    else from = middle + 1;
  }
  return from;
}
