import { RateLimiterMemory } from 'rate-limiter-flexible';
import { truncateAddress } from '../clicks/address-prefix.ts';

const FORMS_PER_WINDOW = 20;
const WINDOW_SECONDS = 600;

/** Bounds how many forms one network may send: behind one address are many friends, behind none are thousands at once. */
export class ClaimThrottle {
  readonly #forms = new RateLimiterMemory({ points: FORMS_PER_WINDOW, duration: WINDOW_SECONDS });

  /** Counts one form and says how many seconds its network has to wait; 0 when it may be taken. */
  async count(tenantId: string, address: string): Promise<number> {
    const counted = await this.#forms.penalty(`${tenantId} ${truncateAddress(address)?.throttled ?? 'unknown'}`);
    return counted.consumedPoints <= FORMS_PER_WINDOW ? 0 : Math.max(1, Math.ceil(counted.msBeforeNext / 1_000));
  }
}
