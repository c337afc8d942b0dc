import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addMember, DOCUMENT, fillPageShop, must } from '../friend-page/page-shop.ts';
import { expectAccessible, type LiveApi, openLiveApi, openVisitor, type Visitor } from '../support/browser.ts';
import { rub } from '../support/http-shop.ts';
import { type HostSite, openHostSite, signToken } from './host-page.ts';

const CLICK = `clk_${'0123456789abcdef'.repeat(2)}`;
const PAYLOAD = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
const LOADER_BYTES_MAX = 3_000;
const DAY_MS = 86_400_000;
const PHONE = { language: 'ru', scheme: 'light', device: 'phone' } as const;

interface Stage {
  readonly api: LiveApi;
  readonly site: HostSite;
  readonly programId: string;
  readonly script: string;
  readonly secret: string;
}

async function openStage(document: unknown = DOCUMENT): Promise<Stage> {
  const api = await openLiveApi({ links: true });
  const { programId, settings } = await fillPageShop(api, document);
  const site = await openHostSite();
  await must(settings({ landingUrl: `${site.url}/`, timeZone: 'Europe/Moscow', region: 'eu' }));
  const { body } = await must(api.post('/v1/tenant/cabinet-secrets'));
  site.answerTokens(() => signToken(body.secret, { programId, externalId: 'marina' }));
  const script = `<script src="${api.url}/widget.js" data-key="${api.business.publishableKey}"></script>`;
  return { api, site, programId, script, secret: String(body.secret) };
}

async function deliver(api: LiveApi, customer: string, { daysAgo }: { readonly daysAgo: number }): Promise<void> {
  const at = new Date(api.clock.now().getTime() - daysAgo * DAY_MS).toISOString();
  const order = { id: `o-${customer}-${daysAgo}`, total: rub(200_000) };
  const events = [
    { id: `p-${order.id}`, type: 'order.paid', occurredAt: at, customer: { externalId: customer }, order },
    { id: `d-${order.id}`, type: 'order.delivered', occurredAt: at, order: { id: order.id } },
  ];
  await must(api.post('/v1/events', { events }));
}

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

describe('the elements in a page of the shop', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ ...DOCUMENT, name: { ru: PAYLOAD, en: PAYLOAD } });
    await addMember(stage.api, stage.programId, { externalId: 'quiet', name: 'Тихая', code: 'QUIET' });
    await deliver(stage.api, 'marina', { daysAgo: 10 });
  });
  const strict = (): string => `default-src 'self' ${stage.api.url}`;

  it('work under a policy of the page that allows itself and our host, and write texts as text', async () => {
    const body = '<sarafan-share code="MARINA"></sarafan-share><sarafan-offer token-url="/sarafan-token"></sarafan-offer>';
    stage.site.put('/strict', { body, head: stage.script, policy: strict() });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${stage.site.url}/strict`);
    await visitor.page.getByText('Если вы воспользуетесь приглашением, я получу от магазина вознаграждение.').waitFor();
    const offer = await offerFrame(visitor);
    await offer.getByRole('button', { name: 'Пригласить друга' }).waitFor();
    const height = await visitor.page.evaluate(() => document.querySelector('sarafan-offer')?.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(100);
    expect(await visitor.page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('open the cabinet for who is signed in at the shop, as high as it is, in a frame that keeps no cookie', async () => {
    const { api, site, script } = stage;
    site.put('/account', { body: '<sarafan-cabinet token-url="/sarafan-token"></sarafan-cabinet>', head: script, policy: strict() });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/account`);
    const frame = await frameOf(visitor, '/embed/cabinet');
    await frame.getByText('MARINA').first().waitFor();
    const inside = await frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
    await expect
      .poll(() => visitor.page.evaluate(() => document.querySelector('sarafan-cabinet')?.getBoundingClientRect().height), {
        timeout: 5_000,
      })
      .toBeGreaterThanOrEqual(Math.floor(inside));
    expect(await visitor.context.cookies()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    expect((await api.get('/v1/self-check')).body.tokenAcceptedAt).not.toBeNull();
    await visitor.close();
  });

  it('write no code, name or word of anybody as markup (DOM-XSS)', async () => {
    const { api, site, script } = stage;
    site.put('/xss', { body: `<sarafan-share id="a"></sarafan-share>`, head: script });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/xss`);
    await visitor.page.evaluate((code) => document.getElementById('a')?.setAttribute('code', code), PAYLOAD);
    await visitor.page.getByText('Сейчас не получилось').waitFor();
    await visitor.page.evaluate(() => document.getElementById('a')?.setAttribute('code', 'MARINA'));
    await visitor.page.getByText(`${api.url}/r/MARINA`).waitFor();
    const inside = await visitor.page.evaluate(() => {
      const root = document.getElementById('a')?.shadowRoot;
      return {
        foreign: root?.querySelectorAll('img,script,iframe').length,
        hrefs: [...(root?.querySelectorAll('a') ?? [])].map(({ protocol }) => protocol),
      };
    });
    expect(inside).toEqual({ foreign: 0, hrefs: ['https:', 'https:', 'mailto:', 'sms:'] });
    expect(await visitor.page.evaluate(() => 'hacked' in window)).toBe(false);
    await visitor.close();
  });

  it('send no message without the sentence that the sender is rewarded, and name the way of each', async () => {
    stage.site.put('/share', { body: '<main><h1>Чай</h1><sarafan-share code="MARINA"></sarafan-share></main>', head: stage.script });
    for (const look of [PHONE, { language: 'en', scheme: 'dark', device: 'phone' }] as const) {
      const visitor = await openVisitor(look);
      await visitor.page.goto(`${stage.site.url}/share`);
      await visitor.page.getByText(`${stage.api.url}/r/MARINA`).waitFor();
      const hrefs = await visitor.page.evaluate(() =>
        [...(document.querySelector('sarafan-share')?.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => decodeURIComponent(href)),
      );
      expect(hrefs).toHaveLength(4);
      for (const href of hrefs) expect(href).toContain('получу от магазина вознаграждение');
      expect(hrefs.map((href) => /via=(\w+)/.exec(href)?.[1])).toEqual(['telegram', 'whatsapp', 'email', 'sms']);
      await expectAccessible(visitor.page);
      await visitor.close();
    }
  });

  it('take no room and open nothing for a member who is not to be asked: no pop-up exists (4-03)', async () => {
    const { api, site, programId, secret, script } = stage;
    site.put('/quiet', { body: '<sarafan-offer id="o"></sarafan-offer><p>Дальше</p>', head: script });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/quiet`);
    const token = await signToken(secret, { programId, externalId: 'quiet' });
    const asked = visitor.page.waitForResponse((response) => response.url() === `${api.url}/v1/cabinet/offer`);
    await visitor.page.evaluate((value) => document.getElementById('o')?.setAttribute('token', value), token);
    expect(await (await asked).json()).toEqual({ show: false, offer: null });
    const height = await visitor.page.evaluate(() => document.querySelector('sarafan-offer')?.getBoundingClientRect().height);
    expect(height).toBe(0);
    expect(visitor.context.pages()).toHaveLength(1);
    await visitor.close();
  });

  it('stop asking for good when the member says so', async () => {
    const { site, script } = stage;
    site.put('/never', { body: '<sarafan-offer token-url="/sarafan-token"></sarafan-offer>', head: script });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/never`);
    const frame = await offerFrame(visitor);
    await frame.getByRole('button', { name: 'Больше не предлагать' }).click();
    await expect.poll(() => heightOf(visitor.page), { timeout: 5_000 }).toBe(0);
    const asked = visitor.page.waitForResponse(/\/v1\/cabinet\/offer$/);
    await visitor.page.reload();
    expect(await (await asked).json()).toEqual({ show: false, offer: null });
    await visitor.close();
  });
});

describe('a frame of ours', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await deliver(stage.api, 'marina', { daysAgo: 10 });
  });

  it('opens in pages of the business only, and says so in its policy', async () => {
    const { api, site } = stage;
    await must(api.ask({ method: 'PATCH', url: '/v1/tenant', body: { landingDomains: ['tea.example', 'чай.рф'] } }));
    const { headers } = await fetch(`${api.url}/embed/offer`);
    const policy = headers.get('content-security-policy') ?? '';
    const { host } = new URL('https://чай.рф');
    const places = `https://tea.example https://*.tea.example https://${host} https://*.${host} ${site.url}`;
    expect(policy.endsWith(`frame-ancestors ${places}`), policy).toBe(true);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    const stranger = await openHostSite();
    stranger.put('/', { body: `<iframe src="${api.url}/embed/offer?origin=${stranger.url}"></iframe>` });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(stranger.url);
    await expect.poll(() => visitor.troubles.join('\n'), { timeout: 5_000 }).toContain('frame-ancestors');
    await visitor.close();
  });

  it('ignores a hundred malformed messages of the page around it and works on (hostile parent)', async () => {
    const { api, site, programId, secret } = stage;
    const origin = site.url;
    site.put('/hostile', { body: `<iframe id="f" width="340" height="400" src="${api.url}/embed/offer?origin=${origin}"></iframe>` });
    const visitor = await openVisitor(PHONE);
    const calls: string[] = [];
    visitor.page.on('request', (request) => {
      if (request.url().includes('/v1/')) calls.push(request.url());
    });
    await visitor.page.goto(`${origin}/hostile`);
    const frame = await offerFrame(visitor);
    await visitor.page.evaluate(sendMalformed, api.url);
    await frame.waitForFunction(() => document.readyState === 'complete');
    expect(calls).toEqual([]);
    const token = await signToken(secret, { programId, externalId: 'marina' });
    await visitor.page.evaluate(
      ([value, to]) => document.querySelector('iframe')?.contentWindow?.postMessage({ type: 'sarafan:token', token: value }, String(to)),
      [token, api.url],
    );
    await frame.getByRole('button', { name: 'Пригласить друга' }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('is heard only from its own window and origin: another frame of the page moves nothing and gets no token', async () => {
    const { site, script } = stage;
    const evil = await openHostSite();
    evil.put('/', {
      body: `<script>for(const m of [{type:'sarafan:ready'},{type:'sarafan:need-token'},{type:'sarafan:resize',height:9999}])parent.postMessage(m,'*');addEventListener('message',e=>{document.title=JSON.stringify(e.data)})</script>`,
    });
    site.put('/mixed', {
      body: `<sarafan-offer token-url="/sarafan-token"></sarafan-offer><iframe id="evil" src="${evil.url}/"></iframe>`,
      head: script,
    });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/mixed`);
    await (await offerFrame(visitor)).getByRole('button', { name: 'Пригласить друга' }).waitFor();
    await visitor.page.evaluate(() => {
      window.postMessage({ type: 'sarafan:resize', height: 9_999 }, '*');
      window.postMessage({ type: 'sarafan:need-token' }, '*');
    });
    const stranger = visitor.page.frames().find((frame) => frame.url().startsWith(evil.url));
    expect(await stranger?.title()).toBe('Чайная');
    expect(await heightOf(visitor.page)).toBeLessThan(1_000);
    await visitor.close();
  });

  it.each([PHONE, { language: 'en', scheme: 'dark', device: 'phone' } as const])('is readable for everybody: %o', async (look) => {
    stage.site.put('/look', {
      body: '<main><h1>Чай</h1><sarafan-offer token-url="/sarafan-token"></sarafan-offer><br><sarafan-share code="MARINA"></sarafan-share></main>',
      head: stage.script,
      lang: look.language,
    });
    const visitor = await openVisitor(look);
    await visitor.page.goto(`${stage.site.url}/look`);
    const frame = await offerFrame(visitor);
    await frame.getByRole('button').first().waitFor();
    await visitor.page.getByText(`${stage.api.url}/r/MARINA`).waitFor();
    await expectAccessible(visitor.page);
    await visitor.close();
  });
});

function offerFrame(visitor: Visitor): Promise<Frame> {
  return frameOf(visitor, '/embed/offer');
}

async function frameOf(visitor: Visitor, path: string): Promise<Frame> {
  const find = (): Frame | undefined => visitor.page.frames().find((frame) => frame.url().includes(path));
  await expect.poll(() => find() !== undefined, { timeout: 10_000 }).toBe(true);
  const found = find();
  if (found === undefined) throw new Error(`there is no frame of ${path}`);
  return found;
}

function heightOf(page: Page): Promise<number | undefined> {
  return page.evaluate(() => document.querySelector('sarafan-offer')?.getBoundingClientRect().height);
}

/** Runs in the page. */
function sendMalformed(to: string): void {
  const frame = document.querySelector('iframe')?.contentWindow;
  const token = 'a.b.c';
  const wrong: unknown[] = [
    null,
    undefined,
    0,
    '',
    'sarafan:token',
    [],
    ['sarafan:token', token],
    { type: 'sarafan:token' },
    { token },
    { type: 'sarafan:token', token: '' },
    { type: 'sarafan:token', token: 1 },
    { type: 'sarafan:token', token: { toString: 'a.b.c' } },
    { type: 'sarafan:token', token: 'a.b' },
    { type: 'sarafan:token', token: 'a.b.c.d' },
    { type: 'sarafan:token', token: `${'a'.repeat(5_000)}.b.c` },
    { type: 'sarafan:token', token, more: true },
    { type: 'SARAFAN:TOKEN', token },
    { type: ['sarafan:token'], token },
    { type: 'sarafan:resize', height: 10 },
    new Map([['type', 'sarafan:token']]),
    new Date(),
    new Error('x'),
    { __proto__: { type: 'sarafan:token', token } },
    '<img src=x onerror=alert(1)>',
    { type: 'sarafan:token', token: '<script>alert(1)</script>.b.c' },
  ];
  for (let round = 0; round < 4; round += 1) for (const message of wrong) frame?.postMessage(message, to);
}
