/** Every change a signed-in person makes is in the audit chain, whatever room made it, and the chain is verified (issue: audit log; I-23). */
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';
import { type Api, openApi } from '../support/api.ts';
import { type Staff, signIn } from '../support/console.ts';

interface Entry {
  readonly act: string;
  readonly actor: string;
  readonly subject: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

describe('the audit log of the console', () => {
  let api: Api;
  let owner: Staff;
  const newest = async (): Promise<Entry> => (await owner.get('/v1/audit?limit=1')).body.items[0];
  const violations = () =>
    api.test.database.pool.connect().then(async (client) => {
      const found = await verifyTenant(client, api.business.tenantId);
      client.release();
      return found.map((each) => each.id);
    });

  beforeAll(async () => {
    api = await openApi();
    owner = await signIn(api, 'owner');
  });

  it('keeps a setting as it was and as it is, and nothing that stayed', async () => {
    await owner.send('PATCH', '/v1/tenant', { name: 'Чайная' });
    expect(await newest()).toMatchObject({
      act: 'PATCH /v1/tenant',
      actor: `staff:${owner.id}`,
      before: { name: 'shop' },
      after: { name: 'Чайная' },
    });
  });

  it('keeps of an order by hand what was entered, field by field, and nothing of who the buyer is', async () => {
    const event = {
      id: 'hand-1',
      type: 'order.paid',
      occurredAt: '2026-10-02T10:00:00.000Z',
      customer: { email: 'tainaya@example.com', name: 'Тайная' },
      order: { id: 'H-1', total: { amountMinor: '150000', currency: 'RUB' } },
    };
    expect((await owner.send('POST', '/v1/events', event)).status).toBe(200);
    const { after } = await newest();
    expect(after).toMatchObject({
      type: 'order.paid',
      'order.id': 'H-1',
      'order.total.amountMinor': '150000',
      'order.total.currency': 'RUB',
    });
    expect(after).toMatchObject({ 'customer.email': '•••', 'customer.name': '•••' });
    expect(JSON.stringify(after)).not.toMatch(/tainaya|Тайная|eventId/);
  });

  it('keeps that a key was made and revoked, never its text', async () => {
    const made = await owner.send('POST', '/v1/keys', { name: 'Касса', scopes: ['read'] });
    expect(made.status, made.text).toBe(201);
    const entry = await newest();
    expect(entry).toMatchObject({ act: 'POST /v1/keys', before: null, after: { id: made.body.id, name: 'Касса', key: '•••' } });
    expect(JSON.stringify(entry)).not.toContain(made.body.key);
    expect((await owner.send('DELETE', `/v1/keys/${made.body.id}`)).status).toBe(204);
    expect(await newest()).toMatchObject({ act: 'DELETE /v1/keys/{id}', subject: made.body.id, before: { revokedAt: null } });
    expect((await newest()).after?.['revokedAt']).toEqual(expect.any(String));
  });

  it('keeps what an adjustment did to a balance, and nothing of who the person is', async () => {
    const person = await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { name: 'Марина Тайная', phone: '+79120000000' } });
    const adjusted = await owner.send('POST', `/v1/customers/${person.body.id}/adjustments`, {
      amount: { amountMinor: '9007199254740993', currency: 'RUB' },
      reason: 'Марина звонила',
    });
    expect(adjusted.status, adjusted.text).toBe(201);
    expect(await newest()).toMatchObject({
      act: 'POST /v1/customers/{id}/adjustments',
      subject: person.body.id,
      after: { 'balances.0.available': '9007199254740993', 'balances.0.unit': 'RUB' },
    });
    const more = { amount: { amountMinor: '-1', currency: 'RUB' }, reason: 'Марина ошиблась' };
    expect((await owner.send('POST', `/v1/customers/${person.body.id}/adjustments`, more)).status).toBe(201);
    const changed = {
      before: { 'balances.0.unit': 'RUB' },
      after: { 'balances.0.available': '9007199254740992', 'balances.0.unit': 'RUB' },
    };
    expect(await newest()).toMatchObject(changed);
    await owner.send('PUT', `/v1/customers/${person.body.id}`, { name: 'Марина Иная' });
    expect(await newest()).toMatchObject({ before: { name: '•••' }, after: { name: '•••' } });
    await owner.send('PUT', '/v1/customers/+79120000055', { email: 'tainaya@example.com' });
    const rows = await api.rows<{ line: string }>('select row_to_json(audit_entry)::text as line from audit_entry');
    expect(rows.map(({ line }) => line).join('\n')).not.toMatch(/Марина|Тайная|79120000|tainaya|звонила/);
  });

  it('keeps nothing of a change that was refused, of a dry run, of reading', async () => {
    const { number } = (await owner.get('/v1/audit?limit=1')).body.items[0];
    expect((await owner.send('PATCH', '/v1/tenant', { timeZone: 'Mars/Base' })).status).toBe(422);
    await owner.get('/v1/tenant');
    await owner.send('POST', '/v1/events/dry-run', {});
    expect((await owner.get('/v1/audit?limit=1')).body.items[0].number).toBe(number);
  });

  it('keeps one entry of an act that was sent twice under one Idempotency-Key', async () => {
    const ask = () =>
      api.ask({
        method: 'POST',
        url: '/v1/keys',
        key: null,
        headers: { cookie: owner.cookie, 'x-sarafan-console': '1', 'sec-fetch-site': 'same-origin', 'idempotency-key': 'once' },
        body: { name: 'Дважды', scopes: ['read'] },
      });
    expect([(await ask()).status, (await ask()).status]).toEqual([201, 201]);
    const { items } = (await owner.get('/v1/audit?limit=10')).body;
    expect(items.filter((each: Entry) => each.after?.['name'] === 'Дважды')).toHaveLength(1);
  });

  it('keeps what a key with every right changed, and each change of mail once (review M13)', async () => {
    const made = await api.ask({ method: 'POST', url: '/v1/tenant/cabinet-secrets' });
    expect(made.status, made.text).toBeLessThan(300);
    const entry = await newest();
    expect(entry.act).toBe('POST /v1/tenant/cabinet-secrets');
    expect(entry.actor).toMatch(/^key:/);
    expect(JSON.stringify(entry)).not.toContain(made.body.secret);
    const before = (await owner.get('/v1/audit?limit=1')).body.items[0].number;
    const mail = { host: 'mail.example.com', port: 465, security: 'tls', fromAddress: 'shop@example.com' };
    const set = await owner.send('PUT', '/v1/mail/settings', mail);
    expect(set.status, set.text).toBe(200);
    const after = (await owner.get('/v1/audit?limit=1')).body.items[0];
    expect([after.act, BigInt(after.number) - BigInt(before)]).toEqual(['mail-set-up', 1n]);
  });

  it('keeps that somebody took a list along, and not whom they looked for (review M12)', async () => {
    expect((await owner.get('/v1/exports/customers.csv?q=marina')).status).toBe(200);
    expect(await newest()).toMatchObject({
      act: 'exported',
      actor: `staff:${owner.id}`,
      subject: 'customers.csv',
      after: { q: '•••', rows: 1 },
    });
    const cashier = await signIn(api, 'cashier');
    expect((await cashier.get('/v1/exports/customers.csv')).status).toBe(403);
  });

  it('keeps what a key took along too, with its filter and its rows (review M12)', async () => {
    const taken = await api.get('/v1/exports/orders.xlsx?from=2026-11-01T00:00:00Z');
    expect(taken.status).toBe(200);
    const entry = await newest();
    expect(entry).toMatchObject({ act: 'exported', subject: 'orders.xlsx', after: { from: '2026-11-01T00:00:00.000Z', rows: 0 } });
    expect(entry.actor).toMatch(/^key:/);
  });

  it('keeps that a long list was begun, and how much of it had left when it was cut off', async () => {
    for (let batch = 0; batch < 3; batch += 1) {
      const events = Array.from({ length: 500 }, (_, index) => ({
        id: `long-${batch}-${index}`,
        type: 'feedback.given',
        occurredAt: '2026-11-20T12:00:00Z',
        customer: { externalId: `long-${batch}-${index}` },
        score: 9,
      }));
      expect((await api.post('/v1/events', { events })).status).toBe(200);
    }
    const url = await api.listen();
    const whole = await (
      await fetch(`${url}/v1/exports/customers.csv`, { headers: { authorization: `Bearer ${api.business.secretKey}` } })
    ).text();
    const rows = whole.trim().split('\n').length - 1;
    expect(rows).toBeGreaterThan(1_500);
    const [end, start] = (await owner.get('/v1/audit?limit=2&kind=exports')).body.items;
    expect([start.act, end.act, end.after]).toEqual(['export-started', 'exported', { rows }]);
  });

  it('keeps of an address that files are fetched from whose it is, and not the secret in it', async () => {
    const source = {
      kind: 'orders',
      mode: 'history',
      reading: {},
      url: 'https://files.tea.example/orders.csv?key=s3cret',
      fetchAt: '06:30',
    };
    const put = await owner.send('PUT', '/v1/upload-sources/site', source);
    expect(put.status, put.text).toBe(200);
    expect(await newest()).toMatchObject({ act: 'PUT /v1/upload-sources/{name}', after: { url: 'https://files.tea.example/…' } });
    expect((await owner.send('DELETE', '/v1/upload-sources/site')).status).toBe(204);
    expect(await newest()).toMatchObject({ before: { name: 'site', url: 'https://files.tea.example/…' } });
    const rows = await api.rows<{ line: string }>('select row_to_json(audit_entry)::text as line from audit_entry');
    expect(rows.map(({ line }) => line).join('\n')).not.toContain('s3cret');
  });

  it('is narrowed by person, by kind of act and by time, and tells each act in words and each key by its name', async () => {
    const marketer = await signIn(api, 'marketer', 'Максим');
    await marketer.send('PATCH', '/v1/console/me', { name: 'Максим' });
    const made = await owner.send('POST', '/v1/keys', { name: 'Склад', scopes: ['admin', 'read', 'write'] });
    const before = api.clock.now();
    api.clock.set(new Date(before.getTime() + 60_000));
    await api.ask({ method: 'PATCH', url: '/v1/tenant', key: made.body.key, body: { clickRetentionDays: 400 } });
    const [byKey] = (await owner.get(`/v1/audit?limit=1&actor=key:${made.body.id}`)).body.items;
    expect(byKey).toMatchObject({
      actorName: 'Склад',
      kind: 'settings',
      text: { ru: 'Изменены настройки магазина', en: 'Changed the settings of the shop' },
    });
    const since = (await owner.get(`/v1/audit?from=${api.clock.now().toISOString()}`)).body.items;
    expect(since.map((each: Entry) => each.act)).toEqual(['PATCH /v1/tenant']);
    const until = (await owner.get(`/v1/audit?until=${api.clock.now().toISOString()}&kind=settings&limit=1`)).body.items;
    expect(until[0]).toMatchObject({ act: 'POST /v1/keys', actorName: 'owner', subjectName: 'Склад' });
    const byKind = (await owner.get('/v1/audit?kind=exports')).body.items;
    expect(new Set(byKind.map((each: Entry) => each.act))).toEqual(new Set(['exported', 'export-started']));
    expect((await owner.get('/v1/audit?kind=nothing')).status).toBe(422);
    api.clock.set(before);
  });

  it('shows that its chain is whole, with the hash at its end', async () => {
    const check = (await owner.get('/v1/audit/check')).body;
    const [last] = await api.rows<{ number: bigint; hash: string }>(
      `select number, encode(chain_hash, 'hex') as hash from audit_entry order by number desc limit 1`,
    );
    expect(check).toEqual({ entries: String(last?.number), isWhole: true, broken: [], headHash: last?.hash });
  });

  it('verifies the chain, and finds an entry that was changed or taken out', async () => {
    expect(await violations()).toEqual([]);
    const database = await api.test.database.connectAsOwner();
    await database.query(`update audit_entry set after = '{"name":"Другая"}' where number = 2`);
    await database.end();
    expect(await violations()).toEqual(['I-23']);
    expect((await owner.get('/v1/audit/check')).body).toMatchObject({ isWhole: false, broken: ['2'] });
  });
});
