import { memberOf } from '../cabinet/member-of.ts';
import type { Caller } from '../contract/caller.ts';
import * as endpoints from '../contract/introduction.endpoints.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { type Route, route } from '../contract/route.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import type { CustomerId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { keepTermsText } from '../terms/terms.store.ts';
import { inBoth } from '../texts/wording.ts';
import { type ConsentText, type Controller, consentText, namedOnly } from './consent-texts.ts';
import { customerNameOf } from './customer-name.store.ts';
import { findIntroduction, type Introduction, keepIntroduction, type ShownAs } from './introduction.store.ts';
import { getPageSettings } from './page-settings.store.ts';
import { getPageTenant } from './page-tenant.store.ts';
import { pageWords } from './page-words.ts';
import { shownName } from './shown-name.ts';

/** How a member lets themselves be named on the page of their link (1-03): by the member, or by the shop for them. */
export function introductionRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(endpoints.getIntroduction, async ({ caller, params }) => {
      const customerId = await findCustomerId(deps.db, caller, params.id);
      return customerId === null ? err(problem('customer_unknown', 'id')) : ok(await showIntroduction(deps, caller, customerId));
    }),
    route(endpoints.putIntroduction, async ({ caller, params, body }) => {
      const customerId = await findCustomerId(deps.db, caller, params.id);
      return customerId === null ? err(problem('customer_unknown', 'id')) : changeIntroduction(deps, { caller, customerId }, body);
    }),
    route(endpoints.getOwnIntroduction, async (call) => ok(await showIntroduction(deps, call.caller, memberOf(call).customerId))),
    route(endpoints.putOwnIntroduction, async (call) =>
      changeIntroduction(deps, { caller: call.caller, customerId: memberOf(call).customerId }, call.body),
    ),
  ];
}

interface Change {
  readonly shownAs: ShownAs;
  readonly words: string | null;
  readonly locale: 'ru' | 'en';
  readonly textHash?: string | undefined;
}

async function changeIntroduction(
  deps: ServerDeps,
  { caller, customerId }: { readonly caller: Caller; readonly customerId: CustomerId },
  { shownAs, words, locale, textHash }: Change,
): Promise<Result<Awaited<ReturnType<typeof showIntroduction>>, Problem>> {
  const now = deps.clock.now();
  const agreed = await agreedText(deps, caller, locale);
  const showsSomething = shownAs !== 'none' || words !== null;
  if (showsSomething && textHash !== agreed.hash) return err(problem('consent_text_changed', 'textHash'));
  if (showsSomething) await keepTermsText(deps.db, caller, { text: agreed.text, hash: agreed.hash });
  const consent = showsSomething ? { version: agreed.version, hash: agreed.hash, givenAt: now } : null;
  const introduction: Introduction = { shownAs, words, locale, consent };
  const isKept = await keepIntroduction(deps.db, caller, { customerId, introduction, now });
  return isKept ? ok(await showIntroduction(deps, caller, customerId)) : err(problem('customer_unknown', 'id'));
}

async function showIntroduction({ db }: ServerDeps, caller: Caller, customerId: CustomerId) {
  const [introduction, name, controller] = await Promise.all([
    findIntroduction(db, caller, customerId),
    customerNameOf(db, caller, customerId),
    controllerOf(db, caller),
  ]);
  const shownAs = introduction?.shownAs ?? 'none';
  const text = (locale: 'ru' | 'en'): ConsentText => consentText('name-on-page', controller, locale);
  return {
    shownAs,
    words: introduction?.words ?? null,
    agreedAt: introduction?.consent?.givenAt.toISOString() ?? null,
    textVersion: introduction?.consent?.version ?? null,
    preview: inBoth((locale) => shownName(name, shownAs) ?? pageWords[locale].friend),
    consent: {
      version: inBoth((locale) => text(locale).version),
      text: inBoth((locale) => text(locale).text),
      textHash: inBoth((locale) => text(locale).hash),
    },
  };
}

async function agreedText({ db }: ServerDeps, caller: Caller, locale: 'ru' | 'en'): Promise<ConsentText> {
  return consentText('name-on-page', await controllerOf(db, caller), locale);
}

/** Who is answerable, else the business by its name. */
async function controllerOf(db: ServerDeps['db'], caller: Caller): Promise<Controller> {
  const { controller } = await getPageSettings(db, caller.tenantId);
  return controller ?? namedOnly((await getPageTenant(db, caller.tenantId)).name);
}
