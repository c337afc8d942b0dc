/** The console as its people meet it, in a real browser. */
import { beforeAll, describe, expect, it } from 'vitest';
import { setSetupToken } from '../../src/staff/staff.store.ts';
import { expectAccessible, type LiveApi, LOOKS, OWNER, openLiveApi, openVisitor } from '../support/browser.ts';

describe("the console's door", () => {
  let api: LiveApi;

  beforeAll(async () => {
    api = await openLiveApi();
    await setSetupToken(api.test.database.kysely, api.business.tenantId, 'printed-at-first-start');
  });

  it('lets the owner in by the printed link, once, and again by the password', async () => {
    const owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'desktop' });
    const { page } = owner;
    await page.goto(`${api.url}/console/#/setup/printed-at-first-start`);
    await expectAccessible(page);
    await page.getByLabel('Имя').fill(OWNER.name);
    await page.getByLabel('Почта').fill(OWNER.email);
    await page.getByLabel('Пароль').first().fill(OWNER.password);
    await page.getByRole('button', { name: 'Создать' }).click();
    await page.getByRole('button', { name: /Пропустить/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Учётная запись готова' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Дальше' }).click();
    await page.getByRole('button', { name: 'Выйти' }).click();
    await page.getByLabel('Почта').waitFor();
    await page.goto(`${api.url}/console/#/setup/printed-at-first-start`);
    await page.getByRole('heading', { name: 'Владелец уже есть' }).waitFor();
    await page.getByRole('button', { name: 'К входу' }).click();
    await page.getByLabel('Почта').fill(OWNER.email);
    await page.getByLabel('Пароль').fill('не тот пароль совсем');
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await page.getByLabel('Пароль').fill(OWNER.password);
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.getByRole('button', { name: 'Выйти' }).waitFor();
    expect(owner.troubles).toEqual([]);
    await owner.close();
  });

  it.each(LOOKS)('can be entered by everybody: $language, $scheme, $device', async (look) => {
    const visitor = await openVisitor(look);
    await visitor.page.goto(`${api.url}/console/#/sign-in`);
    await visitor.page.getByRole('button', { name: look.language === 'ru' ? 'Войти' : 'Sign in' }).waitFor();
    await expectAccessible(visitor.page);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });
});
