/** Spoils texts the same way each time. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to 1, by a linear congruence. */
  next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 2 ** 32;
  }

  /** A text cut, doubled or with a few bytes changed. */
  spoil(text: string): Buffer {
    const bytes = Buffer.from(text);
    const at = Math.floor(this.next() * bytes.length);
    if (this.next() < 0.3) return bytes.subarray(0, at);
    if (this.next() < 0.3) return Buffer.concat([bytes.subarray(0, at), bytes]);
    for (let times = 0; times < 4; times += 1) bytes[Math.floor(this.next() * bytes.length)] = Math.floor(this.next() * 256);
    return bytes;
  }
}
