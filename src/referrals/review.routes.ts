import { decodeCursor, EPOCH_MS_PART, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { problem } from '../contract/problems.ts';
import { listReviews, reviewReferral, type WireReview } from '../contract/referral-review.endpoints.ts';
import { type Route, route } from '../contract/route.ts';
import { err, ok } from '../domain/result.ts';
import { customerOfId, submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { findReferral } from './referrals.store.ts';
import { findSampled, listSampled, type SampledReferral } from './sampled-referrals.store.ts';
import { referralTeller } from './tell-referrals.ts';

/** Of an open one its draw, 0 to 9999; of a done one when it was checked. */
const KEY_PARTS = { open: /^(?:0|[1-9]\d{0,3})$/, done: EPOCH_MS_PART } as const;

export function reviewRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(listReviews, async ({ caller, query }) => {
      const cursor = decodeCursor(query.cursor, [KEY_PARTS[query.state], UUID_PART]);
      if (!cursor.ok) return cursor;
      const [key, id] = cursor.value ?? [];
      const { reviewShareBasisPoints: shareBasisPoints } = await getTenant(db, caller.tenantId);
      const after = key === undefined || id === undefined ? null : { key: Number(key), id };
      const found = await listSampled(db, caller, { state: query.state, shareBasisPoints, after, limit: query.limit });
      const tell = reviewTeller(await referralTeller(db, caller), shareBasisPoints);
      return ok(pageFrom(found, { limit: query.limit, keyOf: keyOf(query.state), toItem: tell }));
    }),
    route(reviewReferral, async (call) => {
      const { caller, params, body } = call;
      const known = await findReferral(db, caller, params.id);
      if (known === null) return err(problem('referral_unknown', 'id'));
      const done = await submitAct(deps, call, {
        body: { type: 'referral.reviewed', programId: known.programId, finding: body.finding, friendId: known.friendId },
        customer: customerOfId(known.friendId),
        actor: body.actor,
        ...(body.reason === undefined ? {} : { personal: JSON.stringify({ reason: body.reason }) }),
      });
      if (!done.ok) return done;
      const found = await findSampled(db, caller, params.id);
      if (found === null) return err(problem('referral_unknown', 'id'));
      const { reviewShareBasisPoints } = await getTenant(db, caller.tenantId);
      return ok(reviewTeller(await referralTeller(db, caller), reviewShareBasisPoints)(found));
    }),
  ];
}

function keyOf(state: 'open' | 'done') {
  return ({ draw, check, referral }: SampledReferral): readonly string[] => [
    String(state === 'open' ? draw : (check?.at.getTime() ?? 0)),
    referral.id,
  ];
}

function reviewTeller(tell: Awaited<ReturnType<typeof referralTeller>>, shareBasisPoints: number) {
  return ({ referral, draw, check }: SampledReferral): WireReview => ({
    referral: tell(referral),
    isSampled: draw < shareBasisPoints,
    check: check === null ? null : { finding: check.finding, at: check.at.toISOString(), by: check.by },
  });
}
