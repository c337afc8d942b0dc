import * as endpoints from '../contract/cabinet-acts.endpoints.ts';
import { changeMembership, eraseCustomer, joinProgram } from '../contract/customers.endpoints.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { chooseReward, claimPerk } from '../contract/perks.endpoints.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { type Call, forward, type Route, route } from '../contract/route.ts';
import { acceptTerms, getTerms } from '../contract/terms.endpoints.ts';
import { acceptTier } from '../contract/tiers.endpoints.ts';
import { customerActRoutes } from '../customers/customer-acts.routes.ts';
import type { ProgramId } from '../domain/ids.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import { perkRoutes } from '../perks/perks.routes.ts';
import { findReward } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { termsRoutes } from '../terms/terms.routes.ts';
import { tierRoutes } from '../tiers/tiers.routes.ts';
import { revealId } from './hidden-ids.ts';
import { memberOf, memberRef, requireFresh } from './member-of.ts';
import { endMemberSessions } from './member-sessions.store.ts';
import { exportMember } from './own-data.ts';
import { isPausedByStaff } from './staff-pause.store.ts';

/** What a member does, by the use cases that shops and staff have. */
export function cabinetActRoutes(deps: ServerDeps): readonly Route[] {
  const known = [...customerActRoutes(deps), ...perkRoutes(deps), ...termsRoutes(deps), ...tierRoutes(deps)];
  return [...programRoutes(deps, known), ...rewardRoutes(deps, known), ...dataRoutes(deps, known)];
}

function routeOf(routes: readonly Route[], endpoint: Endpoint): Route {
  const found = routes.find((each) => each.endpoint === endpoint);
  assert(found !== undefined, `no route answers ${endpoint.method} ${endpoint.path}`);
  return found;
}

function programRoutes(deps: ServerDeps, known: readonly Route[]): readonly Route[] {
  return [
    forward(endpoints.joinMyProgram, routeOf(known, joinProgram), async (call) => {
      const allowed = await requireOwnPause(deps, call);
      return allowed.ok ? ok({ params: { id: memberRef(call) }, body: { programId: call.params.id } }) : allowed;
    }),
    forward(endpoints.changeMyMembership, routeOf(known, changeMembership), async (call) =>
      ok({ params: { id: memberRef(call) }, body: { programId: call.params.id, status: call.body.status } }),
    ),
    forward(endpoints.getMyTerms, routeOf(known, getTerms), async () => ok({})),
    forward(endpoints.acceptMyTerms, routeOf(known, acceptTerms), async (call) =>
      ok({ params: { id: memberRef(call), programId: call.params.id }, body: { ...call.body, method: 'button' } }),
    ),
    forward(endpoints.enterMyTier, routeOf(known, acceptTier), async (call) =>
      ok({ params: { id: memberRef(call), programId: call.params.id }, body: { ...call.body, method: 'button' } }),
    ),
  ];
}

/** A member ends a pause of their own; one that staff made, staff end. */
async function requireOwnPause({ db }: ServerDeps, call: Call<{ readonly id: ProgramId }>): Promise<Result<null, Problem>> {
  const isTheirs = await isPausedByStaff(db, call.caller, { customerId: memberOf(call).customerId, programId: call.params.id });
  return isTheirs ? err(problem('membership_paused_by_shop')) : ok(null);
}

function rewardRoutes({ db }: ServerDeps, known: readonly Route[]): readonly Route[] {
  return [
    forward(endpoints.chooseMyReward, routeOf(known, chooseReward), async (call) => {
      const id = revealId(call.caller, call.params.id);
      const reward = await findReward(db, call.caller, id);
      return reward?.customerId === memberOf(call).customerId ? ok({ params: { id } }) : err(problem('reward_unknown', 'id'));
    }),
    forward(endpoints.openAccess, routeOf(known, claimPerk), async (call) => ok({ params: { id: memberRef(call) } })),
  ];
}

function dataRoutes(deps: ServerDeps, known: readonly Route[]): readonly Route[] {
  const erase = routeOf(known, eraseCustomer);
  return [
    route(endpoints.exportMe, async (call) => {
      const exported = await exportMember(deps, call.caller, memberOf(call).customerId);
      return exported === null ? err(problem('customer_unknown')) : ok(exported);
    }),
    route(endpoints.eraseMe, async (call) => {
      const fresh = requireFresh(deps, call);
      if (!fresh.ok) return fresh;
      const done = await erase.handle({ ...call, params: { id: memberRef(call) } });
      if (!done.ok) return done;
      await endMemberSessions(deps.db, call.caller.tenantId, { customerId: memberOf(call).customerId });
      return ok(null);
    }),
  ];
}
