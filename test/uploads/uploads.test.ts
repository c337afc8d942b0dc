/** Issue 4, section 4, File: the daily file by upload, its columns shown before, nothing twice, a report of what was refused (0-05). */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { idFromUuid, type TenantId, type UploadId } from '../../src/domain/ids.ts';
import { writePart } from '../../src/uploads/upload-files.ts';
import { expectSound } from '../support/sound.ts';
import { openUploadShop, publishReferral, SHOP_COLUMNS, SHOP_CSV, type UploadShop } from './upload-shop.ts';

describe('a file by upload', () => {
  let shop: UploadShop;
  let id: string;
  beforeAll(async () => {
    shop = await openUploadShop();
    await publishReferral(shop.api);
  });

  it('is taken as bytes, and shown with what its headers do and do not tell', async () => {
    const made = await shop.upload(SHOP_CSV);
    expect(made).toMatchObject({ status: 201, body: { status: 'ready', kind: 'orders', fileName: 'shop.csv' } });
    id = made.body.id;
    const preview = await shop.api.post(`/v1/uploads/${id}/preview`);
    expect(preview.status).toBe(200);
    expect(preview.body.format).toEqual({ encoding: 'utf-8', delimiter: ';', newline: '\n' });
    expect(preview.body.header).toEqual(['Заказ №', 'Когда', 'Итог', 'Покупатель', 'Почта', 'Промокод']);
    expect(preview.body.rows).toEqual([]);
    expect(preview.body.samples[0]).toContain('3 000,50');
    const missing = preview.body.problems.map((each: { text: { ru: string } }) => each.text.ru);
    expect(missing.join(' ')).toContain('«occurred_at»');
    const email = preview.body.columns.find((each: { column: string }) => each.column === 'email');
    expect(email.header).toBe('Почта');
  });

  it('is understood with the columns a person chose, and names each problem by row and column', async () => {
    const reading = { columns: SHOP_COLUMNS, currency: 'RUB', timeZone: 'Europe/Moscow' };
    const preview = await shop.api.post(`/v1/uploads/${id}/preview`, { reading });
    expect(preview.body.rows[0]).toEqual({
      row: 2,
      orderId: 'A-1',
      customer: 'Мария',
      occurredAt: '2026-11-18T07:00:00.000Z',
      status: 'paid',
      amount: { amountMinor: '300050', currency: 'RUB' },
      code: 'MARINA',
    });
    expect(preview.body.problems).toEqual([
      expect.objectContaining({ row: 4, column: 'Итог', value: 'много', code: 'amount-not-a-number' }),
    ]);
    expect(await shop.orders()).toBe(0);
  });

  it('runs in the background, counts, reports, and is remembered by its source', async () => {
    const reading = { columns: SHOP_COLUMNS, currency: 'RUB' };
    expect(await shop.start(id, { mode: 'earn', reading, saveAs: 'till' })).toMatchObject({ status: 202, body: { status: 'queued' } });
    await shop.look();
    const done = await shop.show(id);
    expect(done).toMatchObject({ status: 'done', share: 1, hasReport: true, counts: { rows: 4, imported: 3, failed: 1, known: 0 } });
    const report = await shop.api.get(`/v1/uploads/${id}/report.csv`);
    expect(report.headers['content-disposition']).toContain('attachment');
    expect(report.text).toContain('много');
    expect(report.text.split('\n')[1]).toContain('Итог');
    const sources = await shop.api.get('/v1/upload-sources');
    expect(sources.body.items).toMatchObject([{ name: 'till', kind: 'orders', mode: 'earn', reading: { columns: SHOP_COLUMNS } }]);
  });

  it('as what has just happened it pays by the code in its column; nothing twice, whatever it is called', async () => {
    const rewards = await shop.api.rows<{ beneficiary: string }>('select beneficiary from reward order by beneficiary');
    expect(rewards.map(({ beneficiary }) => beneficiary)).toContain('referrer');
    const before = rewards.length;
    const again = await shop.upload(SHOP_CSV.replace('много', '700'));
    await shop.start(again.body.id, { mode: 'earn', reading: { columns: SHOP_COLUMNS, currency: 'RUB' } });
    await shop.look();
    expect(await shop.show(again.body.id)).toMatchObject({ status: 'done', counts: { rows: 4, imported: 1, known: 3 } });
    expect((await shop.api.rows('select 1 from reward')).length).toBe(before);
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
  });

  it('as history it pays nothing, and brings nobody', async () => {
    const made = await shop.upload('order_id,date,amount,email,code\nH-1,2026-11-01,5000,lena@example.com,MARINA\n');
    const before = (await shop.api.rows('select 1 from reward')).length;
    await shop.start(made.body.id);
    await shop.look();
    expect(await shop.show(made.body.id)).toMatchObject({ status: 'done', counts: { imported: 1 } });
    expect((await shop.api.rows('select 1 from reward')).length).toBe(before);
  });

  it('of refunds and of customers goes the same way', async () => {
    const refunds = await shop.upload('order_id;date;amount\nA-2;2026-11-19;500\n', 'refunds');
    const people = await shop.upload('customer_id;name;email;balance\n77;Зоя;zoya@example.com;100\n', 'customers');
    await shop.start(refunds.body.id);
    await shop.start(people.body.id);
    await shop.look();
    expect(await shop.show(refunds.body.id)).toMatchObject({ status: 'done', counts: { imported: 1 } });
    expect(await shop.show(people.body.id)).toMatchObject({ status: 'done', counts: { imported: 1 } });
    const zoya = await shop.api.get('/v1/customers/77');
    expect(zoya.body.balances[0]).toMatchObject({ unit: 'RUB', available: '10000' });
  });

  it('comes in parts, and a part that was cut off is sent again', async () => {
    const bytes = Buffer.from(SHOP_CSV);
    const ask = (method: 'POST' | 'PUT', url: string, body: Buffer) =>
      shop.api.ask({ method, url, body, headers: { 'content-type': 'application/octet-stream' } });
    const made = await ask('POST', '/v1/uploads?kind=orders&more=true', bytes.subarray(0, 50));
    expect(made.body).toMatchObject({ status: 'receiving', sizeBytes: '50' });
    const at = `/v1/uploads/${made.body.id}/content`;
    expect((await ask('PUT', `${at}?offset=60&more=true`, bytes.subarray(60))).status).toBe(422);
    expect((await ask('PUT', `${at}?offset=50&more=true`, bytes.subarray(50, 80))).body.sizeBytes).toBe('80');
    expect((await ask('PUT', `${at}?offset=50&more=true`, bytes.subarray(50, 90))).body.sizeBytes).toBe('90');
    expect((await ask('PUT', `${at}?offset=90`, bytes.subarray(90))).body).toMatchObject({
      status: 'ready',
      sizeBytes: String(bytes.length),
    });
    const preview = await shop.api.post(`/v1/uploads/${made.body.id}/preview`, { reading: { columns: SHOP_COLUMNS, currency: 'RUB' } });
    expect(preview.body.rows).toHaveLength(3);
  });

  it('is refused above its limit, and nothing of it stays', async () => {
    const place = {
      dataDirectory: shop.dataDirectory,
      tenantId: shop.api.business.tenantId satisfies TenantId,
      id: idFromUuid<UploadId>('00000000-0000-7000-8000-000000000001'),
    };
    const endless = Readable.from(
      (function* () {
        for (let piece = 0; piece < 40; piece += 1) yield Buffer.alloc(1_000, 'x');
      })(),
    );
    expect(await writePart(place, { offset: 0, bytes: endless, bytesMax: 10_000, hasRoom: async () => true })).toEqual({
      ok: false,
      error: 'too-large',
    });
  });

  it('that is stopped keeps what it has stored, and one that waits never begins', async () => {
    const made = await shop.upload('order_id,date,amount,email\nC-1,2026-11-01,5000,c@example.com\n');
    await shop.start(made.body.id);
    expect(await shop.api.post(`/v1/uploads/${made.body.id}/cancel`)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    // Nothing of it stays (6.3).
    expect((await shop.api.post(`/v1/uploads/${made.body.id}/preview`)).status).toBe(410);
    await shop.look();
    expect(await shop.show(made.body.id)).toMatchObject({ status: 'cancelled', counts: null });
    expect((await shop.api.post(`/v1/uploads/${made.body.id}/cancel`)).status).toBe(409);
  });

  it('whose bytes are gone for a day has failed, instead of waiting for ever', async () => {
    const made = await shop.upload('order_id,date,amount,email\nG-1,2026-11-01,5000,g@example.com\n');
    await shop.start(made.body.id);
    await rm(join(shop.dataDirectory, 'uploads', shop.api.business.tenantId), { recursive: true });
    await shop.look();
    expect((await shop.show(made.body.id)).status).toBe('queued');
    shop.api.clock.set(new Date(shop.api.clock.now().getTime() + 25 * 3_600_000));
    await shop.look();
    expect(await shop.show(made.body.id)).toMatchObject({ status: 'failed', problems: [{ code: 'upload_gone' }] });
  });

  it('of another business is not there', async () => {
    const other = await shop.api.addBusiness('other');
    for (const url of [`/v1/uploads/${id}`, `/v1/uploads/${id}/report.csv`])
      expect((await shop.api.ask({ method: 'GET', url, key: other.secretKey })).status).toBe(404);
    expect((await shop.api.ask({ method: 'GET', url: '/v1/uploads', key: other.secretKey })).body.items).toEqual([]);
  });
});

describe('malformed files', () => {
  it('are explained, never an error', { timeout: 60_000 }, async () => {
    const shop = await openUploadShop();
    const workbook = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(500, 7)]);
    const files: [string, string | Buffer][] = [
      ['file-empty', ''],
      ['file-not-csv', workbook],
      ['column-missing', 'один столбец'],
      ['column-missing', Buffer.from([0xff, 0xfe, 0x00, 0x00, 0x3b, 0x00])],
      ['header-too-wide', `${'a;'.repeat(1_500)}a\n1`],
      ['column-missing', '"незакрытая кавычка;b\n1;2'],
      ['column-missing', '\u0000\u0000\u0000\u0000'],
    ];
    for (const [code, body] of files) {
      const made = await shop.upload(body);
      expect(made.status).toBe(201);
      const preview = await shop.api.post(`/v1/uploads/${made.body.id}/preview`, { reading: { currency: 'RUB' } });
      expect(preview.status).toBe(200);
      const codes = preview.body.problems.map((each: { code: string }) => each.code);
      expect(codes.length, String(body).slice(0, 20)).toBeGreaterThan(0);
      if (code !== 'column-missing') expect(codes).toContain(code);
      await shop.start(made.body.id);
      await shop.look();
      const ended = await shop.show(made.body.id);
      expect(ended.status).toBe('failed');
      expect(ended.problems[0]?.text.ru).toMatch(/[а-я]/i);
    }
    const bad = await shop.upload('order_id,date,amount,email\n1,never,x,@\n"2,2026-01-01,5\n3,,,\n');
    await shop.start(bad.body.id);
    await shop.look();
    expect(await shop.show(bad.body.id)).toMatchObject({ status: 'failed', hasReport: true });
    expect(await shop.orders()).toBe(0);
    expect(shop.api.log()).not.toContain('"level":50');
  });
});
