import fc from 'fast-check';
import { describe, it } from 'vitest';
import { MemoryRoad } from './memory-road.ts';
import { payoutActions } from './payout-action.ts';
import { mergeActions } from './person-action.ts';
import { countingOnly, dear, laddersOnly, payingCommission } from './plan-kinds.ts';
import { type Play, play } from './play.ts';
import { regressions } from './regressions.ts';
import { shopActions } from './shop-action.ts';
import { arbitraryPlan, type ShopPlan } from './shop-plan.ts';

const RUNS = process.env['SARAFAN_SOAK'] === '1' ? 30_000 : 800;
const ACTIONS_MAX = 60;
/** On a slow machine fewer runs are made, rather than none told. */
const LIMIT_MS = process.env['SARAFAN_SOAK'] === '1' ? 3_000_000 : 50_000;

function playInMemory(one: Play): Promise<void> {
  return play(one, new MemoryRoad(one.plan), { set: () => undefined });
}

describe('the engine against the model', () => {
  it.each(Object.keys(regressions))('agrees: %s', async (name) => {
    const one = regressions[name];
    if (one !== undefined) await playInMemory(one);
  });

  it('counts the same friends in shops that only count', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(ACTIONS_MAX), (plan, actions) => playInMemory({ plan: countingOnly(plan), actions })),
      { numRuns: RUNS / 2, interruptAfterTimeLimit: LIMIT_MS },
    );
  });

  it('moves members alike in shops that live by their ladders', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(ACTIONS_MAX), (plan, actions) => playInMemory({ plan: laddersOnly(plan), actions })),
      { numRuns: RUNS / 2, interruptAfterTimeLimit: LIMIT_MS },
    );
  });

  it('holds the same shop after every event', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(ACTIONS_MAX), (plan, actions) => playInMemory({ plan, actions })),
      { numRuns: RUNS, interruptAfterTimeLimit: LIMIT_MS },
    );
  });

  it.each([
    ['', (plan: ShopPlan) => plan],
    [' and counts gifts and cash to the threshold of the year', dear],
  ])('pays commissions out alike%s (2-02)', { timeout: 3_600_000 }, async (_what, planOf) => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(ACTIONS_MAX, payoutActions), (plan, actions) =>
        playInMemory({ plan: payingCommission(planOf(plan)), actions }),
      ),
      { numRuns: RUNS / 16, interruptAfterTimeLimit: LIMIT_MS },
    );
  });

  it.each([
    ['', (plan: ShopPlan) => plan],
    [' in shops that live by their ladders, with dear gifts', (plan: ShopPlan) => dear(laddersOnly(plan))],
  ])('merges customers alike%s (contract 6.5)', { timeout: 3_600_000 }, async (_where, planOf) => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(ACTIONS_MAX, [...mergeActions, ...payoutActions]), (plan, actions) =>
        playInMemory({ plan: payingCommission(planOf(plan)), actions }),
      ),
      { numRuns: RUNS / 8, interruptAfterTimeLimit: LIMIT_MS },
    );
  });
});
