import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../friend-page/page-shop.ts';
import { expectAccessible, openVisitor } from '../support/browser.ts';
import { openHostSite, signToken } from './host-page.ts';
import { deliver, heightOf, offerFrame, openStage, PHONE, type Stage } from './widget-stage.ts';

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
