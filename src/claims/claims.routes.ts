import { problem } from '../contract/problems.ts';
import { postClaim } from '../contract/referrals.endpoints.ts';
import { type Route, route } from '../contract/route.ts';
import { err, ok } from '../domain/result.ts';
import { findContactProblem } from '../events/decode-event.ts';
import type { ServerDeps } from '../server-deps.ts';
import { registerClaim } from './register-claim.ts';

export function claimRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(postClaim, async (call) => {
      const { code, email, phone } = call.body;
      const contact = findContactProblem(call.body, '');
      if (contact !== null) return err(contact);
      const done = await registerClaim(deps, call, { code, email, phone, consents: [] });
      if (done === 'taken') return ok({ status: 'accepted' });
      return err(problem(done === 'later' ? 'intake_overloaded' : 'internal_error'));
    }),
  ];
}
