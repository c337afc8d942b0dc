import { retireCode } from '../contract/customers.endpoints.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { type Route, route } from '../contract/route.ts';
import { codeToWire, findLinkStart } from '../customers/show-customer.ts';
import { err, ok } from '../domain/result.ts';
import { customerOfId, submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findCode } from './codes.store.ts';

export function codeRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(retireCode, async (call) => {
      const { caller, params, body } = call;
      const known = await findCode(db, caller, params.id);
      if (known === null) return err<Problem>(problem('code_unknown', 'id'));
      if (known.status === 'active') {
        const done = await submitAct(deps, call, {
          body: { type: 'code.retired', codeId: known.id },
          // Named, so that the act stands in their story and links in memory are read again.
          customer: customerOfId(known.customerId),
          actor: body.actor,
          ...(body.reason === undefined ? {} : { personal: JSON.stringify({ reason: body.reason }) }),
        });
        if (!done.ok) return done;
      }
      return ok(codeToWire({ ...known, status: 'retired' }, await findLinkStart(deps, caller)));
    }),
  ];
}
