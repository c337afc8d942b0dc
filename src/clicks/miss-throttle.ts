import { RateLimit } from '../rate-limit.ts';

const bucketMask = 0xffff;

/**
 * Counts visits to unknown codes by network (reliability.md F11): 20 in 10 minutes are answered. Codes that exist are
 * served to a throttled network as well: behind one address of a mobile operator, or of a proxy that `TRUST_PROXY` does
 * not name, are thousands of friends besides the one who guesses.
 */
export class MissThrottle {
  readonly #misses = new RateLimit({ times: 20, seconds: 600 });

  /** Counts one miss and says how many seconds its network has to wait; 0 when the miss may be answered. */
  async countMiss(network: string): Promise<number> {
    return this.#misses.take(bucketOf(network));
  }
}

/** Networks share 65,536 buckets (FNV-1a), so that an attacker with countless IPv6 networks cannot fill the memory. */
function bucketOf(network: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < network.length; at += 1) hash = Math.imul(hash ^ network.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & bucketMask;
}
