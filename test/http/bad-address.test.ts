/** What cannot be a text of the database is refused at the door, whichever route it is for. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openPageShop, type PageShop } from '../friend-page/page-shop.ts';

const UUID = '00000000-0000-0000-0000-000000000000';
const cursorOf = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('an address that cannot be read', () => {
  let shop: PageShop;
  beforeAll(async () => {
    shop = await openPageShop();
  });

  it.each([
    ['GET', '/v1/offers/%00', 'code'],
    ['GET', '/v1/coupons/A%00B', 'code'],
    ['POST', '/v1/coupons/%00/release', 'code'],
    ['GET', '/v1/orders/%00', 'id'],
    ['GET', '/v1/customers/x%00', 'id'],
    ['PUT', '/v1/customers/x%00', 'id'],
  ] as const)('%s %s: the parameter with a NUL is named', async (method, url, field) => {
    const reply = await shop.ask({ method, url });
    expect(reply.status, reply.text).toBe(method === 'PUT' ? 422 : 404);
    expect(reply.body).toMatchObject({ field, detail: expect.stringContaining('NUL') });
  });

  it('asks for the key first', async () => {
    expect((await shop.ask({ method: 'GET', url: '/v1/coupons/%00', key: null })).status).toBe(401);
    expect((await shop.ask({ method: 'GET', url: '/v1/customers?q=%00', key: null })).status).toBe(401);
  });

  it.each([
    ['/v1/customers?q=%00', 'q', 'NUL'],
    ['/v1/customers?limit=5&q=a%00b', 'q', 'NUL'],
    ['/v1/exports/customers.csv?q=%00', 'q', 'NUL'],
    ['/v1/customers?%00=x', '%00', 'NUL'],
    ['/v1/customers?q=%ff', 'q', 'UTF-8'],
    ['/v1/customers?q=%C0%80', 'q', 'UTF-8'],
    ['/v1/customers?q=%ED%A0%80', 'q', 'UTF-8'],
    ['/v1/customers?q=100%', 'q', 'UTF-8'],
  ])('GET %s: the query value is named', async (url, field, detail) => {
    expect((await shop.get(url)).body).toMatchObject({
      status: 422,
      code: 'invalid_request',
      field,
      detail: expect.stringContaining(detail),
    });
  });

  it('names the value a file is sent with', async () => {
    const reply = await shop.post('/v1/uploads?kind=orders&name=%00', 'id;total', { 'content-type': 'application/octet-stream' });
    expect(reply.body).toMatchObject({ status: 422, field: 'name' });
  });

  it.each(['%ff', '%C0%80', '%ED%A0%80', '%', '%zz', 'x'.repeat(3_000)])('names the part that the router cannot read: %s', async (part) => {
    expect((await shop.get(`/v1/customers/${part}`)).body).toMatchObject({ status: 400, code: 'bad_request', field: 'id' });
    expect((await shop.get(`/v1/nowhere/${part}`)).status).toBeLessThan(405);
  });

  it.each([
    ...['', '/qr.svg', '/qr.png', '/preview.png', '/materials', '/card', '/kept'].map((file) => `/p/%00${file}`),
    '/t/%00/p/X/kept',
    '/t/%00/p/MARINA',
    '/t/%00/r/MARINA',
    '/r/MARINA%00',
    '/programs/%00',
    '/programs/%00/preview.png',
    `/brand/%00/${'0'.repeat(32)}`,
    '/p/%ff',
    '/t/%ff/r/MARINA',
    '/p/%ED%A0%80/materials',
  ])('%s is a page that leads nowhere', async (path) => {
    const reply = await shop.open(path, 'en');
    expect([reply.status, reply.headers['content-type']], reply.text).toEqual([404, 'text/html; charset=utf-8']);
    expect(reply.text).toContain('There is no such link');
  });

  it('keeps a link working whatever else was put behind it', async () => {
    expect((await shop.open('/p/MARINA?utm_campaign=50%off&x=%ff')).status).toBe(200);
  });

  it.each(['/t/%00/cabinet/', '/t/%00/embed/cabinet', '/mail/unsubscribe?t=%00', '/console/%00', '/widget/%00', '/hooks/%00?secret=%00'])(
    '%s is refused too',
    async (path) => {
      const reply = await (path.startsWith('/hooks') ? shop.post(path) : shop.open(path));
      expect([401, 404, 422], reply.text).toContain(reply.status);
    },
  );

  it('takes no cursor that this list cannot have made', async () => {
    const bad = [
      ['/v1/customers?q=a', cursorOf('00', UUID)],
      ['/v1/customers?q=a', cursorOf('ff', UUID)],
      ['/v1/customers?q=a', cursorOf('61', UUID).concat('=')],
      ['/v1/customers', cursorOf('61', UUID)],
      ['/v1/referrals/reviews?state=open', cursorOf('999999999999999', UUID)],
      ['/v1/referrals/reviews?state=open', cursorOf('10000', UUID)],
      ['/v1/referrals/reviews?state=done', cursorOf('9999999999999999', UUID)],
      ['/v1/events', cursorOf('01')],
      ['/v1/events', cursorOf('9999999999999999999')],
      ['/v1/customers/marina/entries', cursorOf('1', '9999999999')],
    ] as const;
    for (const [url, cursor] of bad) {
      const reply = await shop.get(`${url}${url.includes('?') ? '&' : '?'}cursor=${cursor}`);
      expect(reply.body, `${url} ${Buffer.from(cursor, 'base64url')}`).toMatchObject({ status: 422, field: 'cursor' });
    }
    for (const [url, cursor] of [
      ['/v1/customers?q=a&', cursorOf('61', UUID)],
      ['/v1/referrals/reviews?state=open&', cursorOf('9999', UUID)],
      ['/v1/referrals/reviews?state=done&', cursorOf('999999999999999', UUID)],
    ])
      expect((await shop.get(`${url}cursor=${cursor}`)).status, url).toBe(200);
  });

  it('pages through people whose names are as long as a name may be', async () => {
    for (const id of ['long-1', 'long-2'])
      expect((await shop.ask({ method: 'PUT', url: `/v1/customers/${id}`, body: { name: `Щ${'щ'.repeat(199)}` } })).status).toBe(200);
    const first = (await shop.get(`/v1/customers?q=${encodeURIComponent('щщ')}&limit=1`)).body;
    const second = await shop.get(`/v1/customers?q=${encodeURIComponent('щщ')}&limit=1&cursor=${first.nextCursor}`);
    expect(second.body, second.text).toMatchObject({ items: [expect.anything()], nextCursor: null });
    expect(second.body.items[0].id).not.toBe(first.items[0].id);
  });

  it('made no error of ours', () => {
    expect(shop.log()).not.toMatch(/"level":50/);
  });
});
