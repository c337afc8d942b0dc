/** A form sent from the page of a link: what it must hold, and what is kept of it. */
import { randomUUID } from 'node:crypto';
import { registerClaim } from '../claims/register-claim.ts';
import { findContactProblem } from '../events/decode-event.ts';
import type { ConsentInput } from '../intake/submission.ts';
import type { ServerDeps } from '../server-deps.ts';
import { keepTermsText } from '../terms/terms.store.ts';
import type { ClaimForm, ClaimProblem } from './claim-form.ts';
import { isClaimToken } from './claim-token.ts';
import { type ConsentText, consentText } from './consent-texts.ts';
import type { PageBusiness } from './page-business.ts';
import type { PageLanguage } from './page-language.ts';

const CONTACT_MAX = 320;

export interface SentForm {
  readonly code: string;
  readonly language: PageLanguage;
  readonly fields: URLSearchParams;
}

export type TakenClaim =
  | { readonly kind: 'kept' | 'later' | 'unknown' }
  | { readonly kind: 'refused'; readonly refused: NonNullable<ClaimForm['refused']> };

/** Keeps the claim with both consents as they were shown and given; the answer is the same whatever is known of code and contact. */
export async function takeClaim(
  deps: Pick<ServerDeps, 'db' | 'intake' | 'clock'>,
  { tenant, settings }: PageBusiness,
  { code, language, fields }: SentForm,
): Promise<TakenClaim> {
  const { controller } = settings;
  if (controller === null) return { kind: 'unknown' };
  const contact = (fields.get('contact') ?? '').trim().slice(0, CONTACT_MAX);
  const given = { personalData: fields.get('personalData') === 'yes', advertising: fields.get('advertising') === 'yes' };
  const named = contact.includes('@') ? { email: contact, phone: undefined } : { email: undefined, phone: contact };
  const now = deps.clock.now();
  const refuse = (problem: ClaimProblem): TakenClaim => ({ kind: 'refused', refused: { problem, contact, ...given } });
  if (!isClaimToken(tenant.caller.hashKey, fields.get('token') ?? '', code, now)) return refuse('stale');
  if (contact === '' || findContactProblem(named, '') !== null) return refuse('contact');
  if (!given.personalData) return refuse('consent');
  const texts = [
    consentText('personal-data', controller, language),
    ...(given.advertising ? [consentText('advertising', controller, language)] : []),
  ];
  for (const { text, hash } of texts) await keepTermsText(deps.db, tenant.caller, { text, hash });
  const act = { source: 'act:claim-form', eventId: randomUUID() };
  const done = await registerClaim(
    deps,
    { caller: tenant.caller, act, sent: { code, contact, ...given } },
    { code, ...named, consents: texts.flatMap((text) => consentOf(text, now)) },
  );
  return { kind: done === 'taken' ? 'kept' : 'later' };
}

/** Anybody can type anybody's address: until its owner is known to have typed it, it permits no advertising. */
function consentOf({ kind, version, hash }: ConsentText, givenAt: Date): readonly ConsentInput[] {
  if (kind === 'name-on-page') return [];
  return [{ purpose: kind, givenAt, textVersion: version, textHash: hash, proof: 'form on the page of a link', isConfirmed: false }];
}
