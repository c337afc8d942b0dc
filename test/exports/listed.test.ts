/** Issue 4, section 4, Out: lists of the API as files, page by page as the API shows them. */
import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { LISTED_EXPORTS } from '../../src/contract/exports.endpoints.ts';
import { insertStaff } from '../../src/staff/staff.store.ts';
import { newcomers, program, rule, to } from '../contract/programs.ts';
import { rub } from '../contract/wire.ts';
import type { Api, Reply } from '../support/api.ts';
import { openUploadShop, type UploadShop } from '../uploads/upload-shop.ts';
import { readWorkbook } from './read-workbook.ts';

const name = { ru: 'Вебинар', en: 'Webinar' };
const CLUB = program(
  [
    rule([to('referrer', { kind: 'credit', percent: { basisPoints: 1_000 } }), to('friend', { kind: 'credit', amount: rub(1_000) })], {
      if: newcomers,
    }),
  ],
  {
    enrolment: { mode: 'optIn', if: [] },
    perks: [{ id: 'webinar', name, kind: 'seat', cost: rub(100), capacity: 2, lowStockAt: 2 }],
    tiers: [{ id: 'fan', name, entry: { if: [{ paidOrders: { atLeast: 1 } }] }, perks: ['webinar'] }],
  },
);

const rowsOf = (reply: Reply): Record<string, string>[] => parse(reply.text, { bom: true, columns: true });

describe('a list of the API as a file', () => {
  let shop: UploadShop;
  let api: Api;
  let programId: string;
  let webhookId: string;
  const must = async (asked: Promise<Reply>): Promise<Reply['body']> => {
    const reply = await asked;
    expect(reply.status, reply.text).toBeLessThan(300);
    return reply.body;
  };
  const asked = (list: string): string => {
    const words: Readonly<Record<string, string>> = {
      story: '?customerId=anna',
      'tax-years': '?year=2026',
      deliveries: `?webhookId=${webhookId}`,
      entitled: `?programId=${programId}&perk=webinar`,
    };
    return words[list] ?? '';
  };

  beforeAll(async () => {
    shop = await openUploadShop();
    api = shop.api;
    await must(api.ask({ method: 'PATCH', url: '/v1/tenant', body: { reviewShareBasisPoints: 10_000 } }));
    webhookId = (await must(api.post('/v1/webhooks', { url: 'https://shop.example/hook' }))).id;
    programId = (await must(api.post('/v1/programs', { document: CLUB }))).id;
    await must(api.post(`/v1/programs/${programId}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' }));
    for (const who of ['anna', 'boris']) {
      await must(api.ask({ method: 'PUT', url: `/v1/customers/${who}`, body: { email: `${who}@example.com`, name: `=${who}` } }));
      await must(api.post(`/v1/customers/${who}/memberships`, { programId, actor: 'anna' }));
      await must(api.post(`/v1/customers/${who}/codes`, { code: who.toUpperCase() }));
    }
    const order = (id: string, who: string, code: string | null) =>
      must(
        api.post('/v1/events', {
          id: `e-${id}`,
          type: 'order.paid',
          occurredAt: '2026-11-10T10:00:00Z',
          customer: { externalId: who },
          order: { id, total: rub(300_000) },
          ...(code === null ? {} : { attribution: { code } }),
        }),
      );
    await order('o-1', 'anna', null);
    await order('o-2', 'vera', 'ANNA');
    await must(api.post('/v1/customers/anna/perks', { programId, perk: 'webinar' }));
    const connector = await must(api.post('/v1/connectors', { name: '@Магазин', preset: 'tilda' }));
    await must(
      api.ask({
        method: 'POST',
        url: new URL(connector.addressWithSecret).pathname + new URL(connector.addressWithSecret).search,
        body: '{"payment":{"orderid":"1"}}',
        key: null,
      }),
    );
    await must(shop.upload('id;total\r\n1;100'));
    const source = { kind: 'orders', mode: 'history', reading: {} };
    await must(api.ask({ method: 'PUT', url: '/v1/upload-sources/site', body: source }));
    const { tenantId } = api.business;
    const at = api.clock.now();
    const [anna] = await api.rows<{ customer_id: string }>(`select customer_id from person where external_id = 'anna'`);
    await api.rows(
      `insert into mail (tenant_id, mail_id, kind, cause, customer_id, data, status, next_attempt_at, created_at, last_error)
        values ($1, $2, 'bonus-held', 'x', $3, '{}', 'skipped', $4, $4, 'declined')`,
      [tenantId, randomUUID(), anna?.customer_id, at],
    );
    await api.rows(
      `insert into friend_claim (tenant_id, claim_id, customer_id, friend, note, created_at) values ($1, $2, $3, '+7 900 000-00-00', '=1+1', $4)`,
      [tenantId, randomUUID(), anna?.customer_id, at],
    );
    await insertStaff(api.test.database.kysely, tenantId, {
      id: randomUUID(),
      email: 'kira@tea.example',
      name: 'Кира',
      role: 'sales',
      locale: 'ru',
      passwordHash: 'unused',
      createdAt: at,
      invite: null,
    });
  });

  it.each(Object.keys(LISTED_EXPORTS))('%s: as CSV and as Excel, the same rows, and none that a spreadsheet would run', async (list) => {
    const csv = await api.get(`/v1/exports/${list}.csv${asked(list)}`);
    expect(csv.status, csv.text).toBe(200);
    const rows: string[][] = parse(csv.text, { bom: true });
    if (list !== 'tax-years') expect(rows.length, csv.text).toBeGreaterThan(1);
    for (const row of rows.slice(1)) {
      expect(row.some((cell) => cell !== '')).toBe(true);
      for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r＝＋－＠]|^-(?!\d+(\.\d+)?$)|\[object|undefined/u);
    }
    const xlsx = await api.get(`/v1/exports/${list}.xlsx${asked(list)}`);
    expect(xlsx.status).toBe(200);
    // That the first file was taken stands in the second when the list is the audit log itself.
    expect(readWorkbook(xlsx.bytes)).toHaveLength(rows.length + (list === 'audit' ? 1 : 0));
    expect(readWorkbook(xlsx.bytes)[0]?.map((cell) => cell.text)).toEqual(rows[0]);
  });

  it.each(Object.entries(LISTED_EXPORTS).filter(([list]) => asked(list) === ''))('%s: holds what its list shows', async (list, { of }) => {
    const shown = (await api.get(of.path)).body.items;
    if (list !== 'audit') expect(rowsOf(await api.get(`/v1/exports/${list}.csv`))).toHaveLength(shown.length);
  });

  it('names customers as the shop does, and says in words why something is as it is', async () => {
    const [mail] = rowsOf(await api.get('/v1/exports/messages.csv'));
    expect(mail).toMatchObject({ kind: 'bonus-held', customer: 'anna', status: 'skipped', name: 'Бонус ждёт подтверждения' });
    expect(mail?.['error']).toMatch(/[а-я]{4}/);
    const [claim] = rowsOf(await api.get('/v1/exports/friend-claims.csv'));
    expect(claim).toMatchObject({ customer: 'anna', customer_name: "'=anna", friend: "'+7 900 000-00-00", note: "'=1+1", status: 'open' });
    const [review] = rowsOf(await api.get('/v1/exports/reviews.csv'));
    expect(review).toMatchObject({ referrer: 'anna', friend: 'vera', order_id: 'o-2' });
    const [held] = rowsOf(await api.get('/v1/exports/low-stock.csv'));
    expect(held).toMatchObject({ perk: 'webinar', name: 'Вебинар', left: '1', capacity: '2' });
  });

  it('is narrowed by the words of its list, over as many pages as there are', async () => {
    const many = Array.from({ length: 1_203 }, (_, index) => ({
      id: `f-${index}`,
      type: 'feedback.given',
      occurredAt: '2026-11-11T10:00:00Z',
      customer: { externalId: `m-${index}` },
      score: 9,
    }));
    for (let first = 0; first < many.length; first += 500) await must(api.post('/v1/events', { events: many.slice(first, first + 500) }));
    const all = rowsOf(await api.get('/v1/exports/events.csv'));
    expect(new Set(all.map((row) => row['sequence'])).size).toBe(all.length);
    expect(all.filter((row) => row['type'] === 'feedback.given')).toHaveLength(1_203);
    expect(rowsOf(await api.get('/v1/exports/events.csv?by=hand'))).toEqual([]);
    expect(rowsOf(await api.get('/v1/exports/messages.csv?status=sent'))).toEqual([]);
    expect(rowsOf(await api.get('/v1/exports/reviews.csv?state=done'))).toEqual([]);
  });

  it('is refused before a file begins when what it is of is not there', async () => {
    expect((await api.get(`/v1/exports/entitled.csv?programId=${programId}&perk=nothing`)).status).toBe(404);
    expect((await api.get('/v1/exports/story.csv?customerId=nobody')).status).toBe(404);
    for (const wrong of ['deliveries.csv', 'story.xlsx', 'tax-years.csv', 'messages.csv?status=gone', 'staff.csv?q=kira'])
      expect((await api.get(`/v1/exports/${wrong}`)).status, wrong).toBe(422);
  });

  it('holds nothing of another business', async () => {
    const other = await api.addBusiness('other');
    for (const list of Object.keys(LISTED_EXPORTS)) {
      const reply = await api.ask({ method: 'GET', url: `/v1/exports/${list}.csv${asked(list)}`, key: other.secretKey });
      if (reply.status === 404) continue;
      expect(reply.status, reply.text).toBe(200);
      const rows = rowsOf(reply);
      if (list === 'keys') expect(rows).toHaveLength(2);
      // Their own audit log holds that they took the lists before.
      else if (list === 'audit') expect(new Set(rows.map((row) => row['act']))).toEqual(new Set(['exported']));
      else expect(rows, list).toEqual([]);
    }
  });
});
