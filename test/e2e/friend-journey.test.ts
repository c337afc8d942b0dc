/**
 * The whole way of one invitation, in real browsers over a real server process: Marina shares from her phone, Oleg opens the link in a browser of
 * his own and leaves his e-mail, buys in the shop (whose system tells it by a signed webhook), both see it; he returns the order, both see that (0-05, 1-13, 1-14, 2-04).
 */
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program } from '../cabinet/cabinet-shop.ts';
import { CONTROLLER } from '../friend-page/page-shop.ts';
import { expectAccessible, type Look, openVisitor, type Visitor } from '../support/browser.ts';
import { type HttpShop, openHttpShop, publishProgram } from '../support/http-shop.ts';
import { startSarafan } from '../support/sarafan-process.ts';
import { waitFor } from '../support/wait-for.ts';

const orderPaid = readFileSync(new URL('../connectors/payloads/woocommerce-processing.json', import.meta.url), 'utf8');

/** The sum of the order as anybody could write it. */
const SECRETS: readonly string[] = ['3 250', '3,250', '3250', '3.250'];

/** Who shares and who comes, in each language and on each device once. */
const WAYS = [
  {
    language: 'ru',
    member: { id: 'marina', name: 'Марина Иванова', code: 'MARINA', on: 'phone' },
    friend: { number: '26', email: 'oleg@example.com', first_name: 'Олег', last_name: 'Петров', on: 'desktop' },
    order: { id: 900, number: '900-26' },
    texts: { nobody: 'Пока никто не пришёл', benefit: '10 %', kept: 'Готово, запомнили', coupons: 'Купоны', sum: '295,05' },
  },
  {
    language: 'en',
    member: { id: 'mary', name: 'Mary Poppins', code: 'MARY', on: 'desktop' },
    friend: { number: '27', email: 'bert@example.com', first_name: 'Bert', last_name: 'Sweep', on: 'phone' },
    order: { id: 901, number: '901-27' },
    texts: { nobody: 'Nobody has come yet', benefit: '10%', kept: 'Done', coupons: 'Coupons', sum: '295.05' },
  },
] as const;

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
  for (const { member } of WAYS) {
    const path = `/v1/customers/${member.id}`;
    await shop.must({ method: 'PUT', path, body: { name: member.name, email: `${member.id}@example.com` } });
    await shop.must({ method: 'POST', path: `${path}/memberships`, body: { programId } });
    await shop.must({ method: 'POST', path: `${path}/codes`, body: { code: member.code } });
  }
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
  // WooCommerce tells whole seconds: the one that begins next is after what the visitors have just done.
  const now = new Date(Date.now() + 1_000).toISOString().slice(0, 19);
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

/** What a person can read or find in the page, with the spaces that `Intl` writes as plain ones. */
async function everythingIn(page: Page): Promise<string> {
  return (await page.content()).replaceAll(/[\u00a0\u202f]|&nbsp;/g, ' ');
}

describe.each(WAYS)('an invitation in $language, from the share to the return', ({ language, member, friend, order, texts }) => {
  let referrer: Visitor;
  let invited: Visitor;
  let link: string;
  // The payload was recorded with the code in it.
  const buyer = {
    coupon_lines: [],
    customer_id: Number(friend.number),
    billing: { ...friend, on: undefined, number: undefined, phone: '' },
  };
  const lookOf = ({ on }: { readonly on: Look['device'] }): Look => ({ language, scheme: 'light', device: on });
  const press = (page: Page, { on }: { readonly on: Look['device'] }, selector: string) =>
    on === 'phone' ? page.locator(selector).tap() : page.locator(selector).click();

  beforeAll(async () => {
    referrer = await openVisitor(lookOf(member));
    invited = await openVisitor(lookOf(friend));
  });
  afterAll(() => Promise.all([referrer.close(), invited.close()]));

  it('the member shares the link in two taps', async () => {
    const page = await openCabinet(member.id, referrer);
    expect(await page.locator('#friends').getByText(texts.nobody).isVisible()).toBe(true);
    await press(page, member, member.on === 'phone' ? '.bar button' : 'button.in-card');
    const telegram = await page.locator('a.channel', { hasText: 'Telegram' }).getAttribute('href');
    link = new URL(telegram ?? '').searchParams.get('url') ?? '';
    expect(link).toBe(`${url}/r/${member.code}?via=telegram`);
  });

  it('the friend opens it in a browser of their own, reads what they get, and leaves an e-mail', async () => {
    const { page } = invited;
    await page.goto(link);
    await page.getByText(texts.benefit).first().waitFor();
    expect(await everythingIn(page), 'the member has not agreed to be named').not.toContain(member.name);
    await expectAccessible(page);
    await page.locator('input[name="contact"]').fill(friend.email);
    await page.locator('input[name="personalData"]').check();
    await press(page, friend, 'form button[type="submit"]');
    await page.waitForURL((at) => at.pathname.endsWith('/kept'));
    await page.getByRole('heading', { name: texts.kept }).waitFor();
    await expectAccessible(page);
    expect(invited.troubles).toEqual([]);
  });

  it('the friend buys, without the code and on another device: the e-mail is enough', async () => {
    await tell(hook, { ...order, ...buyer });
    // One payload tells of the order and of its payment; the second event follows the first.
    const referral = async () => (await shop.get(`/v1/customers/${member.id}/referrals`)).body.items[0];
    await waitFor(async () => (await referral()).status === 'ordered', { limitMs: 20_000, what: 'the paid order' });
    expect(await referral()).toMatchObject({ status: 'ordered', by: 'claim' });
  });

  it('both see it, and the member sees nothing of the friend', async () => {
    const page = await openCabinet(member.id, referrer);
    expect(await page.locator('.card .big').first().textContent()).toContain('1');
    expect(await page.locator('.home').textContent()).toContain(texts.sum);
    const shown = await everythingIn(page);
    for (const secret of SECRETS.concat(friend.first_name, friend.last_name, friend.email, order.number))
      expect(shown).not.toContain(secret);
    const theirs = await openCabinet(friend.number, invited);
    expect(await theirs.locator('.ticket').count(), 'a coupon of their own').toBe(1);
    await expectAccessible(theirs);
  });

  it('the friend returns the order, and both see that', async () => {
    await tell(hook, { ...order, ...buyer, status: 'refunded' });
    const isRefunded = async () => (await shop.get(`/v1/orders/${order.number}`)).body.status === 'refunded';
    await waitFor(isRefunded, { limitMs: 20_000, what: 'the refund' });
    const page = await openCabinet(member.id, referrer);
    expect(await page.locator('.home').textContent()).not.toContain(texts.sum);
    const theirs = await openCabinet(friend.number, invited);
    expect(await theirs.getByRole('heading', { name: texts.coupons }).count(), 'the coupon is gone').toBe(0);
    expect([...referrer.troubles, ...invited.troubles]).toEqual([]);
  });
});

it('a sum would be found in what is shown, however its thousands are parted', async () => {
  const visitor = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' });
  const written = new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB' }).format(3250.5);
  await visitor.page.setContent(`<p>${written}</p>`);
  expect(
    SECRETS.some((secret) => written.includes(secret)),
    'as it was looked for before',
  ).toBe(false);
  const shown = await everythingIn(visitor.page);
  expect(SECRETS.some((secret) => shown.includes(secret))).toBe(true);
  await visitor.close();
});
