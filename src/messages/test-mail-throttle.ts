import { RateLimiterMemory } from 'rate-limiter-flexible';

const PRESSES_PER_WINDOW = 20;
const WINDOW_SECONDS = 600;

/** Bounds how often a business may have a server called at once: settings are tried by hand, networks are searched by programs. */
export class TestMailThrottle {
  readonly #presses = new RateLimiterMemory({ points: PRESSES_PER_WINDOW, duration: WINDOW_SECONDS });

  /** Counts one press and says whether it may be followed. */
  async admit(tenantId: string): Promise<boolean> {
    return (await this.#presses.penalty(tenantId)).consumedPoints <= PRESSES_PER_WINDOW;
  }
}
