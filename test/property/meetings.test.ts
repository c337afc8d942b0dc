import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LADDER_MEETINGS, lookAtLadders } from './ladder-meetings.ts';
import { MemoryRoad } from './memory-road.ts';
import { play } from './play.ts';
import { shopActions } from './shop-action.ts';
import { arbitraryPlan } from './shop-plan.ts';
import type { Observation, Road } from './step.ts';

const RUNS = 300;

/** What random shops must meet often enough, or the comparison proves little: each is looked for in what a run says after any event. */
const meetings: Readonly<Record<string, RegExp>> = {
  'a debt': /^balance .*debt [1-9]/,
  'a debt beside reserved value': /^balance .*reserved [1-9]\d*, debt [1-9]/,
  'a reward lost while held': /^reward .*cancelled 0 of/,
  'a reward lost after issue': /^reward .*reversed 0 of [1-9]/,
  'a reward kept in part': /^reward .*: (?:held|issued) (\d+) of (?!\1 )/,
  'a denied reward': /^reward .*denied/,
  'a hold for a person': /^reward .*held .*for .*review/,
  'a hold without a date': /^reward .*held .*until never/,
  'two legs of one grant': /^reward .*\/every\/.*#1/,
  'a friend’s growing bonus': /^reward .*\/growing\/.*referrer\/0#0: (?:held|issued) [1-9]/,
  'a reward for a later friend': /^reward .*\/numbered\//,
  'a used coupon': /^coupon .*redeemed/,
  'a coupon taken back': /^coupon .*revoked/,
  'an expired coupon': /^coupon .*expired/,
  'a coupon lost after use': /^reward .*a loss/,
  'credit given back': /^reservation .*captured .*, [1-9]\d* given back/,
  'an expired reservation': /^reservation .*expired/,
  'a qualified referral': /^referral .*qualified/,
  'a reversed referral': /^referral .*reversed/,
  'an expired referral': /^referral .*expired/,
  'a second order': /^order .*number 2/,
  'a parked event': /^order .*[1-9] parked/,
  'an amount above 2^53': /\b\d{17,}\b/,
};

describe('the random shops', () => {
  it('meet what they are played for', { timeout: 600_000 }, async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(60), async (plan, actions) => {
        const seen = new Set<string>();
        await play(
          { plan, actions },
          watched(new MemoryRoad(plan), (observation) => look(observation, seen)),
          { set: () => undefined, watch: ({ state }) => lookAtLadders(state, (name) => seen.add(name)) },
        );
        for (const name of seen) met.set(name, (met.get(name) ?? 0) + 1);
      }),
      { numRuns: RUNS, seed: 20_261_123 },
    );
    const wanted = [...Object.keys(meetings), ...LADDER_MEETINGS];
    expect(wanted.filter((name) => !met.has(name))).toEqual([]);
  });
});

/** The road, whose every observation is looked at. */
function watched(road: Road, watch: (observation: Observation) => void): Road {
  return {
    send: (steps) => road.send(steps),
    runDueWork: (now) => road.runDueWork(now),
    restart: () => road.restart(),
    checks: () => road.checks(),
    observe: async () => {
      const observation = await road.observe();
      watch(observation);
      return observation;
    },
  };
}

function look(observation: Observation, seen: Set<string>): void {
  for (const [thing, text] of Object.entries(observation)) {
    for (const [name, pattern] of Object.entries(meetings)) if (pattern.test(`${thing}: ${text}`)) seen.add(name);
  }
}
