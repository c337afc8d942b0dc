import { RateLimiterMemory } from 'rate-limiter-flexible';
import { problem } from '../contract/problems.ts';
import { RequestRefused } from '../http/request-refused.ts';

const PRESSES_PER_WINDOW = 20;
const WINDOW_SECONDS = 600;

/** Bounds how often a business may have a server called at once: settings are tried by hand, networks are searched by programs. */
export class TestMailThrottle {
  readonly #presses = new RateLimiterMemory({ points: PRESSES_PER_WINDOW, duration: WINDOW_SECONDS });

  /** Throws 429 when the business has had its share. */
  async admit(tenantId: string): Promise<void> {
    const { consumedPoints, msBeforeNext } = await this.#presses.penalty(tenantId);
    if (consumedPoints > PRESSES_PER_WINDOW)
      throw new RequestRefused(problem('too_many_requests'), Math.max(1, Math.ceil(msBeforeNext / 1_000)));
  }
}
