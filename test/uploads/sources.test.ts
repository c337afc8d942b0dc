/** Issue 4, section 4, File: from a watched folder, and from an address fetched each day (0-05; SSRF: reliability.md 2). */
import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextFetchAt } from '../../src/uploads/fetch-sources.ts';
import { removeOldFiles } from '../../src/uploads/old-files.ts';
import { createGuardedReader } from '../../src/webhooks/guarded-get.ts';
import { openUploadShop, SHOP_COLUMNS, SHOP_CSV, type UploadShop } from './upload-shop.ts';

const RULES = { ports: [443], allowPrivate: ['127.0.0.1'] };
const READING = { columns: SHOP_COLUMNS, currency: 'RUB' };

/** Put there a while ago, as a file that no longer grows. */
async function put(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
  const before = new Date(Date.now() - 60_000);
  await utimes(join(folder, name), before, before);
}

describe('a watched folder', () => {
  let shop: UploadShop;
  let folder: string;
  beforeAll(async () => {
    shop = await openUploadShop();
    const body = { kind: 'orders', mode: 'history', reading: READING, watchesFolder: true };
    const made = await shop.api.ask({ method: 'PUT', url: '/v1/upload-sources/till', body });
    expect(made.status).toBe(200);
    folder = made.body.folder;
    expect(folder).toBe(join(shop.dataDirectory, 'inbox', 'till'));
  });

  it('has its files imported and moved to done with their report', async () => {
    await put(folder, '2026-11-19.csv', SHOP_CSV);
    await shop.look();
    expect(await shop.orders()).toBe(3);
    const done = await readdir(join(folder, 'done'));
    expect(done.filter((name) => name.endsWith('2026-11-19.csv'))).toHaveLength(1);
    const report = done.find((name) => name.endsWith('.errors.csv')) ?? '';
    expect(await readFile(join(folder, 'done', report), 'utf8')).toContain('много');
    expect((await shop.api.get('/v1/uploads')).body.items[0]).toMatchObject({ origin: 'folder', source: 'till', status: 'done' });
  });

  it('puts what cannot be read into failed, and takes the same file again without doing anything twice', async () => {
    await put(folder, 'broken.csv', 'no;such;columns\n1;2;3');
    await put(folder, '2026-11-19.csv', SHOP_CSV);
    await shop.look();
    expect((await readdir(join(folder, 'failed'))).filter((name) => name.endsWith('broken.csv'))).toHaveLength(1);
    expect(await shop.orders()).toBe(3);
    expect((await readdir(folder)).sort()).toEqual(['done', 'failed']);
  });

  it('leaves alone what still grows, what is no file, and what leads elsewhere', async () => {
    await writeFile(join(folder, 'growing.csv'), SHOP_CSV);
    await writeFile(join(folder, 'notes.docx'), 'x');
    await symlink('/etc/passwd', join(folder, 'passwd.csv'));
    await shop.look();
    expect((await readdir(folder)).sort()).toEqual(['done', 'failed', 'growing.csv', 'notes.docx', 'passwd.csv']);
  });

  it('that cannot be read is told, and holds up no other', async () => {
    const body = { kind: 'orders', mode: 'history', reading: READING, watchesFolder: true };
    await shop.api.ask({ method: 'PUT', url: '/v1/upload-sources/a-broken', body });
    await writeFile(join(shop.dataDirectory, 'inbox', 'a-broken'), 'a file where the folder should be');
    await put(folder, '2026-11-20.csv', SHOP_CSV.replaceAll('A-', 'B-'));
    await shop.look();
    expect(shop.troubles.join()).toContain('a-broken');
    expect(await shop.orders()).toBe(6);
  });

  it('forgets what was done after 30 days, with its reports, and leaves what is not its own (6.3)', async () => {
    const { kysely: db } = shop.api.test.database;
    const deps = { db, clock: shop.api.clock, dataDirectory: shop.dataDirectory };
    const before = await readdir(join(folder, 'done'));
    shop.api.clock.set(new Date(Date.now() + 29 * 86_400_000));
    await removeOldFiles(deps);
    expect(await readdir(join(folder, 'done'))).toEqual(before);
    shop.api.clock.set(new Date(Date.now() + 31 * 86_400_000));
    await removeOldFiles(deps);
    expect(await readdir(join(folder, 'done'))).toEqual([]);
    expect(await readdir(join(folder, 'failed'))).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['done', 'failed', 'growing.csv', 'notes.docx', 'passwd.csv']);
  });

  it('has a name that leads nowhere else', async () => {
    for (const name of ['..', '%2e%2e%2fetc', 'a%2Fb', 'Ж', '-x'])
      expect(
        (await shop.api.ask({ method: 'PUT', url: `/v1/upload-sources/${name}`, body: { kind: 'orders', mode: 'history', reading: {} } }))
          .status,
      ).toBeGreaterThanOrEqual(400);
  });
});

describe('an address', () => {
  let shop: UploadShop;
  let server: Server;
  let url: string;
  let tag = '"1"';
  const asked: (string | undefined)[] = [];
  let answer: { status: number; body: string } = { status: 200, body: SHOP_CSV };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === tag && answer.status === 200) {
        response.writeHead(304).end();
        return;
      }
      response.writeHead(answer.status, { etag: tag, location: 'http://127.0.0.1/elsewhere' }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/orders.csv` : '';
    shop = await openUploadShop({ rules: RULES, reader: createGuardedReader({ rules: RULES }) });
    shop.api.clock.set(new Date('2026-11-20T12:00:00Z'));
    const body = { kind: 'orders', mode: 'history', reading: READING, url, fetchAt: '06:30' };
    const made = await shop.api.ask({ method: 'PUT', url: '/v1/upload-sources/site', body });
    expect(made.body).toMatchObject({ url, fetchAt: '06:30', nextFetchAt: '2026-11-21T06:30:00.000Z' });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is read at its time of day, and not before', async () => {
    await shop.look();
    expect(asked).toEqual([]);
    shop.api.clock.set(new Date('2026-11-21T06:31:00Z'));
    await shop.look();
    expect(await shop.orders()).toBe(3);
    expect((await shop.api.get('/v1/upload-sources')).body.items[0]).toMatchObject({
      nextFetchAt: '2026-11-22T06:30:00.000Z',
      lastError: null,
    });
  });

  it('is not read again while it has not changed', async () => {
    shop.api.clock.set(new Date('2026-11-22T06:31:00Z'));
    await shop.look();
    expect(asked).toEqual([undefined, '"1"']);
    expect((await shop.api.get('/v1/uploads')).body.items).toHaveLength(1);
  });

  it('that fails says why, leads nowhere else, and is tried again in an hour', async () => {
    answer = { status: 302, body: '' };
    shop.api.clock.set(new Date('2026-11-23T06:31:00Z'));
    await shop.look();
    const [source] = (await shop.api.get('/v1/upload-sources')).body.items;
    expect(source.lastError).toMatchObject({ code: 'status-302' });
    expect(source.lastError.text.ru).toContain('переадресация');
    expect(source.nextFetchAt).toBe('2026-11-23T07:31:00.000Z');
  });

  it('that answers nothing says so, and leaves no file behind that never ends', async () => {
    shop.api.clock.set(new Date('2026-11-24T06:31:00Z'));
    answer = { status: 200, body: '' };
    tag = '"2"';
    await shop.look();
    expect((await shop.api.get('/v1/upload-sources')).body.items[0].lastError).toMatchObject({ code: 'empty' });
    expect((await shop.api.get('/v1/uploads')).body.items).toHaveLength(1);
  });

  it('may not be one of a private network', async () => {
    const strict = await openUploadShop();
    for (const bad of [
      'http://127.0.0.1/x.csv',
      'https://169.254.169.254/',
      'https://[::1]/',
      'https://localhost./x.csv',
      'ftp://shop.example/x',
      'https://user:word@shop.example/x',
    ])
      expect(
        (
          await strict.api.ask({
            method: 'PUT',
            url: '/v1/upload-sources/bad',
            body: { kind: 'orders', mode: 'history', reading: {}, url: bad, fetchAt: '06:30' },
          })
        ).status,
        bad,
      ).toBe(422);
  });

  it('has its minute by the clock of the business, in summer as in winter', () => {
    expect(nextFetchAt(new Date('2026-07-01T04:29:00Z'), 390, 'Europe/Berlin').toISOString()).toBe('2026-07-01T04:30:00.000Z');
    expect(nextFetchAt(new Date('2026-12-01T05:31:00Z'), 390, 'Europe/Berlin').toISOString()).toBe('2026-12-02T05:30:00.000Z');
    // The days on which the clocks change.
    expect(nextFetchAt(new Date('2026-03-28T23:30:00Z'), 390, 'Europe/Berlin').toISOString()).toBe('2026-03-29T04:30:00.000Z');
    expect(nextFetchAt(new Date('2026-10-24T22:30:00Z'), 390, 'Europe/Berlin').toISOString()).toBe('2026-10-25T05:30:00.000Z');
  });
});
