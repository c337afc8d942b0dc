/** Numbers that look random and are the same for the same seed (mulberry32), so that a failed run can be run again. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 inclusive to 1 exclusive. */
  next(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` inclusive to `until` exclusive. */
  between(from: number, until: number): number {
    return from + Math.floor(this.next() * (until - from));
  }

  /** One of them; undefined when there is none. */
  pick<T>(values: readonly T[]): T | undefined {
    return values[this.between(0, values.length)];
  }
}
