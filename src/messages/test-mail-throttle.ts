import { RateLimit } from '../rate-limit.ts';

/** Bounds how often a business may have a server called at once: settings are tried by hand, networks are searched by programs. */
export class TestMailThrottle {
  readonly #presses = new RateLimit({ times: 20, seconds: 600 });

  /** Counts one press and says how many seconds to wait; 0 = it may be followed. */
  async count(tenantId: string): Promise<number> {
    return this.#presses.take(tenantId);
  }
}
