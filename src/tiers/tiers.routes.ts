import { problem } from '../contract/problems.ts';
import type { Call } from '../contract/route.ts';
import { type Route, route } from '../contract/route.ts';
import * as endpoints from '../contract/tiers.endpoints.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import type { ActBody } from '../domain/events.ts';
import { memberKey } from '../domain/facts/facts.ts';
import type { ProgramId } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { customerOfPath, submitAct } from '../events/submit-act.ts';
import { requireActor } from '../keys/require-actor.ts';
import { findProgram } from '../programs/programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { keepTermsText } from '../terms/terms.store.ts';
import { termsOf } from '../terms/terms-document.ts';
import { previewTiers } from './preview-tiers.ts';
import { showMembership } from './show-membership.ts';

type MemberCall = Call<{ readonly id: string; readonly programId: ProgramId }>;

export function tierRoutes(deps: ServerDeps): readonly Route[] {
  return [acceptRoute(deps), inviteRoute(deps), previewRoute(deps)];
}

function acceptRoute(deps: ServerDeps): Route {
  const { db, intake } = deps;
  return route(endpoints.acceptTier, async (call) => {
    const { caller, params, body } = call;
    const allowed = requireActor(caller, body.actor);
    if (!allowed.ok) return allowed;
    const program = await findProgram(db, { tenantId: caller.tenantId, programId: params.programId });
    if (program === null) return err(problem('program_unknown', 'programId'));
    const version = program.versions.find(({ number, status }) => number === body.version && status === 'published');
    if (version === undefined) return err(problem('version_unknown', 'version'));
    const terms = termsOf(version, body.locale);
    if (terms.hash !== body.textHash) return err(problem('terms_changed', 'textHash'));
    const customerId = await findCustomerId(db, caller, params.id);
    if (customerId === null) return err(problem('customer_unknown', 'id'));
    const { facts } = await intake.read(caller.tenantId, [customerId]);
    const tierId = body.tierId ?? facts.standings.get(memberKey(params.programId, customerId))?.invitedTo ?? null;
    if (tierId === null) return err(problem('tier_not_invited', 'tierId'));
    await keepTermsText(db, caller, terms);
    const { locale, method } = body;
    const { programId } = params;
    return act(deps, call, {
      type: 'tier.accepted',
      programId,
      tierId,
      versionNumber: version.number,
      textHash: terms.hash,
      locale,
      method,
    });
  });
}

function inviteRoute(deps: ServerDeps): Route {
  return route(endpoints.inviteToTier, async (call) => {
    const allowed = requireActor(call.caller, call.body.actor);
    if (!allowed.ok) return allowed;
    return act(deps, call, { type: 'tier.invited', programId: call.params.programId, tierId: call.body.tierId });
  });
}

/** `actor` where a person of the shop acts on the member's behalf. */
async function act(deps: ServerDeps, call: MemberCall & { readonly body: { readonly actor?: string | undefined } }, body: ActBody) {
  const { actor } = call.body;
  const done = await submitAct(deps, call, { body, customer: customerOfPath(call.params.id), ...(actor === undefined ? {} : { actor }) });
  if (!done.ok) return done;
  return showMembership(deps, call.caller, { customer: call.params.id, programId: call.params.programId });
}

function previewRoute(deps: ServerDeps): Route {
  return route(endpoints.previewTiers, async ({ caller, params, body }) => {
    const name = { tenantId: caller.tenantId, programId: params.id };
    const program = await findProgram(deps.db, name);
    if (program === null) return err(problem('program_unknown', 'id'));
    const found = program.versions.find(({ number }) => number === params.number);
    if (found === undefined) return err(problem('version_unknown', 'number'));
    const version = { id: found.id, number: found.number, effectiveFrom: deps.clock.now(), document: found.document };
    const preview = await previewTiers(deps, { program: name, version, after: body?.after ?? null });
    return ok({ ...preview, moves: [...preview.moves], customers: [...preview.customers] });
  });
}
