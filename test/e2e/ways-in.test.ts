/** Issue 4, section 4, in a real browser: an order by hand, a file with its columns chosen, a connection looked at and switched on (0-05, 1-12). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPayloads } from '../../src/connectors/payload-worker.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import { startUploads } from '../../src/uploads/upload-runner.ts';
import { payload } from '../connectors/hook-shop.ts';
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
import { waitFor } from '../support/wait-for.ts';
import { publishReferral, SHOP_CSV } from '../uploads/upload-shop.ts';

const TITLES: Readonly<Record<Look['language'], Readonly<Record<string, string>>>> = {
  ru: { '/by-hand': 'Внести вручную', '/files': 'Файлы', '/connect': 'Подключения', '/settings/messages': 'Письма' },
  en: { '/by-hand': 'Enter by hand', '/files': 'Files', '/connect': 'Connections', '/settings/messages': 'Messages' },
};
const SCREENS = process.env['SCREENS'];

async function shoot(visitor: Visitor, look: Look, name: string): Promise<void> {
  if (SCREENS !== undefined)
    await visitor.page.screenshot({ path: join(SCREENS, `${name}-${look.language}-${look.scheme}-${look.device}.png`), fullPage: true });
}

describe('ways in without a developer, in the console', () => {
  let api: LiveApi;
  const closers: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'sarafan-test-ways-'));
    api = await openLiveApi({ dataDirectory });
    const { pool, kysely: db } = api.test.database;
    const intake = createIntake({ pool, clock: api.clock, onError: () => undefined });
    const deps = { db, intake, clock: api.clock, dataDirectory };
    const [payloads, uploads] = [startPayloads(deps, () => undefined), startUploads(deps, () => undefined)];
    closers.push(() => rm(dataDirectory, { recursive: true, force: true }), payloads.stop, uploads.stop);
    await publishReferral(api);
  }, 180_000);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  const open = async (look: Look, place: string): Promise<Visitor> => {
    const visitor = await openVisitor(look);
    await signInOwner(api, visitor);
    await visitor.page.evaluate((language) => localStorage.setItem('sarafan.locale', language), look.language);
    await visitor.page.goto(`${api.url}/console/#${place}`);
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { level: 2 }).waitFor();
    return visitor;
  };

  it('an order by hand: the field that is missing is named, the decision shown before and after, a double click is one event, a refund says what goes back', {
    timeout: 90_000,
  }, async () => {
    const [, , look] = LOOKS;
    if (look === undefined) throw new Error('no look');
    const visitor = await open(look, '/by-hand');
    const { page } = visitor;
    await page.getByLabel('Номер заказа').fill('H-1');
    await page.getByRole('button', { name: 'Проверить, что будет' }).click();
    await page.getByText('Заполните это поле').first().waitFor();
    await page.getByText('Нужно одно из трёх').waitFor();
    const keyboardIsAt = () => page.evaluate(() => document.activeElement?.getAttribute('name'));
    expect(await keyboardIsAt()).toBe('total');
    await page.getByLabel('Сумма заказа').fill('3 000,50');
    await page.getByLabel('Телефон').fill('не телефон');
    await page.getByLabel('Имя').fill('Мария');
    await page.getByLabel('Код друга').fill('MARINA');
    await page.getByRole('button', { name: 'Проверить, что будет' }).click();
    await page.getByText('неверный номер телефона').waitFor();
    expect(await keyboardIsAt()).toBe('phone');
    await page.getByLabel('Телефон').fill('+79120000001');
    await page.getByRole('button', { name: 'Проверить, что будет' }).click();
    await page.getByRole('heading', { name: 'Вот что будет' }).waitFor();
    await page.getByText('тот, кто пригласил', { exact: false }).first().waitFor();
    await page.getByRole('heading', { level: 4, name: 'Приведи друга' }).waitFor();
    await page.getByText('Пусто — сейчас. Время: ').waitFor();
    expect(await page.getByRole('combobox', { name: 'Валюта' }).inputValue()).toContain('RUB');
    await shoot(visitor, look, 'by-hand');
    await expectAccessible(page);
    expect(Number((await api.rows<{ count: bigint }>(`select count(*) from event where source = 'console'`))[0]?.count)).toBe(0);
    await page.getByRole('button', { name: 'Внести', exact: true }).dblclick();
    await page.getByRole('heading', { name: 'Внесено', exact: true }).waitFor();
    expect(Number((await api.rows<{ count: bigint }>(`select count(*) from event where source = 'console'`))[0]?.count)).toBe(1);
    await page.getByText('Заказ оплачен · H-1').waitFor();
    await shoot(visitor, look, 'by-hand-after');
    await page.getByLabel('Что произошло').selectOption('Возврат');
    await page.getByLabel('Номер возврата').fill('R-1');
    await page.getByRole('button', { name: 'Проверить, что будет' }).click();
    await page.getByText('Те, что даны за этот заказ, уменьшатся вслед за суммой').waitFor();
    expect(await page.getByText('Никто ничего не получит').count()).toBe(0);
    await page.getByText('Награды, которые держались на этом заказе, отменяются.').waitFor();
    await page.getByRole('button', { name: 'Внести', exact: true }).click();
    await page.getByText('Награды за этот заказ теперь такие:').waitFor();
    await page.getByText('отменено').or(page.getByText('не начислено')).first().waitFor();
    await shoot(visitor, look, 'by-hand-refund');
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  const desks = [
    { look: { language: 'ru', scheme: 'dark', device: 'desktop' }, orders: 'A', source: 'kassa' },
    { look: { language: 'ru', scheme: 'light', device: 'phone' }, orders: 'B', source: 'prilavok' },
  ] as const;
  it.each(desks)(
    'a file, on a $look.device: its columns chosen, its rows shown, imported while the page is left',
    {
      timeout: 90_000,
    },
    async ({ look, orders, source }) => {
      const csv = SHOP_CSV.replaceAll('A-', `${orders}-`);
      const visitor = await open(look, '/files');
      const { page } = visitor;
      await page.locator('input[type=file]').setInputFiles({ name: 'заказы.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await page.getByText('Как понят файл').waitFor();
      await page.getByLabel('Дата', { exact: true }).selectOption('Когда');
      await page.getByLabel('Сумма', { exact: true }).selectOption('Итог');
      await page.getByLabel('Номер заказа', { exact: true }).selectOption('Заказ №');
      await page.getByLabel('Номер клиента', { exact: true }).selectOption({ label: '— нет такого столбца —' });
      await page.getByLabel('Имя', { exact: true }).selectOption('Покупатель');
      await page.getByRole('cell', { name: 'Мария' }).waitFor();
      await page.getByText('строка 4, Итог').waitFor();
      await page.getByLabel('Это новые заказы').check();
      await page.getByLabel('Запомнить столбцы под именем').fill(source);
      await shoot(visitor, look, 'files');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Загрузить' }).click();
      await page.getByRole('heading', { name: 'Загрузки' }).waitFor();
      await page.goto(`${api.url}/console/#/`);
      await page.goto(`${api.url}/console/#/files`);
      // One more than there were: the same rows are told of each file.
      const known = desks.findIndex((desk) => desk.source === source);
      await expect.poll(() => page.getByText('Строк — 4: новых 3', { exact: false }).count(), { timeout: 15_000 }).toBe(known + 1);
      await page.getByRole('link', { name: 'Скачать ошибки' }).first().waitFor();
      await page.getByText(`${source} · Заказы`).waitFor();
      await shoot(visitor, look, 'files-done');
      await expectAccessible(page);
      expect(visitor.troubles).toEqual([]);
      await visitor.close();
    },
  );

  it('a connection: made once by a double press, its address shown once, the mapping on what really came, a hint confirmed by a person', {
    timeout: 90_000,
  }, async () => {
    const [, , , look] = LOOKS;
    if (look === undefined) throw new Error('no look');
    const visitor = await open(look, '/connect');
    const { page } = visitor;
    await page.getByLabel('From').selectOption('tilda');
    await page.getByRole('button', { name: 'Connect', exact: true }).dblclick();
    const address = (await page.locator('code', { hasText: '/hooks/' }).first().textContent()) ?? '';
    expect(address).toContain('?secret=hks_');
    expect((await api.get('/v1/connectors')).body.items).toHaveLength(1);
    const send = (body: string) => fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await send(payload('tilda-paid.json'))).status).toBe(200);
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByText('an order paid 2100966246').waitFor();
    await shoot(visitor, look, 'connect');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByText('on', { exact: true }).waitFor();
    await send(payload('tilda-paid.json'));
    await waitFor(async () => (await api.get('/v1/connector-payloads?status=held')).body.items.length === 1, {
      limitMs: 15_000,
      what: 'the hint',
    });
    await page.reload();
    await page.getByRole('tab', { name: 'Wait for you 1' }).waitFor();
    await page.getByText('Nobody has signed these messages', { exact: false }).waitFor();
    await shoot(visitor, look, 'connect-queue');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await waitFor(async () => (await api.get('/v1/orders/2100966246')).status === 200, { limitMs: 15_000, what: 'the order' });
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('what came while a connection was off is taken up with one press, and what did not work is mended on the message itself', {
    timeout: 120_000,
  }, async () => {
    const [, , look] = LOOKS;
    if (look === undefined) throw new Error('no look');
    const visitor = await open(look, '/connect');
    const { page } = visitor;
    const made = (await api.post('/v1/connectors', { name: 'Магазин', preset: 'custom' })).body;
    const path = `/v1/connectors/${made.id}`;
    const order = (id: number, more: object): string =>
      JSON.stringify({ order: { id: `K-${id}`, status: 'paid' }, customer: { email: `k${id}@example.com` }, currency: 'RUB', ...more });
    const send = (body: string) =>
      fetch(`${api.url}${new URL(made.addressWithSecret).pathname}${new URL(made.addressWithSecret).search}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    for (let id = 1; id <= 3; id += 1) expect((await send(order(id, { total: '1500' }))).status).toBe(200);
    expect((await api.ask({ method: 'PATCH', url: path, body: { status: 'active' } })).status).toBe(200);
    await page.reload();
    await page.getByText('пришло 3 сообщения', { exact: false }).waitFor();
    await shoot(visitor, look, 'connect-kept');
    await page.getByRole('button', { name: 'Обработать отложенное (3)' }).click();
    await page.getByRole('tab', { name: 'Ждут вас 3' }).waitFor();
    // The shop moves its totals to another place.
    await send(order(4, { summa: '1700' }));
    await page.getByRole('tab', { name: 'Не вышло 1' }).click();
    await page.getByRole('button', { name: 'Что пришло' }).click();
    await page.getByText('/summa  1700').waitFor();
    await page.getByRole('button', { name: 'Исправить соответствие' }).click();
    await page.getByText('это сообщение').waitFor();
    await page.getByLabel('Сумма заказа').selectOption('/summa');
    await page.getByText('заказ оплачен K-4').first().waitFor();
    await shoot(visitor, look, 'connect-mend');
    await expectAccessible(page);
    // The places known before stay: older messages are still understood.
    await page.getByText('если там пусто: /order/total, /total', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Сохранено', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Попробовать ещё раз всё, что не вышло (1)' }).click();
    await page.getByRole('tab', { name: 'Ждут вас 4' }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it.each(LOOKS.map((look) => [`${look.language} ${look.scheme} ${look.device}`, look] as const))(
    'stands every look: %s',
    { timeout: 90_000 },
    async (_name, look) => {
      const visitor = await open(look, '/by-hand');
      for (const place of ['/by-hand', '/files', '/connect', '/settings/messages']) {
        await visitor.page.goto(`${api.url}/console/#${place}`);
        await visitor.page.getByRole('heading', { level: 2, name: TITLES[look.language][place] ?? '' }).waitFor();
        await visitor.page.getByRole('button').first().waitFor();
        await shoot(visitor, look, `look${place.replace('/', '-')}`);
        await expectAccessible(visitor.page);
        expect(visitor.troubles).toEqual([]);
      }
      await visitor.close();
    },
  );
});
