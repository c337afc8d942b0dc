import { networkOf } from '../clicks/address-prefix.ts';
import type { Caller } from '../contract/caller.ts';
import { tooManyRequests } from '../contract/problems.ts';
import { RateLimit } from '../rate-limit.ts';
import { RequestRefused } from './request-refused.ts';

/**
 * Slows down who calls with a key that anybody can read: by the network of the caller, and much sooner when what is asked
 * for does not exist, so that codes cannot be guessed.
 */
export class PublicThrottle {
  readonly #requests = new RateLimit({ times: 60, seconds: 60 });
  readonly #misses = new RateLimit({ times: 20, seconds: 600 });

  /** Throws 429 when the caller's network has had its share. */
  async admit(caller: Caller, address: string): Promise<void> {
    const name = nameOf(caller, address);
    const waitSeconds = (await this.#misses.look(name)) || (await this.#requests.take(name));
    if (waitSeconds > 0) throw new RequestRefused(tooManyRequests(waitSeconds));
  }

  async countMiss(caller: Caller, address: string): Promise<void> {
    await this.#misses.take(nameOf(caller, address));
  }
}

function nameOf(caller: Caller, address: string): string {
  return `${caller.tenantId} ${networkOf(address)}`;
}
