/** Issue 4, section 4, Connect: an address for another system's webhooks, its mapping tested on real payloads, signatures, hints (1-12, F12). */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectSound } from '../support/sound.ts';
import { changed, type Hook, type HookShop, openHookShop, payload } from './hook-shop.ts';

const rewards = async (shop: HookShop): Promise<number> =>
  Number((await shop.api.rows<{ count: bigint }>('select count(*) from reward'))[0]?.count);
const events = async (shop: HookShop): Promise<number> =>
  Number((await shop.api.rows<{ count: bigint }>(`select count(*) from event where source like 'hook:%'`))[0]?.count);

describe('a connection to WooCommerce', () => {
  let shop: HookShop;
  let hook: Hook;
  beforeAll(async () => {
    shop = await openHookShop();
    hook = await shop.connect('woocommerce');
  });

  it('cannot be switched on before anything has come', async () => {
    expect(await shop.activate(hook)).toMatchObject({ status: 409, body: { code: 'connector_untested' } });
  });

  it('answers the ping of a new webhook and keeps nothing of it', async () => {
    const ping = await shop.api.ask({
      method: 'POST',
      url: hook.bare,
      key: null,
      body: 'webhook_id=3',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(ping.status).toBe(200);
    expect(await shop.payloads()).toEqual([]);
  });

  it('refuses a wrong signature, none, and an unknown address in the same words, and keeps nothing', async () => {
    const body = payload('woocommerce-processing.json');
    const wrong = await shop.sendSigned(hook, body, 'another secret');
    const none = await shop.send(hook, body);
    const nowhere = await shop.sendSigned({ ...hook, bare: `${hook.bare.slice(0, -4)}0000` }, body);
    for (const reply of [wrong, none, nowhere]) {
      expect(reply.status).toBe(401);
      expect(reply.body.code).toBe('hook_refused');
      expect(reply.body.text).toEqual(wrong.body.text);
    }
    expect(await shop.payloads()).toEqual([]);
  });

  it('keeps payloads while it is off, and says what each would be and would lead to (dry run)', async () => {
    expect((await shop.sendSigned(hook, payload('woocommerce-processing.json'))).status).toBe(200);
    await shop.work();
    expect((await shop.payloads()).map(({ status }) => status)).toEqual(['kept']);
    const tested = await shop.api.post(`/v1/connectors/${hook.id}/test`, {});
    expect(tested.status).toBe(200);
    const [first] = tested.body.items;
    expect(first.outcome.events).toHaveLength(1);
    expect(first.outcome.events[0]).toMatchObject({
      type: 'order.paid',
      orderId: '727',
      total: { amountMinor: '325050', currency: 'RUB' },
    });
    expect(first.outcome.events[0].answer.rewards.length).toBeGreaterThan(0);
    expect(first.paths).toContainEqual({ path: '/billing/email', value: 'maria@example.com' });
    expect(await events(shop)).toBe(0);
  });

  it('names the field that a mapping cannot find, and cannot be switched on with it', async () => {
    const { mapping } = (await shop.api.get(`/v1/connectors/${hook.id}`)).body;
    const broken = { ...mapping, fields: { ...mapping.fields, total: { paths: ['/sum'] } } };
    const tested = await shop.api.post(`/v1/connectors/${hook.id}/test`, { mapping: broken });
    expect(tested.body.items[0].outcome.reason).toMatchObject({ code: 'missing', field: 'total' });
    const refused = await shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { mapping: broken, status: 'active' } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'connector_test_failed' } });
    expect(refused.body.reasons[0]).toMatchObject({ field: 'total' });
    expect(refused.body.reasons[0].text.ru).toMatch(/[а-я]/);
  });

  it('once on, pays for a signed order, and the same payload again is the same event', async () => {
    expect((await shop.activate(hook)).status).toBe(200);
    const body = payload('woocommerce-processing.json');
    for (let times = 0; times < 3; times += 1) expect((await shop.sendSigned(hook, body)).status).toBe(200);
    await shop.work();
    expect(await shop.payloads()).toHaveLength(1);
    expect((await shop.payloads())[0]?.outcome?.events[0]?.answer).toMatchObject({ outcome: 'processed' });
    expect(await events(shop)).toBe(1);
    expect(await rewards(shop)).toBeGreaterThan(0);
    const order = await shop.api.get('/v1/orders/727');
    expect(order.body).toMatchObject({ total: { amountMinor: '325050', currency: 'RUB' } });
    const found = await shop.api.get('/v1/customers?q=maria@example.com');
    expect(found.body.items[0]).toMatchObject({ name: 'Мария Чайкина', phone: '+7 912 000-00-01', externalId: '26' });
  });

  it('stays as it is when a mapping that does not work is sent to it while it is on', async () => {
    const { mapping } = (await shop.api.get(`/v1/connectors/${hook.id}`)).body;
    const broken = { ...mapping, fields: { ...mapping.fields, total: { paths: ['/sum'] } } };
    const refused = await shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { mapping: broken } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'connector_test_failed' } });
    expect((await shop.api.get(`/v1/connectors/${hook.id}`)).body.mapping).toEqual(mapping);
    expect((await shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { name: 'Shop' } })).status).toBe(200);
  });

  it('adds delivery and refunds of a part as they are told', async () => {
    await shop.sendSigned(hook, payload('woocommerce-completed.json'));
    await shop.sendSigned(hook, payload('woocommerce-part-refunded.json'));
    await shop.work();
    const types = await shop.api.rows<{ type: string }>(`select type from event where source like 'hook:%' order by sequence`);
    expect(types.map(({ type }) => type)).toEqual(['order.paid', 'order.delivered', 'order.refunded']);
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
  });

  it('keeps and explains a state it does not know, and one that needs nothing', async () => {
    const body = payload('woocommerce-cash-on-delivery.json');
    await shop.sendSigned(hook, changed(body, { status: 'gift-wrapping' }));
    await shop.sendSigned(hook, changed(body, { status: 'failed' }));
    await shop.work();
    const [needless, unknown] = await shop.payloads();
    expect(unknown).toMatchObject({ status: 'ignored', outcome: { reason: { code: 'status-unknown', value: 'gift-wrapping' } } });
    expect(needless).toMatchObject({ status: 'ignored', outcome: { reason: { code: 'nothing-to-do' } } });
    expect(await events(shop)).toBe(3);
  });

  it('takes cash on delivery as placed, and as paid once the money has a day', async () => {
    const body = payload('woocommerce-cash-on-delivery.json');
    await shop.sendSigned(hook, body);
    await shop.work();
    const typesOf = async () => (await shop.payloads()).find(({ orderId }) => orderId === '729')?.outcome?.events.map(({ type }) => type);
    expect(await typesOf()).toEqual(['order.placed']);
    const paid = { status: 'completed', date_paid_gmt: '2026-11-21T09:00:00', date_completed_gmt: '2026-11-21T09:00:00' };
    await shop.sendSigned(hook, changed(body, paid));
    await shop.work();
    expect(await typesOf()).toEqual(['order.paid', 'order.delivered']);
  });

  it('believes nothing that stands in the address beside a signed body', async () => {
    const body = changed(payload('woocommerce-processing.json'), { number: '730', id: 730 });
    const bare = `${hook.bare}?coupon_lines[0][code]=MARINA&status=refunded`;
    expect((await shop.sendSigned({ ...hook, bare }, body)).status).toBe(200);
    expect((await shop.api.rows<{ query: string }>('select query from connector_payload order by payload_id desc limit 1'))[0]?.query).toBe(
      '',
    );
    await shop.work();
  });

  it('takes the old secret for a day after a new one is made, and shows each once', async () => {
    const rotated = await shop.api.post(`/v1/connectors/${hook.id}/rotate`, undefined, { 'idempotency-key': 'rotate-1' });
    const body = changed(payload('woocommerce-processing.json'), { number: '728' });
    expect((await shop.sendSigned(hook, body)).status).toBe(200);
    expect((await shop.sendSigned(hook, body, rotated.body.secret)).status).toBe(200);
    const again = await shop.api.post(`/v1/connectors/${hook.id}/rotate`, undefined, { 'idempotency-key': 'rotate-1' });
    expect(again.body.secret).toBeNull();
    shop.api.clock.set(new Date(shop.api.clock.now().getTime() + 25 * 3_600_000));
    expect((await shop.sendSigned(hook, body)).status).toBe(401);
    expect((await shop.sendSigned(hook, body, rotated.body.secret)).status).toBe(200);
    expect(JSON.stringify(await shop.api.get(`/v1/connectors/${hook.id}`))).not.toContain(rotated.body.secret);
    expect(shop.api.log()).not.toContain(rotated.body.secret);
  });

  it('forgets what came about a person who is erased', async () => {
    const { items } = (await shop.api.get('/v1/customers?q=maria@example.com')).body;
    expect((await shop.api.ask({ method: 'DELETE', url: `/v1/customers/${items[0].id}` })).status).toBe(204);
    const left = await shop.api.rows<{ count: bigint }>(
      `select count(*) from connector_payload where coalesce(body, '') || coalesce(query, '') || coalesce(result, '') ~* 'maria|Чайкина'`,
    );
    expect(Number(left[0]?.count)).toBe(0);
    await shop.work();
  });
});

describe('senders that do not sign', () => {
  it.each([
    ['insales', 'insales-paid.json', 'application/json', '48213', '270000'],
    ['tilda', 'tilda-paid.json', 'application/json', '2100966246', '225050'],
    ['getcourse', 'getcourse-paid.query.txt', '', '20551', '490000'],
  ])(
    '%s: its order is a hint that waits for a person, and pays only once confirmed (F12)',
    async (preset, file, type, orderId, amountMinor) => {
      const shop = await openHookShop();
      const hook = await shop.connect(preset);
      const send = async () =>
        type === ''
          ? shop.api.ask({ method: 'POST', url: `${hook.bare}?secret=${hook.secret}&${payload(file)}`, key: null })
          : shop.send(hook, payload(file), { 'content-type': type });
      expect((await send()).status).toBe(200);
      expect((await shop.activate(hook)).status).toBe(200);
      expect((await send()).status).toBe(200);
      await shop.work();
      const [held] = await shop.payloads('&status=held');
      expect(held).toMatchObject({ orderId, outcome: { events: [{ type: 'order.paid', total: { amountMinor, currency: 'RUB' } }] } });
      expect(await events(shop)).toBe(0);
      expect(await rewards(shop)).toBe(0);
      const decided = await shop.api.post('/v1/connector-payloads/decide', { payloadIds: [held?.id], decision: 'confirm', actor: 'anna' });
      expect(decided.status).toBe(200);
      await shop.work();
      expect((await shop.payloads())[0]).toMatchObject({ status: 'done' });
      expect(await events(shop)).toBe(1);
      expect((await shop.api.get('/v1/connector-payloads')).body.items[0]).toMatchObject({ decidedBy: 'anna' });
      await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
    },
  );

  it('answers the test of Tilda, and understands its unpaid form', async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('tilda');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await shop.send(hook, 'test=test', form)).toMatchObject({ status: 200, text: 'ok' });
    await shop.send(hook, payload('tilda-unpaid.form.txt'), form);
    await shop.activate(hook);
    await shop.send(hook, payload('tilda-unpaid.form.txt'), form);
    await shop.work();
    const [unpaid] = await shop.payloads('&status=held');
    expect(unpaid?.outcome?.events).toMatchObject([{ type: 'order.placed', total: { amountMinor: '75000' } }]);
  });

  it('stay unsigned when the connection is set to signed later: another try pays nothing, a person’s word does (F12)', async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('tilda');
    await shop.send(hook, payload('tilda-paid.json'));
    const body = { trust: 'signed', status: 'active' };
    expect((await shop.api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body })).status).toBe(200);
    const decide = async (decision: string) => {
      const [kept] = await shop.payloads();
      await shop.api.post('/v1/connector-payloads/decide', { payloadIds: [kept?.id], decision, actor: 'anna' });
      await shop.work();
    };
    await decide('retry');
    expect((await shop.payloads())[0]).toMatchObject({ status: 'held', decidedBy: 'anna' });
    expect(await events(shop)).toBe(0);
    await decide('confirm');
    expect((await shop.payloads())[0]).toMatchObject({ status: 'done' });
    expect(await events(shop)).toBe(1);
  });

  it('are forgotten with the person they name, though no mapping knew where and one could not be read (6.3)', async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('custom');
    await shop.send(hook, JSON.stringify({ deep: [{ buyer: 'Marina@Example.com' }], id: 1 }));
    await shop.send(hook, '{"buyer": "marina@example.com", ');
    await shop.send(hook, JSON.stringify({ buyer: 'oleg@example.com' }));
    const { items } = (await shop.api.get('/v1/customers?q=marina@example.com')).body;
    expect((await shop.api.ask({ method: 'DELETE', url: `/v1/customers/${items[0].id}` })).status).toBe(204);
    expect(await shop.api.rows('select body from connector_payload where body is not null')).toEqual([
      { body: JSON.stringify({ buyer: 'oleg@example.com' }) },
    ]);
  });

  it('refuses in bulk, and a forged hook without the secret is not even kept', async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('tilda');
    const body = payload('tilda-paid.json');
    expect((await shop.api.ask({ method: 'POST', url: hook.bare, key: null, body })).status).toBe(401);
    await shop.send(hook, body);
    await shop.activate(hook);
    for (const number of ['1', '2', '3']) await shop.send(hook, body.replace('2100966246', number));
    await shop.work();
    const held = await shop.payloads('&status=held');
    expect(held).toHaveLength(3);
    const refused = await shop.api.post('/v1/connector-payloads/decide', { payloadIds: held.map(({ id }) => id), decision: 'refuse' });
    expect(refused.body.unchanged).toBe(0);
    await shop.work();
    expect(await events(shop)).toBe(0);
    const late = await shop.api.post('/v1/connector-payloads/decide', { payloadIds: [held[0]?.id], decision: 'confirm' });
    expect(late.body.unchanged).toBe(1);
  });
});

describe('many businesses', () => {
  it('take turns, so that the rush of one keeps nobody waiting', async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('custom');
    await shop.send(hook, '{"unreadable": ');
    await shop.api.addBusiness('other');
    await shop.api.rows(`insert into connector (tenant_id, connector_id, name, preset, status, trust, mapping, secret, created_at)
      select tenant.tenant_id, connector_id, connector.name, preset, connector.status, trust, mapping, secret, connector.created_at
      from connector, tenant where tenant.tenant_id <> connector.tenant_id`);
    await shop.api.rows(`update connector set status = 'active'`);
    await shop.api.rows(`insert into connector_payload (tenant_id, payload_id, connector_id, received_at, content_type, body, query, body_hash,
        proof, status, next_attempt_at)
      select tenant.tenant_id, gen_random_uuid(), connector_id, received_at, content_type, body, query, sha256(each::text::bytea),
        proof, 'waiting', next_attempt_at
      from connector_payload, tenant, generate_series(1, 50) each`);
    await shop.work();
    // Which transaction wrote a row last: each business had its first before the other had its last.
    const turns = await shop.api.rows<{
      first: bigint;
      last: bigint;
    }>(`select min(xmin::text::bigint) as first, max(xmin::text::bigint) as last
      from connector_payload where status = 'failed' group by tenant_id`);
    expect(turns).toHaveLength(2);
    expect(turns[0]?.first).toBeLessThan(turns[1]?.last ?? 0n);
    expect(turns[1]?.first).toBeLessThan(turns[0]?.last ?? 0n);
  });
});
