/**
 * The whole way of one invitation, in real browsers over a real server process: Marina shares from her phone, Oleg opens the link in a browser of
 * his own and leaves his e-mail, buys in the shop (whose system tells it by a signed webhook), both see it; he returns the order, both see that (0-05, 1-13, 1-14, 2-04).
 */
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { program } from '../cabinet/cabinet-shop.ts';
import { CONTROLLER } from '../friend-page/page-shop.ts';
import { expectAccessible, openVisitor, type Visitor } from '../support/browser.ts';
import { type HttpShop, openHttpShop, publishProgram } from '../support/http-shop.ts';
import { startSarafan } from '../support/sarafan-process.ts';
import { waitFor } from '../support/wait-for.ts';

const orderPaid = readFileSync(new URL('../connectors/payloads/woocommerce-processing.json', import.meta.url), 'utf8');
const FRIEND = { number: '26', email: 'oleg@example.com' };

let shop: HttpShop;
let url: string;
let secret: string;
let programId: string;
let hook: { readonly address: string; readonly secret: string };

beforeAll(async () => {
  const server = await startSarafan();
  url = server.url;
  shop = openHttpShop({ url, secretKey: server.secretKey ?? '' });
  await shop.must({
    method: 'PATCH',
    path: '/v1/tenant',
    body: { name: 'Чайная на Мятной', landingDomains: ['tea.example'], controller: CONTROLLER },
  });
  secret = String((await shop.must({ method: 'POST', path: '/v1/tenant/cabinet-secrets' })).body.secret);
  programId = await publishProgram(shop, program);
  await shop.must({ method: 'PUT', path: '/v1/customers/marina', body: { name: 'Марина Иванова', email: 'marina@example.com' } });
  await shop.must({ method: 'POST', path: '/v1/customers/marina/memberships', body: { programId } });
  await shop.must({ method: 'POST', path: '/v1/customers/marina/codes', body: { code: 'MARINA' } });
  hook = await connect();
}, 120_000);

/** The shop's system connected as its owner does it: an address, a first payload, the test of it, and on. */
async function connect(): Promise<{ readonly address: string; readonly secret: string }> {
  const made = (await shop.must({ method: 'POST', path: '/v1/connectors', body: { name: 'Магазин', preset: 'woocommerce' } })).body;
  const door = { address: String(made.address), secret: String(made.secret) };
  await tell(door, { number: '1', customer_id: 1, billing: { email: 'first@example.com' } });
  await waitFor(async () => (await shop.get('/v1/connector-payloads')).body.items.length === 1, { limitMs: 20_000, what: 'a payload' });
  await shop.must({ method: 'PATCH', path: `/v1/connectors/${made.id}`, body: { status: 'active' } });
  return door;
}

async function tell(door: { readonly address: string; readonly secret: string }, values: object): Promise<void> {
  const now = new Date().toISOString().slice(0, 19);
  const times = { date_created_gmt: now, date_modified_gmt: now, date_paid_gmt: now };
  const body = JSON.stringify({ ...JSON.parse(orderPaid), ...times, ...values });
  const signature = createHmac('sha256', door.secret).update(body).digest('base64');
  const headers = { 'content-type': 'application/json', 'x-wc-webhook-signature': signature };
  const answer = await fetch(door.address, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
}

async function openCabinet(externalId: string, visitor: Visitor): Promise<Page> {
  const now = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(programId)
    .setSubject(externalId)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + 300)
    .sign(new TextEncoder().encode(secret));
  // From another page, as the shop opens it: a change after # alone loads nothing anew.
  await visitor.page.goto('about:blank');
  await visitor.page.goto(`${url}/cabinet/#token=${token}`);
  await visitor.page.locator('.home').waitFor();
  return visitor.page;
}

const lookOf = (device: 'phone' | 'desktop') => ({ language: 'ru', scheme: 'light', device }) as const;

describe('an invitation, from the share to the return', () => {
  let marina: Visitor;
  let oleg: Visitor;
  let link: string;

  beforeAll(async () => {
    marina = await openVisitor(lookOf('phone'));
    oleg = await openVisitor(lookOf('desktop'));
  });

  it('Marina shares her link from a phone in two taps', async () => {
    const page = await openCabinet('marina', marina);
    expect(await page.getByText('Пока никто не пришёл').isVisible()).toBe(true);
    await page.locator('.bar button').tap();
    const telegram = await page.locator('a.channel', { hasText: 'Telegram' }).getAttribute('href');
    link = new URL(telegram ?? '').searchParams.get('url') ?? '';
    expect(link).toBe(`${url}/r/MARINA?via=telegram`);
  });

  it('Oleg opens it in his own browser, reads what he gets, and leaves his e-mail', async () => {
    const { page } = oleg;
    await page.goto(link);
    await page.getByText('10 %').first().waitFor();
    expect(await page.content(), 'she has not agreed to be named').not.toContain('Марина Иванова');
    await expectAccessible(page);
    await page.locator('input[name="contact"]').fill(FRIEND.email);
    await page.locator('input[name="personalData"]').check();
    await page.locator('form button[type="submit"]').click();
    await page.getByRole('heading', { name: 'Готово, запомнили' }).waitFor();
    expect(oleg.troubles).toEqual([]);
  });

  it('he buys, without the code and on another device: the e-mail is enough', async () => {
    const billing = { first_name: 'Олег', last_name: 'Петров', email: FRIEND.email, phone: '' };
    await tell(hook, { id: 900, number: '900', customer_id: Number(FRIEND.number), billing });
    await waitFor(async () => (await shop.get('/v1/orders/900')).status === 200, { limitMs: 20_000, what: 'the order' });
  });

  it('both see it, and she sees nothing of him', async () => {
    const page = await openCabinet('marina', marina);
    expect(await page.locator('.card .big').first().textContent()).toContain('1');
    expect(await page.locator('.home').textContent()).toMatch(/Ждут\s*295,05\s₽|295,05/);
    for (const his of ['Олег', 'Петров', FRIEND.email, '3 250', '900']) expect(await page.content()).not.toContain(his);
    const his = await openCabinet(FRIEND.number, oleg);
    expect(await his.locator('.ticket').count(), 'his coupon').toBe(1);
    await expectAccessible(his);
  });

  it('he returns the order, and both see that', async () => {
    await tell(hook, {
      id: 900,
      number: '900',
      customer_id: Number(FRIEND.number),
      status: 'refunded',
    });
    await waitFor(async () => (await shop.get('/v1/orders/900')).body.status === 'refunded', { limitMs: 20_000, what: 'the refund' });
    const page = await openCabinet('marina', marina);
    expect(await page.locator('.home').textContent()).not.toContain('295,05');
    const his = await openCabinet(FRIEND.number, oleg);
    expect(await his.getByRole('heading', { name: 'Купоны' }).count(), 'his coupon is gone').toBe(0);
    expect([...marina.troubles, ...oleg.troubles]).toEqual([]);
  });
});
