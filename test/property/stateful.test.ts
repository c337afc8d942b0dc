import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectSound } from '../support/sound.ts';
import { DatabaseRoad } from './database-road.ts';
import { type Play, play } from './play.ts';
import { regressions } from './regressions.ts';
import { shopActions } from './shop-action.ts';
import { arbitraryPlan } from './shop-plan.ts';

const IS_SOAK = process.env['SARAFAN_SOAK'] === '1';
const RUNS = IS_SOAK ? 3_000 : 100;
const ACTIONS_MAX = 40;
/** On a slow machine fewer runs are made, rather than none told; in a failing run it bounds the shrinking. */
const LIMIT_MS = IS_SOAK ? 3_000_000 : 90_000;

describe('the road against the model', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });

  const playOnDatabase = async (one: Play): Promise<void> => {
    const road = await DatabaseRoad.open(test, one.plan);
    await play(one, road, { set: (now) => road.setClock(now) });
    await expectSound({ test, tenantId: road.tenantId });
  };

  it.each(Object.keys(regressions))('agrees: %s', async (name) => {
    const one = regressions[name];
    if (one !== undefined) await playOnDatabase(one);
  });

  it('holds the same shop after every event, restart and hour', { timeout: 3_600_000 }, async () => {
    let underWay: Promise<void> = Promise.resolve();
    const playOne = (plan: Play['plan'], actions: Play['actions']): Promise<void> => {
      underWay = playOnDatabase({ plan, actions });
      return underWay;
    };
    try {
      await fc.assert(fc.asyncProperty(arbitraryPlan, shopActions(ACTIONS_MAX), playOne), {
        numRuns: RUNS,
        interruptAfterTimeLimit: LIMIT_MS,
      });
    } finally {
      // Where the time is up, a shop is left in the middle: it ends before its database does.
      await Promise.allSettled([underWay]);
    }
  });
});
