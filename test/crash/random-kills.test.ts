import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../support/seeded-random.ts';
import { type CrashSite, expectFastRecovery, isSoak, openCrashSite } from './crash-site.ts';

/** Few rounds for each shop: every check replays all that has happened to it so far. */
const SITES = isSoak ? 40 : 3;
const ROUNDS = isSoak ? 10 : 5;
const TWO_DAYS_MS = 2 * 86_400_000;

/** Every second time PostgreSQL dies with the server; every fifth time the start after it is killed as well. */
async function crash(site: CrashSite, random: SeededRandom, round: number): Promise<void> {
  // What was held, reserved or about to expire falls due at the next start, while the shop sends again.
  const clockJumpMs = random.between(1_000, TWO_DAYS_MS);
  const sending = site.sendUntilGone();
  await killLater(random, () => site.kill(round % 2 === 0 ? 'server' : 'server-and-postgres'));
  await sending;
  if (round % 5 === 4) {
    const { exited, end } = site.launch({ clockJumpMs });
    await killLater(random, end);
    await exited;
  }
  await site.boot({ clockJumpMs });
}

/** Not a wait for something: the moment of the kill is the test. */
async function killLater(random: SeededRandom, kill: () => unknown): Promise<void> {
  await delay(random.between(50, 1_500));
  await kill();
}

describe('a server killed at a random moment under load (I-01…I-09)', () => {
  it.each(Array.from({ length: SITES }, (_unused, n) => 1_000 + n))(
    'seed %i: has lost nothing it acknowledged and done nothing twice, after each of its kills',
    async (seed) => {
      const random = new SeededRandom(seed);
      const site = await openCrashSite(seed);
      for (let round = 0; round < ROUNDS; round += 1) {
        await crash(site, random, round);
        await site.expectWhole();
      }
      expect(site.traffic.acknowledged.length).toBeGreaterThan(ROUNDS * 10);
      expectFastRecovery(site);
      await site.stop();
    },
    600_000,
  );
});
