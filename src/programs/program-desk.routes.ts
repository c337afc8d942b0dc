import { type Problem, problem } from '../contract/problems.ts';
import * as endpoints from '../contract/program-desk.endpoints.ts';
import { moneyToWire, rewardToWire, unitToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import type { ProgramId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { requireActor } from '../keys/require-actor.ts';
import { listRewardRows } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { goalSentence } from './goal-texts.ts';
import { countReached, findGoal, keepGoal, type ProgramGoal } from './program-goal.store.ts';
import { listTrialOrders, readProgramNumbers } from './program-numbers.store.ts';
import { findProgram, type ProgramName, type ProgramRecord } from './programs.store.ts';
import { tryVersion } from './try-version.ts';

const MAX_REWARDS = 200;
const WHOLE = 10_000n;

type ProgramCall = Call<{ readonly id: ProgramId }>;

export function programDeskRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(endpoints.getProgramNumbers, async (call) => {
      const found = await known(deps, call);
      if (!found.ok) return found;
      const { members, friendsOnTheWay, heldRewards, held } = await readProgramNumbers(db, nameOf(call));
      return ok({
        members: Number(members),
        friendsOnTheWay: Number(friendsOnTheWay),
        heldRewards: Number(heldRewards),
        held: held.map(({ unit, amount }) => ({ unit: unitToWire(unit), amount: amount.toString() })),
      });
    }),
    route(endpoints.listTrialOrders, async (call) => {
      const found = await known(deps, call);
      if (!found.ok) return found;
      const orders = await listTrialOrders(db, call.caller.tenantId);
      return ok({
        items: orders.map(({ id, totalMinor, currency, paidAt, number, isNewCustomer }) => ({
          id,
          total: moneyToWire(totalMinor, currency),
          paidAt: paidAt.toISOString(),
          number,
          isNewCustomer,
        })),
      });
    }),
    trialRoute(deps),
    ...goalRoutes(deps),
  ];
}

function trialRoute(deps: ServerDeps): Route {
  return route(endpoints.tryVersion, async (call) => {
    const found = await known(deps, call);
    if (!found.ok) return found;
    const version = found.value.versions.find(({ number }) => number === call.params.number);
    if (version === undefined) return err(problem('version_unknown', 'number'));
    const { orderId } = call.body;
    const would = await tryVersion(deps, call, { version, orderId });
    if (!would.ok) return would;
    const { caller, params } = call;
    const did = await listRewardRows(deps.db, caller, { orderId, programId: params.id, after: null, limit: MAX_REWARDS });
    return ok({ orderId, would: would.value, did: did.map(rewardToWire) });
  });
}

function goalRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  const shown = async (call: ProgramCall) => {
    const goal = await findGoal(db, nameOf(call));
    return ok({ goal: goal === null ? null : goalToWire(goal, await countReached(db, nameOf(call), goal)) });
  };
  return [
    route(endpoints.getGoal, async (call) => {
      const found = await known(deps, call);
      return found.ok ? shown(call) : found;
    }),
    route(endpoints.putGoal, async (call) => {
      const { metric, target, dueOn, actor } = call.body;
      const allowed = requireActor(call.caller, actor);
      if (!allowed.ok) return allowed;
      const found = await known(deps, call);
      if (!found.ok) return found;
      const by = actor ?? call.caller.keyId;
      const isKept = await keepGoal(db, nameOf(call), { metric, target: BigInt(target), dueOn, startsAt: clock.now(), actor: by });
      return isKept ? shown(call) : err(problem('program_unknown', 'id'));
    }),
  ];
}

function goalToWire(goal: ProgramGoal, reached: bigint) {
  return {
    metric: goal.metric,
    target: Number(goal.target),
    startsAt: goal.startsAt.toISOString(),
    dueOn: goal.dueOn,
    reached: Number(reached),
    basisPoints: Number((reached * WHOLE) / goal.target),
    text: goalSentence(goal, reached),
  };
}

async function known({ db }: ServerDeps, call: ProgramCall): Promise<Result<ProgramRecord, Problem>> {
  const record = await findProgram(db, nameOf(call));
  return record === null ? err(problem('program_unknown', 'id')) : ok(record);
}

function nameOf({ caller, params }: ProgramCall): ProgramName {
  return { tenantId: caller.tenantId, programId: params.id };
}
