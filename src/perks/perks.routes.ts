import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import * as endpoints from '../contract/perks.endpoints.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { rewardToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { withCustomer } from '../customers/customers.routes.ts';
import { type AccessGrantId, parseWireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { customerOfPath, submitAct } from '../events/submit-act.ts';
import { findReward } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findGrant, findGrantByToken, listGrants } from './access-grants.store.ts';
import { answerAccess } from './check-access.ts';
import { findPlacedPerk } from './find-perk.ts';
import { grantToWire } from './grant-to-wire.ts';
import { perkReportRoutes } from './perk-report.routes.ts';

export function perkRoutes(deps: ServerDeps): readonly Route[] {
  return [...memberRoutes(deps), ...doorRoutes(deps), ...perkReportRoutes(deps), codesRoute(deps)];
}

function memberRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.claimPerk, async (call) => {
      const { programId, perk } = call.body;
      const done = await submitAct(deps, call, {
        body: { type: 'perk.claimed', programId, perk },
        customer: customerOfPath(call.params.id),
      });
      if (!done.ok) return done;
      return showGrant(deps, call, parseWireId('acc', done.value.produced['grantId'] ?? ''));
    }),
    route(endpoints.listPerks, (call) =>
      withCustomer(deps, call, async (customerId) => {
        const key = decodeCursor(call.query.cursor, [UUID_PART]);
        if (!key.ok) return key;
        const { limit, programId } = call.query;
        const rows = await listGrants(db, call.caller, { customerId, programId, after: key.value?.[0] ?? null, limit });
        const links = new Map<string, string | null>();
        for (const row of rows.slice(0, limit)) {
          const place = `${row.programId}|${row.perk}`;
          if (!links.has(place)) links.set(place, (await findPlacedPerk(db, call.caller, row, clock.now()))?.perk.url ?? null);
        }
        const toItem = (row: (typeof rows)[number]) => grantToWire(row, links.get(`${row.programId}|${row.perk}`) ?? null);
        return ok(pageFrom(rows, { limit, keyOf: (row) => [row.id], toItem }));
      }),
    ),
    route(endpoints.chooseReward, async (call) => {
      const done = await submitAct(deps, call, { body: { type: 'reward.chosen', rewardId: call.params.id, perk: call.body.perk } });
      if (!done.ok) return done;
      const found = await findReward(db, call.caller, call.params.id);
      return found === null ? err(problem('reward_unknown', 'id')) : ok(rewardToWire(found));
    }),
  ];
}

function doorRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(endpoints.checkAccess, (call) => answerAccess(deps, call.caller, call.body)),
    route(endpoints.redeemAccess, async (call) => {
      const grant = await findGrantByToken(deps.db, call.caller, call.body.token);
      if (grant === null) return err(problem('access_unknown', 'token'));
      const done = await submitAct(deps, call, { body: { type: 'access.redeemed', grantId: grant.id } });
      return done.ok ? showGrant(deps, call, grant.id) : done;
    }),
  ];
}

function codesRoute(deps: ServerDeps): Route {
  return route(endpoints.addPerkCodes, async (call) => {
    const { codes } = call.body;
    const repeated = codes.findIndex((code, index) => codes.indexOf(code) !== index);
    if (repeated !== -1) return err(invalidField({ field: `codes[${repeated}]`, issue: 'repeated' }));
    const { id: programId, perk } = call.params;
    const done = await submitAct(deps, call, { body: { type: 'perk.codes_added', programId, perk, codes } });
    if (!done.ok) return done;
    const { served = '0', left = '0' } = done.value.produced;
    return ok({ added: codes.length, served: Number(served), left: Number(left) });
  });
}

async function showGrant(
  { db, clock }: ServerDeps,
  call: Call,
  id: AccessGrantId | null,
): Promise<Result<ReturnType<typeof grantToWire>, Problem>> {
  const grant = id === null ? null : await findGrant(db, call.caller, id);
  if (grant === null) return err(problem('access_unknown'));
  const placed = await findPlacedPerk(db, call.caller, grant, clock.now());
  return ok(grantToWire(grant, placed?.perk.url ?? null));
}
