/** The cabinet in a frame of the shop's page: only there, and nothing but a token from that very origin is heard (reliability.md 2, widget). */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApi, openLiveApi, openVisitor } from '../support/browser.ts';
import { type CabinetShop, openCabinetShop, program } from './cabinet-shop.ts';

let api: LiveApi;
let shop: CabinetShop;
let programId: string;
let site: Server;
let siteUrl: string;

beforeAll(async () => {
  api = await openLiveApi();
  shop = await openCabinetShop({}, api);
  programId = await shop.publish(program);
  await shop.join('marina', programId, 'MARINA');
  site = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://site');
    const origin = `http://${request.headers.host}`;
    response.setHeader('content-type', 'text/html');
    response.end(page(`${api.url}/embed/cabinet?lang=ru&origin=${encodeURIComponent(asked.searchParams.get('as') ?? origin)}`));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  siteUrl = `http://127.0.0.1:${port}`;
  await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { landingUrl: `${siteUrl}/` } });
}, 300_000);
afterAll(() => site.close());

/** A shop's page: keeps what the frame says, and sends what the test tells it to. */
const page = (frame: string): string => `<!doctype html><title>Shop</title>
<iframe src="${frame}" style="width:360px;height:600px"></iframe>
<script>
  window.heard = [];
  addEventListener('message', (event) => window.heard.push([event.origin, event.data]));
  window.tell = (data) => document.querySelector('iframe').contentWindow.postMessage(data, '*');
</script>`;

const PHONE = { language: 'ru', scheme: 'light', device: 'phone' } as const;

describe('the cabinet in a frame', () => {
  it('asks the page for a token, opens with it, tells its height, and asks again when the session is over', async () => {
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(siteUrl);
    const heard = () => visitor.page.evaluate('window.heard') as Promise<[string, { type: string; height?: number }][]>;
    await expect.poll(async () => (await heard()).map(([, data]) => data.type)).toContain('sarafan:ready');
    expect((await heard()).every(([origin]) => origin === api.url)).toBe(true);
    const token = await shop.signToken({ aud: programId, sub: 'marina' });
    await visitor.page.evaluate(`window.tell({ type: 'sarafan:token', token: '${token}' })`);
    const frame = visitor.page.frameLocator('iframe');
    await frame.locator('.in-card').waitFor();
    expect(await visitor.context.cookies()).toEqual([]);
    await expect.poll(async () => (await heard()).some(([, { type, height = 0 }]) => type === 'sarafan:resize' && height > 600)).toBe(true);
    await api.rows('delete from member_session');
    await frame.locator('a[href="#/claim"]').click();
    await expect.poll(async () => (await heard()).map(([, data]) => data.type)).toContain('sarafan:need-token');
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('hears nothing but a token, however much is said', async () => {
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(siteUrl);
    const frame = visitor.page.frameLocator('iframe');
    await frame.locator('.skeleton').waitFor();
    await visitor.page.evaluate(`for (let n = 0; n < 25; n += 1)
      for (const data of ['x', null, { type: 'sarafan:token' }, { type: 'sarafan:token', token: '<img src=x onerror=alert(1)>'.repeat(n) }])
        window.tell(data)`);
    const token = await shop.signToken({ aud: programId, sub: 'marina' });
    await visitor.page.evaluate(`window.tell({ type: 'sarafan:token', token: '${token}' })`);
    await frame.locator('.in-card').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('says nothing to, and hears nothing from, an origin that is not the one it was told', async () => {
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${siteUrl}/?as=${encodeURIComponent('https://tea.example')}`);
    const frame = visitor.page.frameLocator('iframe');
    await frame.locator('.skeleton').waitFor();
    const token = await shop.signToken({ aud: programId, sub: 'marina' });
    await visitor.page.evaluate(`window.tell({ type: 'sarafan:token', token: '${token}' })`);
    expect(await visitor.page.evaluate('window.heard')).toEqual([]);
    expect((await shop.knock('sessions', { token })).status, 'the token is still unused').toBe(201);
    await visitor.close();
  });

  it('shows nothing in the page of a stranger, and a page of its own in none', async () => {
    const policy = (await api.ask({ method: 'GET', url: '/embed/cabinet', key: null })).headers['content-security-policy'];
    expect(policy).toContain(`frame-ancestors ${siteUrl}`);
    const own = (await api.ask({ method: 'GET', url: '/cabinet/', key: null })).headers['content-security-policy'];
    expect(own).toContain("frame-ancestors 'none'");
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(siteUrl.replace('127.0.0.1', 'localhost'));
    await expect.poll(() => visitor.troubles.some((text) => text.includes('frame-ancestors'))).toBe(true);
    expect(await visitor.page.frameLocator('iframe').locator('#root').count()).toBe(0);
    await visitor.close();
  });
});
