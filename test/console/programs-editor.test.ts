/** The editor of programmes in a real browser: forms over the document, the linter beside it, a past order tried, versions compared, publication, pause. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectAccessible,
  type LiveApi,
  LOOKS,
  type Look,
  openLiveApi,
  openVisitor,
  signInOwner,
  type Visitor,
} from '../support/browser.ts';

const RUB = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });
const TABS = {
  ru: ['Правила', 'Уровни', 'Привилегии', 'Пределы', 'Название и участие', 'Проверить', 'Версии', 'Документ'],
  en: ['Rules', 'Tiers', 'Perks', 'Limits', 'Name and members', 'Try it', 'Versions', 'Document'],
} as const;
const DESKTOP: Look = { language: 'ru', scheme: 'light', device: 'desktop' };

async function open(api: LiveApi, look: Look): Promise<Visitor> {
  const visitor = await openVisitor(look);
  await visitor.context.addInitScript((language) => localStorage.setItem('sarafan.locale', language), look.language);
  await signInOwner(api, visitor);
  return visitor;
}

const nameIn = (page: Visitor['page']) => page.getByLabel('Название программы · по-русски');

describe('the editor of programmes', () => {
  let api: LiveApi;
  let programId: string;

  beforeAll(async () => {
    api = await openLiveApi();
    const made = await api.post('/v1/programs', {
      templateId: 'three-levels',
      locale: 'ru',
      overrides: { enrolment: { mode: 'optIn', if: null } },
    });
    programId = made.body.id;
    const published = await api.post(`/v1/programs/${programId}/versions/1/publish`);
    expect(published.status, published.text).toBe(200);
    await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { email: 'marina@example.com' } });
    await api.post('/v1/customers/marina/memberships', { programId });
    await api.post('/v1/customers/marina/codes', { code: 'MARINA' });
    api.clock.set(new Date(api.clock.now().getTime() + 60_000));
    const paid = await api.post('/v1/events', {
      id: 'e1',
      type: 'order.paid',
      occurredAt: api.clock.now().toISOString(),
      customer: { externalId: 'ivan' },
      order: { id: 'o-77', total: RUB('300000') },
      attribution: { code: 'MARINA' },
    });
    expect(paid.body.outcome, paid.text).toBe('processed');
  });

  it.each(LOOKS)('can be read and worked by everybody, tab by tab: $language, $scheme, $device', { timeout: 180_000 }, async (look) => {
    const visitor = await open(api, look);
    const { page } = visitor;
    await page.goto(`${api.url}/console/#/programs`);
    await page.getByRole('link', { name: look.language === 'ru' ? /Три уровня/ : /Three levels/ }).click();
    for (const name of TABS[look.language]) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      await page
        .getByRole('tabpanel')
        .getByRole('button', { expanded: false })
        .first()
        .click({ timeout: 500 })
        .catch(() => undefined);
      await expectAccessible(page);
    }
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('says that remarks could not be asked for, not that there are none, and keeps a document being written while another tab is open', async () => {
    const visitor = await open(api, DESKTOP);
    const { page } = visitor;
    await page.route('**/v1/programs/lint?*', (route) => route.fulfill({ status: 502, body: 'gone' }));
    await page.goto(`${api.url}/console/#/programs/${programId}`);
    const unasked = page.getByText('Замечания сейчас не узнать');
    await unasked.waitFor();
    await page.unroute('**/v1/programs/lint?*');
    await page.getByRole('button', { name: 'Попробовать ещё раз' }).click();
    await unasked.waitFor({ state: 'detached' });

    const text = page.getByLabel('Документ программы');
    await page.getByRole('tab', { name: 'Документ' }).click();
    await text.fill('{ "name": ');
    await page.getByRole('tab', { name: 'Версии' }).click();
    await text.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Документ' }).click();
    expect(await text.inputValue()).toBe('{ "name": ');
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('rewrites the offer while a rule changes, takes the change back, and shows a mistake at its field (2-06)', async () => {
    const visitor = await open(api, DESKTOP);
    const { page } = visitor;
    await page.goto(`${api.url}/console/#/programs/${programId}`);
    const panel = page.getByRole('complementary');
    await panel.getByText('первый заказ от 1 500 ₽').waitFor();
    await page.getByRole('button', { expanded: false }).filter({ hasText: 'Правило 1' }).click();
    const minimum = page.getByRole('group', { name: 'Условие 3' }).getByLabel('не меньше');
    await minimum.fill('2500');
    await panel.getByText('первый заказ от 2 500 ₽').waitFor();
    await page.getByRole('button', { name: 'Отменить' }).click();
    await expect.poll(() => minimum.inputValue()).toBe('1 500');
    await panel.getByText('первый заказ от 1 500 ₽').waitFor();
    await page.getByRole('tab', { name: 'Название и участие' }).click();
    await page.getByLabel('Валюта (три буквы)').fill('рубли');
    await panel.getByText(/Так работать не может/).waitFor();
    await panel.getByRole('button', { name: 'Показать место' }).first().waitFor();
    await expect.poll(() => page.getByLabel('Валюта (три буквы)').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('link', { name: 'Люди' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Остаться' }).click();
    expect(page.url()).toContain(programId);
    await page.getByRole('link', { name: 'Люди' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Уйти' }).click();
    await page.waitForURL(/people/);
    await visitor.close();
  });

  it('tells a second window that the draft was saved meanwhile, and loses neither text', async () => {
    const windows = [await open(api, DESKTOP), await open(api, DESKTOP)] as const;
    const write = async ({ page }: Visitor, text: string) => {
      await page.goto(`${api.url}/console/#/programs/${programId}`);
      await page.getByRole('tab', { name: 'Название и участие' }).click();
      await nameIn(page).fill(text);
    };
    await write(windows[0], 'Из первого окна');
    await write(windows[1], 'Из второго окна');
    await windows[0].page.keyboard.press('Control+s');
    await windows[0].page.getByText('Черновик версии 2').waitFor();
    const { page } = windows[1];
    await page.keyboard.press('Control+s');
    const told = page.getByRole('alert').filter({ hasText: 'Черновик тем временем изменился' });
    await told.waitFor();
    await expectAccessible(page);
    expect(await nameIn(page).inputValue()).toBe('Из второго окна');
    await told.getByRole('button', { name: 'Взять сохранённый' }).click();
    await expect.poll(() => nameIn(page).inputValue()).toBe('Из первого окна');
    await told.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Отменить' }).click();
    await expect.poll(() => nameIn(page).inputValue()).toBe('Из второго окна');
    await page.keyboard.press('Control+s');
    await page.getByText('Черновик версии 2').waitFor();
    await nameIn(windows[0].page).fill('Снова первое');
    await windows[0].page.keyboard.press('Control+s');
    await windows[0].page.getByRole('button', { name: 'Записать мой' }).click();
    await windows[0].page.getByText('Черновик версии 2').waitFor();
    const kept = (await api.get(`/v1/programs/${programId}`)).body.versions;
    expect(kept).toMatchObject([{ status: 'published' }, { status: 'draft', document: { name: { ru: 'Снова первое' } } }]);
    await windows[0].page.getByRole('button', { name: 'Отменить' }).click();
    await expect.poll(() => nameIn(windows[0].page).inputValue()).toBe('Из второго окна');
    for (const visitor of windows) await visitor.close();
  });

  it('keeps a new version, tries a past order in it, compares it, counts who moves, publishes it and pauses with its numbers', {
    timeout: 120_000,
  }, async () => {
    const visitor = await open(api, DESKTOP);
    const { page } = visitor;
    await page.goto(`${api.url}/console/#/programs/${programId}`);
    await page.getByRole('button', { expanded: false }).filter({ hasText: 'Правило 2' }).click();
    await page.getByRole('group', { name: 'Условие 3' }).getByLabel('не меньше').fill('3500');
    await page.keyboard.press('Control+s');
    await page.getByText('Черновик версии 2').waitFor();
    await page.getByRole('tab', { name: 'Проверить' }).click();
    await page.getByRole('combobox', { name: 'Заказ' }).click();
    await page.getByRole('option', { name: /o-77/ }).click();
    await page.getByRole('button', { name: 'Посмотреть' }).click();
    await page.getByText('По черновику').waitFor();
    await page.getByRole('button', { name: 'Посчитать' }).click();
    await page.getByText(/Посмотрели/).waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Версии' }).click();
    await page.getByRole('cell', { name: /3\s500/ }).waitFor();
    await page.getByText('По полям').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Опубликовать…' }).click();
    const dialog = page.getByRole('dialog');
    const publish = dialog.getByRole('button', { name: 'Опубликовать версию 2' });
    await publish.waitFor();
    for (let left = 20; left > 0 && !(await publish.isEnabled()); left -= 1) {
      await dialog.getByRole('button', { name: 'Оставить как есть' }).first().click();
      for (const field of await dialog.getByLabel('Почему вы оставляете как есть?').all())
        if ((await field.inputValue()) === '') await field.fill('Так задумано.');
    }
    await expectAccessible(page);
    await publish.click();
    await page.getByText('Действует версия 2').waitFor();
    await page.getByRole('button', { name: 'Пауза…' }).click();
    await dialog.getByText(/1 участник|2 участника/).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Поставить на паузу' }).click();
    await page.getByText('на паузе').waitFor();
    expect((await api.get(`/v1/programs/${programId}`)).body).toMatchObject({ status: 'paused', versions: [{}, { status: 'published' }] });
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });
});
