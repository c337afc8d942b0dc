/** What came while a connection was off: seen, corrected and taken up without a developer, one by one or all at once (issue 4, section 4). */
import { beforeAll, describe, expect, it } from 'vitest';
import { changed, type Hook, type HookShop, openHookShop, payload } from './hook-shop.ts';

const BODY = payload('woocommerce-processing.json');
const events = async (shop: HookShop): Promise<number> =>
  Number((await shop.api.rows<{ count: bigint }>(`select count(*) from event where source like 'hook:%'`))[0]?.count);
const counts = async (shop: HookShop, hook: Hook) => (await shop.api.get(`/v1/connectors/${hook.id}`)).body.counts;
const pause = (shop: HookShop, hook: Hook, status: 'paused' | 'active') =>
  shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { status } });
const all = (shop: HookShop, hook: Hook, body: object) =>
  shop.api.post('/v1/connector-payloads/decide-all', { connectorId: hook.id, actor: 'anna', ...body });

describe('what came while a connection was off', () => {
  let shop: HookShop;
  let hook: Hook;

  beforeAll(async () => {
    shop = await openHookShop();
    hook = await shop.connect('woocommerce');
    await shop.sendSigned(hook, BODY);
    expect((await shop.activate(hook)).status).toBe(200);
    expect((await pause(shop, hook, 'paused')).status).toBe(200);
    for (let id = 1; id <= 7; id += 1) await shop.sendSigned(hook, changed(BODY, { id: 9_000 + id, number: String(9_000 + id) }));
    await shop.work();
  });

  it('is counted and kept, and taken up by nobody until the connection is on', async () => {
    expect(await counts(shop, hook)).toMatchObject({ kept: 8, waiting: 0, done: 0 });
    const [kept] = await shop.payloads('&status=kept');
    const one = await shop.api.post('/v1/connector-payloads/decide', { payloadIds: [kept?.id], decision: 'retry' });
    expect(one.body).toMatchObject({ unchanged: 1, items: [{ status: 'kept' }] });
    expect(await all(shop, hook, { status: 'kept', decision: 'retry' })).toMatchObject({ status: 409, body: { code: 'connector_off' } });
    expect(await events(shop)).toBe(0);
  });

  it('can be looked at in full, by who may decide on it and by no other business', async () => {
    const [kept] = await shop.payloads('&status=kept');
    const open = await shop.api.get(`/v1/connector-payloads/${kept?.id}`);
    expect(open.status).toBe(200);
    expect(JSON.parse(open.body.body)).toMatchObject({ billing: { email: 'maria@example.com' } });
    expect(open.body.paths).toContainEqual({ path: '/billing/email', value: 'maria@example.com' });
    const other = await shop.api.addBusiness('other');
    const foreign = await shop.api.ask({ method: 'GET', url: `/v1/connector-payloads/${kept?.id}`, key: other.secretKey });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'payload_unknown' } });
    const stolen = await shop.api.ask({
      method: 'POST',
      url: '/v1/connector-payloads/decide-all',
      key: other.secretKey,
      body: { connectorId: hook.id, status: 'kept', decision: 'refuse' },
    });
    expect(stolen).toMatchObject({ status: 404, body: { code: 'connector_unknown' } });
    const reader = await shop.api.keyWith(['read']);
    expect((await shop.api.ask({ method: 'GET', url: `/v1/connector-payloads/${kept?.id}`, key: reader })).status).toBe(403);
  });

  it('is taken up one by one, and all at once with the number of what is left', async () => {
    expect((await pause(shop, hook, 'active')).status).toBe(200);
    const [kept] = await shop.payloads('&status=kept');
    const one = await shop.api.post('/v1/connector-payloads/decide', { payloadIds: [kept?.id], decision: 'retry', actor: 'anna' });
    expect(one.body).toMatchObject({ unchanged: 0, items: [{ status: 'waiting', decidedBy: 'anna' }] });
    expect((await all(shop, hook, { status: 'kept', decision: 'retry' })).body).toEqual({ changed: 7 });
    expect(await counts(shop, hook)).toMatchObject({ kept: 0, waiting: 8, done: 0 });
    await shop.work();
    expect(await counts(shop, hook)).toMatchObject({ kept: 0, waiting: 0, done: 8 });
    expect(await events(shop)).toBe(8);
  });

  it('is counted once, whatever is pressed again', async () => {
    expect((await all(shop, hook, { status: 'kept', decision: 'retry' })).body).toEqual({ changed: 0 });
    await shop.work();
    expect(await events(shop)).toBe(8);
  });

  it('stays in the line of nobody when the connection is switched off meanwhile', async () => {
    await pause(shop, hook, 'paused');
    await shop.sendSigned(hook, changed(BODY, { id: 9_100, number: '9100' }));
    await pause(shop, hook, 'active');
    await all(shop, hook, { status: 'kept', decision: 'retry' });
    await pause(shop, hook, 'paused');
    await shop.work();
    expect(await counts(shop, hook)).toMatchObject({ kept: 1, waiting: 0 });
    expect(await events(shop)).toBe(8);
  });

  it('can be dropped, even while the connection is off', async () => {
    expect((await all(shop, hook, { status: 'kept', decision: 'refuse' })).body).toEqual({ changed: 1 });
    expect((await shop.payloads('&status=refused')).map(({ status }) => status)).toEqual(['refused']);
    expect(await events(shop)).toBe(8);
  });
});

describe('what did not work', () => {
  it('is looked at beside its mapping however old it is, corrected, and all of it taken up again', async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('woocommerce');
    await shop.sendSigned(hook, BODY);
    await shop.activate(hook);
    // The shop moves its totals to another place.
    const moved = (id: number): string => {
      const { total: _total, ...rest } = JSON.parse(BODY);
      return JSON.stringify({ ...rest, id, number: String(id), sum: '3250.50' });
    };
    for (let id = 1; id <= 3; id += 1) await shop.sendSigned(hook, moved(7_000 + id));
    await shop.work();
    const failed = await shop.payloads('&status=failed');
    expect(failed).toHaveLength(3);
    expect(failed[0]?.outcome?.reason).toMatchObject({ code: 'missing', field: 'total' });
    for (let id = 1; id <= 12; id += 1) await shop.sendSigned(hook, changed(BODY, { id: 8_000 + id, number: String(8_000 + id) }));
    await shop.work();
    const { mapping } = (await shop.api.get(`/v1/connectors/${hook.id}`)).body;
    const fields = { ...mapping.fields, total: { paths: ['/total', '/sum'] } };
    const test = (more: object) => shop.api.post(`/v1/connectors/${hook.id}/test`, { mapping: { ...mapping, fields }, ...more });
    const oldest = failed.at(-1)?.id;
    expect((await test({})).body.items.map((each: { id: string }) => each.id)).not.toContain(oldest);
    const [first, ...others] = (await test({ payloadId: oldest })).body.items;
    expect(first).toMatchObject({
      id: oldest,
      outcome: { reason: null, events: [{ type: 'order.paid', total: { amountMinor: '325050' } }] },
    });
    expect(others).toHaveLength(10);
    const kept = await shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { mapping: { ...mapping, fields } } });
    expect(kept.status, kept.text).toBe(200);
    const before = await events(shop);
    expect((await all(shop, hook, { status: 'failed', decision: 'retry' })).body).toEqual({ changed: 3 });
    await shop.work();
    expect(await shop.payloads('&status=failed')).toEqual([]);
    expect(await events(shop)).toBe(before + 3);
  });
});
