import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../clicks/page-reply.ts';
import { idFromUuid, parseWireId, type TenantId } from '../domain/ids.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findVisitedTenant } from '../staff/visited-tenant.store.ts';
import { findTenantByRoute } from '../tenants/tenants.store.ts';
import { ClaimThrottle } from './claim-throttle.ts';
import type { FriendPages } from './friend-pages.ts';
import { readBusiness } from './page-business.ts';
import { choosePageLanguage, type PageLanguage } from './page-language.ts';
import { findLogo } from './page-settings.store.ts';
import { PLAIN_LOOK } from './page-shell.ts';
import { showProgramPage } from './program-page.ts';
import { renderStatePage } from './state-page.ts';
import { takeClaim } from './take-claim.ts';

interface CodeRoute {
  Params: { readonly code: string; readonly slug?: string };
}
interface ProgramRoute {
  Params: { readonly program: string; readonly slug?: string };
}
interface LogoRoute {
  Params: { readonly slug: string; readonly hash: string };
}

const FORM_LIMIT = 8_192;
const HASH = /^[0-9a-f]{32}$/;

/**
 * The form on the page of a link (`POST /p/{code}/claim`, then `/p/{code}/kept`), the page of a programme (`/programs/{id or slug}`), and the
 * logo that stands on both. Beside the API: what a browser sends without scripts is no JSON.
 */
export async function registerPageRoutes(app: FastifyInstance, deps: ServerDeps, pages: FriendPages): Promise<void> {
  const throttle = new ClaimThrottle();
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: FORM_LIMIT }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    for (const prefix of ['', '/t/:slug']) {
      scope.post<CodeRoute>(`${prefix}/p/:code/claim`, { bodyLimit: FORM_LIMIT, logLevel: 'silent' }, (request, reply) =>
        answerForm(request, reply, { deps, pages, throttle }),
      );
      scope.get<CodeRoute>(`${prefix}/p/:code/kept`, { logLevel: 'silent' }, async (request, reply) => {
        const at = await placeOf(deps, request);
        if (at === null) return sendUnknown(reply, request);
        const { page } = await pages.show({ ...at, kind: 'kept', code: request.params.code, clickId: null });
        return sendPage(reply, 200, page);
      });
      scope.get<ProgramRoute>(`${prefix}/programs/:program`, async (request, reply) => {
        const at = await placeOf(deps, request);
        const { program } = request.params;
        const id = parseWireId('prg', program);
        const page = at === null ? null : await showProgramPage(deps, { ...at, named: id === null ? { slug: program } : { id } });
        return page === null ? sendUnknown(reply, request) : sendPage(reply, 200, page);
      });
    }
    scope.get<LogoRoute>('/brand/:slug/:hash', { logLevel: 'silent' }, (request, reply) => sendLogo(deps, request, reply));
  });
}

interface FormContext {
  readonly deps: ServerDeps;
  readonly pages: FriendPages;
  readonly throttle: ClaimThrottle;
}

async function answerForm(request: FastifyRequest<CodeRoute>, reply: FastifyReply, { deps, pages, throttle }: FormContext) {
  const at = await placeOf(deps, request);
  if (at === null || !(request.body instanceof URLSearchParams)) return sendUnknown(reply, request);
  const { code } = request.params;
  const visit = { ...at, code, clickId: null };
  const waitSeconds = await throttle.count(at.tenantId, request.ip);
  if (waitSeconds > 0) {
    reply.header('retry-after', waitSeconds);
    return sendPage(reply, 429, (await pages.show({ ...visit, kind: 'busy' })).page);
  }
  const fields = isOwnPage(request) ? request.body : withoutToken(request.body);
  const taken = await takeClaim(deps, await readBusiness(deps, at.tenantId), { code, language: at.language, fields });
  switch (taken.kind) {
    case 'kept':
      // Another request on purpose: going back or reloading does not send the form again.
      return reply.header('cache-control', 'no-store').redirect(`${request.url.split('?', 1)[0]?.replace(/\/claim$/, '/kept')}`, 303);
    case 'later':
      return sendPage(reply, 503, (await pages.show({ ...visit, kind: 'unavailable' })).page);
    case 'unknown':
      return sendUnknown(reply, request);
    case 'refused':
      return sendPage(reply, 422, (await pages.show({ ...visit, kind: 'invited', refused: taken.refused })).page);
  }
}

/** A form that another page sends in a visitor's name counts as one without our token. */
function isOwnPage({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function withoutToken(fields: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(fields);
  rest.delete('token');
  return rest;
}

export interface Place {
  readonly tenantId: TenantId;
  readonly language: PageLanguage;
}

/** Whose page was asked for, and in which language; null where the address names no business. */
export async function placeOf(
  { db }: Pick<ServerDeps, 'db'>,
  request: FastifyRequest<{ Params: { readonly slug?: string } }>,
): Promise<Place | null> {
  const { slug } = request.params;
  const tenantId =
    slug === undefined
      ? ((await findVisitedTenant(db, request.host))?.tenantId ?? null)
      : await findTenantByRoute(db, { kind: 'slug', value: slug });
  return tenantId === null ? null : { tenantId, language: choosePageLanguage(request.headers['accept-language'], 'ru') };
}

/** The same for every address that leads nowhere. */
export function sendUnknown(
  reply: FastifyReply,
  { headers }: Pick<FastifyRequest, 'headers'>,
  kind: 'unknown' | 'throttled' = 'unknown',
): FastifyReply {
  const language = choosePageLanguage(headers['accept-language'], 'en');
  const status = kind === 'unknown' ? 404 : 429;
  return sendPage(reply, status, renderStatePage({ kind, language, look: PLAIN_LOOK, shopUrl: null, code: null }));
}

async function sendLogo({ db }: ServerDeps, request: FastifyRequest<LogoRoute>, reply: FastifyReply) {
  const { slug, hash } = request.params;
  const tenantId = HASH.test(hash) ? await findTenantByRoute(db, { kind: 'slug', value: slug }) : null;
  const logo = tenantId === null ? null : await findLogo(db, idFromUuid<TenantId>(tenantId), hash);
  if (logo === null) return sendUnknown(reply, request);
  reply.header('cache-control', 'public, max-age=31536000, immutable').header('content-security-policy', "default-src 'none'; sandbox");
  // Messengers and the shop's own pages show it beside a link.
  return reply.header('cross-origin-resource-policy', 'cross-origin').type(logo.type).send(logo.bytes);
}
