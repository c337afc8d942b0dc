/** Issue 4, section 4, Out: every list as CSV or Excel; formula-safe; what is taken out can be brought in again (reliability.md 2, CSV). */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { OWN_EXPORTS } from '../../src/contract/exports.endpoints.ts';
import { sessionCookie } from '../../src/staff/session-cookie.ts';
import { openSession } from '../../src/staff/sign-in.ts';
import { insertStaff } from '../../src/staff/staff.store.ts';
import type { Api, Reply } from '../support/api.ts';
import { openUploadShop, publishReferral, type UploadShop } from '../uploads/upload-shop.ts';
import { readWorkbook } from './read-workbook.ts';

const NAMES = ['=HYPERLINK("http://x")', '+79120000007', '-2+3', '@SUM(A1)', '＝1+1', "'=x", 'Ёлка "Ель"; ель', '👩‍🚀 Мария'];
const rowsOf = (reply: Reply): Record<string, string>[] => parse(reply.text, { bom: true, columns: true });

const LISTS = Object.keys(OWN_EXPORTS);

describe('exports', () => {
  let shop: UploadShop;
  let api: Api;
  beforeAll(async () => {
    shop = await openUploadShop();
    api = shop.api;
    await publishReferral(api);
    for (const [index, name] of NAMES.entries()) {
      const order = {
        id: `=${index}`,
        total: { amountMinor: String(300_000 + index), currency: 'RUB' },
        delivery: { amountMinor: '5000', currency: 'RUB' },
      };
      const reply = await api.post('/v1/events', {
        id: `e-${index}`,
        type: 'order.paid',
        occurredAt: `2026-11-1${index}T10:00:00Z`,
        customer: { externalId: `+c${index}`, email: `c${index}@example.com`, name },
        order,
        attribution: { code: 'MARINA' },
      });
      expect(reply.status, reply.text).toBe(200);
    }
    await api.post('/v1/events', {
      id: 'r',
      type: 'order.refunded',
      occurredAt: '2026-11-19T10:00:00Z',
      refund: { id: 'r1', orderId: '=1', amount: { amountMinor: '1001', currency: 'RUB' } },
    });
    const by = { actor: 'anna', reason: 'x' };
    await api.post('/v1/customers/marina/adjustments', { amount: { amountMinor: '90071992547409931', currency: 'RUB' }, ...by });
    await api.post('/v1/customers/marina/adjustments', { amount: { amountMinor: '-1234567', currency: 'RUB' }, ...by });
  });

  it.each(LISTS)('%s: as CSV and as Excel, the same rows, all of them', async (list) => {
    const csv = await api.get(`/v1/exports/${list}.csv`);
    expect(csv.status, csv.text).toBe(200);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toBe(`attachment; filename="${list}.csv"`);
    const rows: string[][] = parse(csv.text, { bom: true });
    const xlsx = await api.ask({ method: 'GET', url: `/v1/exports/${list}.xlsx` });
    expect(xlsx.status).toBe(200);
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
    const sheet = readWorkbook(xlsx.bytes);
    expect(sheet.map((row) => row.map((cell) => cell.text))).toEqual(rows.map((row) => row.map(asNumberText)));
    for (const row of rows.slice(1)) for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r＝＋－＠]|^-(?!\d+(\.\d+)?$)/u);
  });

  it('amounts stay numbers, also below zero, and exact above 2^53', async () => {
    const values = rowsOf(await api.get('/v1/exports/entries.csv')).map((row) => row['value']);
    expect(values).toContain('-12345.67');
    expect(values).toContain('900719925474099.31');
    const sheet = readWorkbook((await api.get('/v1/exports/entries.xlsx')).bytes);
    expect(sheet.flat()).toContainEqual({ text: '-12345.67', isNumber: true });
    expect(sheet.flat()).toContainEqual({ text: '900719925474099.31', isNumber: false });
  });

  it('orders taken out and brought into an empty business come out the same', async () => {
    const first = await api.get('/v1/exports/orders.csv');
    const second = await openUploadShop();
    const made = await second.upload(first.text);
    await second.start(made.body.id, { reading: {} });
    await second.look();
    expect(await second.show(made.body.id)).toMatchObject({ status: 'done', counts: { imported: NAMES.length, failed: 0 } });
    const known = (row: Record<string, string>) => ({ ...row, delivered_at: '' });
    expect(rowsOf(await second.api.get('/v1/exports/orders.csv')).map(known)).toEqual(rowsOf(first).map(known));
    const again = await shop.upload(first.text);
    await shop.start(again.body.id, { mode: 'earn', reading: {} });
    await shop.look();
    expect(await shop.show(again.body.id)).toMatchObject({ status: 'done', counts: { known: NAMES.length, failed: 0 } });
    expect(Number((await api.rows<{ count: bigint }>('select count(*) from shop_order'))[0]?.count)).toBe(NAMES.length);
  });

  it('customers taken out and brought in again are the same people', async () => {
    const first = await api.get('/v1/exports/customers.csv');
    const second = await openUploadShop();
    const made = await second.upload(first.text, 'customers');
    await second.start(made.body.id, { reading: {} });
    await second.look();
    expect(await second.show(made.body.id)).toMatchObject({ status: 'done', counts: { failed: 0 } });
    const names = (rows: Record<string, string>[]) => rows.map((row) => [row['customer_id'], row['name'], row['email']].join('|')).sort();
    expect(names(rowsOf(await second.api.get('/v1/exports/customers.csv')))).toEqual(names(rowsOf(first)));
  });

  it('take the filters of their list', async () => {
    const some = rowsOf(await api.get('/v1/exports/orders.csv?from=2026-11-12T00:00:00Z&until=2026-11-14T00:00:00Z'));
    expect(some.map((row) => row['order_id'])).toEqual(["'=2", "'=3"]);
    expect(rowsOf(await api.get('/v1/exports/customers.csv?q=c3@example.com'))).toHaveLength(1);
    expect((await api.get('/v1/exports/orders.csv?from=yesterday')).status).toBe(422);
    expect(rowsOf(await api.get('/v1/exports/rewards.csv?status=denied'))).toEqual([]);
    const marinas = rowsOf(await api.get('/v1/exports/rewards.csv?status=held&customerId=marina'));
    expect(new Set(marinas.map((row) => row['customer']))).toEqual(new Set(['marina']));
    expect(rowsOf(await api.get('/v1/exports/rewards.csv?waitsFor=decision'))).toEqual([]);
    const coupons = rowsOf(await api.get('/v1/exports/coupons.csv?status=issued'));
    expect(coupons.length).toBeGreaterThan(0);
    expect(coupons[0]).toMatchObject({ status: 'issued', percent: '5.00', currency: 'RUB', given_for_order: "'=0" });
    const members = rowsOf(await api.get('/v1/exports/memberships.csv?customerId=marina'));
    expect(members).toMatchObject([{ customer_id: 'marina', email: 'marina@example.com', status: 'active' }]);
  });

  it('refuse a word their list does not know, rather than to take everything along', async () => {
    for (const wrong of [
      'rewards.csv?status=open',
      'coupons.xlsx?q=marina',
      'payouts.csv?from=2026-11-12T00:00:00Z',
      'customers.csv?status=nice',
    ])
      expect((await api.get(`/v1/exports/${wrong}`)).status, wrong).toBe(422);
    expect((await api.get('/v1/exports/rewards.csv?customerId=nobody')).status).toBe(404);
  });

  it('hold nothing of another business, and nothing a role may not read', async () => {
    const other = await api.addBusiness('other');
    for (const list of LISTS) {
      const reply = await api.ask({ method: 'GET', url: `/v1/exports/${list}.csv`, key: other.secretKey });
      expect(rowsOf(reply), list).toEqual([]);
    }
    const { kysely } = api.test.database;
    const id = '00000000-0000-4000-8000-00000000000a';
    const { tenantId } = api.business;
    const person = {
      id,
      email: 'kira@tea.example',
      name: 'Kira',
      role: 'sales',
      locale: 'ru',
      passwordHash: 'unused',
      createdAt: api.clock.now(),
      invite: null,
    } as const;
    await insertStaff(kysely, tenantId, person);
    const token = (await openSession({ db: kysely, clock: api.clock }, tenantId, id, { address: '127.0.0.1', agent: 'test' })) ?? '';
    const ask = (url: string) =>
      api.ask({
        method: 'GET',
        url,
        key: null,
        headers: { cookie: sessionCookie(token).split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' },
      });
    expect((await ask('/v1/exports/orders.csv')).status).toBe(200);
    expect((await ask('/v1/exports/payouts.csv')).status).toBe(403);
    expect((await ask('/v1/exports/audit.xlsx')).status).toBe(403);
  });
});

/** As a workbook holds a number: without zeros behind its last digit, unless it has too many. */
function asNumberText(cell: string): string {
  return /^-?\d+(\.\d+)?$/.test(cell) && cell.replace(/\D/g, '').length <= 15 ? String(Number(cell)) : cell;
}
