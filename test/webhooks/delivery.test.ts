/** How messages reach endpoints that behave well, badly, or not at all (reliability.md 5.2, slow webhook target). */
import { beforeAll, describe, expect, it } from 'vitest';
import { deleteOldDeliveries } from '../../src/webhooks/delivery-log.store.ts';
import { createWebhookClient } from '../../src/webhooks/webhook-client.ts';
import { expectSound } from '../support/sound.ts';
import { status } from './receiver.ts';
import { LOOPBACK, openWebhookShop, QUICK, startTestDispatcher, type WebhookShop } from './webhook-shop.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const isDelivered = (delivery: { readonly status: string }): boolean => delivery.status === 'delivered';
const isDead = (delivery: { readonly status: string }): boolean => delivery.status === 'dead';
const triedTimes = (count: number) => (delivery: { readonly attempts: readonly unknown[] }) => delivery.attempts.length === count;

describe('a message that is not taken', () => {
  let shop: WebhookShop;
  beforeAll(async () => {
    shop = await openWebhookShop({ limits: QUICK });
  });

  it('comes again under the same id with the same body, until it is taken', async () => {
    const { id } = await shop.listen('/recovers');
    shop.receiver.answer('/recovers', status(500));
    await shop.order('recovers');
    await shop.settled(id, triedTimes(1));
    shop.passes(6 * SECOND_MS);
    await shop.settled(id, triedTimes(2));
    shop.receiver.answer('/recovers', status(204));
    shop.passes(6 * MINUTE_MS);
    const [delivery] = await shop.settled(id, isDelivered);
    expect(delivery?.attempts.map((attempt) => attempt.status)).toEqual([500, 500, 204]);
    const sent = shop.receiver.at('/recovers');
    expect(new Set(sent.map((each) => `${each.id} ${each.text}`)).size).toBe(1);
    expect(sent.map((each) => each.at.getTime())).toEqual([...sent.map((each) => each.at.getTime())].sort((a, b) => a - b));
    expect((await shop.api.get(`/v1/webhooks/${id}`)).body).toMatchObject({ status: 'active', failingSince: null, lastError: null });
  });

  it('is a dead letter after the whole schedule of more than three days, and can be sent again one by one or all since a time', async () => {
    const { id } = await shop.listen('/dies');
    shop.receiver.answer('/dies', status(503));
    const since = shop.api.clock.now().toISOString();
    await shop.order('dies-1');
    await shop.order('dies-2');
    for (const [step, wait] of [
      5 * SECOND_MS,
      5 * MINUTE_MS,
      HOUR_MS / 2,
      ...[2, 5, 10, 14, 20, 24, 36].map((n) => n * HOUR_MS),
    ].entries()) {
      await shop.settled(id, triedTimes(step + 1));
      shop.passes(wait * 1.05 + SECOND_MS);
    }
    const dead = await shop.settled(id, isDead);
    expect(dead.map((delivery) => delivery.attempts.length)).toEqual([11, 11]);
    expect(dead[0]?.lastError).toMatchObject({ code: 'status-503', text: { ru: 'Сервер ответил 503.', en: 'The server answered 503.' } });
    expect((await shop.api.get(`/v1/webhooks/${id}/deliveries?status=dead`)).body.items).toHaveLength(2);
    shop.receiver.answer('/dies', status(200));
    const one = await shop.api.post(`/v1/webhooks/${id}/deliveries/${dead[0]?.id}/replay`);
    expect(one.body).toMatchObject({ id: dead[0]?.id, nextAttemptAt: expect.any(String) });
    expect((await shop.api.post(`/v1/webhooks/${id}/replay`, { since: shop.api.clock.now().toISOString() })).body).toEqual({ count: 0 });
    expect((await shop.api.post(`/v1/webhooks/${id}/replay`, { since })).body).toEqual({ count: 1 });
    const delivered = await shop.settled(id, isDelivered);
    expect(delivered.map((delivery) => delivery.attempts.length)).toEqual([12, 12]);
  });

  it('switches an endpoint off that answers 410, with the reason, and lets the rest die; switched on it gets them when they are sent again', async () => {
    const { id } = await shop.listen('/gone');
    shop.receiver.answer('/gone', status(410));
    await shop.order('gone-1');
    await shop.settled(id, isDead);
    expect((await shop.api.get(`/v1/webhooks/${id}`)).body).toMatchObject({
      status: 'disabled',
      disabledReason: { code: 'gone', text: { en: 'The server answered 410: the address is gone.' } },
    });
    await shop.order('gone-2');
    const dead = await shop.settled(id, isDead);
    expect(dead.map((delivery) => [delivery.lastError?.code, delivery.attempts.length])).toEqual([
      ['endpoint-disabled', 0],
      ['status-410', 1],
    ]);
    expect(shop.receiver.at('/gone')).toHaveLength(1);
    expect((await shop.api.post(`/v1/webhooks/${id}/test`)).body.code).toBe('webhook_state');
    expect((await shop.api.post(`/v1/webhooks/${id}/deliveries/${dead[0]?.id}/replay`)).body.code).toBe('webhook_state');
    shop.receiver.answer('/gone', status(200));
    const on = await shop.api.ask({ method: 'PATCH', url: `/v1/webhooks/${id}`, body: { paused: false } });
    expect(on.body).toMatchObject({ status: 'active', disabledReason: null, failingSince: null });
    await shop.api.post(`/v1/webhooks/${id}/replay`, { since: '2026-01-01T00:00:00Z' });
    await shop.settled(id, isDelivered);
  });

  it('switches an endpoint off that has failed for five days', async () => {
    const { id } = await shop.listen('/fails');
    shop.receiver.answer('/fails', status(500));
    await shop.order('fails-1');
    await shop.settled(id, triedTimes(1));
    expect((await shop.api.get(`/v1/webhooks/${id}`)).body).toMatchObject({ status: 'active', failingSince: expect.any(String) });
    shop.passes(5 * DAY_MS);
    await shop.order('fails-2');
    await shop.settled(id, isDead);
    expect((await shop.api.get(`/v1/webhooks/${id}`)).body).toMatchObject({
      status: 'disabled',
      disabledReason: { code: 'failing' },
      lastError: { code: 'status-500' },
    });
  });

  it.each([429, 503])('leaves an endpoint alone for as long as its %s asks (Retry-After)', async (code) => {
    const path = `/busy-${code}`;
    const { id } = await shop.listen(path);
    shop.receiver.answer(path, status(code, { 'retry-after': '3600' }));
    await shop.order(`busy-${code}-1`);
    const [first] = await shop.settled(id, triedTimes(1));
    expect(first?.nextAttemptAt).toBe(new Date(shop.api.clock.now().getTime() + HOUR_MS).toISOString());
    shop.receiver.answer(path, status(200));
    await shop.order(`busy-${code}-2`);
    // Everything else goes on meanwhile: when a later message has reached another endpoint, this one was passed over.
    const other = await shop.listen(`${path}-other`);
    await shop.api.post(`/v1/webhooks/${other.id}/test`);
    await shop.arrived(`${path}-other`, 1);
    expect(shop.receiver.at(path)).toHaveLength(1);
    shop.passes(HOUR_MS);
    await shop.settled(id, isDelivered);
  });

  it('follows no redirect', async () => {
    const { id } = await shop.listen('/moved');
    shop.receiver.answer('/moved', status(307, { location: `${shop.receiver.url}/inside` }));
    await shop.order('moved');
    const [delivery] = await shop.settled(id, triedTimes(1));
    expect(delivery?.lastError?.text.en).toBe('Answer 307: redirects are not followed, give the final address.');
    expect(shop.receiver.at('/inside')).toEqual([]);
  });

  it('is counted as lost by a receiver that never answers, drips its head byte by byte or cuts the connection, and as taken by one whose body never ends', async () => {
    shop.receiver.answer('/silent', () => undefined);
    shop.receiver.answer('/drips', (_request, response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\nx-slow: ');
      const drip = setInterval(() => response.socket?.write('a'), 50);
      response.socket?.on('close', () => clearInterval(drip));
    });
    shop.receiver.answer('/cuts', (_request, response) => response.socket?.resetAndDestroy());
    shop.receiver.answer('/huge', (_request, response) => {
      response.writeHead(200);
      const pour = setInterval(() => response.write(Buffer.alloc(65_536)), 5);
      response.on('close', () => clearInterval(pour));
    });
    shop.receiver.answer('/hangs', (_request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half');
    });
    const outcome = async (path: string) => {
      const { id } = await shop.listen(path, { types: ['referral.expired'] });
      await shop.api.post(`/v1/webhooks/${id}/test`);
      const [delivery] = await shop.settled(id, triedTimes(1));
      return [path, delivery?.status, delivery?.lastError?.code];
    };
    expect(await Promise.all(['/silent', '/drips', '/cuts', '/huge', '/hangs'].map(outcome))).toEqual([
      ['/silent', 'pending', 'timeout'],
      ['/drips', 'pending', 'timeout'],
      ['/cuts', 'pending', expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/)],
      ['/huge', 'delivered', undefined],
      ['/hangs', 'delivered', undefined],
    ]);
  });

  it('is forgotten 30 days after it was made, but not while it waits', async () => {
    const { id: delivered } = await shop.listen('/old');
    const { id: waiting } = await shop.listen('/waits');
    await shop.api.ask({ method: 'PATCH', url: `/v1/webhooks/${waiting}`, body: { paused: true } });
    for (const id of [delivered, delivered]) await shop.api.post(`/v1/webhooks/${id}/test`);
    await shop.order('kept');
    await shop.settled(delivered, isDelivered);
    const { pool } = shop.api.test.database;
    const { tenantId } = shop.api.business;
    await deleteOldDeliveries(pool, tenantId, shop.api.clock.now());
    expect(await shop.deliveries(delivered)).toHaveLength(3);
    await deleteOldDeliveries(pool, tenantId, new Date(shop.api.clock.now().getTime() + 1));
    // The order's message still waits for the paused endpoint; the two tests are gone.
    expect((await shop.deliveries(delivered)).map((delivery) => delivery.type)).toEqual(['reward.issued']);
    expect(await shop.deliveries(waiting)).toHaveLength(1);
  });

  it('leaves sound books', () => expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId }));
});

describe('one bad endpoint of a hundred', () => {
  it('does not delay the others', async () => {
    const shop = await openWebhookShop();
    shop.receiver.answer('/0', () => undefined);
    for (let index = 0; index < 100; index += 1) await shop.listen(`/${index}`);
    for (let order = 0; order < 12; order += 1) await shop.order(`o-${order}`);
    for (let index = 1; index < 100; index += 1) await shop.arrived(`/${index}`, 12);
    // Each of its attempts takes 15 s. It has had its eight places and hardly one after that, while the others have had all they wanted.
    expect(shop.receiver.at('/0').length).toBeLessThan(12);
    expect(shop.receiver.received.length).toBeLessThan(100 * 12);
  }, 120_000);
});

describe('two servers on one database', () => {
  it('share the work and send nothing twice', async () => {
    const shop = await openWebhookShop();
    startTestDispatcher(shop.api, createWebhookClient({ rules: LOOPBACK }));
    const { id } = await shop.listen('/shared');
    await Promise.all(Array.from({ length: 60 }, (_, index) => shop.order(`o-${index}`)));
    await shop.settled(id, isDelivered);
    expect(await shop.deliveries(id)).toHaveLength(60);
    expect(new Set(shop.receiver.at('/shared').map((each) => each.id)).size).toBe(60);
    expect(shop.receiver.at('/shared')).toHaveLength(60);
  }, 60_000);

  it('take over what a dead one had claimed, when its lease has ended', async () => {
    const shop = await openWebhookShop();
    const { id } = await shop.listen('/taken-over');
    await shop.api.ask({ method: 'PATCH', url: `/v1/webhooks/${id}`, body: { paused: true } });
    await shop.order('o-1');
    // As the claim of a process that died right after it.
    await shop.api.rows(`update webhook_delivery set lease = gen_random_uuid(), next_attempt_at = next_attempt_at + interval '30 seconds'`);
    await shop.api.ask({ method: 'PATCH', url: `/v1/webhooks/${id}`, body: { paused: false } });
    const other = await shop.listen('/witness');
    await shop.api.post(`/v1/webhooks/${other.id}/test`);
    await shop.arrived('/witness', 1);
    expect(shop.receiver.at('/taken-over')).toEqual([]);
    shop.passes(31 * SECOND_MS);
    await shop.settled(id, isDelivered);
  });
});
