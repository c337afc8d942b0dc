import type { Caller } from '../contract/caller.ts';
import { problem } from '../contract/problems.ts';
import { correctReferral, getReferral, registerReferral, setReferrer } from '../contract/referrals.endpoints.ts';
import { type Route, route, StoredAnswer } from '../contract/route.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import { parseWireId } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { customerInput, findContactProblem } from '../events/decode-event.ts';
import { submitAct } from '../events/submit-act.ts';
import type { AttributionInput } from '../intake/submission.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findReferral, findReferralOfFriend, type ShownReferral } from './referrals.store.ts';
import { referralTeller } from './tell-referrals.ts';

export function referralRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(registerReferral, async (call) => {
      const { friend } = call.body;
      const contact = findContactProblem(friend, 'friend');
      if (contact !== null) return err(contact);
      const done = await submitAct(deps, call, {
        body: { type: 'referral.registered' },
        customer: customerInput(friend, { mustExist: false }),
        attribution: referrerNamed(call.body, 'lead'),
      });
      return done.ok ? ok(new StoredAnswer(done.value.answer)) : done;
    }),
    route(getReferral, async ({ caller, params }) => shown(db, caller, await findReferral(db, caller, params.id))),
    route(setReferrer, async (call) => {
      const { programId, actor, reason } = call.body;
      const friendId = await findCustomerId(db, call.caller, call.params.id);
      if (friendId === null) return err(problem('customer_unknown', 'id'));
      const done = await submitAct(deps, call, {
        body: { type: 'referral.corrected', referralId: null, programId },
        customer: customerInput({ id: friendId }, { mustExist: true }),
        attribution: referrerNamed(call.body, 'staff'),
        actor,
        ...(reason === undefined ? {} : { personal: JSON.stringify({ reason }) }),
      });
      if (!done.ok) return done;
      const found = await findReferralOfFriend(db, call.caller, { programId, friendId });
      return found === null ? ok(null) : shown(db, call.caller, found);
    }),
    route(correctReferral, async (call) => {
      const known = await findReferral(db, call.caller, call.params.id);
      if (known === null) return err(problem('referral_unknown', 'id'));
      const { programId, friendId } = known;
      const { actor, reason } = call.body;
      const done = await submitAct(deps, call, {
        body: { type: 'referral.corrected', referralId: known.id, programId, friendId },
        customer: customerInput({ id: friendId }, { mustExist: true }),
        attribution: referrerNamed(call.body, 'staff'),
        actor,
        ...(reason === undefined ? {} : { personal: JSON.stringify({ reason }) }),
      });
      return done.ok ? shown(db, call.caller, await findReferralOfFriend(db, call.caller, { programId, friendId })) : done;
    }),
  ];
}

async function shown(db: Db, caller: Caller, found: ShownReferral | null) {
  if (found === null) return err(problem('referral_unknown', 'id'));
  const tell = await referralTeller(db, caller);
  return ok(tell(found));
}

/** By code, by `cus_…` or by the shop's own id. */
function referrerNamed(
  body: { readonly code?: string | undefined; readonly referrerId?: string | undefined },
  by: 'lead' | 'staff',
): AttributionInput {
  const id = body.referrerId === undefined ? null : parseWireId('cus', body.referrerId);
  return {
    code: body.code ?? null,
    clickId: null,
    answer: null,
    referrerExternalId: id === null ? (body.referrerId ?? null) : null,
    referrerId: id,
    by,
  };
}
