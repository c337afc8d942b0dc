import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface RateLimitRule {
  readonly times: number;
  readonly seconds: number;
}

/** So many times in a window that begins with the first, for each key; counted in the memory of this process. */
export class RateLimit {
  readonly #times: number;
  readonly #counts: RateLimiterMemory;

  constructor({ times, seconds }: RateLimitRule) {
    this.#times = times;
    this.#counts = new RateLimiterMemory({ points: times, duration: seconds });
  }

  /** Counts once more and says how many seconds to wait; 0 = it may be done. */
  async take(key: string | number): Promise<number> {
    const counted = await this.#counts.penalty(key);
    return counted.consumedPoints <= this.#times ? 0 : secondsOf(counted.msBeforeNext);
  }

  /** The same of what has been counted before, for what is counted only when it goes wrong. */
  async look(key: string | number): Promise<number> {
    const counted = await this.#counts.get(key);
    return counted === null || counted.consumedPoints < this.#times ? 0 : secondsOf(counted.msBeforeNext);
  }

  async forgive(key: string | number): Promise<void> {
    await this.#counts.delete(key);
  }
}

/** Header `Retry-After` has whole seconds, and 0 would mean "now". */
function secondsOf(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1_000));
}
