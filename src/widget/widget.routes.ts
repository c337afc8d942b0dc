import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../contract/problems.ts';
import type { TenantId } from '../domain/ids.ts';
import { brandStyle } from '../friend-page/brand.ts';
import { getPageSettings } from '../friend-page/page-settings.store.ts';
import { getPageTenant, type PageTenant } from '../friend-page/page-tenant.store.ts';
import type { AppFile, BuiltApp } from '../http/built-app.ts';
import { pagePolicy } from '../http/page-policy.ts';
import { sendProblem } from '../http/problem-reply.ts';
import { sendFile } from '../http/serve-app.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findVisitedTenant } from '../staff/visited-tenant.store.ts';
import { findTenantByRoute } from '../tenants/tenants.store.ts';
import { frameAncestors, listedHosts } from './frame-ancestors.ts';
import { regionOf, storageOf } from './region.ts';
import { SightingNotes } from './sighting-notes.ts';
import type { SightingKind } from './sightings.store.ts';

interface Place {
  Params: { readonly slug?: string };
}

type Storage = 'ask' | 'allow';

/** The file has one name for good, so that a new one must reach the pages of shops soon. */
const LOADER_CACHE = 'public, max-age=300';
const HOST = /^[a-z0-9.-]{1,253}(:\d{1,5})?$/;

/**
 * `/widget.js`, the elements it fetches, and the page in the frame of `<sarafan-offer>`. Scripts are open to pages of any host; a frame only to
 * those of the business.
 */
export function registerWidget(app: FastifyInstance, deps: ServerDeps, built: BuiltApp | null): void {
  const notes = new SightingNotes(deps);
  const loaders = built === null ? null : loadersOf(built);
  const see = (request: FastifyRequest, tenant: PageTenant, kind: SightingKind): void => {
    const host = refererHost(request);
    if (host === null) return;
    notes
      .note({ tenantId: tenant.caller.tenantId, kind, host })
      .then(undefined, (error: unknown) => deps.logger.warn({ error: String(error) }, 'a sighting was not noted'));
  };
  for (const prefix of ['', '/t/:slug']) {
    app.get<Place>(`${prefix}/widget.js`, { logLevel: 'silent' }, async (request, reply) => {
      const tenant = await findTenant(deps, request);
      if (tenant === null || loaders === null) return sendProblem(request, reply, problem('not_found'));
      see(request, tenant, 'script');
      const { region } = await getPageSettings(deps.db, tenant.caller.tenantId);
      openToPages(reply);
      reply.header('cache-control', LOADER_CACHE);
      return sendFile(
        request,
        reply,
        loaders({ storage: storageOf(regionOf(region, tenant.timeZone)), hosts: listedHosts(tenant.domains) }),
      );
    });
    app.get<Place>(`${prefix}/embed/offer`, { logLevel: 'silent' }, async (request, reply) => {
      const tenant = await findTenant(deps, request);
      if (tenant === null || built === null) return sendProblem(request, reply, problem('not_found'));
      see(request, tenant, 'frame');
      const nonce = randomBytes(16).toString('base64');
      reply.header('content-security-policy', pagePolicy(nonce, frameAncestors(tenant))).header('cache-control', 'no-cache');
      const { brand } = await getPageSettings(deps.db, tenant.caller.tenantId);
      return reply
        .type('text/html; charset=utf-8')
        .send(built.page.replace('</head>', `<style nonce="${nonce}">${brandStyle(brand)}</style></head>`));
    });
  }
  app.get('/widget/*', { logLevel: 'silent' }, (request, reply) => {
    const file = built?.files.get(request.url.slice('/widget/'.length).split('?', 1)[0] ?? '');
    if (file === undefined) return sendProblem(request, reply, problem('not_found'));
    openToPages(reply);
    return sendFile(request, reply, file);
  });
}

function openToPages(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}

async function findTenant(deps: ServerDeps, { host, params }: FastifyRequest<Place>): Promise<PageTenant | null> {
  const { slug } = params;
  const tenantId: TenantId | null =
    slug === undefined
      ? ((await findVisitedTenant(deps.db, host))?.tenantId ?? null)
      : await findTenantByRoute(deps.db, { kind: 'slug', value: slug });
  return tenantId === null ? null : getPageTenant(deps.db, tenantId);
}

/** Browsers tell at least the origin of the page that loads a script, unless the page forbids it. */
function refererHost({ headers }: FastifyRequest): string | null {
  const told = headers.origin ?? headers.referer ?? '';
  const host = URL.canParse(told) ? new URL(told).host : '';
  return HOST.test(host) ? host : null;
}

interface LoaderOf {
  readonly storage: Storage;
  readonly hosts: readonly string[];
}

const LOADERS_MAX = 1_000;

/** The loader as each business needs it, written and compressed once for those that need the same. */
function loadersOf(built: BuiltApp): ((of: LoaderOf) => AppFile) | null {
  const loader = built.files.get('widget.js');
  if (loader === undefined) return null;
  const text = loader.raw.toString();
  const known = new Map<string, AppFile>();
  return ({ storage, hosts }) => {
    const key = `${storage} ${hosts.join(' ')}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const raw = Buffer.from(
      text.replace('__SARAFAN_STORAGE__', () => JSON.stringify(storage)).replace('__SARAFAN_HOSTS__', () => JSON.stringify(hosts)),
    );
    const etag = `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`;
    const written: AppFile = { type: loader.type, raw, br: null, gzip: gzipSync(raw), etag };
    if (known.size >= LOADERS_MAX) known.clear();
    known.set(key, written);
    return written;
  };
}
