/** The console's daily rooms in a real browser: the first page, people, queues, settings; by mouse, by keys, on a phone (0-26, 1-10). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type LiveApi, LOOKS, openLiveApi, openVisitor, signInOwner, type Visitor } from '../support/browser.ts';
import { type BusyShop, openBusyShop } from '../support/busy-shop.ts';

let api: LiveApi;
let shop: BusyShop;
let owner: Visitor;

beforeAll(async () => {
  api = await openLiveApi();
  shop = await openBusyShop(api, 5);
  owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'desktop' });
  await signInOwner(api, owner);
});
afterAll(async () => {
  expect(owner.troubles).toEqual([]);
});

const goTo = (path: string) => owner.page.goto(`${api.url}/console/#${path}`);

describe('the first page', () => {
  it('shows one next step, the day, what is owed and the way of friends, as bars and as a table', async () => {
    const { page } = owner;
    await goTo('/');
    await page.getByRole('link', { name: 'Разобрать' }).waitFor();
    await page.getByText('Купили по приглашению').waitFor();
    await page.getByRole('img', { name: /Путь друга за 30 дней: .*Купили 5/ }).waitFor();
    await page.getByRole('button', { name: 'Таблицей' }).last().click();
    await page.getByRole('row', { name: 'Купили 5' }).waitFor();
    await page.getByRole('link', { name: 'Разобрать' }).click();
    await page.getByRole('tab', { name: /Награды 5/ }).waitFor();
  });
});

describe('files', () => {
  it('leads back to the step of the first run it was opened from', async () => {
    const { page } = owner;
    await goTo(`/files?back=${encodeURIComponent('/start?step=goal')}`);
    await page.getByRole('link', { name: 'Вернуться к программе' }).click();
    await page.waitForURL(/#\/start\?.*step=goal/);
  });
});

describe('people', () => {
  it('are found while typing, and the address keeps what was asked', async () => {
    const { page } = owner;
    await goTo('/people');
    await page.getByRole('searchbox').fill('петр');
    await page.getByRole('link', { name: /Анна Петрова/ }).waitFor();
    await page.waitForURL(/q=/);
    await page.getByRole('link', { name: /Анна Петрова/ }).click();
    await page.getByRole('heading', { name: 'Анна Петрова' }).waitFor();
    await page.getByText('Заказ order-1: оплата').waitFor();
    await page.goBack();
    await expect.poll(() => page.getByRole('searchbox').inputValue(), { timeout: 15_000 }).toBe('петр');
    await page.getByRole('link', { name: 'Люди', exact: true }).click();
    await expect.poll(() => page.getByRole('searchbox').inputValue(), { timeout: 15_000 }).toBe('');
    await expect.poll(() => page.getByRole('list', { name: /./ }).getByRole('listitem').count(), { timeout: 15_000 }).toBeGreaterThan(1);
    expect(page.url()).not.toContain('q=');
  });

  it('show a code that works no more as one, with no link to send', async () => {
    const { page } = owner;
    await api.rows(`update code set status = 'retired' where customer_id = $1`, [shop.anna.replace('cus_', '')]);
    await goTo(`/people/${shop.anna}`);
    await page.reload();
    await page.getByText('больше не работает').first().waitFor();
    await api.rows(`update code set status = 'active' where customer_id = $1`, [shop.anna.replace('cus_', '')]);
  });

  it('adjusts a balance with its consequence shown before, and puts it back, or says that it could not', async () => {
    const { page } = owner;
    await goTo(`/people/${shop.anna}`);
    await page.getByRole('button', { name: 'Изменить баланс' }).click();
    await page.getByLabel('Сумма').fill('150,50');
    await page.getByText(/Станет 150,50\s₽/).waitFor();
    await page.getByLabel('Причина').fill('за терпение');
    await page.getByRole('button', { name: 'Изменить', exact: true }).click();
    await page.route('**/adjustments', (route) => route.fulfill({ status: 502, body: 'gone' }));
    await page.getByRole('button', { name: 'Вернуть как было' }).click();
    await page.getByText('Вернуть не получилось').waitFor();
    await page.unroute('**/adjustments');
    await page.getByRole('button', { name: 'Вернуть как было' }).click();
    await page.getByText('Баланс возвращён').waitFor();
    await page.getByText('Причина: Отмена: за терпение').waitFor();
    const { balances } = (await api.get(`/v1/customers/${shop.anna}`)).body;
    expect(balances[0].available).toBe('0');
    await goTo('/settings?tab=audit&kind=customers');
    await page
      .getByRole('row', { name: /^Баланс 1 · Доступно 150,50\s₽ 0\s₽$/ })
      .first()
      .waitFor();
  });

  it('offers no way back where it would not give back what was, and says so before', async () => {
    const { page } = owner;
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const given = { amount: { amountMinor: '10000', currency: 'RUB' }, reason: 'к празднику', expiresAt: soon, actor: 'staff:olga' };
    await api.post(`/v1/customers/${shop.friends[0]}/adjustments`, given);
    await goTo(`/people/${shop.friends[0]}`);
    await page.getByRole('button', { name: 'Изменить баланс' }).click();
    await page.getByLabel('Сумма').fill('-50');
    await page.getByText('Вернуть одним нажатием не выйдет').waitFor();
    await page.getByLabel('Причина').fill('ошибка кассы');
    await page.getByRole('button', { name: 'Изменить', exact: true }).click();
    await page.getByText(/Баланс изменён: -50\s₽/).waitFor();
    // The notice of the one before may still stand there, pressed.
    expect(await page.getByRole('button', { name: 'Вернуть как было', disabled: false }).count()).toBe(0);
  });

  it('says who really brought a friend, and shows both sides before and after', async () => {
    const { page } = owner;
    await api.ask({ method: 'PUT', url: '/v1/customers/boris', body: { name: 'Борис Новый' } });
    await api.post('/v1/customers/boris/memberships', { programId: shop.programId });
    await goTo(`/people/${shop.friends[4]}`);
    await page.getByRole('button', { name: 'Исправить' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Анна Петрова').first().waitFor();
    await dialog.getByRole('searchbox').fill('борис');
    await dialog.getByRole('radio', { name: /Борис Новый/ }).check();
    await dialog.getByRole('button', { name: 'Пересчитать' }).click();
    await dialog.getByText('После').waitFor();
    await dialog.getByText('Борис Новый').first().waitFor();
    await dialog.getByRole('button', { name: 'Готово' }).click();
    const referrals = (await api.get(`/v1/customers/${shop.friends[4]}/referrals?as=friend`)).body.items;
    const boris = (await api.get('/v1/customers/boris')).body.id;
    expect(referrals.map((each: { referrerId: string }) => each.referrerId)).toEqual([boris]);
    // Opened again, it begins with what the first correction left.
    await page.getByRole('button', { name: 'Исправить' }).click();
    await dialog.getByText(/Борис Новый: /).waitFor();
    await page.keyboard.press('Escape');
  });

  it('opens and closes a complaint, keeps a wish, blocks with the consequence in numbers', async () => {
    const { page } = owner;
    await goTo(`/people/${shop.anna}`);
    await page.getByLabel('О чём жалоба').fill('заказ 12');
    await page.getByRole('button', { name: 'Открыть жалобу' }).click();
    await page.getByText('Есть открытая жалоба').waitFor();
    await page.getByRole('button', { name: 'Закрыть жалобу' }).click();
    await page.getByText('Открытых жалоб нет').waitFor();
    await page.getByRole('switch', { name: /не предлагать/i }).press(' ');
    await expect.poll(async () => (await api.get('/v1/customers/anna/wishes')).body.noInvitations, { timeout: 15_000 }).toBe(true);
    await page.getByRole('button', { name: 'Заблокировать' }).click();
    await page
      .getByRole('dialog')
      .getByText(/Доступно сейчас: 0\s₽/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Заблокировать' }).click();
    await page.getByText('заблокирован', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Разблокировать' }).click();
    await page.getByText('участвует', { exact: true }).waitFor();
  });
});

describe('queues', () => {
  it('are worked through by keys alone, each row with its own answer', async () => {
    const { page } = owner;
    await goTo('/queues?queue=rewards');
    await page.locator('[data-row="0"]').waitFor();
    const before = await page.locator('[data-row]').count();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Клавиши' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('Выбраны 2 строки').waitFor();
    await page.keyboard.press('a');
    await page.getByText('Готово: 2').waitFor();
    await expect.poll(() => page.locator('[data-row]').count(), { timeout: 15_000 }).toBe(before - 2);
    await page.keyboard.press('d');
    await page
      .getByRole('dialog')
      .getByText(/1 награда не будет выплачена: 300\s₽/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Отклонить' }).click();
    await expect.poll(() => page.locator('[data-row]').count(), { timeout: 15_000 }).toBe(before - 3);
  });

  it('tells of each row that came too late, and does the others', async () => {
    const { page } = owner;
    await goTo('/queues?queue=deliveries');
    await page.locator('[data-row="1"]').waitFor();
    const [first] = (await api.get('/v1/rewards?waitsFor=delivery')).body.items;
    await api.post('/v1/events', {
      id: 'late-refund',
      type: 'order.refunded',
      occurredAt: new Date().toISOString(),
      refund: { id: 'r-1', orderId: first.orderId },
    });
    await page.getByLabel('Выбрать все на странице').check();
    await page.getByRole('button', { name: 'Вручено' }).first().click();
    await page.getByText('Не получилось: 1').waitFor();
    await page.getByText('Очередь пуста').waitFor();
  });
});

describe('settings', () => {
  it('makes one key of a double press, shows it once, and asks before it is revoked', async () => {
    const { page } = owner;
    await goTo('/settings?tab=keys');
    await page.getByLabel('Для чего он').fill('Касса');
    await page.getByRole('button', { name: 'Создать ключ' }).dblclick();
    const text = await page.locator('[data-secret]').textContent();
    expect(text).toMatch(/^sk_/);
    expect((await api.ask({ method: 'GET', url: '/v1/tenant', key: text })).status).toBe(200);
    await page.getByRole('button', { name: 'Сохранил(а)' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Касса' });
    expect(await api.rows(`select 1 from api_key where name = 'Касса'`)).toHaveLength(1);
    await row.getByRole('button', { name: 'Отозвать' }).click();
    await page
      .getByRole('dialog')
      .getByText(/остановится за секунду|ещё не пользовались/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click();
    await row.getByText(/отозван/).waitFor();
  });

  it('makes a secret of the cabinet, shown once, and says how many sign-ins end with it', async () => {
    const { page } = owner;
    await goTo('/settings?tab=keys');
    const card = page.getByRole('region', { name: 'Секреты кабинета' });
    await card.getByText('Секрета нет').waitFor();
    await card.getByRole('button', { name: 'Новый секрет' }).click();
    const secret = await card.locator('[data-secret]').textContent();
    expect(secret).toMatch(/^[\w-]{43}$/);
    await card.getByRole('button', { name: 'Сохранил(а)' }).click();
    await expect.poll(() => card.locator('[data-secret]').count()).toBe(0);
    await card.getByText(/^Создан /).waitFor();
    await card.getByRole('button', { name: 'Удалить' }).click();
    await page.getByRole('dialog').getByText('Закончатся 0 входов по токену магазина').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
    await card.getByText('Секрета нет').waitFor();
  });

  it('keeps where the shop applies a code itself, and whose rules hold for visitors’ devices', async () => {
    const { page } = owner;
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { landingDomains: ['tea.example'] } });
    await goTo('/settings?tab=shop');
    await page.getByLabel('Ссылка, по которой магазин').fill('https://tea.example/?coupon={code}');
    await page.getByRole('combobox', { name: 'Чьи правила' }).click();
    await page.getByRole('option', { name: 'Европа' }).click();
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Сохранено').first().waitFor();
    const kept = { shopLink: 'https://tea.example/?coupon={code}', region: 'eu' };
    expect((await api.get('/v1/tenant')).body).toMatchObject(kept);
    await page.reload();
    expect(await page.getByLabel('Ссылка, по которой магазин').inputValue()).toBe(kept.shopLink);
    await page.getByRole('combobox', { name: 'Чьи правила' }).click();
    await page.getByRole('option', { name: 'По часовому поясу' }).click();
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect.poll(async () => (await api.get('/v1/tenant')).body.region, { timeout: 15_000 }).toBeNull();
  });

  it('keeps the name of the shop, typed before another tab was looked at, and the audit log says what it was', async () => {
    const { page } = owner;
    await goTo('/settings?tab=shop');
    await page.getByLabel('Название').fill('Чайная на углу');
    await page.getByRole('tab', { name: 'Мой вход' }).click();
    await page.getByRole('heading', { name: 'Код при входе' }).or(page.getByLabel('Нынешний пароль')).first().waitFor();
    await page.getByRole('tab', { name: 'Магазин' }).click();
    await page.getByRole('button', { name: 'Сохранить' }).click();
    // The word that it is kept may still stand there for what was kept before.
    await expect.poll(async () => (await api.get('/v1/tenant')).body.name, { timeout: 15_000 }).toBe('Чайная на углу');
    await goTo('/settings?tab=audit');
    await page.getByText('Изменены настройки магазина').first().waitFor();
    await page
      .getByRole('row', { name: /Название shop Чайная на углу/ })
      .first()
      .waitFor();
  });
});

describe.each(LOOKS)('every room stands in $language, $scheme, on a $device', (look) => {
  it('without a barrier', async () => {
    const visitor = await openVisitor(look);
    await signInOwner(api, visitor);
    const { page } = visitor;
    const queues = ['rewards', 'claims', 'reviews', 'deliveries', 'payouts', 'payments', 'lowStock', 'webhooks'].map(
      (queue) => `/queues?queue=${queue}`,
    );
    const messages = ['texts', 'settings', 'log'].map((tab) => `/settings/messages?tab=${tab}`);
    const rooms = ['/', '/people', `/people/${shop.anna}`, ...queues, ...messages, '/settings/self-check'];
    const tabs = ['me', 'shop', 'look', 'keys', 'webhooks', 'staff', 'export', 'audit'].map((tab) => `/settings?tab=${tab}`);
    for (const path of [...rooms, ...tabs]) {
      await page.goto(`${api.url}/console/#${path}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 15_000 }).toBe(0);
      await expectAccessible(page);
    }
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });
});
