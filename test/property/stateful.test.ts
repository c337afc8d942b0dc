import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectSound } from '../support/sound.ts';
import { DatabaseRoad } from './database-road.ts';
import { payoutActions } from './payout-action.ts';
import { mergeActions } from './person-action.ts';
import { dear, payingCommission } from './plan-kinds.ts';
import { type Play, play } from './play.ts';
import { regressions } from './regressions.ts';
import { type ShopAction, shopActions } from './shop-action.ts';
import { arbitraryPlan, type ShopPlan } from './shop-plan.ts';

const IS_SOAK = process.env['SARAFAN_SOAK'] === '1';
const RUNS = IS_SOAK ? 3_000 : 85;
const RUNS_OF_MERGES = IS_SOAK ? 600 : 4;
const ACTIONS_MAX = 40;
/** On a slow machine fewer runs are made, rather than none told; in a failing run it bounds the shrinking. */
const LIMIT_MS = IS_SOAK ? 3_000_000 : 75_000;

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

  const playAll = async (
    actions: fc.Arbitrary<readonly ShopAction[]>,
    planOf: (plan: ShopPlan) => ShopPlan,
    numRuns: number,
  ): Promise<void> => {
    let underWay: Promise<void> = Promise.resolve();
    const playOne = (plan: ShopPlan, drawn: readonly ShopAction[]): Promise<void> => {
      underWay = playOnDatabase({ plan: planOf(plan), actions: drawn });
      return underWay;
    };
    try {
      await fc.assert(fc.asyncProperty(arbitraryPlan, actions, playOne), { numRuns, interruptAfterTimeLimit: LIMIT_MS });
    } finally {
      // Where the time is up, a shop is left in the middle: it ends before its database does.
      await Promise.allSettled([underWay]);
    }
  };

  it('holds the same shop after every event, restart and hour', { timeout: 3_600_000 }, () =>
    playAll(shopActions(ACTIONS_MAX), (plan) => plan, RUNS),
  );

  it(
    'and where customers are merged, erased and paid in cash up to the threshold of the year (contract 6.3, 6.5)',
    { timeout: 3_600_000 },
    () => playAll(shopActions(ACTIONS_MAX, [...mergeActions, ...payoutActions]), (plan) => payingCommission(dear(plan)), RUNS_OF_MERGES),
  );
});
