/** A draft nobody wants, in a real browser: what is lost is told before, undo brings a version's text back, and no other window's text goes with it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type LiveApi, type Look, openLiveApi, openVisitor, signInOwner, type Visitor } from '../support/browser.ts';

const SHOTS = process.env['SARAFAN_SHOTS'];
const DESKTOP: Look = { language: 'ru', scheme: 'light', device: 'desktop' };
const ENGLISH: Look = { language: 'en', scheme: 'dark', device: 'phone' };

const document = (name: string) => ({
  name: { ru: name, en: name },
  currency: 'RUB',
  enrolment: { mode: 'optIn' },
  rules: [{ id: 'tenth', on: 'order.paid', if: [], grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 500 } } } }],
});

describe('a draft nobody wants', () => {
  let api: LiveApi;

  beforeAll(async () => {
    api = await openLiveApi();
  });

  const open = async (look: Look): Promise<Visitor> => {
    const visitor = await openVisitor(look);
    await visitor.context.addInitScript((language) => localStorage.setItem('sarafan.locale', language), look.language);
    await signInOwner(api, visitor);
    return visitor;
  };
  const add = async (name: string): Promise<string> => (await api.post('/v1/programs', { document: document(name) })).body.id;
  const versionsOf = async (id: string) => (await api.get(`/v1/programs/${id}`)).body.versions;
  const shoot = async ({ page }: Visitor, name: string): Promise<void> => {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };

  it.each([
    { look: DESKTOP, button: 'Удалить программу…', title: 'Удалить программу «Лишняя»?', confirm: 'Удалить программу', none: 'Отмена' },
    {
      look: ENGLISH,
      button: 'Delete the programme…',
      title: 'Delete the programme “Лишняя”?',
      confirm: 'Delete the programme',
      none: 'Cancel',
    },
  ])('goes with its programme after one question, unsaved changes or not: $look.language', { timeout: 120_000 }, async (said) => {
    const id = await add('Лишняя');
    const visitor = await open(said.look);
    const { page } = visitor;
    await page.goto(`${api.url}/console/#/programs/${id}`);
    await page.getByRole('tab', { name: said.look.language === 'ru' ? 'Документ' : 'Document' }).click();
    await page.getByRole('button', { name: said.button }).click();
    const dialog = page.getByRole('dialog', { name: said.title });
    await dialog.waitFor();
    await shoot(visitor, `delete-program-${said.look.language}`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: said.none }).last().click();
    await dialog.waitFor({ state: 'detached' });
    expect(await versionsOf(id)).toHaveLength(1);
    await page.getByRole('tab', { name: said.look.language === 'ru' ? 'Название и участие' : 'Name and members' }).click();
    await page.getByLabel(/Название программы · по-русски|Name of the programme · in Russian/).fill('Лишняя');
    await page.getByLabel(/Название программы · по-английски|Name of the programme · in English/).fill('Лишняя ');
    await page.getByRole('button', { name: said.button }).click();
    await page.getByRole('dialog').getByRole('button', { name: said.confirm, exact: true }).click();
    await page.waitForURL(/\/programs$/);
    await page
      .getByText(said.look.language === 'ru' ? 'Программа удалена' : 'The programme is deleted')
      .first()
      .waitFor();
    await page.getByText('Лишняя').waitFor({ state: 'detached' });
    expect((await api.get(`/v1/programs/${id}`)).status).toBe(404);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it.each([
    { look: DESKTOP, button: 'Удалить… Забытая', title: 'Удалить программу «Забытая»?', confirm: 'Удалить программу', none: 'Отмена' },
    { look: ENGLISH, button: 'Delete… Забытая', title: 'Delete the programme “Забытая”?', confirm: 'Delete the programme', none: 'Cancel' },
  ])('goes from the list of programmes after the same question: $look.language', { timeout: 120_000 }, async (said) => {
    const id = await add('Забытая');
    const live = await add('Живая');
    expect((await api.post(`/v1/programs/${live}/versions/1/publish`)).status).toBe(200);
    await api.post(`/v1/programs/${live}/versions`, { document: document('Живая щедрее') });
    const visitor = await open(said.look);
    const { page } = visitor;
    await page.goto(`${api.url}/console/#/programs`);
    await page.getByRole('button', { name: said.button }).click();
    const dialog = page.getByRole('dialog', { name: said.title });
    await dialog.waitFor();
    await shoot(visitor, `delete-listed-${said.look.language}`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: said.none }).last().click();
    await dialog.waitFor({ state: 'detached' });
    expect(await versionsOf(id)).toHaveLength(1);
    // What is published stays: its draft is the editor's business, which can bring it back.
    expect(await page.getByRole('button', { name: /Живая/ }).count()).toBe(0);
    await page.getByRole('button', { name: said.button }).click();
    await dialog.getByRole('button', { name: said.confirm, exact: true }).click();
    await page
      .getByText(said.look.language === 'ru' ? 'Программа удалена' : 'The programme is deleted')
      .first()
      .waitFor();
    await page.getByText('Забытая').waitFor({ state: 'detached' });
    await page.getByText('Живая щедрее').first().waitFor();
    expect((await api.get(`/v1/programs/${id}`)).status).toBe(404);
    expect((await api.get(`/v1/programs/${live}`)).body.versions).toHaveLength(2);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('stays in the list where another window has written it since, until it is asked for again', { timeout: 120_000 }, async () => {
    const id = await add('Спорная');
    const visitor = await open(DESKTOP);
    const { page } = visitor;
    await page.goto(`${api.url}/console/#/programs`);
    await page.getByRole('button', { name: 'Удалить… Спорная' }).waitFor();
    await api.ask({ method: 'PUT', url: `/v1/programs/${id}/versions/1`, body: { document: document('Спорная, но лучше') } });
    await page.getByRole('button', { name: 'Удалить… Спорная' }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Удалить программу', exact: true });
    await confirm.click();
    await dialog.getByRole('alert').waitFor();
    expect(await versionsOf(id)).toMatchObject([{ document: { name: { ru: 'Спорная, но лучше' } } }]);
    // The same question is about the same text, however often it is answered.
    await confirm.click();
    await confirm.click({ trial: true });
    expect(await versionsOf(id)).toHaveLength(1);
    await dialog.getByRole('button', { name: 'Отмена' }).last().click();
    await page.getByRole('button', { name: 'Удалить… Спорная, но лучше' }).click();
    await page.getByRole('dialog', { name: 'Удалить программу «Спорная, но лучше»?' }).waitFor();
    await confirm.click();
    await page.getByText('Программа удалена').first().waitFor();
    expect((await api.get(`/v1/programs/${id}`)).status).toBe(404);
    await visitor.close();
  });

  it('goes alone where a version is published, and undo brings its text back as a change that can be kept', async () => {
    const id = await add('Кешбэк');
    expect((await api.post(`/v1/programs/${id}/versions/1/publish`)).status).toBe(200);
    await api.post(`/v1/programs/${id}/versions`, { document: document('Кешбэк щедрее') });
    const visitor = await open(DESKTOP);
    const { page } = visitor;
    await page.goto(`${api.url}/console/#/programs/${id}`);
    await page.getByText('Черновик версии 2').waitFor();
    await page.getByRole('button', { name: 'Удалить черновик…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Удалить черновик версии 2?' });
    await dialog.getByText('Пропадут 2 изменения к версии 1').waitFor();
    await shoot(visitor, 'delete-draft-ru');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Удалить черновик', exact: true }).click();
    await page.getByRole('heading', { name: 'Кешбэк', exact: true }).waitFor();
    expect(await versionsOf(id)).toMatchObject([{ number: 1, status: 'published' }]);
    expect(await page.getByRole('button', { name: 'Удалить черновик…' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Отменить' }).click();
    await page.getByRole('heading', { name: 'Кешбэк щедрее' }).waitFor();
    await page.getByText('Есть несохранённые изменения').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('Черновик версии 2').waitFor();
    expect(await versionsOf(id)).toMatchObject([{ number: 1 }, { status: 'draft', document: { name: { ru: 'Кешбэк щедрее' } } }]);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('stays where another window has written it since, and one that went is told to who still writes it', async () => {
    const id = await add('Две руки');
    await api.post(`/v1/programs/${id}/versions/1/publish`);
    await api.post(`/v1/programs/${id}/versions`, { document: document('Первый текст') });
    const visitor = await open(DESKTOP);
    const { page } = visitor;
    await page.goto(`${api.url}/console/#/programs/${id}`);
    await page.getByText('Черновик версии 2').waitFor();
    await api.ask({ method: 'PUT', url: `/v1/programs/${id}/versions/2`, body: { document: document('Второй текст') } });
    await page.getByRole('button', { name: 'Удалить черновик…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить черновик', exact: true }).click();
    const told = page.getByRole('alert').filter({ hasText: 'Черновик тем временем изменился' });
    await told.getByRole('button', { name: 'Взять сохранённый' }).click();
    await page.getByRole('heading', { name: 'Второй текст' }).waitFor();
    expect(await versionsOf(id)).toHaveLength(2);

    await page.getByRole('tab', { name: 'Название и участие' }).click();
    await page.getByLabel('Название программы · по-русски').fill('Третий текст');
    expect((await api.ask({ method: 'DELETE', url: `/v1/programs/${id}/versions/2` })).status).toBe(200);
    await page.keyboard.press('Control+s');
    await told.getByRole('button', { name: 'Записать мой' }).click();
    await page.getByText('Черновик версии 2').waitFor();
    expect(await versionsOf(id)).toMatchObject([{ number: 1 }, { document: { name: { ru: 'Третий текст' } } }]);
    await visitor.close();
  });
});
