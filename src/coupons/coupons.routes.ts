import { problem } from '../contract/problems.ts';
import { couponToWire } from '../contract/resource-encoding.ts';
import { getCoupon, releaseCoupon } from '../contract/rewards.endpoints.ts';
import { type Route, route } from '../contract/route.ts';
import { err, ok } from '../domain/result.ts';
import { submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findCoupon } from './coupons.store.ts';

export function couponRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(getCoupon, async ({ caller, params }) => {
      const found = await findCoupon(db, caller, params.code);
      return found === null ? err(problem('coupon_unknown', 'code')) : ok(couponToWire(found));
    }),
    route(releaseCoupon, async (call) => {
      const known = await findCoupon(db, call.caller, call.params.code);
      if (known === null) return err(problem('coupon_unknown', 'code'));
      const done = await submitAct(deps, call, { body: { type: 'coupon.released', couponId: known.id } });
      if (!done.ok) return done;
      const found = await findCoupon(db, call.caller, call.params.code);
      return found === null ? err(problem('coupon_unknown', 'code')) : ok(couponToWire(found));
    }),
  ];
}
