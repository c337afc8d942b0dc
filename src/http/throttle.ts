import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { truncateAddress } from '../clicks/address-prefix.ts';
import type { Caller } from '../contract/caller.ts';
import { problem } from '../contract/problems.ts';
import { RequestRefused } from './request-refused.ts';

const REQUESTS_PER_MINUTE = 60;
const MISSES_PER_TEN_MINUTES = 20;

/**
 * Slows down who calls with a key that anybody can read: by the network of the caller, and much sooner when what is asked
 * for does not exist, so that codes cannot be guessed.
 */
export class PublicThrottle {
  readonly #requests = new RateLimiterMemory({ points: REQUESTS_PER_MINUTE, duration: 60 });
  readonly #misses = new RateLimiterMemory({ points: MISSES_PER_TEN_MINUTES, duration: 600 });

  /** Throws 429 when the caller's network has had its share. */
  async admit(caller: Caller, address: string): Promise<void> {
    const name = nameOf(caller, address);
    const misses = await this.#misses.get(name);
    if (misses !== null && misses.remainingPoints <= 0) throw tooMany(misses);
    const refused = await this.#requests.consume(name).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (refused instanceof RateLimiterRes) throw tooMany(refused);
  }

  async countMiss(caller: Caller, address: string): Promise<void> {
    await this.#misses.consume(nameOf(caller, address)).then(
      () => undefined,
      () => undefined,
    );
  }
}

function nameOf(caller: Caller, address: string): string {
  return `${caller.tenantId} ${truncateAddress(address)?.throttled ?? 'unknown'}`;
}

function tooMany(state: RateLimiterRes): RequestRefused {
  return new RequestRefused(problem('too_many_requests'), Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
}
