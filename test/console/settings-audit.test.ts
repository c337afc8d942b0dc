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
    await owner.send('PUT', `/v1/customers/${person.body.id}`, { name: 'Марина Иная' });
    expect(await newest()).toMatchObject({ before: { name: '•••' }, after: { name: '•••' } });
    await owner.send('PUT', '/v1/customers/+79120000055', { email: 'tainaya@example.com' });
    const rows = await api.rows<{ line: string }>('select row_to_json(audit_entry)::text as line from audit_entry');
    expect(rows.map(({ line }) => line).join('\n')).not.toMatch(/Марина|Тайная|7912|tainaya|звонила/);
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
    expect(await newest()).toMatchObject({ act: 'exported', actor: `staff:${owner.id}`, subject: 'customers.csv', after: { q: '•••' } });
    const cashier = await signIn(api, 'cashier');
    expect((await cashier.get('/v1/exports/customers.csv')).status).toBe(403);
  });

  it('verifies the chain, and finds an entry that was changed or taken out', async () => {
    expect(await violations()).toEqual([]);
    const database = await api.test.database.connectAsOwner();
    await database.query(`update audit_entry set after = '{"name":"Другая"}' where number = 2`);
    await database.end();
    expect(await violations()).toEqual(['I-23']);
  });
});
