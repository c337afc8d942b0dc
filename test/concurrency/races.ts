import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { expectSound } from '../support/sound.ts';
import type { PostgresMajor } from '../support/test-clusters.ts';
import { balanceRaces } from './balance-races.ts';
import { eventRaces } from './event-races.ts';
import { personRaces } from './person-races.ts';
import { startTwoServers, type TwoServers } from './two-servers.ts';

const LIMIT_MS = 180_000;

/** Every race, the books verified after each, and one replay of what all of them together have logged. */
export function describeRaces(major: PostgresMajor): void {
  describe(`two processes on one PostgreSQL ${major}`, { timeout: LIMIT_MS }, () => {
    let running: TwoServers | undefined;
    const servers = (): TwoServers => {
      if (running === undefined) throw new Error('the servers run');
      return running;
    };
    beforeAll(async () => {
      running = await startTwoServers(major);
    }, LIMIT_MS);
    afterEach(() => servers().expectVerified());
    afterAll(() => servers().stop());

    eventRaces(servers);
    balanceRaces(servers);
    personRaces(servers);

    it('leaves a log whose replay gives the same decisions, rewards and balances (I-18)', () => expectSound(servers()));
  });
}
