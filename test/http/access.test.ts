import { beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '../../src/contract/caller.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { allRoutes } from '../../src/http/all-routes.ts';
import { type Api, type Business, openApi, type Question } from '../support/api.ts';
import { type Operation, operationsOf, RequestGenerator } from '../support/request-generator.ts';
import { referAFriend } from '../support/shop.ts';
import { ACCESS } from './access-matrix.ts';

// Only the definitions are read; nothing is asked of what the routes would work with.
const endpoints: readonly Endpoint[] = allRoutes(Object.create(null)).map((route) => route.endpoint);
const nameOf = (endpoint: Pick<Endpoint, 'method' | 'path'>): string => `${endpoint.method} ${endpoint.path}`;

describe('who may call what', () => {
  let api: Api;
  let other: Business;
  let ids: Readonly<Record<string, string>>;
  let operations: ReadonlyMap<string, Operation>;
  let generator: RequestGenerator;

  beforeAll(async () => {
    api = await openApi();
    other = await api.addBusiness('other');
    const document = (await api.get('/openapi.json')).body;
    operations = new Map(operationsOf(document).map((operation) => [nameOf(operation), operation]));
    const program = (await api.post('/v1/programs', { document: referAFriend })).body;
    await api.post(`/v1/programs/${program.id}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
    const marina = (await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: {} })).body;
    await api.post('/v1/customers/marina/memberships', { programId: program.id });
    await api.post('/v1/customers/marina/codes', { code: 'MARINA' });
    await api.post('/v1/customers/marina/adjustments', { amount: { amountMinor: '900', currency: 'RUB' }, reason: 'x', actor: 'a' });
    const paid = {
      id: 'evt-1',
      type: 'order.paid',
      occurredAt: '2026-11-20T12:00:00Z',
      customer: { externalId: 'oleg' },
      order: { id: 'o-1', total: { amountMinor: '300000', currency: 'RUB' } },
    };
    await api.post('/v1/events', { ...paid, attribution: { code: 'MARINA' } });
    const key = (await api.post('/v1/keys', { name: 'x' })).body;
    await api.post('/v1/webhooks', { url: 'https://shop.example/hook' });
    ids = { customer: marina.id, program: program.id, key: key.id };
    generator = new RequestGenerator(document, {
      seed: 1,
      known: {
        reserveUntil: ['2026-11-20T12:20:00Z'],
        expiresAt: ['2026-11-20T12:20:00Z'],
        programId: [program.id],
        fromId: ['oleg'],
        id: [marina.id],
        referrerId: ['marina'],
        landingUrl: ['http://localhost/x'],
        timeZone: ['UTC'],
        url: ['https://shop.example/hook'],
      },
    });
  });

  function questionOf(endpoint: Endpoint): Question {
    const found = operations.get(nameOf(endpoint));
    // Nobody gets as far as the object; those that are there are asked for in foreign-objects.test.ts.
    const url = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => (name === 'number' ? '1' : 'none'));
    // The document cannot say "exactly one of the two".
    const oneReferrer = endpoint.path.endsWith('/correct') ? { referrerId: 'marina', actor: 'anna' } : undefined;
    const generated = found?.body == null ? undefined : generator.generate(found.body, 'required').value;
    const body = oneReferrer ?? (endpoint.path.endsWith('/referrer') ? { ...Object(generated), referrerId: 'marina' } : generated);
    return { method: endpoint.method, url, ...(body === undefined ? {} : { body }) };
  }

  it('is written down for every endpoint', () => {
    expect(Object.fromEntries(endpoints.map((endpoint) => [nameOf(endpoint), endpoint.access]))).toEqual(ACCESS);
  });

  // The console's own door has its tests in test/staff, the cabinet's in test/cabinet.
  const withKey = endpoints.filter(({ access }) => access !== 'anyone' && access !== 'session' && access !== 'member');
  it.each(withKey.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s refuses anybody without its key',
    async (_name, endpoint) => {
      const question = questionOf(endpoint);
      const wrongKeys = [
        null,
        '',
        'x',
        'sk_aaaaaaaa_bbbbbbbb_cc',
        `${api.business.secretKey.slice(0, -1)}${api.business.secretKey.endsWith('0') ? '1' : '0'}`,
        api.business.secretKey.replace('sk_', 'pk_'),
      ];
      for (const key of wrongKeys) {
        const reply = await api.ask({ ...question, key });
        expect([reply.status, reply.body.code], String(key)).toEqual([401, 'unauthorized']);
        expect(reply.headers['www-authenticate']).toBe('Bearer');
      }
      if (endpoint.access === 'publishable') return;
      expect((await api.ask({ ...question, key: api.business.publishableKey })).body.code).toBe('forbidden');
      const lesser = await api.keyWith(SCOPES.filter((scope) => scope !== endpoint.access));
      expect((await api.ask({ ...question, key: lesser })).body.code).toBe('forbidden');
    },
  );

  it('keeps lists to the business of the key', async () => {
    for (const url of [
      '/v1/customers',
      '/v1/customers?q=marina',
      '/v1/rewards',
      '/v1/programs',
      '/v1/webhooks',
      `/v1/rewards?customerId=${ids['customer']}`,
    ]) {
      expect((await api.ask({ method: 'GET', url, key: other.secretKey })).body, url).toMatchObject({ items: [], nextCursor: null });
    }
    const keys = (await api.ask({ method: 'GET', url: '/v1/keys', key: other.secretKey })).body.items;
    expect(keys.map((key: { id: string }) => key.id)).not.toContain(ids['key']);
  });

  it('lets two businesses use the same ids without meeting', async () => {
    const mine = await api.get('/v1/customers/marina');
    const theirs = await api.ask({ method: 'PUT', url: '/v1/customers/marina', key: other.secretKey, body: { name: 'Другая' } });
    expect(theirs.body.id).not.toBe(mine.body.id);
    expect((await api.get('/v1/customers/marina')).body.name).toBeNull();
  });

  it('refuses an actor to a key that may not speak for staff', async () => {
    const key = await api.keyWith(['read', 'write']);
    const body = { programId: ids['program'], actor: 'anna' };
    expect((await api.ask({ method: 'POST', url: '/v1/customers/oleg/memberships', key, body })).body).toMatchObject({
      code: 'forbidden',
      field: 'actor',
    });
    const block = { programId: ids['program'], status: 'blocked' };
    expect((await api.ask({ method: 'PATCH', url: '/v1/customers/marina/memberships', key, body: block })).body).toMatchObject({
      status: 422,
      field: 'actor',
    });
  });
});

describe('keys', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
  });

  it('shows the text of a key once and keeps a hash of it', async () => {
    const made = await api.post('/v1/keys', { name: 'Сайт', scopes: ['read'], source: 'site' });
    expect(made.status, made.text).toBe(201);
    expect(made.body.key).toMatch(/^sk_[a-z0-9]+_[a-z0-9]+_[0-9a-f]{64}$/);
    expect((await api.ask({ method: 'GET', url: '/v1/tenant', key: made.body.key })).status).toBe(200);
    const listed = await api.get('/v1/keys');
    expect(listed.text).not.toContain(made.body.key.split('_')[3]);
    expect(listed.body.items).toContainEqual(
      expect.objectContaining({ id: made.body.id, name: 'Сайт', scopes: ['read'], source: 'site', revokedAt: null }),
    );
    const stored = await api.rows<{ row: string }>('select api_key::text as row from api_key');
    for (const { row } of stored) expect(row).not.toContain(made.body.key.split('_')[3]);
  });

  it('stops a revoked key within a second', async () => {
    const made = (await api.post('/v1/keys', { name: 'leaked' })).body;
    const ask = async () => (await api.ask({ method: 'GET', url: '/v1/tenant', key: made.key })).status;
    expect(await ask()).toBe(200);
    // As another process would: this one is not told.
    await api.rows('update api_key set revoked_at = now() where key_id = $1', [made.id]);
    const revokedAtMs = performance.now();
    while ((await ask()) !== 401) expect(performance.now() - revokedAtMs).toBeLessThan(1_000);
  });

  it('refuses a key past its time', async () => {
    const key = await api.keyWith(['read'], { expiresAt: new Date('2026-11-20T12:05:00Z') });
    expect((await api.ask({ method: 'GET', url: '/v1/tenant', key })).status).toBe(200);
    api.clock.set(new Date('2026-11-20T12:05:00Z'));
    expect((await api.ask({ method: 'GET', url: '/v1/tenant', key })).status).toBe(401);
    api.clock.set(new Date('2026-11-20T12:00:00Z'));
  });

  it('hands out no more rights than the maker has', async () => {
    const admin = await api.keyWith(['admin']);
    const made = await api.ask({ method: 'POST', url: '/v1/keys', key: admin, body: { name: 'x', scopes: ['staff'] } });
    expect(made.body).toMatchObject({ code: 'forbidden', field: 'scopes' });
  });

  it('keeps the same event ids of two sources apart, and those of a rotated key together', async () => {
    const event = { id: 'same', type: 'feedback.given', occurredAt: '2026-11-20T12:00:00Z', customer: { externalId: 'x' }, score: 9 };
    const send = (key: string, score: number) => api.ask({ method: 'POST', url: '/v1/events', key, body: { ...event, score } });
    const till = await api.keyWith(['write'], { source: 'till' });
    const rotated = await api.keyWith(['write'], { source: 'till' });
    expect((await send(api.business.secretKey, 9)).status).toBe(200);
    expect((await send(till, 8)).status).toBe(200);
    expect((await send(rotated, 8)).status).toBe(200);
    expect((await send(rotated, 7)).body.code).toBe('event_conflict');
  });

  it('slows down whoever guesses codes with a publishable key', async () => {
    const ask = (code: string, remoteAddress: string) =>
      api.ask({ method: 'GET', url: `/v1/offers/${code}`, key: api.business.publishableKey, remoteAddress });
    const statuses: number[] = [];
    for (let guess = 0; guess < 25; guess += 1) statuses.push((await ask(`GUESS${guess}`, '203.0.113.7')).status);
    expect(statuses.slice(0, 20).every((status) => status === 404)).toBe(true);
    const refused = await ask('GUESS99', '203.0.113.7');
    expect(refused.body).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('GUESS', '198.51.100.7')).status).toBe(404);
  });
});
