import { networkOf } from '../clicks/address-prefix.ts';
import { RateLimit } from '../rate-limit.ts';

/** Bounds how many forms one network may send: behind one address are many friends, behind none are thousands at once. */
export class ClaimThrottle {
  readonly #forms = new RateLimit({ times: 20, seconds: 600 });

  /** Counts one form and says how many seconds its network has to wait; 0 when it may be taken. */
  async count(tenantId: string, address: string): Promise<number> {
    return this.#forms.take(`${tenantId} ${networkOf(address)}`);
  }
}
