import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../friend-page/page-shop.ts';
import { openVisitor } from '../support/browser.ts';
import { rub } from '../support/http-shop.ts';
import { openStage, PHONE, type Stage } from './widget-stage.ts';

const CLICK = `clk_${'0123456789abcdef'.repeat(2)}`;
const LOADER_BYTES_MAX = 3_000;

describe('the loader', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });

  it('is under 3 kB compressed, under one name for all shops', async () => {
    const built = readFileSync('dist/public/widget/widget.js');
    expect(gzipSync(built).length).toBeLessThan(LOADER_BYTES_MAX);
    const served = await fetch(`${stage.api.url}/widget.js`, { headers: { referer: `${stage.site.url}/cart?secret=1` } });
    expect(served.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(served.headers.get('access-control-allow-origin')).toBe('*');
    expect(served.headers.get('cache-control')).toBe('public, max-age=300');
    expect(served.headers.get('set-cookie')).toBeNull();
  });

  it('uses nothing that writes markup or runs text', () => {
    const sources = ['loader', 'click-id', 'elements', 'frame-element', 'share-element', 'offer', 'frame-messages'];
    for (const name of sources) {
      const text = readFileSync(`web/widget/src/${name}.ts`, 'utf8');
      expect(text, name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc/);
    }
  });

  it('is seen: the self-check tells where it was loaded, whether a token was good, and the last order with a code', async () => {
    const { api, site } = stage;
    const host = new URL(site.url).host;
    await expect
      .poll(async () => (await api.get('/v1/self-check')).body.scripts.map((seen: { host: string }) => seen.host), { timeout: 5_000 })
      .toContain(host);
    expect((await api.get('/v1/self-check')).body).toMatchObject({ tokenAcceptedAt: null, orderStoredAt: null, codeSeenAt: null });
    const order = { id: 'o-seen', total: rub(200_000) };
    const event = { id: 'e-seen', type: 'order.paid', occurredAt: api.clock.now().toISOString(), customer: { externalId: 'new-1' }, order };
    await must(api.post('/v1/events', { ...event, attribution: { code: 'MARINA' } }));
    const { body } = await api.get('/v1/self-check');
    expect(body.orderStoredAt).not.toBeNull();
    expect(body.codeSeenAt).toBe(body.orderStoredAt);
    expect(JSON.stringify(body)).not.toContain('secret=1');
  });
});

describe('the click’s id on its way to the checkout', () => {
  let stage: Stage;
  const checkout = `<a id="next" href="/cart">Корзина</a><form action="/order" data-sarafan-checkout><input name="phone"></form><form id="own"><input type="hidden" name="sarafan_click"></form>`;
  beforeAll(async () => {
    stage = await openStage();
    for (const path of ['/', '/cart']) stage.site.put(path, { body: checkout, head: stage.script });
  });
  const values = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('input[name=sarafan_click]')].map(({ value }) => value));
  const kept = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('sarafan_click'));

  it('without consent stays in the addresses of the shop’s own pages, and nothing is kept on the device', async () => {
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${stage.site.url}/?utm=1&sarafan_click=${CLICK}`);
    expect(await values(visitor.page)).toEqual([CLICK, CLICK]);
    await visitor.page.click('#next');
    await visitor.page.waitForURL(`${stage.site.url}/cart?sarafan_click=${CLICK}`);
    expect(await values(visitor.page)).toEqual([CLICK, CLICK]);
    expect([await kept(visitor.page), (await visitor.context.cookies()).length]).toEqual([null, 0]);
    await visitor.page.goto(`${stage.site.url}/`);
    expect(await values(visitor.page)).toEqual(['']);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('is kept in the browser once the page tells of consent, and forgotten when it is taken back', async () => {
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${stage.site.url}/?sarafan_click=${CLICK}`);
    const tell = (isGiven: boolean): Promise<void> =>
      visitor.page.evaluate((detail) => void document.dispatchEvent(new CustomEvent('sarafan:consent', { detail })), isGiven);
    await tell(true);
    expect(await kept(visitor.page)).toMatch(new RegExp(`^${CLICK} \\d+$`));
    stage.site.put('/later', { body: checkout, head: stage.script.replace('<script ', '<script data-consent="granted" ') });
    await visitor.page.goto(`${stage.site.url}/later`);
    expect(await values(visitor.page)).toEqual([CLICK, CLICK]);
    await tell(false);
    expect(await kept(visitor.page)).toBeNull();
    await visitor.close();
  });

  it('lives on with a page that tells of consent on each page anew, a moment after the script', async () => {
    const visitor = await openVisitor(PHONE);
    const tell = (): Promise<void> =>
      visitor.page.evaluate(() => void document.dispatchEvent(new CustomEvent('sarafan:consent', { detail: true })));
    await visitor.page.goto(`${stage.site.url}/?sarafan_click=${CLICK}`);
    await tell();
    await visitor.page.goto(`${stage.site.url}/cart`);
    expect(await values(visitor.page), 'nothing is read before the page has told').toEqual(['']);
    await tell();
    expect(await values(visitor.page)).toEqual([CLICK, CLICK]);
    await visitor.close();
  });

  it('goes along to another host of the business, kept here or not, and to nobody else’s', async () => {
    const hosts = [
      'https://tea.example/cart',
      'https://checkout.tea.example/order?x=1',
      'https://not-tea.example/',
      'https://bank.example/',
    ];
    const body = `${checkout}${hosts.map((href) => `<a class="out" href="${href}">x</a>`).join('')}`;
    stage.site.put('/hosts', { body, head: stage.script });
    for (const isGiven of [false, true]) {
      const visitor = await openVisitor(PHONE);
      await visitor.page.goto(`${stage.site.url}/hosts?sarafan_click=${CLICK}`);
      const told = await visitor.page.evaluate((detail) => {
        document.dispatchEvent(new CustomEvent('sarafan:consent', { detail }));
        return [...document.querySelectorAll<HTMLAnchorElement>('a.out')].map((link) => {
          link.addEventListener('click', (event) => event.preventDefault());
          link.click();
          return new URL(link.href).searchParams.get('sarafan_click');
        });
      }, isGiven);
      expect(told).toEqual([CLICK, CLICK, null, null]);
      await visitor.close();
    }
  });

  it('is kept by the region’s rule where the page says nothing', async () => {
    await must(stage.api.ask({ method: 'PATCH', url: '/v1/tenant', body: { region: null } }));
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${stage.site.url}/?sarafan_click=${CLICK}`);
    expect(await kept(visitor.page)).toContain(CLICK);
    await visitor.close();
    await must(stage.api.ask({ method: 'PATCH', url: '/v1/tenant', body: { region: 'eu' } }));
  });

  it.each([`${CLICK}"><script>window.hacked=1</script>`, 'javascript:alert(1)', CLICK.toUpperCase(), `${CLICK}0`])(
    'takes nothing that is no id: %j',
    async (id) => {
      const visitor = await openVisitor(PHONE);
      await visitor.page.goto(`${stage.site.url}/?sarafan_click=${encodeURIComponent(id)}`);
      expect(await values(visitor.page)).toEqual(['']);
      expect(await visitor.page.evaluate(() => 'hacked' in window)).toBe(false);
      await visitor.close();
    },
  );
});
