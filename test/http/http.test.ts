import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi, type Question } from '../support/api.ts';

const event = { id: 'evt-http', type: 'feedback.given', occurredAt: '2026-11-20T12:00:00Z', customer: { externalId: 'x' }, score: 9 };

describe('the edge', () => {
  let api: Api;
  let baseUrl: string;
  beforeAll(async () => {
    api = await openApi({ trustProxy: ['127.0.0.1/32'] });
    baseUrl = await api.listen();
  });

  const send = (more: Partial<Question>) => api.ask({ method: 'POST', url: '/v1/events', body: event, ...more });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=windows-1251'],
    ['application/json, text/plain'],
    ['application/jsonp'],
    [''],
  ])('takes no body of type %s', async (contentType) => {
    expect((await send({ headers: { 'content-type': contentType } })).body).toMatchObject({ status: 415, code: 'unsupported_media_type' });
  });

  it('takes no compressed body, so that a small one cannot become a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000, 'a'));
    expect((await send({ body: bomb, headers: { 'content-encoding': 'gzip' } })).body.code).toBe('unsupported_media_type');
  });

  it.each([
    ['{"id":"1","customer":{"name":"a\\u0000"}}', 'customer.name', 'customer.name: holds a NUL or half of a surrogate pair.'],
    ['{"events":[{},{"id":"\\ud800"}]}', 'events[1].id', 'events[1].id: holds a NUL or half of a surrogate pair.'],
    ['{"order":{"lines":[{"id":"a","id":"b"}]}}', 'order.lines[0].id', 'order.lines[0].id: comes twice in one object.'],
    ['{"customer":{"__proto__":{}}}', 'customer.__proto__', 'customer.__proto__: is not a name a field may have.'],
    ['{"id":}', null, 'The body is not JSON.'],
    [Buffer.from([0x22, 0xff, 0x22]), null, 'The body is not in UTF-8.'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, null, 'The body is nested deeper than 64 levels.'],
  ])('says what is wrong with %s, and where', async (body, field, detail) => {
    const reply = await send({ body });
    expect(reply.body).toMatchObject({ status: 400, code: 'invalid_json', field, detail, text: { en: detail, ru: expect.any(String) } });
  });

  it('takes events up to 1 MB and any other body up to 256 kB', async () => {
    const large = (size: number) => ({ ...event, customer: { name: 'x'.repeat(size) } });
    expect((await send({ body: large(900_000) })).status).toBe(422);
    expect((await send({ body: large(1_100_000) })).body).toMatchObject({ status: 413, code: 'body_too_large' });
    expect((await api.ask({ method: 'PUT', url: '/v1/customers/x', body: { name: 'x'.repeat(300_000) } })).body.code).toBe(
      'body_too_large',
    );
  });

  it('takes 500 events at once and no more', async () => {
    const events = Array.from({ length: 500 }, (_each, index) => ({ ...event, id: `evt-b-${index}` }));
    const answer = await send({ body: { events } });
    expect(answer.body.results).toHaveLength(500);
    expect((await send({ body: { events: [...events, event] } })).body).toMatchObject({ status: 422, field: 'events' });
    const { body } = await send({ body: { events: [] } });
    expect(body).toMatchObject({ status: 422, field: 'events', text: { en: expect.stringContaining('needs at least one value') } });
    expect((await send({ body: { events: [event], more: 1 } })).body).toMatchObject({ status: 422, field: 'more' });
  });

  it('says what is wrong with a body where no one field is to blame (3)', async () => {
    const said = async (body?: string): Promise<unknown> => (await api.post('/v1/keys', body)).body.detail;
    expect([await said(), await said('[]'), await said('null'), await said('{}')]).toEqual([
      'The body is empty, and one is required.',
      'The request as a whole: has the wrong type.',
      'The request as a whole: has the wrong type.',
      'name: is required.',
    ]);
  });

  it('answers an unknown path with 404 and a wrong method with 405 and what the path takes', async () => {
    expect((await api.get('/v1/nothing')).body).toMatchObject({ status: 404, code: 'not_found' });
    for (const url of ['/v1/events/', '/V1/events', '/v1//events', '/v1/%2e%2e/v1/tenant/x', '/v1/tenant%2f', '/v1/tenant/../keys/x/y']) {
      expect((await api.get(url)).status, url).toBe(404);
    }
    const wrong = await api.ask({ method: 'DELETE', url: '/v1/events' });
    expect(wrong.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(wrong.headers['allow']).toBe('GET, POST');
    expect((await api.ask({ method: 'OPTIONS', url: '/v1/customers/x' })).headers['allow']).toBe('GET, PUT, DELETE');
  });

  it('obeys no header that asks for another method or path', async () => {
    const reply = await api.ask({
      method: 'GET',
      url: '/v1/tenant',
      headers: { 'x-http-method-override': 'DELETE', 'x-original-url': '/v1/keys', 'x-rewrite-url': '/v1/keys' },
    });
    expect(reply.body).toMatchObject({ slug: 'shop' });
  });

  it('refuses a query field it does not know and one that comes twice', async () => {
    expect((await api.get('/v1/customers?limit=1&nope=1')).body).toMatchObject({ status: 422, field: 'nope' });
    expect((await api.get('/v1/customers?limit=1&limit=2')).body).toMatchObject({ status: 422, field: 'limit' });
    for (const limit of ['0', '201', '-1', '1e2', '01', 'x', ''])
      expect((await api.get(`/v1/customers?limit=${limit}`)).body, limit).toMatchObject({ status: 422, field: 'limit' });
    for (const cursor of ['x', 'e30', 'WyJ4Il0', 'WyIxIiwiMiJd'])
      expect((await api.get(`/v1/customers?cursor=${cursor}`)).body, cursor).toMatchObject({ status: 422, field: 'cursor' });
    expect((await api.get('/v1/customers/%ff')).status).toBe(400);
  });

  it('tells a problem in the language of the reader, and in both', async () => {
    const ru = await api.ask({ method: 'GET', url: '/v1/orders/none', headers: { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8' } });
    expect(ru.body).toMatchObject({ detail: 'Такого заказа нет.', text: { en: 'There is no such order.' } });
    const en = await api.ask({ method: 'GET', url: '/v1/orders/none', headers: { 'accept-language': 'de' } });
    expect(en.body).toMatchObject({
      type: '/docs/problems#order_unknown',
      title: expect.any(String),
      status: 404,
      field: 'id',
      detail: 'There is no such order.',
      instance: expect.stringMatching(/^req_/),
    });
  });

  it('says on every answer that it may not be framed, sniffed or cached', async () => {
    for (const reply of [
      await api.get('/v1/tenant'),
      await api.get('/v1/nothing'),
      await api.get('/health/live'),
      await send({ body: '{' }),
    ]) {
      expect(reply.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(reply.headers['x-powered-by']).toBeUndefined();
    }
  });

  it('has a page with an anchor for every problem its answers name', async () => {
    const unknown = await api.ask({ method: 'GET', url: '/v1/orders/none-such' });
    const page = await (await fetch(`${baseUrl}/docs/problems`)).text();
    expect(page).toContain(`id="${String(unknown.body.type).split('#')[1]}"`);
    expect(page).toContain('id="insufficient_balance"');
  });

  it('tells its health, its document and its page without a key', async () => {
    const ask = (url: string) => api.ask({ method: 'GET', url, key: null });
    expect((await ask('/health/live')).body).toEqual({ status: 'live' });
    expect((await ask('/health/ready')).body).toEqual({ status: 'ready' });
    expect((await ask('/openapi.json')).body.openapi).toBe('3.1.0');
    const page = await ask('/docs/');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).not.toMatch(/https?:\/\//);
    expect((await ask('/docs/static/swagger-ui-bundle.js')).status).toBe(200);
  });

  it('shows its numbers to this machine or to a key, not to whoever a proxy forwards', async () => {
    const ask = (key: string | null, headers: Record<string, string>, remoteAddress: string) =>
      api.ask({ method: 'GET', url: '/metrics', key, headers, remoteAddress });
    expect((await ask(null, {}, '127.0.0.1')).text).toContain('sarafan_http_request_seconds_count');
    expect((await ask(null, {}, '203.0.113.1')).status).toBe(401);
    expect((await ask(null, { 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1')).status).toBe(401);
    expect((await ask(null, { 'x-forwarded-for': '127.0.0.1' }, '203.0.113.1')).status).toBe(401);
    expect((await ask(api.business.secretKey, {}, '203.0.113.1')).status).toBe(200);
  });

  it('believes X-Forwarded-For of its proxy only', async () => {
    const guess = (headers: Record<string, string>, remoteAddress: string, code: string) =>
      api.ask({ method: 'GET', url: `/v1/offers/${code}`, key: api.business.publishableKey, headers, remoteAddress });
    for (let index = 0; index < 20; index += 1) await guess({ 'x-forwarded-for': `198.51.100.${index}` }, '203.0.113.9', `A${index}`);
    expect((await guess({ 'x-forwarded-for': '192.0.2.1' }, '203.0.113.9', 'B')).status).toBe(429);
    for (let index = 0; index < 21; index += 1)
      expect((await guess({ 'x-forwarded-for': `10.${index}.0.1` }, '127.0.0.1', `C${index}`)).status).toBe(404);
  });

  it('repeats the first answer of an Idempotency-Key, and refuses a malformed one', async () => {
    const ask = (key: string, body: unknown) => api.post('/v1/referrals', body, { 'idempotency-key': key });
    const body = { friend: { email: 'f@example.com' }, code: 'X' };
    const first = await ask('k-1', body);
    expect(first.status, first.text).toBe(201);
    expect((await ask('k-1', body)).text).toBe(first.text);
    expect((await ask('k-1', { ...body, code: 'Y' })).body).toMatchObject({ status: 409, code: 'idempotency_conflict' });
    expect((await ask('k 2', body)).body).toMatchObject({ status: 422, field: 'Idempotency-Key' });
    expect((await ask('x'.repeat(201), body)).body).toMatchObject({ status: 422, field: 'Idempotency-Key' });
  });

  it('gives concurrent repeats one effect and one answer', async () => {
    await api.ask({ method: 'PUT', url: '/v1/customers/many', body: {} });
    const body = { amount: { amountMinor: '700', currency: 'RUB' }, reason: 'x', actor: 'a' };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => api.post('/v1/customers/many/adjustments', body, { 'idempotency-key': 'once' })),
    );
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
    expect((await api.get('/v1/customers/many')).body.balances).toMatchObject([{ available: '700' }]);
  });

  it('keeps the answer to an Idempotency-Key 30 days', async () => {
    const ask = (score: string) =>
      api.post('/v1/referrals', { friend: { email: 'z@example.com' }, code: score }, { 'idempotency-key': 'old' });
    expect((await ask('A')).status).toBe(201);
    await api.rows(`update idempotency_key set created_at = created_at - interval '31 days' where key = 'old'`);
    // The act itself stays in the log for good, so another body under the key stays a conflict; the same one is answered.
    expect((await ask('A')).status).toBe(201);
  });

  it('sets the landing address only on a listed domain', async () => {
    const patch = (body: unknown) => api.ask({ method: 'PATCH', url: '/v1/tenant', body });
    expect((await patch({ landingUrl: 'https://evil.example/' })).body).toMatchObject({ status: 422, field: 'landingUrl' });
    expect((await patch({ landingUrl: 'https://shop.example/hello', landingDomains: ['shop.example'] })).body).toMatchObject({
      landingUrl: 'https://shop.example/hello',
    });
    expect((await patch({ landingDomains: [] })).body).toMatchObject({ status: 422, field: 'landingUrl' });
    expect((await patch({ landingUrl: null, landingDomains: [], timeZone: 'Europe/Moscow' })).body).toMatchObject({
      landingUrl: null,
      timeZone: 'Europe/Moscow',
    });
  });

  it('does not count a lot past its time as available, whether or not a job has run', async () => {
    await api.ask({ method: 'PUT', url: '/v1/customers/late', body: {} });
    const given = await api.post('/v1/customers/late/adjustments', {
      amount: { amountMinor: '500', currency: 'RUB' },
      reason: 'x',
      expiresAt: '2026-11-20T13:00:00Z',
      actor: 'anna',
    });
    expect(given.body.balances).toMatchObject([{ available: '500', lots: [{ remaining: '500' }] }]);
    const now = api.clock.now();
    api.clock.set(new Date('2026-11-20T13:00:00Z'));
    expect((await api.get('/v1/customers/late')).body.balances).toMatchObject([{ available: '0', lots: [] }]);
    api.clock.set(now);
  });

  it('lets pages of other hosts send claims and read offers, and nothing else', async () => {
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
    const asked = await api.ask({ method: 'OPTIONS', url: '/v1/claims', key: null, headers });
    expect([asked.status, asked.headers['access-control-allow-origin'], asked.headers['access-control-allow-headers']]).toEqual([
      204,
      '*',
      'authorization, content-type',
    ]);
    const claim = {
      method: 'POST' as const,
      url: '/v1/claims',
      key: api.business.publishableKey,
      body: { code: 'X', email: 'q@example.com' },
    };
    expect((await api.ask({ ...claim, headers })).headers['access-control-allow-origin']).toBe('*');
    expect((await api.ask({ ...claim, body: {}, headers })).headers['access-control-allow-origin']).toBe('*');
    const other = await api.ask({ method: 'OPTIONS', url: '/v1/events', key: null, headers });
    expect([other.status, other.headers['access-control-allow-origin']]).toEqual([405, undefined]);
  });

  it('makes one key for a repeated request and shows its text to the first only', async () => {
    const ask = () => api.post('/v1/keys', { name: 'once' }, { 'idempotency-key': 'key-1' });
    const first = (await ask()).body;
    expect(first.key).toMatch(/^sk_/);
    expect((await ask()).body).toEqual({ ...first, key: null });
    const kept = await api.rows<{ response: string }>(`select response from idempotency_key where key = 'key-1'`);
    expect(kept[0]?.response).not.toContain(first.key.split('_')[3]);
  });

  it('logs no name, contact, key or query of anybody', async () => {
    const canary = 'canary-7f3a';
    await api.ask({ method: 'PUT', url: `/v1/customers/${canary}`, body: { email: `${canary}@example.com`, name: canary } });
    await api.get(`/v1/customers?q=${canary}`);
    await api.get(`/v1/customers/${canary}?x=${canary}`);
    await send({ body: `{"id":"${canary}"` });
    await send({ body: { ...event, id: `${canary}-1`, customer: { email: `${canary}2@example.com`, phone: '+79120009999' } } });
    await api.ask({ method: 'GET', url: '/v1/tenant', key: `sk_${canary}` });
    expect(api.log()).toContain('"route":"/v1/customers/:id"');
    for (const secret of [canary, '79120009999', api.business.secretKey.split('_')[3] ?? '', 'Bearer'])
      expect(api.log()).not.toContain(secret);
  });

  it('made no error on the way', () => {
    expect(api.log()).not.toMatch(/"level":50/);
  });
});
