import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { rewardToWire } from '../contract/resource-encoding.ts';
import { approveReward, decideRewards, deliverReward, denyReward, listRewards } from '../contract/rewards.endpoints.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import type { RewardId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Act, submitAct } from '../events/submit-act.ts';
import { requireActor } from '../keys/require-actor.ts';
import type { ServerDeps } from '../server-deps.ts';
import { decideAll } from './decide-rewards.ts';
import { findReward, listRewardRows } from './rewards.store.ts';

export function rewardRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(listRewards, async ({ caller, query }) => {
      const after = decodeCursor(query.cursor, [UUID_PART]);
      if (!after.ok) return after;
      const customerId = query.customerId === undefined ? undefined : await findCustomerId(db, caller, query.customerId);
      if (customerId === null) return ok({ items: [], nextCursor: null });
      const { status, programId, orderId, waitsFor, limit } = query;
      const rows = await listRewardRows(db, caller, {
        status,
        programId,
        orderId,
        waitsFor,
        customerId,
        limit,
        after: after.value?.[0] ?? null,
      });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.id], toItem: rewardToWire }));
    }),
    route(decideRewards, (call) => decideAll(deps, call)),
    route(approveReward, (call) => act(deps, call, { type: 'reward.approved', ...call.body, rewardId: call.params.id })),
    route(denyReward, (call) => act(deps, call, { type: 'reward.denied', ...call.body, rewardId: call.params.id })),
    route(deliverReward, async (call) => {
      const allowed = requireActor(call.caller, call.body?.actor);
      return allowed.ok ? act(deps, call, { type: 'reward.delivered', actor: call.body?.actor, rewardId: call.params.id }) : allowed;
    }),
  ];
}

interface RewardAct {
  readonly type: 'reward.approved' | 'reward.denied' | 'reward.delivered';
  readonly rewardId: RewardId;
  readonly actor?: string | undefined;
  readonly reason?: string | undefined;
}

async function act(deps: ServerDeps, call: Call, asked: RewardAct): Promise<Result<ReturnType<typeof rewardToWire>, Problem>> {
  const { type, rewardId, actor, reason } = asked;
  const act: Act = { body: { type, rewardId }, actor, ...(reason === undefined ? {} : { personal: JSON.stringify({ reason }) }) };
  const done = await submitAct(deps, call, act);
  if (!done.ok) return done;
  const found = await findReward(deps.db, call.caller, rewardId);
  return found === null ? err(problem('reward_unknown', 'id')) : ok(rewardToWire(found));
}
