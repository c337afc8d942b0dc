/** An unsigned sender whose shop can be asked again: what the shop shows counts, never what was sent (reliability.md F12). */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuardedReader } from '../../src/webhooks/guarded-get.ts';
import { changed, type Hook, type HookShop, openHookShop, payload } from './hook-shop.ts';

const RULES = { ports: [443], allowPrivate: ['127.0.0.1'] };
const order = payload('insales-paid.json');

describe('an order that is asked for again', () => {
  let shop: HookShop;
  let hook: Hook;
  let server: Server;
  let url: string;
  const asked: { path: string; authorization: string }[] = [];
  let shown: (path: string) => { readonly status: number; readonly body: string } = () => ({ status: 200, body: order });

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ path: String(request.url), authorization: String(request.headers.authorization) });
      const answer = shown(String(request.url));
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        ...(answer.status === 302 ? { location: '/elsewhere' } : {}),
      });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
    shop = await openHookShop({ rules: RULES, reader: createGuardedReader({ rules: RULES }) });
    hook = await shop.connect('insales');
    const check = { url: `${url}/admin/orders/{id}.json`, user: 'key', password: 'word' };
    const missing = await shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { trust: 'checked' } });
    expect(missing).toMatchObject({ status: 422, body: { code: 'connector_check_missing' } });
    for (const inside of ['https://localhost./orders/{id}', 'https://127.2/{id}', 'https://shop.internal/{id}']) {
      const refused = await shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { check: { url: inside } } });
      expect([refused.status, refused.body.field], inside).toEqual([422, 'check.url']);
    }
    const set = await shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { trust: 'checked', check } });
    expect(set.status).toBe(200);
    expect(set.text).not.toContain('word');
    await shop.send(hook, order);
    expect((await shop.activate(hook)).status).toBe(200);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('pays by what the shop shows, with its key and password', async () => {
    await shop.send(hook, order);
    await shop.work();
    expect(asked[0]).toEqual({
      path: '/admin/orders/48213.json',
      authorization: `Basic ${Buffer.from('key:word').toString('base64')}`,
    });
    expect((await shop.payloads())[0]).toMatchObject({ status: 'done', outcome: { events: [{ total: { amountMinor: '270000' } }] } });
  });

  it('a forged sum changes nothing: the shop’s own counts', async () => {
    const own = changed(order, { id: 48214 });
    shown = () => ({ status: 200, body: own });
    await shop.send(hook, changed(own, { total_price: 999_999 }));
    await shop.work();
    expect((await shop.payloads())[0]).toMatchObject({ status: 'done', outcome: { events: [{ total: { amountMinor: '270000' } }] } });
  });

  it('an order the shop does not know, or another one, waits for a person', async () => {
    shown = () => ({ status: 404, body: '' });
    await shop.send(hook, changed(order, { id: 5 }));
    await shop.work();
    expect((await shop.payloads())[0]).toMatchObject({ status: 'held', outcome: { reason: { code: 'order-not-found' } } });
    shown = () => ({ status: 200, body: order });
    await shop.send(hook, changed(order, { id: 6 }));
    await shop.work();
    expect((await shop.payloads())[0]).toMatchObject({ status: 'held', outcome: { reason: { code: 'order-differs' } } });
  });

  it('a shop that is away is asked again later, and after some hours a person is', async () => {
    shown = () => ({ status: 302, body: '' });
    await shop.send(hook, changed(order, { id: 7 }));
    await shop.work();
    expect((await shop.payloads())[0]).toMatchObject({ status: 'waiting' });
    for (const minutes of [1, 5, 30, 120]) {
      shop.api.clock.set(new Date(shop.api.clock.now().getTime() + minutes * 60_000));
      await shop.work();
    }
    expect((await shop.payloads())[0]).toMatchObject({ status: 'held' });
    expect(asked.some(({ path }) => path === '/elsewhere')).toBe(false);
  });
});
