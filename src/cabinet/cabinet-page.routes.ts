import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../contract/problems.ts';
import { brandStyle } from '../friend-page/brand.ts';
import { getPageSettings } from '../friend-page/page-settings.store.ts';
import { getPageTenant, type PageTenant } from '../friend-page/page-tenant.store.ts';
import type { BuiltApp } from '../http/built-app.ts';
import { ownPagePolicy, pagePolicy } from '../http/page-policy.ts';
import { readerLanguage, sendProblem } from '../http/problem-reply.ts';
import { sendFile } from '../http/serve-app.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findVisitedTenant } from '../staff/visited-tenant.store.ts';
import { frameAncestors } from '../widget/frame-ancestors.ts';
import { SightingNotes } from '../widget/sighting-notes.ts';

const BASE = '/cabinet/';

/** The cabinet on a page of its own, and in a frame of the business's pages; each time with the looks of the business and a nonce of its own. */
export function registerCabinetPage(app: FastifyInstance, deps: ServerDeps, built: BuiltApp | null): void {
  const notes = new SightingNotes(deps);
  app.get(BASE.slice(0, -1), { logLevel: 'silent' }, (_request, reply) => reply.redirect(BASE, 308));
  app.get(`${BASE}*`, { logLevel: 'silent' }, (request, reply) => {
    const file = built?.files.get(request.url.slice(BASE.length).split('?', 1)[0] ?? '');
    return file === undefined ? sendProblem(request, reply, problem('not_found')) : sendFile(request, reply, file);
  });
  const framed = (tenant: PageTenant, nonce: string, request: FastifyRequest<Place>): string => {
    const host = hostOf(request.headers.referer);
    if (host !== null) {
      const seen = notes.note({ tenantId: tenant.caller.tenantId, kind: 'frame', host });
      seen.then(undefined, (error: unknown) => deps.logger.warn({ error: String(error) }, 'a sighting was not noted'));
    }
    return pagePolicy(nonce, frameAncestors(tenant));
  };
  // A business among several has its slug in the address, as its links have.
  for (const prefix of ['', '/t/:slug']) {
    app.get<Place>(`${prefix}${BASE}`, (request, reply) =>
      sendPage(deps, built, { request, reply, policyOf: (_tenant, nonce) => ownPagePolicy(nonce) }),
    );
    app.get<Place>(`${prefix}/embed/cabinet`, { logLevel: 'silent' }, (request, reply) =>
      sendPage(deps, built, { request, reply, policyOf: (tenant, nonce) => framed(tenant, nonce, request) }),
    );
  }
}

interface Place {
  Params: { readonly slug?: string };
}

interface Visit {
  readonly request: FastifyRequest<Place>;
  readonly reply: FastifyReply;
  readonly policyOf: (tenant: PageTenant, nonce: string) => string;
}

async function sendPage(deps: ServerDeps, built: BuiltApp | null, { request, reply, policyOf }: Visit): Promise<FastifyReply> {
  if (built === null) return reply.code(503).type('text/plain; charset=utf-8').send('These pages are not built: run npm start.\n');
  const visited = await findVisitedTenant(deps.db, request.host, request.params.slug ?? null);
  if (visited === null) return sendProblem(request, reply, problem('not_found'));
  const [tenant, settings] = await Promise.all([getPageTenant(deps.db, visited.tenantId), getPageSettings(deps.db, visited.tenantId)]);
  const nonce = randomBytes(16).toString('base64');
  const style = `<style nonce="${nonce}">${brandStyle(settings.brand)}</style>`;
  // The script asks for its texts only once it runs; the language is known before.
  const language = readerLanguage(request.headers['accept-language']);
  const texts = [...built.files.keys()].find((path) => path.startsWith(`assets/${language}-`));
  const preload = texts === undefined ? '' : `<link rel="modulepreload" href="${BASE}${texts}">`;
  return reply
    .header('content-security-policy', policyOf(tenant, nonce))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(built.page.replace('</head>', `${preload}${style}</head>`));
}

const HOST = /^[a-z0-9.-]{1,253}(:\d{1,5})?$/;

function hostOf(referer: string | undefined): string | null {
  const host = referer !== undefined && URL.canParse(referer) ? new URL(referer).host : '';
  return HOST.test(host) ? host : null;
}
