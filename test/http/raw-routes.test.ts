/** Every route the server registers is in the table of access or in the list of raw ones, and each page of them carries its headers (issue 4, section 7). */
import { createHash } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import fastify, { type FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPageShop, type PageShop } from '../friend-page/page-shop.ts';
import type { Reply } from '../support/api.ts';
import { buildOnce } from '../support/sarafan-process.ts';
import { ACCESS } from './access-matrix.ts';
import { type Need, RAW } from './raw-routes.ts';

/** The smallest PNG. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const WITH_NONCE: readonly string[] = ['GET /console/', 'GET /cabinet/', 'GET /embed/cabinet', 'GET /embed/offer'];
const registered = new Map<string, string[]>();
let collecting = '';

/** Fastify tells of each server it makes; from there on it tells of each route. */
subscribe('fastify.initialization', (message) => {
  if (!isInitialization(message)) return;
  const routes = registered.get(collecting) ?? [];
  registered.set(collecting, routes);
  message.fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push(`${each} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  });
});

function isInitialization(message: unknown): message is { readonly fastify: FastifyInstance } {
  return typeof message === 'object' && message !== null && 'fastify' in message;
}

/** Routes without a row, and rows without a route. */
function differences(routes: readonly string[]): { readonly unlisted: readonly string[]; readonly gone: readonly string[] } {
  const found = new Set(routes.map((route) => route.replace('/t/{slug}/', '/')).filter((route) => !isOwnHead(route, routes)));
  const rows = new Set([...Object.keys(ACCESS), ...Object.keys(RAW)]);
  return { unlisted: [...found].filter((route) => !rows.has(route)), gone: [...rows].filter((row) => !found.has(row)) };
}

/** Fastify answers HEAD wherever there is a GET, by the same handler; the documents' own trailing slash is one of them. */
function isOwnHead(route: string, routes: readonly string[]): boolean {
  return route.startsWith('HEAD ') && [route, route.replace(/\/$/, '')].some((each) => hasGet(each.replace('HEAD ', 'GET '), routes));
}

function hasGet(route: string, routes: readonly string[]): boolean {
  return routes.some((each) => each.replace('/t/{slug}/', '/') === route);
}

describe('routes beside the table of endpoints', () => {
  let shop: PageShop;
  let pages: ReadonlyMap<string, string>;

  beforeAll(async () => {
    buildOnce();
    collecting = 'product';
    shop = await openPageShop();
    const files = await Promise.all(
      ['console', 'cabinet', 'embed/offer'].map((page) => shop.get(`/${page}${page.includes('/') ? '' : '/'}`)),
    );
    const [inConsole, inCabinet, inWidget] = files.map(
      ({ text }) => /(?:src|href)="(\/(?:console|cabinet|widget)\/assets\/[^"]+)"/.exec(text)?.[1] ?? '',
    );
    const logo = await shop.settings({ brand: { logo: { data: PIXEL } } });
    pages = new Map([
      ['GET /health/live', '/health/live'],
      ['GET /health/ready', '/health/ready'],
      ['GET /metrics', '/metrics'],
      ['GET /r/{code}', '/r/MARINA'],
      ['GET /p/{code}', '/p/MARINA'],
      ['GET /p/{code}/kept', '/p/MARINA/kept'],
      ...['qr.svg', 'qr.png', 'preview.png', 'materials', 'card'].map((file) => [`GET /p/{code}/${file}`, `/p/MARINA/${file}`] as const),
      ['GET /programs/{program}', `/programs/${shop.programId}`],
      ['GET /programs/{program}/preview.png', `/programs/${shop.programId}/preview.png`],
      ['GET /brand/{slug}/{hash}', new URL(String(logo.body.brand.logoUrl)).pathname],
      ['GET /mail/unsubscribe', '/mail/unsubscribe'],
      ['GET /console', '/console'],
      ['GET /console/', '/console/'],
      ['GET /console/*', inConsole ?? ''],
      ['GET /cabinet', '/cabinet'],
      ['GET /cabinet/', '/cabinet/'],
      ['GET /cabinet/*', inCabinet ?? ''],
      ['GET /embed/cabinet', '/embed/cabinet'],
      ['GET /embed/offer', '/embed/offer'],
      ['GET /widget.js', '/widget.js'],
      ['GET /widget/*', inWidget ?? ''],
      ['GET /openapi.json', '/openapi.json'],
      ['GET /docs', '/docs'],
      ['GET /docs/problems', '/docs/problems'],
      ['GET /docs/json', '/docs/json'],
      ['GET /docs/yaml', '/docs/yaml'],
      ['GET /docs/static/*', '/docs/static/swagger-ui.css'],
      ['GET /docs/static/index.html', '/docs/static/index.html'],
      ['GET /docs/static/swagger-initializer.js', '/docs/static/swagger-initializer.js'],
    ]);
  }, 180_000);

  it('each route has a row, and each row a route', () => {
    expect(differences(registered.get('product') ?? [])).toEqual({ unlisted: [], gone: [] });
  });

  it('a route that somebody adds beside the table is found', () => {
    collecting = 'planted';
    fastify().get('/p/:code/everything', () => 'planted');
    const planted = registered.get('planted') ?? [];
    expect(differences([...(registered.get('product') ?? []), ...planted]).unlisted).toEqual(['GET /p/{code}/everything']);
  });

  const asks: Readonly<Record<Exclude<Need, 'nothing'>, () => Promise<readonly Reply[]>>> = {
    readKey: () =>
      Promise.all(
        [null, 'sk_aaaaaaaa_bbbbbbbb_cc', shop.business.publishableKey].map((key) =>
          shop.ask({ method: 'GET', url: '/metrics', key, remoteAddress: '203.0.113.9' }),
        ),
      ),
    formToken: async () => {
      const fields = { contact: 'oleg@example.com', personalData: 'on' };
      return [await shop.send('/p/MARINA/claim', fields), await shop.send('/p/MARINA/claim', { ...fields, token: 'forged' })];
    },
    hookSecret: async () => {
      const made = (await shop.post('/v1/connectors', { name: 'Сайт', preset: 'tilda' })).body;
      const { pathname } = new URL(made.address);
      const send = (url: string) => shop.ask({ method: 'POST', url, key: null, body: { payment: {} } });
      return Promise.all([send(pathname), send(`${pathname}?secret=hks_wrong`), send('/hooks/nowhere?secret=hks_wrong')]);
    },
    mailToken: () =>
      Promise.all(
        (['GET', 'POST'] as const).flatMap((method) =>
          ['', '?t=', '?t=forged.token'].map((query) => shop.ask({ method, url: `/mail/unsubscribe${query}`, key: null })),
        ),
      ),
  };
  it.each(Object.keys(asks))('%s: whoever comes without is refused, and nothing is changed', async (need) => {
    expect(Object.values(RAW)).toContain(need);
    const count = () =>
      shop.rows(
        'select (select count(*) from touch) as touches, (select count(*) from connector_payload) as payloads, (select count(*) from mail_choice) as choices',
      );
    const before = await count();
    const ask = Object.entries(asks).find(([name]) => name === need)?.[1];
    for (const reply of (await ask?.()) ?? []) expect([401, 404, 422], reply.text.slice(0, 200)).toContain(reply.status);
    expect(await count()).toEqual(before);
  });

  it('every page that can be opened is opened here', () => {
    const getters = Object.keys(RAW).filter((route) => route.startsWith('GET '));
    expect([...pages.keys()].sort()).toEqual(getters.sort());
  });

  /** Where styles may stand in elements: Mantine sets sizes on them, Swagger UI whole looks. Scripts nowhere. */
  const INLINE: Readonly<Record<string, string>> = {
    'GET /console/': "style-src-attr 'unsafe-inline'",
    'GET /docs': "style-src 'self' 'unsafe-inline'",
    'GET /docs/static/index.html': "style-src 'self' 'unsafe-inline'",
    'GET /docs/static/swagger-initializer.js': "style-src 'self' 'unsafe-inline'",
    'GET /docs/json': "style-src 'self' 'unsafe-inline'",
    'GET /docs/yaml': "style-src 'self' 'unsafe-inline'",
    'GET /docs/static/*': "style-src 'self' 'unsafe-inline'",
  };

  it('each page and file carries the headers, and its policy allows no foreign and no inline script', async () => {
    for (const [route, url] of pages) {
      const { status, headers } = await shop.open(url);
      expect(status, `${route} ${url}`).toBeLessThan(route === 'GET /mail/unsubscribe' ? 405 : 400);
      expect(headers, route).toMatchObject({
        'x-content-type-options': 'nosniff',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/),
        'cache-control': expect.any(String),
      });
      const policy = String(headers['content-security-policy']);
      const directives = new Map(policy.split('; ').map((part) => [part.split(' ', 1)[0], part]));
      expect(directives.get('default-src'), route).toBe("default-src 'none'");
      expect(policy.replace(/frame-ancestors[^;]*/, ''), route).not.toMatch(/unsafe-eval|https?:|\*|script-src[^;]*(unsafe|data:)/);
      const inline = [...directives.values()].filter((part) => part.includes('unsafe-inline'));
      expect(inline, route).toEqual(INLINE[route] === undefined ? [] : [INLINE[route]]);
      if (!String(headers['content-type']).startsWith('text/html')) continue;
      expect(directives.get('base-uri'), route).toBe("base-uri 'none'");
      expect(directives.get('form-action'), route).toMatch(/^form-action '(self|none)'$/);
      // The shop's own domains may frame what is made for frames, nobody anything else.
      expect(directives.get('frame-ancestors'), route).toMatch(
        route.includes('/embed/') ? /^frame-ancestors (https:\/\/(\*\.)?tea\.example ?)+$/ : /^frame-ancestors 'none'$/,
      );
    }
  });

  it('what stands in a page itself has the nonce of this one answer, or its hash in the policy', async () => {
    for (const [route, url] of pages) {
      const nonces = new Set<string>();
      for (let visit = 0; visit < 3; visit += 1) {
        const { headers, text } = await shop.open(url);
        const policy = String(headers['content-security-policy']);
        const [, nonce] = /'nonce-([^']{16,})'/.exec(policy) ?? [];
        if (nonce !== undefined) expect(text, route).toContain(`"${nonce}"`);
        if (nonce !== undefined) nonces.add(nonce);
        for (const [, attributes = '', content = ''] of text.matchAll(/<(?:style|script)\b([^>]*)>\s*([^<\s][^<]*)<\//g)) {
          const hash = createHash('sha256').update(content).digest('base64');
          expect(attributes.includes(`nonce="${nonce}"`) || policy.includes(`'sha256-${hash}'`), `${route}: ${content.slice(0, 80)}`).toBe(
            true,
          );
        }
      }
      expect(nonces.size, route).toBe(WITH_NONCE.includes(route) ? 3 : 0);
    }
  });
});
