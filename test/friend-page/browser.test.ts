/** The pages of links and programmes in a real browser: without scripts, on a slow phone, in every look. */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type LiveApi, LOOKS, openLiveApi, openVisitor } from '../support/browser.ts';
import { rub } from '../support/http-shop.ts';
import { CONTROLLER, fillPageShop, must } from './page-shop.ts';

const LCP_MAX_MS = 1_000;
const SLOWER = 4;
const SMALLEST_TARGET_PIXELS = 44;

describe('the page of a link in a browser', () => {
  let api: LiveApi;
  let programId: string;
  beforeAll(async () => {
    api = await openLiveApi({ links: true });
    const shop = await fillPageShop(api);
    programId = shop.programId;
    await must(shop.settings({ controller: CONTROLLER, shopLink: 'https://tea.example/?coupon={code}' }));
    const { body } = await must(api.get('/v1/customers/marina/introduction'));
    const words = 'Беру у них улун третий год и ни разу не пожалела. Попробуй молочный!';
    const change = { shownAs: 'initial', words, locale: 'ru', textHash: body.consent.textHash.ru };
    await must(api.ask({ method: 'PUT', url: '/v1/customers/marina/introduction', body: change }));
  });

  it('brings a friend without scripts to the code, and keeps the invitation for an order from another device', async () => {
    const friend = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' }, { javaScriptEnabled: false });
    await friend.page.goto(`${api.url}/r/MARINA`);
    await friend.page.getByRole('heading', { level: 1, name: 'Марина И. приглашает вас в «Чайная на Мятной»' }).waitFor();
    expect(await friend.page.getByRole('link', { name: 'Перейти в магазин с кодом' }).getAttribute('href')).toContain(
      '?coupon=MARINA&sarafan_click=clk_',
    );
    expect(await friend.page.getByRole('button', { name: 'Скопировать' }).isVisible()).toBe(false);
    await friend.page.getByRole('textbox', { name: 'Почта или телефон' }).fill('friend@example.com');
    const boxes = friend.page.getByRole('checkbox');
    expect([await boxes.nth(0).isChecked(), await boxes.nth(1).isChecked()]).toEqual([false, false]);
    await boxes.nth(0).check();
    await friend.page.getByRole('button', { name: 'Запомнить приглашение' }).click();
    await friend.page.getByRole('heading', { name: 'Готово, запомнили' }).waitFor();
    expect(new URL(friend.page.url()).pathname).toBe('/p/MARINA/kept');
    await friend.close();
    const customer = { externalId: 'friend', email: 'friend@example.com' };
    const order = { id: 'o-friend', total: rub(200_000) };
    const event = { id: 'e-friend', type: 'order.paid', occurredAt: api.clock.now().toISOString(), customer, order };
    expect((await must(api.post('/v1/events', event))).body.attribution).toMatchObject({ by: 'claim' });
  });

  it('says what is wrong with a form, keeps what was typed, and takes it once mended', async () => {
    const friend = await openVisitor({ language: 'en', scheme: 'light', device: 'phone' });
    await friend.page.goto(`${api.url}/p/MARINA`);
    await friend.page.getByRole('textbox', { name: 'E-mail or phone' }).fill('not an address');
    await friend.page.getByRole('checkbox').first().check();
    await friend.page.getByRole('button', { name: 'Remember the invitation' }).click();
    await friend.page.getByRole('alert').waitFor();
    expect(await friend.page.getByRole('textbox', { name: 'E-mail or phone' }).inputValue()).toBe('not an address');
    await expectAccessible(friend.page);
    await friend.page.getByRole('textbox', { name: 'E-mail or phone' }).fill('+7 912 000-00-09');
    await friend.page.getByRole('button', { name: 'Remember the invitation' }).click();
    await friend.page.getByRole('heading', { name: 'Done, we will remember' }).waitFor();
    expect(friend.troubles).toEqual([]);
    await friend.close();
  });

  it('copies the code by one tap where scripts run, and by keyboard', async () => {
    const friend = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' });
    await friend.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await friend.page.goto(`${api.url}/r/MARINA`);
    await friend.page.getByRole('button', { name: 'Скопировать' }).focus();
    await friend.page.keyboard.press('Enter');
    await friend.page.getByRole('button', { name: 'Готово' }).waitFor();
    expect(await friend.page.evaluate(() => navigator.clipboard.readText())).toBe('MARINA');
    await friend.close();
  });

  it.each(LOOKS)('is readable for everybody: $language, $scheme, $device', async (look) => {
    const visitor = await openVisitor(look);
    for (const path of ['/r/MARINA', '/p/MARINA/kept', `/programs/${programId}`, '/r/NOBODY']) {
      await visitor.page.goto(api.url + path);
      await expectAccessible(visitor.page);
      const small = await visitor.page.evaluate(
        (least) =>
          [...document.querySelectorAll('a.button,button,summary')]
            .filter((each) => each.getBoundingClientRect().height < least && !each.hasAttribute('hidden'))
            .map((each) => each.outerHTML),
        SMALLEST_TARGET_PIXELS,
      );
      expect(small, path).toEqual([]);
    }
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('shows its largest part within a second on a processor four times slower', async () => {
    const visitor = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' });
    const session = await visitor.context.newCDPSession(visitor.page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const measured: number[] = [];
    for (let visit = 0; visit < 3; visit += 1) {
      await visitor.page.goto(`${api.url}/p/MARINA`);
      measured.push(
        await visitor.page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
                type: 'largest-contentful-paint',
                buffered: true,
              });
            }),
        ),
      );
    }
    await visitor.close();
    const median = measured.toSorted((a, b) => a - b)[1];
    expect(median, `${measured.map(Math.round).join(', ')} ms`).toBeLessThan(LCP_MAX_MS);
  });
});
