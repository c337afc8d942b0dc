import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findPostgres } from '../support/sarafan-process.ts';
import { SeededRandom } from '../support/seeded-random.ts';
import { crashLimitMs, isSoak, openCrashSite } from './crash-site.ts';

const ROUNDS = isSoak ? 20 : 3;
const BACK_WITHIN_MS = 10_000;

describe('PostgreSQL killed under a running server', () => {
  it(
    'is started again; meanwhile the shop is told to come back (503), and nothing acknowledged is lost (I-06)',
    async () => {
      const random = new SeededRandom(3);
      const site = await openCrashSite(3);
      for (let round = 0; round < ROUNDS; round += 1) {
        const stop = new AbortController();
        const sending = site.sendUntilGone(stop.signal);
        // Not a wait for something: the moment of the kill is the test.
        await delay(random.between(50, 1_500));
        const killed = await findPostgres(site.dataDirectory);
        await site.kill('postgres');
        await expect.poll(() => findPostgres(site.dataDirectory), { timeout: BACK_WITHIN_MS }).not.toBe(killed);
        const ready = async (): Promise<number> => (await site.shop().get('/health/ready')).status;
        await expect.poll(ready, { timeout: BACK_WITHIN_MS }).toBe(200);
        stop.abort();
        expect([...(await sending).keys()].filter((status) => status !== 503)).toEqual([]);
        await site.expectWhole();
      }
      await site.stop();
    },
    crashLimitMs + ROUNDS * BACK_WITHIN_MS,
  );
});
