import { writeDocumentTexts } from '../contract/document-texts.endpoints.ts';
import { problem } from '../contract/problems.ts';
import { type Route, route } from '../contract/route.ts';
import * as endpoints from '../contract/terms.endpoints.ts';
import { findCustomerId, listMemberships } from '../customers/customers.store.ts';
import { wireId } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { customerOfPath, submitAct } from '../events/submit-act.ts';
import { decodeDocumentBody } from '../programs/decode-document-body.ts';
import { findProgram, getTenantTimeZone } from '../programs/programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { howItWorks } from '../texts/how-it-works.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { documentTexts } from './document-texts.ts';
import { showMemberships } from './membership-terms.ts';
import { findTermsText, keepTermsText } from './terms.store.ts';
import { chooseVersion, termsOf } from './terms-document.ts';

export function termsRoutes(deps: ServerDeps): readonly Route[] {
  return [showRoute(deps), textRoute(deps), acceptRoute(deps), documentRoute(deps)];
}

function documentRoute({ db }: ServerDeps): Route {
  return route(writeDocumentTexts, async ({ caller, sent }) => {
    const decoded = decodeDocumentBody(sent, { timeZone: await getTenantTimeZone(db, caller.tenantId) });
    return decoded.ok ? ok(documentTexts(decoded.value.document)) : decoded;
  });
}

function showRoute({ db, clock }: ServerDeps): Route {
  return route(endpoints.getTerms, async ({ caller, params, query }) => {
    const program = await findProgram(db, { tenantId: caller.tenantId, programId: params.id });
    if (program === null) return err(problem('program_unknown', 'id'));
    const version = chooseVersion(program, { number: query.version, now: clock.now(), isMember: caller.member !== undefined });
    if (version === null) return err(problem('version_unknown', 'version'));
    const { locale } = query;
    const { document } = version;
    const { text, hash, sections } = termsOf(version, locale);
    const reader = { locale, to: 'member', tierId: null } as const;
    return ok({
      programId: wireId('prg', program.id),
      version: version.number,
      status: version.status,
      effectiveFrom: version.effectiveFrom === null ? null : version.effectiveFrom.toISOString(),
      locale,
      name: document.name,
      offer: offerSentence(document, reader),
      steps: [...howItWorks(document, reader)],
      sections: sections.map(({ id, title, paragraphs }) => ({ id, title, paragraphs: [...paragraphs] })),
      text,
      textHash: hash,
    });
  });
}

function textRoute({ db }: ServerDeps): Route {
  return route(endpoints.getTermsText, async ({ caller, params }) => {
    const text = await findTermsText(db, caller, params.textHash);
    return text === null ? err(problem('not_found', 'textHash')) : ok({ textHash: params.textHash, text });
  });
}

function acceptRoute(deps: ServerDeps): Route {
  const { db, clock } = deps;
  return route(endpoints.acceptTerms, async (call) => {
    const { caller, params, body } = call;
    const program = await findProgram(db, { tenantId: caller.tenantId, programId: params.programId });
    if (program === null) return err(problem('program_unknown', 'programId'));
    const version = program.versions.find(({ number, status }) => number === body.version && status === 'published');
    if (version === undefined) return err(problem('version_unknown', 'version'));
    const terms = termsOf(version, body.locale);
    if (terms.hash !== body.textHash) return err(problem('terms_changed', 'textHash'));
    await keepTermsText(db, caller, terms);
    const done = await submitAct(deps, call, {
      body: {
        type: 'terms.accepted',
        programId: params.programId,
        scope: 'program',
        versionNumber: version.number,
        textHash: terms.hash,
        locale: body.locale,
        method: body.method,
      },
      customer: customerOfPath(params.id),
    });
    if (!done.ok) return done;
    const customerId = await findCustomerId(db, caller, params.id);
    if (customerId === null) return err(problem('customer_unknown', 'id'));
    const memberships = (await listMemberships(db, caller, customerId)).filter(({ programId }) => programId === params.programId);
    const [shown] = await showMemberships(deps, caller, { customerId, memberships, now: clock.now() });
    return shown === undefined ? err(problem('membership_unknown', 'programId')) : ok(shown);
  });
}
