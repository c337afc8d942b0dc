import { beforeAll, describe, expect, it } from 'vitest';
import { addMember, DOCUMENT } from '../friend-page/page-shop.ts';
import { expectAccessible, openVisitor } from '../support/browser.ts';
import { signToken } from './host-page.ts';
import { deliver, frameOf, heightOf, offerFrame, openStage, PHONE, type Stage } from './widget-stage.ts';

const PAYLOAD = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

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
    const counted = visitor.page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/v1/cabinet/offer'),
    );
    await visitor.page.goto(`${stage.site.url}/strict`);
    await visitor.page.getByText('Если вы воспользуетесь приглашением, я получу от магазина вознаграждение.').waitFor();
    const offer = await offerFrame(visitor);
    await offer.getByRole('button', { name: 'Пригласить друга' }).waitFor();
    expect((await counted).status()).toBe(204);
    const height = await visitor.page.evaluate(() => document.querySelector('sarafan-offer')?.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(100);
    expect(await visitor.page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('open the cabinet for who is signed in at the shop, as high as it is, in a frame that keeps no cookie', async () => {
    const { api, site, script } = stage;
    // The function is there before the elements are: a page need not wait for them.
    const body = `<sarafan-cabinet></sarafan-cabinet><script nonce="own">document.querySelector('sarafan-cabinet').getToken=async()=>(await fetch('/sarafan-token')).text()</script>`;
    site.put('/account', { body, head: script, policy: `${strict()}; script-src 'nonce-own' ${api.url}` });
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
    const seen = (await api.get('/v1/self-check')).body;
    expect(seen.tokenAcceptedAt).not.toBeNull();
    // The offer of the page before was shown once (2-05).
    expect(seen.offersShown).toBe('1');
    await visitor.close();
  });

  it('share in two taps from the frame of a phone: the sheet opens in view, and what was copied is said there', async () => {
    const { site, script, api } = stage;
    const body = '<p style="height:300px">Шапка магазина</p><sarafan-cabinet token-url="/sarafan-token"></sarafan-cabinet>';
    site.put('/phone', { body, head: script });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/phone`);
    const frame = await frameOf(visitor, '/embed/cabinet');
    const outer = visitor.page.locator('sarafan-cabinet iframe');
    expect(await outer.getAttribute('allow')).toBe('clipboard-write; web-share');
    await frame.locator('.in-card').tap();
    const isInView = async (selector: string): Promise<boolean> => {
      const box = await frame.locator(selector).last().boundingBox();
      return box !== null && box.height > 0 && box.y >= 0 && box.y + box.height <= 740;
    };
    await expect.poll(() => isInView('dialog[open]'), { timeout: 5_000 }).toBe(true);
    await frame.getByText('Копировать', { exact: true }).tap();
    await expect
      .poll(async () => (await api.rows<{ shares: number }>(`select shares from share_count where channel = 'copy'`))[0]?.shares)
      .toBe(1);
    await frame.getByRole('status').filter({ hasText: 'Скопировано' }).first().waitFor();
    expect(await isInView('dialog .toast')).toBe(true);
    await visitor.page.keyboard.press('Escape');
    await expect.poll(() => frame.locator('dialog[open]').count()).toBe(0);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('show the cabinet’s own door when the page has no other token than the one that was used (review L16)', async () => {
    const { api, site, programId, secret, script } = stage;
    site.put('/once', { body: '<sarafan-cabinet id="c"></sarafan-cabinet>', head: script });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/once`);
    const give = (value: string) => visitor.page.evaluate((token) => document.getElementById('c')?.setAttribute('token', token), value);
    await give(await signToken(secret, { programId, externalId: 'marina' }));
    const frame = await frameOf(visitor, '/embed/cabinet');
    await frame.getByText('MARINA').first().waitFor();
    await api.rows('delete from member_session');
    await frame.locator('a[href="#/claim"]').click();
    await frame.locator('.door h1').waitFor();
    await give(await signToken(secret, { programId, externalId: 'marina' }));
    // Where they were before.
    await frame.locator('.view form').waitFor();
    await visitor.close();
  });

  it('show the cabinet’s own door when the page’s address of tokens fails', async () => {
    const { site, script } = stage;
    site.put('/failing', { body: '<sarafan-cabinet token-url="/no-such-address"></sarafan-cabinet>', head: script });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/failing`);
    const frame = await frameOf(visitor, '/embed/cabinet');
    await frame.locator('.door h1').waitFor();
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

  it('stop asking for a while when the member says not now', async () => {
    const { site, script, api } = stage;
    site.put('/later', { body: '<sarafan-offer token-url="/sarafan-token"></sarafan-offer>', head: script });
    const visitor = await openVisitor(PHONE);
    await visitor.page.goto(`${site.url}/later`);
    const frame = await offerFrame(visitor);
    await frame.getByRole('button', { name: 'Не сейчас' }).click();
    await expect.poll(() => heightOf(visitor.page), { timeout: 5_000 }).toBe(0);
    const asked = visitor.page.waitForResponse(/\/v1\/cabinet\/offer$/);
    await visitor.page.reload();
    expect(await (await asked).json()).toEqual({ show: false, offer: null });
    await api.rows('delete from member_wish');
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
