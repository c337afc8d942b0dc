import { randomInt } from 'node:crypto';
import { deriveId } from '../domain/ids.ts';

const MICROSECONDS = 2 ** 39;

/** In the order of their making, also within a millisecond of the clock; drawn from sequences that no log will reach. */
export function drawId(tenantId: string, at: Date): string {
  return deriveId({
    tenantId,
    sequence: BigInt(MICROSECONDS + (Math.floor(performance.now() * 1_000) % MICROSECONDS)),
    ordinal: randomInt(2 ** 14),
    storedAt: at,
  });
}
