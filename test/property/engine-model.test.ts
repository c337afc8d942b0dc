import fc from 'fast-check';
import { describe, it } from 'vitest';
import { MemoryRoad } from './memory-road.ts';
import { play } from './play.ts';
import { shopActions } from './shop-action.ts';
import { arbitraryPlan } from './shop-plan.ts';

const RUNS = process.env['SARAFAN_SOAK'] === '1' ? 50_000 : 1_500;

describe('the engine against the model', () => {
  it('holds the same shop after every event', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(40), async (plan, actions) => {
        await play({ plan, actions }, new MemoryRoad(plan), { set: () => undefined });
      }),
      { numRuns: RUNS },
    );
  });
});
