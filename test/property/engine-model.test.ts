import fc from 'fast-check';
import { describe, it } from 'vitest';
import { MemoryRoad } from './memory-road.ts';
import { ladderFor } from './plan-ladder.ts';
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

const COUNTING = new Set(['growing', 'numbered']);

/** The rules that count friends, where there are any. */
function countingOnly(plan: ShopPlan): ShopPlan {
  const counting = plan.programs.map((versions) =>
    versions.map((version) => {
      const rules = version.rules.filter(({ id }) => COUNTING.has(id));
      return rules.length === 0 ? version : { ...version, rules };
    }),
  );
  return { ...plan, programs: counting };
}

const MOVING = new Set(['first', 'growing', 'qualified', 'entered']);

/** Ladders in every programme, and few rules beside theirs. */
function laddersOnly(plan: ShopPlan): ShopPlan {
  const moving = plan.programs.map((versions) => {
    const tiers = versions.find((version) => version.tiers.length > 0)?.tiers ?? [];
    return versions.map((version) => {
      const rules = version.rules.filter(({ id }) => MOVING.has(id));
      const kept = rules.length === 0 ? version.rules : rules;
      return { ...version, rules: kept, tiers: ladderFor(version.tiers.length === 0 ? tiers : version.tiers, kept) };
    });
  });
  return { ...plan, programs: moving };
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
});
