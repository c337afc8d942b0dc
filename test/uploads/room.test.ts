/** A business has so much room for files that wait to be imported, and no more (reliability.md 2, files: size caps before parse). */
import { describe, expect, it } from 'vitest';
import { removeOldFiles } from '../../src/uploads/old-files.ts';
import type { Reply } from '../support/api.ts';
import { openUploadShop, SHOP_COLUMNS, SHOP_CSV, type UploadShop } from './upload-shop.ts';

const MEGABYTE = 1_048_576;
const room = async (shop: UploadShop): Promise<{ usedBytes: number; maxBytes: number }> => {
  const { usedBytes, maxBytes } = (await shop.api.get('/v1/upload-room')).body;
  return { usedBytes: Number(usedBytes), maxBytes: Number(maxBytes) };
};
const file = (megabytes: number): Buffer => Buffer.alloc(megabytes * MEGABYTE, 'a');
const cancel = (shop: UploadShop, id: string): Promise<Reply> => shop.api.post(`/v1/uploads/${id}/cancel`, {});

describe('the room for files', () => {
  it('is refused with the numbers when it is full, and leaves nothing behind', async () => {
    const shop = await openUploadShop({ roomMegabytes: 20 });
    const first = await shop.upload(file(12));
    expect(first.status, first.text).toBe(201);
    expect(await room(shop)).toEqual({ usedBytes: 12 * MEGABYTE, maxBytes: 20 * MEGABYTE });
    const refused = await shop.upload(file(9));
    expect(refused).toMatchObject({ status: 413, body: { code: 'upload_no_room' } });
    expect(refused.body.reasons[0].text).toMatchObject({
      ru: expect.stringContaining('Занято 12 МБ из 20 МБ'),
      en: expect.stringContaining('12 MB of 20 MB'),
    });
    expect(await room(shop)).toMatchObject({ usedBytes: 12 * MEGABYTE });
    // The last byte fits.
    expect((await shop.upload(file(8))).status).toBe(201);
    expect((await shop.upload('a')).status).toBe(413);
  });

  it('is given back by what is removed, cancelled, imported, or too large', async () => {
    const shop = await openUploadShop({ roomMegabytes: 10 });
    const waiting = await shop.upload(file(8));
    expect((await cancel(shop, waiting.body.id)).body.status).toBe('cancelled');
    expect((await room(shop)).usedBytes).toBe(0);

    const good = await shop.upload(SHOP_CSV);
    expect((await room(shop)).usedBytes).toBe(Buffer.byteLength(SHOP_CSV));
    await shop.start(good.body.id, { reading: { columns: SHOP_COLUMNS, currency: 'RUB' } });
    await shop.look();
    expect(await shop.show(good.body.id)).toMatchObject({ status: 'done', hasReport: true });
    // What stays is its report.
    const report = (await shop.api.get(`/v1/uploads/${good.body.id}/report.csv`)).bytes.length;
    expect((await room(shop)).usedBytes).toBe(report);

    const bad = await shop.upload(file(5));
    await shop.start(bad.body.id);
    await shop.look();
    expect(await shop.show(bad.body.id)).toMatchObject({ status: 'failed' });
    expect((await room(shop)).usedBytes).toBeGreaterThanOrEqual(5 * MEGABYTE);
    expect((await cancel(shop, bad.body.id)).status).toBe(200);
    expect((await room(shop)).usedBytes).toBeLessThan(MEGABYTE);
  });

  it('is not passed by many files at once, nor by one in parts', async () => {
    const shop = await openUploadShop({ roomMegabytes: 10 });
    const replies = await Promise.all(Array.from({ length: 6 }, () => shop.upload(file(3))));
    const taken = replies.filter(({ status }) => status === 201).length;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(3);
    expect((await room(shop)).usedBytes).toBe(taken * 3 * MEGABYTE);
    for (const reply of replies) if (reply.status === 201) await cancel(shop, reply.body.id);
    const send = (method: 'POST' | 'PUT', url: string): Promise<Reply> =>
      shop.api.ask({ method, url, body: file(4), headers: { 'content-type': 'application/octet-stream' } });
    const begun = await send('POST', '/v1/uploads?kind=orders&name=a.csv&more=true');
    expect(begun.status).toBe(201);
    const part = (offset: number) => send('PUT', `/v1/uploads/${begun.body.id}/content?offset=${offset * MEGABYTE}&more=true`);
    expect((await part(4)).status).toBe(200);
    // The same part again takes no more room.
    expect((await part(4)).status).toBe(200);
    expect((await room(shop)).usedBytes).toBe(8 * MEGABYTE);
    expect((await part(8)).body.code).toBe('upload_no_room');
    expect((await room(shop)).usedBytes).toBe(0);
    expect(await shop.show(begun.body.id)).toMatchObject({ status: 'cancelled' });
  });

  it('of one business is not that of another', async () => {
    const shop = await openUploadShop({ roomMegabytes: 4 });
    expect((await shop.upload(file(4))).status).toBe(201);
    const other = await shop.api.addBusiness('other');
    const reply = await shop.api.ask({
      method: 'POST',
      url: '/v1/uploads?kind=orders',
      key: other.secretKey,
      body: file(4),
      headers: { 'content-type': 'text/csv' },
    });
    expect(reply.status, reply.text).toBe(201);
  });

  it('is given back a day after a file has stopped arriving', async () => {
    const shop = await openUploadShop({ roomMegabytes: 10 });
    const begun = await shop.api.ask({
      method: 'POST',
      url: '/v1/uploads?kind=orders&name=a.csv&more=true',
      body: file(3),
      headers: { 'content-type': 'application/octet-stream' },
    });
    shop.api.clock.set(new Date(shop.api.clock.now().getTime() + 25 * 3_600_000));
    await removeOldFiles({ db: shop.api.test.database.kysely, clock: shop.api.clock, dataDirectory: shop.dataDirectory });
    expect(await shop.show(begun.body.id)).toMatchObject({ status: 'cancelled' });
    expect((await room(shop)).usedBytes).toBe(0);
  });
});
