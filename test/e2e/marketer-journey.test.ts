/** Evidence of issue 4: a marketer tries what a marketer may not, by the menu, by addresses and by the API; on a desktop and on a phone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Passwords } from '../../src/staff/password.ts';
import { insertStaff } from '../../src/staff/staff.store.ts';
import { expectAccessible, type LiveApi, type Look, openLiveApi, openVisitor, type Visitor } from '../support/browser.ts';
import { type BusyShop, openBusyShop } from '../support/busy-shop.ts';

const MAX = { email: 'max@tea.example', password: 'рыжий кот на подоконнике' };
const EVE = '00000000-0000-4000-8000-0000000000ee';

const WORDS = {
  ru: {
    menu: ['Сегодня', 'Программы', 'Люди', 'Ждут решения', 'Настройки'],
    email: 'Почта',
    password: 'Пароль',
    enter: 'Войти',
    open: 'Меню',
    refused: 'Эта страница не для вашей роли',
    role: 'Ваша роль — маркетолог.',
    home: 'На главную',
    tabs: ['Мой вход', 'Магазин', 'Страницы', 'Выгрузка'],
    name: 'Название',
    hands: 'Публикует владелец',
    publish: 'Опубликовать',
    save: 'Сохранить',
  },
  en: {
    menu: ['Today', 'Programmes', 'People', 'Waiting for you', 'Settings'],
    email: 'E-mail',
    password: 'Password',
    enter: 'Sign in',
    open: 'Menu',
    refused: 'This page is not for your role',
    role: 'Your role: marketer.',
    home: 'To the first page',
    tabs: ['My sign-in', 'Shop', 'Pages', 'Export'],
    name: 'Name',
    hands: 'The owner publishes',
    publish: 'Publish',
    save: 'Save',
  },
} as const;

/** Pages that are not a marketer's. */
const FORBIDDEN = [
  '/by-hand',
  '/files',
  '/connect',
  '/settings?tab=keys',
  '/settings?tab=webhooks',
  '/settings?tab=staff',
  '/settings?tab=audit',
];

const TRIES: readonly Look[] = [
  { language: 'ru', scheme: 'light', device: 'desktop' },
  { language: 'en', scheme: 'dark', device: 'phone' },
];

describe.each(TRIES)('a marketer, $language, on a $device', (look) => {
  const words = WORDS[look.language];
  let api: LiveApi;
  let shop: BusyShop;
  let max: Visitor;
  let refusals: string[];

  beforeAll(async () => {
    api = await openLiveApi();
    shop = await openBusyShop(api, 3);
    const { kysely } = api.test.database;
    const { tenantId } = api.business;
    const passwordHash = await new Passwords().hash(MAX.password);
    const person = { name: 'Максим', locale: 'ru', createdAt: api.clock.now(), invite: null } as const;
    await insertStaff(kysely, tenantId, { ...person, id: EVE, email: 'olga@tea.example', role: 'owner', passwordHash });
    await insertStaff(kysely, tenantId, {
      ...person,
      id: '00000000-0000-4000-8000-0000000000aa',
      email: MAX.email,
      role: 'marketer',
      passwordHash,
    });
    max = await openVisitor(look);
    refusals = [];
    max.page.on('response', (response) => {
      if (response.status() === 403) refusals.push(response.url());
    });
  });

  const goTo = (path: string) => max.page.goto(`${api.url}/console/#${path}`);
  const openMenu = async () => {
    if (look.device === 'phone') await max.page.getByRole('button', { name: words.open }).click();
  };

  it('signs in, and finds in the menu the pages of a marketer and no other', async () => {
    const { page } = max;
    await goTo('/sign-in');
    await page.getByLabel(words.email).fill(MAX.email);
    await page.getByRole('textbox', { name: words.password }).fill(MAX.password);
    await page.getByRole('button', { name: words.enter }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await openMenu();
    const menu = page.getByRole('navigation', { name: words.open });
    await menu.getByRole('link', { name: words.menu[0] }).waitFor();
    const names = await menu
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.querySelector('.mantine-NavLink-label')?.textContent));
    expect(names).toEqual(words.menu);
    for (const name of words.menu) {
      await menu.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 15_000 }).toBe(0);
      // The menu of a phone has closed over the page that was chosen.
      if (name !== words.menu.at(-1)) await openMenu();
    }
    await expect.poll(() => page.getByRole('tab').allTextContents(), { timeout: 15_000 }).toEqual(words.tabs);
    expect(refusals, 'no page asks for what the API would refuse').toEqual([]);
  });

  it.each(FORBIDDEN)('who opens %s by its address reads that it is not theirs, and what to do', async (path) => {
    const { page } = max;
    await goTo('/');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await goTo(path);
    await page.getByRole('heading', { name: words.refused }).waitFor();
    await page.getByText(words.role).waitFor();
    await expectAccessible(page);
    expect(refusals, 'nothing was asked for').toEqual([]);
    await page.getByRole('link', { name: words.home }).click();
    await page.waitForURL(/#\/$/);
  });

  it('writes a draft and finds no way to publish it', async () => {
    const { page } = max;
    await goTo(`/programs/${shop.programId}?tab=words`);
    await page.getByText(words.hands).waitFor();
    expect(await page.getByRole('button', { name: words.publish }).count()).toBe(0);
    const document = (await api.get(`/v1/programs/${shop.programId}`)).body.versions[0].document;
    const kept = await send('POST', `/v1/programs/${shop.programId}/versions`, {
      document: { ...document, name: { ru: 'Осень', en: 'Autumn' } },
    });
    expect(kept.status).toBe(201);
    await page.reload();
    await page.getByRole('heading', { name: look.language === 'ru' ? 'Осень' : 'Autumn' }).waitFor();
    const versions = (await api.get(`/v1/programs/${shop.programId}`)).body.versions;
    expect(versions.map(({ status }: { status: string }) => status)).toEqual(['published', 'draft']);
  });

  it('is refused by the API whatever they ask with their own session', async () => {
    const before = await evidence();
    const program = `/v1/programs/${shop.programId}`;
    const tries: readonly (readonly [Method, string, object?])[] = [
      ['POST', `${program}/versions/2/publish`, {}],
      ['POST', `${program}/pause`, {}],
      ['POST', `${program}/end`, {}],
      ['GET', '/v1/keys'],
      ['POST', '/v1/keys', { name: 'mine', scopes: ['admin'] }],
      ['GET', '/v1/staff'],
      ['POST', '/v1/staff', { email: 'eve@tea.example', name: 'Ева', role: 'owner' }],
      ['POST', `/v1/staff/${EVE}/invite`, {}],
      ['PATCH', `/v1/staff/${EVE}`, { disabled: true }],
      ['PATCH', '/v1/staff/00000000-0000-4000-8000-0000000000aa', { role: 'owner' }],
      ['GET', '/v1/audit'],
      ['GET', '/v1/audit/check'],
      ['GET', '/v1/exports/audit.csv'],
      ['GET', '/v1/exports/payouts.csv'],
      ['PATCH', '/v1/tenant', { name: 'Чужая' }],
      ['GET', '/v1/payouts'],
      ['GET', '/v1/upload-sources'],
      ['GET', '/v1/connectors'],
      ['GET', '/v1/webhooks'],
      ['GET', '/v1/mail/settings'],
      ['POST', `/v1/customers/${shop.anna}/adjustments`, { amount: { amountMinor: '100000', currency: 'RUB' }, reason: 'x' }],
      [
        'POST',
        '/v1/events',
        { id: 'x', type: 'feedback.given', occurredAt: new Date().toISOString(), customer: { externalId: 'x' }, score: 1 },
      ],
    ];
    const answers = [];
    for (const [method, path, body] of tries) answers.push([method, path, (await send(method, path, body)).status]);
    expect(answers).toEqual(tries.map(([method, path]) => [method, path, 403]));
    expect(await evidence()).toEqual(before);
    expect(max.troubles).toEqual([]);
  });

  type Method = 'GET' | 'POST' | 'PATCH';

  /** From the page itself: with the cookie of the browser and the headers it sends by itself. */
  function send(method: Method, path: string, body?: object): Promise<{ readonly status: number }> {
    return max.page.evaluate(
      async (asked) => {
        const reply = await fetch(asked.path, {
          method: asked.method,
          headers: { 'x-sarafan-console': '1', ...(asked.body === null ? {} : { 'content-type': 'application/json' }) },
          body: asked.body,
        });
        return { status: reply.status };
      },
      { method, path, body: body === undefined ? null : JSON.stringify(body) },
    );
  }

  async function evidence(): Promise<unknown> {
    const { body: program } = await api.get(`/v1/programs/${shop.programId}`);
    const { body: staff } = await api.get('/v1/staff');
    const { body: keys } = await api.get('/v1/keys');
    const { body: anna } = await api.get(`/v1/customers/${shop.anna}`);
    return { program, staff, keys: keys.items.length, balances: anna.balances };
  }
});
