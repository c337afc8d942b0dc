import type { ProblemCode } from '../contract/problem-kinds.ts';
import { listProblems } from '../contract/problems.ts';
import { rewardToWire } from '../contract/resource-encoding.ts';
import type { Call } from '../contract/route.ts';
import { type RewardId, wireId } from '../domain/ids.ts';
import { assert, ok } from '../domain/result.ts';
import { type Act, submitActs } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findRewards } from './rewards.store.ts';

const TYPES = { approve: 'reward.approved', deny: 'reward.denied', deliver: 'reward.delivered' } as const;

interface Decided {
  readonly act: keyof typeof TYPES;
  readonly ids: readonly RewardId[];
  readonly actor: string;
  readonly reason?: string | undefined;
}

/** Each reward is an act of its own: one that is too late stops none of the others. */
export async function decideAll(deps: ServerDeps, call: Call<unknown, unknown, Decided>) {
  const { act, ids, actor, reason } = call.body;
  const personal = reason === undefined ? {} : { personal: JSON.stringify({ reason }) };
  const acts = ids.map((rewardId): Act => ({ body: { type: TYPES[act], rewardId }, actor, ...personal }));
  const results = await submitActs(deps, call, acts);
  const rewards = await findRewards(deps.db, call.caller, ids);
  return ok({
    results: ids.map((id, index) => {
      const result = results[index];
      const found = rewards.get(id);
      const wire = wireId('rwd', id);
      if (result === undefined || !result.ok || found === undefined) {
        const code = result?.ok === false ? result.error.code : 'reward_unknown';
        return { id: wire, reward: null, problem: { code, text: textOf(code) } };
      }
      return { id: wire, reward: rewardToWire(found), problem: null };
    }),
  });
}

function textOf(code: ProblemCode): { readonly ru: string; readonly en: string } {
  const found = listProblems().find((each) => each.code === code);
  assert(found !== undefined, 'every problem has its texts');
  return { ru: found.ru, en: found.en };
}
