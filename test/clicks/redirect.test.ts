import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type ClickApp, clickIdOf, findClick, insertCode, insertTenant, iphone, startClickApp, until, visit } from './click-app.ts';

const badUrls: { readonly behindLink: readonly string[] } = JSON.parse(
  readFileSync(new URL('../corpus/bad-urls.json', import.meta.url), 'utf8'),
);

describe('the link of the only tenant', () => {
  let test: TestDatabase;
  let served: ClickApp;
  let tenantId: string;
  let codeId: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    tenantId = await insertTenant(test.database.pool, { landingUrl: 'https://shop.example/welcome?from=friend#menu' });
    codeId = (await insertCode(test.database.pool, tenantId, 'MARINA')).codeId;
    served = await startClickApp(test.access);
  });

  it('redirects to the stored landing address, its own query and fragment kept, with the id of a stored click (2-08)', async () => {
    const response = await visit(`${served.url}/r/MARINA`);
    const clickId = clickIdOf(response);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`https://shop.example/welcome?from=friend&sarafan_click=clk_${clickId}#menu`);
    expect(await findClick(test.database.pool, clickId ?? '')).toEqual({ kind: 'human', codeId, addressPrefix: '127.0.0.0/24' });
  });

  it('lets nothing be cached and tells the shop nothing of where the friend came from', async () => {
    const { headers } = await visit(`${served.url}/r/MARINA`);
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
  });

  it('knows a code by its look-alikes and in any case (1-06)', async () => {
    const spellings = ['marina', 'МАRINА', '%D0%9C%D0%90RIN%D0%90', 'MAR1NA'];
    const ids = await Promise.all(spellings.map(async (spelling) => clickIdOf(await visit(`${served.url}/r/${spelling}`))));
    expect(ids.every((id) => id !== null)).toBe(true);
  });

  it.each([
    ['a bot by its user agent', 'bot', 'GET', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    ['a HEAD request', 'head', 'HEAD', {}],
    ['a prefetch', 'prefetch', 'GET', { 'sec-purpose': 'prefetch;prerender' }],
    ['an older prefetch', 'prefetch', 'GET', { purpose: 'prefetch' }],
    ['a framed navigation (F14)', 'bot', 'GET', { 'sec-fetch-dest': 'iframe' }],
    ['a picture (F14)', 'bot', 'GET', { 'sec-fetch-dest': 'image' }],
    ['a person in a browser', 'human', 'GET', { 'sec-fetch-dest': 'document', 'user-agent': `${iphone} alone` }],
  ])('gives %s the same answer and counts it as %s', async (_who, kind, method, headers: Record<string, string>) => {
    const response = await visit(`${served.url}/r/MARINA`, headers, method);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^https:\/\/shop\.example\/welcome\?from=friend&sarafan_click=clk_[0-9a-f]{32}#menu$/);
    expect(await findClick(test.database.pool, clickIdOf(response) ?? '')).toMatchObject({ kind });
  });

  it('counts the same hand within 300 ms as a repeat, with a click of its own all the same (F9)', async () => {
    const twice = { 'user-agent': `${iphone} twice` };
    const first = await visit(`${served.url}/r/MARINA`, twice);
    const second = await visit(`${served.url}/r/MARINA`, twice);
    expect([first.status, second.status]).toEqual([302, 302]);
    expect(clickIdOf(second)).not.toBe(clickIdOf(first));
    expect(await findClick(test.database.pool, clickIdOf(first) ?? '')).toMatchObject({ kind: 'human' });
    expect(await findClick(test.database.pool, clickIdOf(second) ?? '')).toMatchObject({ kind: 'repeat' });
  });

  it.each([
    'TelegramBot (like TwitterBot)',
    'WhatsApp/2.23.20.0',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)',
    'Mozilla/5.0 (compatible; OdklBot/1.0; +odnoklassniki.ru)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  ])('shows %s a page to draw, without redirect and cookie, and counts it apart (F9)', async (agent) => {
    const before = await countKind(test, 'preview');
    const response = await visit(`${served.url}/r/MARINA`, { 'user-agent': agent, 'accept-language': 'ru' });
    expect([response.status, response.headers.get('location'), response.headers.get('set-cookie')]).toEqual([200, null, null]);
    const page = await response.text();
    expect(page).toContain('<meta property="og:title" content="Вас пригласил друг">');
    expect(page).toContain('<meta property="og:site_name"');
    expect(await countKind(test, 'preview')).toBe(before + 1);
  });

  it('stores the click of an IPv6 visitor under its /48, and of a proxied one under the address the proxy names', async () => {
    const behindProxy = await startClickApp(test.access, { trustProxy: true });
    const response = await visit(`${behindProxy.url}/r/MARINA`, { 'x-forwarded-for': '2001:db8:1:2:3:4:5:6' });
    expect(await findClick(test.database.pool, clickIdOf(response) ?? '')).toMatchObject({ addressPrefix: '2001:db8:1::/48' });
  });

  it('believes no X-Forwarded-For without a trusted proxy', async () => {
    const response = await visit(`${served.url}/r/MARINA`, { 'x-forwarded-for': '198.51.100.7' });
    expect(await findClick(test.database.pool, clickIdOf(response) ?? '')).toMatchObject({ addressPrefix: '127.0.0.0/24' });
  });

  it('takes nothing of the target from the request', async () => {
    const response = await visit(`${served.url}/r/MARINA?to=https://evil.example/&next=//evil.example&sarafan_click=clk_0`, {
      referer: 'https://evil.example/',
      'x-forwarded-host': 'evil.example',
      'x-original-url': 'https://evil.example',
    });
    expect(response.headers.get('location')).toBe(`https://shop.example/welcome?from=friend&sarafan_click=clk_${clickIdOf(response)}#menu`);
  });

  it('leaves the stored address for no path a browser could misread, and splits no header', async () => {
    const targets = [...badUrls.behindLink, `/${'A'.repeat(8_000)}`];
    for (const target of targets) {
      const response = await visit(`${served.url}/r${target}`).catch(() => undefined);
      const location = response?.headers.get('location') ?? null;
      expect(
        location === null || location.startsWith('https://shop.example/welcome?from=friend&sarafan_click=clk_'),
        `${target} → ${location}`,
      ).toBe(true);
      expect(response?.headers.get('x-evil') ?? response?.headers.get('set-cookie') ?? null).toBeNull();
      expect(response?.status ?? 400).toBeLessThan(500);
    }
  });

  it('follows a landing address set a moment ago from the hosted page', async () => {
    const own = await createTestDatabase();
    const shop = await insertTenant(own.database.pool, { landingUrl: null });
    await insertCode(own.database.pool, shop, 'MARINA');
    const alone = await startClickApp(own.access);
    expect((await visit(`${alone.url}/r/MARINA`)).status).toBe(200);
    await own.database.pool.query(`update tenant set landing_url = 'http://127.0.0.1:8080/shop' where tenant_id = $1`, [shop]);
    expect(
      await until(
        500,
        async () => (await visit(`${alone.url}/r/MARINA`)).headers.get('location')?.startsWith('http://127.0.0.1:8080/shop?') === true,
      ),
    ).toBe(true);
  });

  it('redirects to no landing address that is neither https on a listed domain nor loopback, even if one is stored', async () => {
    const own = await createTestDatabase();
    const shop = await insertTenant(own.database.pool, { landingUrl: 'https://evil.example/', domains: ['shop.example'] });
    await insertCode(own.database.pool, shop, 'MARINA');
    const alone = await startClickApp(own.access);
    const response = await visit(`${alone.url}/r/MARINA`);
    expect([response.status, response.headers.get('location')]).toEqual([200, null]);
  });

  it('serves a code made after the start at once, also when it was asked for before', async () => {
    const path = `${served.url}/r/BRANDNEW`;
    expect((await visit(path)).status).toBe(404);
    await insertCode(test.database.pool, tenantId, 'BRANDNEW');
    expect(await until(500, async () => (await visit(path)).status === 302)).toBe(true);
  });

  it('keeps stored clicks apart by kind in its counters', async () => {
    const metrics = await served.registry.metrics();
    expect(metrics).toMatch(/sarafan_clicks_stored_total\{kind="human"\} [1-9]/);
    expect(metrics).toMatch(/sarafan_clicks_stored_total\{kind="prefetch"\} 2/);
    expect(metrics).toMatch(/sarafan_clicks_lost_total\{reason="database"\} 0/);
  });
});

async function countKind({ database }: TestDatabase, kind: string): Promise<number> {
  const { rows } = await database.pool.query<{ readonly count: string }>('select count(*)::text as count from click where kind = $1', [
    kind,
  ]);
  return Number(rows[0]?.count);
}

describe('links of several tenants', () => {
  it('finds the tenant by host, else by the slug in the path, and never by guessing', async () => {
    const test = await createTestDatabase();
    const { pool } = test.database;
    const tea = await insertTenant(pool, { slug: 'tea', landingUrl: 'https://tea.example/', domains: ['tea.example'] });
    const cup = await insertTenant(pool, { slug: 'cup', landingUrl: 'https://cup.example/', domains: ['cup.example'] });
    await insertCode(pool, tea, 'MARINA');
    await insertCode(pool, cup, 'MARINA');
    await pool.query(`insert into tenant_route (kind, value, tenant_id) values ('host', 'go.tea.example', $1)`, [tea]);
    const served = await startClickApp(test.access);
    const open = async (url: string, host: string): Promise<string | number> => {
      const { statusCode, headers } = await served.app.inject({ method: 'GET', url, headers: { host, 'user-agent': iphone } });
      return typeof headers.location === 'string' ? new URL(headers.location).origin : statusCode;
    };
    expect(await open('/r/MARINA', 'GO.tea.example:3000')).toBe('https://tea.example');
    expect(await open('/t/cup/r/MARINA', 'localhost')).toBe('https://cup.example');
    expect(await open('/r/MARINA', 'localhost')).toBe(404);
    expect(await open('/t/nobody/r/MARINA', 'localhost')).toBe(404);
  });
});
