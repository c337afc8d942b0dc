/** Each queue of the console: many at once and by keys, filters in the address, what cannot be undone asked in numbers (issue 4, section 6). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARINA, PARTNERS, rub } from '../payouts/partners.ts';
import { expectAccessible, type LiveApi, openLiveApi, openVisitor, signInOwner, type Visitor } from '../support/browser.ts';
import { type BusyShop, openBusyShop } from '../support/busy-shop.ts';

let api: LiveApi;
let shop: BusyShop;
let partners: string;
let owner: Visitor;

async function must(method: 'POST' | 'PUT' | 'PATCH', url: string, body: object) {
  const reply = await api.ask({ method, url, body });
  expect(reply.status, `${url} ${reply.text}`).toBeLessThan(300);
  return reply.body;
}

/** A partner whose friend bought, and two payouts of what that brought. */
async function proposePayouts(): Promise<void> {
  partners = (await must('POST', '/v1/programs', { document: PARTNERS })).id;
  const effectiveFrom = new Date(api.clock.now().getTime() - 30 * 86_400_000).toISOString();
  await must('POST', `/v1/programs/${partners}/versions/1/publish`, { effectiveFrom });
  await must('PUT', '/v1/customers/marina', { email: 'marina@example.com', name: 'Марина Партнёр' });
  await must('POST', '/v1/customers/marina/memberships', { programId: partners });
  await must('POST', '/v1/customers/marina/codes', { code: 'MARINA' });
  await must('PUT', '/v1/customers/marina/payee', MARINA);
  await must('POST', '/v1/events', {
    id: 'partner-order',
    type: 'order.paid',
    occurredAt: api.clock.now().toISOString(),
    customer: { externalId: 'client', email: 'client@example.com' },
    order: { id: 'o-partner', total: rub(1_000_000) },
    attribution: { code: 'MARINA' },
  });
  for (const amount of [30_000, 20_000])
    await must('POST', '/v1/payouts', { customer: 'marina', programId: partners, amount: rub(amount), actor: 'olga' });
}

beforeAll(async () => {
  api = await openLiveApi();
  shop = await openBusyShop(api, 6);
  await must('PATCH', '/v1/tenant', { reviewShareBasisPoints: 10_000 });
  const customer = (await api.get('/v1/customers/anna')).body.id.replace('cus_', '');
  for (const friend of ['Миша', 'Лена', 'Олег'])
    await api.rows('insert into friend_claim (tenant_id, claim_id, customer_id, friend, created_at) values ($1, $2, $3, $4, now())', [
      api.business.tenantId,
      randomUUID(),
      customer,
      friend,
    ]);
  await proposePayouts();
  owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'desktop' });
  await signInOwner(api, owner);
});
afterAll(() => {
  expect(owner.troubles).toEqual([]);
});

const goTo = async (path: string) => {
  await owner.page.goto(`${api.url}/console/#${path}`);
  await owner.page.locator('[data-row="0"]').waitFor();
};
const rows = () => owner.page.locator('[data-row]').count();

describe('the queues', () => {
  it('show one programme’s alone, and keep that in the address', async () => {
    const { page } = owner;
    await goTo(`/queues?queue=rewards&program=${shop.programId}`);
    const all = await rows();
    expect(all).toBe(6);
    await page.getByRole('combobox', { name: 'Программа' }).click();
    await page.getByRole('option', { name: 'Все программы' }).click();
    await expect.poll(() => page.url()).not.toContain('program=');
    await page.goBack();
    await expect.poll(() => page.getByRole('combobox', { name: 'Программа' }).inputValue()).toBe('Приведи друга');
  });

  it('answer many claims with one answer, and show what was answered', async () => {
    const { page } = owner;
    await goTo('/queues?queue=claims');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 обращения: один ответ прочтут все').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Что прочтёт человек').fill('Заказ пока не пришёл.');
    await dialog.getByRole('button', { name: 'Не засчитываем' }).click();
    await page.getByText('Готово: 2').waitFor();
    await expect.poll(rows).toBe(1);
    await page.getByRole('combobox', { name: 'Что показать' }).click();
    await page.getByRole('option', { name: 'Отклонённые' }).click();
    await page.getByText('Ответ: Заказ пока не пришёл.').first().waitFor();
    expect(page.url()).toContain('state=declined');
  });

  it('count the friend of a claim in the act that answers it', async () => {
    const { page } = owner;
    await goTo('/queues?queue=claims');
    await page.locator('[data-row="0"]').getByRole('button', { name: 'Ответить' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Что прочтёт человек').fill('Нашли, спасибо!');
    const count = dialog.getByRole('button', { name: 'Засчитать друга' });
    expect(await count.isDisabled()).toBe(true);
    await dialog.getByLabel('Кто этот друг').fill('client@example.com');
    await dialog.getByRole('radio').check();
    await dialog.getByRole('combobox', { name: 'Программа' }).click();
    await page.getByRole('option', { name: 'Приведи друга' }).click();
    await count.click();
    await page.getByText('Готово: 1').waitFor();
    const made = await api.rows<{ external_id: string }>(
      `select p.external_id from referral r join person p using (tenant_id) where p.customer_id = r.referrer_id and r.friend_id = (select customer_id from person where email = 'client@example.com')`,
    );
    expect(made.map(({ external_id: id }) => id)).toContain('anna');
  });

  it('say of many reviews at once what was found, and let it be said otherwise', async () => {
    const { page } = owner;
    await goTo('/queues?queue=reviews');
    const all = await rows();
    await page.getByLabel('Выбрать все на странице').check();
    await page.keyboard.press('a');
    await page.getByText(`Готово: ${all}`).waitFor();
    await page.getByText('Очередь пуста').waitFor();
    await goTo('/queues?queue=reviews&state=done');
    await page.getByText('Уже сказано: Всё в порядке').first().waitFor();
    await page.locator('[data-row="0"]').getByRole('button', { name: 'Сомнительно' }).click();
    await page.getByText('Уже сказано: Сомнительно').waitFor();
  });

  it('ask in numbers before payouts are refused or booked as paid', async () => {
    const { page } = owner;
    await goTo(`/queues?queue=payouts&program=${partners}`);
    await page.getByLabel('Выбрать все на странице').check();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/2 выплаты на 500\s₽ не состоятся/).waitFor();
    await dialog.getByRole('button', { name: 'Отмена' }).last().click();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.getByText('Готово: 2').waitFor();
    await goTo('/queues?queue=payments');
    await page.locator('[data-row="0"]').getByRole('button', { name: 'Оплачено банком' }).click();
    await dialog.getByText(/Банк перевёл .* по 1 выплате/).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Оплачено банком' }).click();
    await page.getByText('Готово: 1').waitFor();
    await expect.poll(rows).toBe(1);
    expect((await api.get('/v1/payouts?status=paid')).body.items).toHaveLength(1);
  });

  it('take a payout proposed on the person’s page, of no more than commissions brought', async () => {
    const { page } = owner;
    const { id } = (await api.get('/v1/customers/marina')).body;
    await goTo(`/people/${id}`);
    await page.getByText(/К выплате 500\s₽ · Партнёры/).waitFor();
    await page.getByRole('button', { name: 'Предложить выплату' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Сумма, RUB').fill('500,01');
    await dialog.getByText(/Больше 500\s₽ выплатить нельзя/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Предложить выплату' }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await dialog.getByLabel('Сумма, RUB').fill('120,50');
    await dialog.getByRole('button', { name: 'Предложить выплату' }).click();
    await page.getByText(/К выплате 379,50\s₽/).waitFor();
    const [proposed] = (await api.get('/v1/payouts?status=proposed')).body.items;
    expect(proposed).toMatchObject({ customerId: id, amount: rub(12_050), author: expect.stringMatching(/^staff:/) });
  });

  it('lead by Enter from a perk that runs out to where there can be more', async () => {
    const { page } = owner;
    await goTo('/queues?queue=lowStock');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`programs/${shop.programId}\\?tab=perks`));
  });

  it('switch an address on again that had stopped answering', async () => {
    const { page } = owner;
    const { id } = await must('POST', '/v1/webhooks', { url: 'https://shop.example/hook' });
    await api.rows(`update webhook set status = 'disabled', disabled_at = now(), disabled_reason = 'gone' where webhook_id = $1`, [
      id.replace('whk_', ''),
    ]);
    await goTo('/queues?queue=webhooks');
    // A stray letter decides nothing: first somebody steps onto a row.
    await page.keyboard.press('a');
    expect((await api.get(`/v1/webhooks/${id}`)).body.status).toBe('disabled');
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await page.getByText('Готово: 1').waitFor();
    expect((await api.get(`/v1/webhooks/${id}`)).body.status).not.toBe('disabled');
  });
});
