import { problem } from '../contract/problems.ts';
import { postClaim } from '../contract/referrals.endpoints.ts';
import { type Route, route } from '../contract/route.ts';
import { err, ok } from '../domain/result.ts';
import { customerInput, findContactProblem } from '../events/decode-event.ts';
import { submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';

export function claimRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(postClaim, async (call) => {
      const { code, email, phone } = call.body;
      const contact = findContactProblem(call.body, '');
      if (contact !== null) return err(contact);
      const done = await submitAct(deps, call, {
        body: { type: 'claim.registered' },
        customer: customerInput({ email, phone }, { mustExist: false }),
        attribution: { code, clickId: null, answer: null, referrerExternalId: null, referrerId: null, by: 'claim' },
      });
      // Whether the code or the person is known stays unsaid; only "not now" and "our fault" are told.
      if (!done.ok && (done.error.code === 'intake_overloaded' || done.error.code === 'internal_error'))
        return err(problem(done.error.code));
      return ok({ status: 'accepted' });
    }),
  ];
}
