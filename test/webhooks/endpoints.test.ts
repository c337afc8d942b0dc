/** The API of webhooks: making, changing, rotating, testing, looking at them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { isSignedWith } from './receiver.ts';
import { openWebhookShop, type WebhookShop } from './webhook-shop.ts';

const HOUR_MS = 3_600_000;

describe('the endpoints of a business', () => {
  let shop: WebhookShop;
  beforeAll(async () => {
    shop = await openWebhookShop();
  });
  const patch = (id: string, body: object) => shop.api.ask({ method: 'PATCH', url: `/v1/webhooks/${id}`, body });

  it('are shown with everything but their secret, which the first answer alone holds', async () => {
    const made = await shop.api.post('/v1/webhooks', { url: `${shop.receiver.url}/shown`, types: ['reward.issued'], description: 'Склад' });
    expect(made.status).toBe(201);
    expect(made.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret, ...shown } = made.body;
    expect(shown).toMatchObject({ status: 'active', types: ['reward.issued'], description: 'Склад', failingSince: null, lastError: null });
    expect((await shop.api.get(`/v1/webhooks/${shown.id}`)).body).toEqual(shown);
    expect((await shop.api.get('/v1/webhooks')).body).toEqual({ items: [shown], nextCursor: null });
    expect((await shop.api.get('/v1/webhooks')).text).not.toContain(secret);
    expect(shop.api.log()).not.toContain(secret);
  });

  it('are made once for one Idempotency-Key, and the repeat does not show the secret', async () => {
    const make = () => shop.api.post('/v1/webhooks', { url: `${shop.receiver.url}/once` }, { 'idempotency-key': 'make-once' });
    const [first, second] = [await make(), await make()];
    expect(second.body).toEqual({ ...first.body, secret: null });
  });

  it.each([
    ['http://shop.example/', 'url'],
    ['https://10.0.0.1/', 'url'],
    ['https://169.254.169.254/latest/meta-data/', 'url'],
    ['https://[::1]/', 'url'],
    ['https://localhost./', 'url'],
    ['https://LOCAL\u00adhost。/', 'url'],
    ['https://shop.example:22/', 'url'],
    ['https://user:password@shop.example/', 'url'],
    ['not an address', 'url'],
  ])('do not go to %s, neither new nor changed', async (url, field) => {
    const made = await shop.api.post('/v1/webhooks', { url });
    expect([made.status, made.body.code, made.body.field]).toEqual([422, 'invalid_request', field]);
    expect(made.body.text.ru).toContain('https');
    const { id } = await shop.listen('/fine');
    expect((await patch(id, { url })).status).toBe(422);
  });

  it('refuse types that do not exist', async () => {
    const made = await shop.api.post('/v1/webhooks', { url: `${shop.receiver.url}/a`, types: ['reward.exploded'] });
    expect([made.status, made.body.field]).toEqual([422, 'types[0]']);
  });

  it('are paged, oldest first', async () => {
    const other = await shop.api.addBusiness('paged');
    const ask = (method: 'GET' | 'POST', url: string, body?: object) =>
      shop.api.ask({ method, url, key: other.secretKey, ...(body === undefined ? {} : { body }) });
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      made.push((await ask('POST', '/v1/webhooks', { url: `https://shop.example/${index}` })).body.id);
      shop.passes(1);
    }
    const first = await ask('GET', '/v1/webhooks?limit=3');
    const second = await ask('GET', `/v1/webhooks?limit=3&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(made);
    expect(second.body.nextCursor).toBeNull();
  });

  it('keep what comes while they are paused, and get it afterwards', async () => {
    const { id } = await shop.listen('/paused');
    expect((await patch(id, { paused: true })).body.status).toBe('paused');
    await shop.order('paused');
    const [waiting] = await shop.deliveries(id);
    expect(waiting).toMatchObject({ status: 'pending', type: 'reward.issued', attempts: [] });
    expect((await shop.api.post(`/v1/webhooks/${id}/test`)).body.code).toBe('webhook_state');
    expect((await patch(id, { paused: false })).body.status).toBe('active');
    await shop.arrived('/paused', 1);
  });

  it('get a test message, and a new address and other types from the next message on', async () => {
    const { id } = await shop.listen('/old', { types: ['reward.issued'] });
    const test = await shop.api.post(`/v1/webhooks/${id}/test`);
    expect(test.status).toBe(202);
    expect(test.body).toMatchObject({ type: 'webhook.test', status: 'pending', webhookId: id });
    const [message] = await shop.arrived('/old', 1);
    expect(message?.body).toMatchObject({ id: test.body.id, type: 'webhook.test', resourceVersion: null, data: { webhookId: id } });
    await patch(id, { url: `${shop.receiver.url}/new`, types: null });
    await shop.order('moved');
    await shop.arrived('/new', 1);
    await patch(id, { types: ['referral.expired'] });
    await shop.order('other-types');
    await shop.arrived('/paused', 2);
    expect(shop.receiver.at('/new')).toHaveLength(1);
    expect(shop.receiver.at('/old')).toHaveLength(1);
  });

  it('sign with both secrets for 24 hours after a rotation, and with the new one alone afterwards', async () => {
    const { id, secret: old } = await shop.listen('/rotates');
    const rotated = (await shop.api.post(`/v1/webhooks/${id}/rotate`)).body;
    expect(rotated.secret).not.toBe(old);
    expect(rotated.oldSecretValidUntil).toBe(new Date(shop.api.clock.now().getTime() + 24 * HOUR_MS).toISOString());
    await shop.api.post(`/v1/webhooks/${id}/test`);
    const [both] = await shop.arrived('/rotates', 1);
    if (both === undefined) throw new Error('a message has arrived');
    expect([both.signatures.length, isSignedWith(old, both), isSignedWith(rotated.secret, both)]).toEqual([2, true, true]);
    shop.passes(24 * HOUR_MS);
    await shop.api.post(`/v1/webhooks/${id}/test`);
    const [, one] = await shop.arrived('/rotates', 2);
    if (one === undefined) throw new Error('a message has arrived');
    expect([one.signatures.length, isSignedWith(old, one), isSignedWith(rotated.secret, one)]).toEqual([1, false, true]);
  });

  it('are forgotten with their deliveries, and get nothing more', async () => {
    const { id } = await shop.listen('/deleted');
    await shop.order('before-deletion');
    await shop.arrived('/deleted', 1);
    expect((await shop.api.ask({ method: 'DELETE', url: `/v1/webhooks/${id}` })).status).toBe(204);
    for (const url of ['', '/deliveries']) expect((await shop.api.get(`/v1/webhooks/${id}${url}`)).status).toBe(404);
    expect((await shop.api.ask({ method: 'DELETE', url: `/v1/webhooks/${id}` })).body.code).toBe('webhook_unknown');
    expect((await shop.order('after-deletion')).status).toBe(200);
    await shop.arrived('/paused', 4);
    expect(shop.receiver.at('/deleted')).toHaveLength(1);
  });

  it('are at most 200', async () => {
    const other = await shop.api.addBusiness('many');
    const make = (index: number) =>
      shop.api.ask({ method: 'POST', url: '/v1/webhooks', body: { url: `https://shop.example/${index}` }, key: other.secretKey });
    for (let index = 0; index < 200; index += 1) expect((await make(index)).status).toBe(201);
    expect((await make(200)).body.code).toBe('webhook_limit');
  });
});
