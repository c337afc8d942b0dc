/** Staff, codes at sign-in and the audit log in a real browser (review L2; issue 4, section 6: roles, sessions, audit log). */
import { TOTP, URI } from 'otpauth';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type LiveApi, OWNER, openLiveApi, openVisitor, signInOwner, type Visitor } from '../support/browser.ts';

const DAY_MS = 86_400_000;
let api: LiveApi;
let owner: Visitor;

beforeAll(async () => {
  api = await openLiveApi();
  owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'desktop' });
  await signInOwner(api, owner);
});
afterAll(() => {
  expect(owner.troubles).toEqual([]);
});

const goTo = (path: string) => owner.page.goto(`${api.url}/console/#${path}`);

describe('a session that ends', () => {
  it('loses nothing of what is being typed: signed in again on the page, one presses once more', async () => {
    const { page, context } = owner;
    await goTo('/settings?tab=staff');
    const email = page.getByRole('tabpanel').getByLabel('Почта');
    await page.getByLabel('Имя', { exact: false }).first().fill('Пётр');
    await email.fill('petr@tea.example');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Пригласить', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Войти снова' });
    await dialog.getByText('вход закончился').waitFor();
    expect(await dialog.getByLabel('Почта').inputValue()).toBe(OWNER.email);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('alert').getByRole('button', { name: 'Войти снова' }).first().click();
    await dialog.getByLabel('Пароль').fill(OWNER.password);
    await dialog.getByRole('button', { name: 'Войти', exact: true }).click();
    await page.getByText('Нажмите ещё раз то, что не получилось').waitFor();
    expect(await email.inputValue()).toBe('petr@tea.example');
    await page.getByRole('button', { name: 'Пригласить', exact: true }).click();
    expect(await page.locator('[data-secret]').textContent()).toContain('/console/#/invite/');
    const row = page.getByRole('listitem').filter({ hasText: 'petr@tea.example' });
    await row.getByRole('button', { name: 'Закрыть доступ' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть доступ' }).click();
    await row.getByText('нет доступа').waitFor();
    await page.getByRole('button', { name: 'Сохранил(а)' }).click();
  });
});

describe('a colleague', () => {
  it('whose invitation is over gets another, and comes in by that one only', async () => {
    const { page } = owner;
    await goTo('/settings?tab=staff');
    await page.getByLabel('Имя', { exact: false }).first().fill('Света');
    await page.getByLabel('Почта').fill('sveta@tea.example');
    await page.getByRole('button', { name: 'Пригласить', exact: true }).click();
    const first = (await page.locator('[data-secret]').textContent()) ?? '';
    await page.getByText('Почта не настроена').waitFor();
    await page.getByRole('button', { name: 'Сохранил(а)' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'sveta@tea.example' });
    await row.getByText('Ссылка работает до').waitFor();
    await api.rows(`update staff set invite_expires_at = now() - interval '1 day' where email = 'sveta@tea.example'`);
    await page.reload();
    await row.getByText('Ссылка больше не работает').waitFor();
    await row.getByRole('button', { name: 'Пригласить снова' }).click();
    const second = (await row.locator('[data-secret]').textContent()) ?? '';
    expect(second).not.toBe(first);
    await expectAccessible(page);

    const sveta = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' });
    for (const [link, isOver] of [
      [first, true],
      [second, false],
    ] as const) {
      await sveta.page.goto(link);
      await sveta.page.reload();
      await sveta.page.getByLabel('Пароль').first().fill('рыжий кот на подоконнике');
      await sveta.page.getByRole('button', { name: 'Войти' }).click();
      if (isOver) await sveta.page.getByText('Ссылка уже использована или устарела.').waitFor();
      else await sveta.page.getByRole('button', { name: 'Выйти' }).waitFor();
    }
    expect(sveta.troubles).toEqual([]);
    await sveta.close();
  });
});

describe('codes at sign-in', () => {
  it('are set up by pointing a camera at the picture, which holds what the link holds', async () => {
    const { page } = owner;
    await goTo('/settings?tab=me');
    await page.getByLabel('Нынешний пароль').last().fill(OWNER.password);
    await page.getByRole('button', { name: 'Включить' }).click();
    const picture = page.getByRole('img', { name: 'Код для приложения: наведите камеру' });
    await picture.waitFor();
    const uri = (await page.getByRole('link', { name: 'Открыть в приложении' }).getAttribute('href')) ?? '';
    const dots = encode(uri, { border: 2 }).data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    expect(await picture.locator('path').getAttribute('d')).toBe(dots.join(''));
    expect((await picture.boundingBox())?.width).toBeGreaterThan(150);
    await expectAccessible(page);
    const app = URI.parse(uri);
    await page.getByLabel('Код из приложения').fill(app instanceof TOTP ? app.generate({ timestamp: api.clock.now().getTime() }) : '');
    await page.getByRole('button', { name: 'Подтвердить' }).click();
    await page.getByText('Включён: при входе нужен код').waitFor();
  });
});

describe('the audit log', () => {
  it('tells in words who did what, is narrowed by person, kind and time in its address, and says that it is whole', async () => {
    const { page } = owner;
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { name: 'Чайная на углу' } });
    await goTo('/settings?tab=audit');
    await page.getByText(/Журнал цел: записей \d+, хеш каждой сходится/).waitFor();
    await page.getByText('Включён код при входе').waitFor();
    await page
      .getByText(/^ключ «.+»/)
      .first()
      .waitFor();
    await expectAccessible(page);

    await page.getByRole('combobox', { name: 'Что' }).click();
    await page.getByRole('option', { name: 'Сотрудники' }).click();
    await page.waitForURL(/kind=people/);
    await page.getByText('Приглашение отправлено снова').waitFor();
    await expect.poll(() => page.getByText('Включён код при входе').count(), { timeout: 15_000 }).toBe(0);
    await page.reload();
    await page.getByText('Приглашение отправлено снова').waitFor();

    await page.getByRole('button', { name: 'Показать всё' }).click();
    await page.getByRole('combobox', { name: 'Кто' }).click();
    await page.getByRole('option', { name: OWNER.name }).click();
    await page.waitForURL(/actor=staff/);
    await expect.poll(() => page.getByText('Изменены настройки магазина').count(), { timeout: 15_000 }).toBe(0);

    // In Moscow it may be tomorrow already.
    const later = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
    await page.getByLabel('С какого дня').fill(later);
    await page.waitForURL(new RegExp(`from=${later}`));
    await page.getByText('Таких записей нет.').waitFor();
    await page.goBack();
    await page.getByText('Приглашён сотрудник').first().waitFor();
  });

  it('says so when somebody has changed it behind our back', async () => {
    const { page } = owner;
    const database = await api.test.database.connectAsOwner();
    await database.query(`update audit_entry set act = 'signed-in' where number = 1`);
    await database.end();
    await goTo('/');
    await page.reload();
    await goTo('/settings?tab=audit');
    await page.getByRole('alert').getByText('Журнал изменён в обход Сарафана').waitFor();
    await page.getByText('Первые записи, которые не сходятся: 1').waitFor();
  });
});
