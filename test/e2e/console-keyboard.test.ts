/** What axe cannot see: an owner who has no mouse reads, changes and publishes a programme (1-10, 2-06). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApi, openLiveApi, openVisitor, signInOwner, type Visitor } from '../support/browser.ts';
import { openBusyShop } from '../support/busy-shop.ts';
import { expectTrapped, focusOf, isFocused, pressOn, tabTo } from '../support/keyboard.ts';

let api: LiveApi;
let owner: Visitor;
let programId: string;

beforeAll(async () => {
  api = await openLiveApi();
  await openBusyShop(api, 3);
  const made = await api.post('/v1/programs', { templateId: 'two-sided-code', locale: 'ru' });
  programId = made.body.id;
  owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'desktop' });
  await signInOwner(api, owner);
});
afterAll(async () => {
  expect(owner.troubles).toEqual([]);
});

const settled = () => owner.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });

describe('an owner without a mouse', () => {
  it('skips the menu, goes on in the page, and hears where they have come', { timeout: 60_000 }, async () => {
    const { page } = owner;
    await page.goto(`${api.url}/console/#/people`);
    await settled();
    await expect.poll(() => page.title()).toBe('Люди — Сарафан');
    await page.evaluate(() => document.body.focus());
    await tabTo(page, page.getByRole('button', { name: 'К содержанию' }));
    await page.keyboard.press('Enter');
    expect(await isFocused(page.getByRole('main'))).toBe(true);
    await page.goto(`${api.url}/console/#/`);
    await settled();
    await pressOn(page, page.getByRole('link', { name: 'Программы' }));
    await page.getByRole('heading', { level: 2, name: 'Программы' }).waitFor();
    await expect.poll(() => page.title()).toBe('Программы — Сарафан');
    await expect.poll(() => isFocused(page.getByRole('main'))).toBe(true);
  });

  it('moves, copies, removes and puts back a rule, and stays with it', { timeout: 120_000 }, async () => {
    const { page } = owner;
    await page.goto(`${api.url}/console/#/programs/${programId}`);
    await page.getByRole('button', { name: 'Опубликовать…' }).waitFor();
    await settled();
    const titles = () =>
      page
        .getByRole('button', { expanded: false })
        .filter({ hasText: /^▸?\s*Правило \d/ })
        .allTextContents();
    const before = await titles();
    await pressOn(page, page.getByRole('button', { name: 'Сделать копию: Правило 1' }));
    await expect.poll(() => focusOf(page)).toContain('Сделать копию: Правило 2');
    await page.getByRole('status').filter({ hasText: 'копия стоит на месте 2' }).waitFor({ state: 'attached' });
    await pressOn(page, page.getByRole('button', { name: 'Поднять: Правило 2' }));
    // At the top there is no further up: the keyboard goes on with down.
    await expect.poll(() => focusOf(page)).toContain('Опустить: Правило 1');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusOf(page)).toMatch(/(Опустить|Поднять): Правило 2/);
    await pressOn(page, page.getByRole('button', { name: 'Убрать: Правило 2' }));
    await expect.poll(() => focusOf(page)).toContain('Вернуть на место');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusOf(page)).toContain('Убрать: Правило 2');
    await page.keyboard.press('Enter');
    await page.getByText('Убрано: Правило 2').waitFor();
    await expect.poll(async () => (await titles()).length).toBe(before.length);
    // All of it can be taken back.
    for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press('Control+z');
    await page.getByText(/Черновик версии 1/).waitFor();
  });

  it('sets the goal, answers what is asked and publishes; a dialog keeps the keyboard and gives it back', {
    timeout: 180_000,
  }, async () => {
    const { page } = owner;
    await pressOn(page, page.getByRole('button', { name: 'Поставить цель…' }));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Сколько хотите').waitFor();
    await expectTrapped(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focusOf(page)).toContain('Поставить цель…');
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByLabel('Сколько хотите'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Изменить цель…' }).waitFor();
    expect((await api.get(`/v1/programs/${programId}/goal`)).body.goal).toMatchObject({ target: 30 });

    await pressOn(page, page.getByRole('button', { name: 'Опубликовать…' }));
    const publish = dialog.getByRole('button', { name: 'Опубликовать версию 1' });
    await publish.waitFor();
    await expectTrapped(page);
    for (let left = 20; left > 0 && !(await publish.isEnabled()); left -= 1) {
      await pressOn(page, dialog.getByRole('button', { name: 'Оставить как есть' }).first());
      for (const field of await dialog.getByLabel('Почему вы оставляете как есть?').all()) {
        if ((await field.inputValue()) !== '') continue;
        await tabTo(page, field);
        await page.keyboard.type('Так задумано.');
      }
    }
    await pressOn(page, publish);
    await page.getByText('Действует версия 1').waitFor();
    await page.getByRole('alert').filter({ hasText: 'Опубликовано' }).waitFor();
    await expect.poll(() => focusOf(page)).not.toBe('nowhere');
    expect((await api.get(`/v1/programs/${programId}`)).body.status).toBe('live');
  });

  it('decides a reward in its row and goes on with the next', { timeout: 60_000 }, async () => {
    const { page } = owner;
    await page.goto(`${api.url}/console/#/queues?queue=rewards`);
    await page.locator('[data-row="0"]').waitFor();
    const rows = await page.locator('[data-row]').count();
    await tabTo(page, page.locator('[data-row="0"]'));
    await pressOn(page, page.locator('[data-row="0"]').getByRole('button', { name: 'Одобрить' }));
    await page.getByRole('status').filter({ hasText: 'Готово: 1' }).waitFor();
    await expect.poll(() => page.locator('[data-row]').count()).toBe(rows - 1);
    await expect.poll(() => isFocused(page.locator('[data-row="0"]'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/people\/cus_/);
  });
});
