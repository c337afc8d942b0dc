/** Every page of the console when nothing is there, when the API refuses, and when there is no network: none is blank, each has a way on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type LiveApi, openLiveApi, openVisitor, signInOwner, type Visitor } from '../support/browser.ts';

let api: LiveApi;
let owner: Visitor;

beforeAll(async () => {
  api = await openLiveApi();
  owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' });
  await signInOwner(api, owner);
  await owner.page.getByRole('heading', { level: 2 }).waitFor();
});
afterAll(async () => {
  await owner.page.context().unrouteAll({ behavior: 'ignoreErrors' });
});

/** Each page with what an empty business reads there: the next step, or that all is well. */
const EMPTY: readonly (readonly [path: string, text: RegExp])[] = [
  ['/', /У вас ещё нет программы/],
  ['/programs', /Готовые программы уже ждут/],
  ['/programs?status=ended', /Таких программ нет/],
  ['/people', /или добавьте человека сами/],
  ['/people?standing=blocked', /Никого не нашлось/],
  ['/people?add=yes', /Сначала запустите программу/],
  ['/queues?queue=rewards', /Очередь пуста/],
  ['/queues?queue=claims', /Очередь пуста/],
  ['/queues?queue=claims&state=declined', /пока ничего нет/],
  ['/queues?queue=reviews', /Очередь пуста/],
  ['/queues?queue=reviews&state=done', /пока ничего нет/],
  ['/queues?queue=deliveries', /Очередь пуста/],
  ['/queues?queue=payouts', /Очередь пуста/],
  ['/queues?queue=payments', /Очередь пуста/],
  ['/queues?queue=lowStock', /Очередь пуста/],
  ['/queues?queue=webhooks', /Очередь пуста/],
  ['/by-hand', /Внести вручную/],
  ['/files', /./],
  ['/connect', /./],
  ['/settings', /./],
  ['/settings/messages', /./],
  ['/settings/self-check', /./],
  ['/start?step=goal', /./],
];
/** What they ask for: not who is signed in. */
const DATA = /\/v1\/(?!console\/)/;
/** Pages that stand by what is typed into them ask for nothing first. */
const PAGES = EMPTY.map(([path]) => path).filter((path) => !['/start?step=goal'].includes(path));

async function open(path: string): Promise<void> {
  const { page } = owner;
  // A fresh page: nothing is remembered of the one before.
  await page.goto('about:blank');
  await page.goto(`${api.url}/console/#${path}`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
}

describe('a business where nothing is yet', () => {
  it.each(EMPTY)('%s says what comes next', { timeout: 60_000 }, async (path, text) => {
    await open(path);
    await owner.page.getByText(text).first().waitFor();
    await expect.poll(() => owner.page.locator('[aria-busy="true"]').count()).toBe(0);
    await expectAccessible(owner.page);
  });
});

describe('an API that fails', () => {
  it.each(PAGES)('%s says so, and asks again when told to', { timeout: 60_000 }, async (path) => {
    const { page } = owner;
    await page.route(DATA, (route) => route.fulfill({ status: 500, body: 'gone' }));
    await open(path);
    const alert = page.getByRole('alert').filter({ hasText: 'Сервер не отвечает' });
    await alert.first().waitFor();
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    await expectAccessible(page);
    await page.unroute(DATA);
    for (let left = 12; left > 0 && (await alert.count()) > 0; left -= 1) {
      const before = await alert.count();
      // Where a dialog is open it covers the page: what is behind it is asked again by keys.
      await alert.last().getByRole('button', { name: 'Попробовать ещё раз' }).press('Enter');
      await expect.poll(() => alert.count()).toBeLessThan(before);
    }
    expect(await alert.count()).toBe(0);
  });

  it('is told from an empty list when there is no network, and asked again when there is', { timeout: 60_000 }, async () => {
    const { page } = owner;
    await open('/programs');
    await page.getByText('Готовые программы уже ждут').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('combobox', { name: 'Показать' }).click();
    await page.getByRole('option', { name: 'на паузе' }).click();
    await page.getByText('Сервер не отвечает').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Попробовать ещё раз' }).first().click();
    await page.getByText('Таких программ нет').waitFor();
  });
});
