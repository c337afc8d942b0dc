import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectSound } from '../support/sound.ts';
import { DatabaseRoad } from './database-road.ts';
import { play, type Play } from './play.ts';
import { shopActions } from './shop-action.ts';
import { arbitraryPlan } from './shop-plan.ts';

const RUNS = process.env['SARAFAN_SOAK'] === '1' ? 3_000 : 60;
const ACTIONS_MAX = 40;

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

  it('holds the same shop after every event, restart and hour', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(ACTIONS_MAX), (plan, actions) => playOnDatabase({ plan, actions })),
      { numRuns: RUNS },
    );
  });
});
