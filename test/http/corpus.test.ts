import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseBy } from '../../src/contract/field-issues.ts';
import { allRoutes } from '../../src/http/all-routes.ts';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { openCallers } from '../support/callers.ts';
import { type Generated, type Operation, operationsOf, RequestGenerator, withValueAt } from '../support/request-generator.ts';

interface RawBody {
  readonly name: string;
  readonly text?: string;
  readonly base64?: string;
  readonly open?: string;
  readonly middle?: string;
  readonly close?: string;
  readonly times?: number;
  readonly before?: string;
  readonly after?: string;
  /** An object of so many keys. */
  readonly keys?: number;
  readonly code: string;
}

function corpus<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8'));
}

const rawBodies = corpus<RawBody[]>('raw-bodies');
const badValues = corpus<Record<string, unknown[]>>('bad-values');
const badContacts = corpus<Record<'email' | 'phone', string[]>>('bad-contacts');
const goodContacts = corpus<Record<'email' | 'phone', [string, string][]>>('good-contacts');
const badUrls = corpus<{ readonly landing: readonly unknown[] }>('bad-urls');
const goodTexts = corpus<string[]>('good-texts');

const PATHS: Readonly<Record<string, string>> = { number: '1', code: 'NOSUCHCODE', kind: 'friend-joined', locale: 'ru' };
const endpoints = new Map(allRoutes(Object.create(null)).map(({ endpoint }) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const));
const NO_ID = '00000000000000000000000000000000';

/** The operation's address with ids of the right form that name nothing. */
function addressOf(operation: Operation): string {
  const prefix = operation.path.includes('/programs')
    ? 'prg'
    : operation.path.includes('/rewards')
      ? 'rwd'
      : operation.path.includes('/referrals') || operation.path.includes('/friends')
        ? 'ref'
        : operation.path.includes('/reservations')
          ? 'rsv'
          : null;
  return operation.path.replaceAll(
    /\{(\w+)\}/g,
    (_whole, name: string) => PATHS[name] ?? (operation.path.includes('/customers') || prefix === null ? 'nobody' : `${prefix}_${NO_ID}`),
  );
}

function bytesOf(body: RawBody): string | Buffer {
  if (body.base64 !== undefined) return Buffer.from(body.base64, 'base64');
  if (body.keys !== undefined) return Buffer.from(`{${Array.from({ length: body.keys }, (_each, index) => `"k${index}":1`).join(',')}}`);
  if (body.times === undefined) return body.text ?? '';
  return Buffer.from(
    (body.before ?? '') +
      (body.open ?? '').repeat(body.times) +
      (body.middle ?? '') +
      (body.close ?? '').repeat(body.times) +
      (body.after ?? ''),
  );
}

describe('the corpus of bad input', () => {
  let api: Api;
  let operations: readonly Operation[];
  let generator: RequestGenerator;
  let before: unknown;
  let asCaller: Awaited<ReturnType<typeof openCallers>>;

  const TABLES = [
    'event',
    'customer',
    'person',
    'identity',
    'program',
    'program_version',
    'api_key',
    'idempotency_key',
    'membership',
    'code',
    'transfer',
    'touch',
  ];
  const countRows = async () => api.rows(TABLES.map((table) => `select '${table}' as name, count(*) from ${table}`).join(' union all '));

  beforeAll(async () => {
    api = await openApi();
    const document = (await api.get('/openapi.json')).body;
    operations = operationsOf(document).filter((operation) => operation.body !== null);
    generator = new RequestGenerator(document, {
      seed: 7,
      known: {
        code: ['MARINA', '123456'],
        // No part is more than its whole.
        amountMinor: ['100'],
        reserveUntil: ['2026-11-20T12:20:00Z'],
        expiresAt: ['2026-11-20T12:20:00Z'],
        timeZone: ['Europe/Moscow'],
        landingUrl: ['http://localhost/x'],
        landingDomains: ['tea.example'],
        currency: ['RUB'],
        dueOn: ['2027-01-01'],
        kind: ['friend-joined'],
        to: ['anna@tea.example'],
        host: ['smtp.tea.example'],
        fromAddress: ['shop@tea.example'],
      },
      knownShare: 1,
    });
    asCaller = await openCallers(api);
    before = await countRows();
  });

  /**
   * A body that its schema takes, with as many fields as one may have: whatever is refused of it is refused for what was spoilt. A body that
   * the use case decodes itself (events, documents) is taken as it is made.
   */
  const unsound: string[] = [];
  function soundBody(operation: Operation): Generated {
    const endpoint = endpoints.get(`${operation.method} ${operation.path}`);
    for (let draw = 0; draw < 300; draw += 1) {
      const made = generator.generate(operation.body ?? {}, draw < 20 ? 'all' : 'some');
      const { body, isBodyDecodedByUseCase } = endpoint ?? { body: null };
      const isDecodedLater = isBodyDecodedByUseCase === true && !operation.path.startsWith('/v1/events');
      if (body === null || isDecodedLater || parseBy(body, made.value).ok) return made;
    }
    unsound.push(`${operation.method} ${operation.path}`);
    return generator.generate(operation.body ?? {}, 'all');
  }

  function expectRefused(reply: Reply, what: string): void {
    expect(reply.status, `${what}: ${reply.text}`).toBeGreaterThanOrEqual(400);
    expect(reply.status, `${what}: ${reply.text}`).toBeLessThan(500);
    expect(reply.headers['content-type'], what).toContain('application/problem+json');
    expect(reply.body, what).toMatchObject({
      status: reply.status,
      code: expect.any(String),
      detail: expect.any(String),
      text: { ru: expect.any(String), en: expect.any(String) },
    });
  }

  it.each(rawBodies)('refuses $name at every endpoint', async (raw) => {
    const bytes = bytesOf(raw);
    for (const operation of operations) {
      const reply = await api.ask({
        ...asCaller(operation.method, operation.path),
        method: operation.method,
        url: addressOf(operation),
        body: bytes,
      });
      expectRefused(reply, `${operation.method} ${operation.path}`);
      const isFile = endpoints.get(`${operation.method} ${operation.path}`)?.takesBytes === true;
      if (raw.code === 'body_too_large' && !isFile) expect(reply.body.code, `${operation.method} ${operation.path}`).toBe(raw.code);
      if (raw.code === 'invalid_json') expect(reply.body.code, `${operation.method} ${operation.path}`).toBe('invalid_json');
    }
  });

  it('refuses each bad value in each field of its kind, naming the field', { timeout: 120_000 }, async () => {
    let asked = 0;
    const misnamed: string[] = [];
    for (const operation of operations) {
      const url = addressOf(operation);
      const made = soundBody(operation);
      for (const leaf of made.leaves) {
        const isOfDocument = operation.path.startsWith('/v1/programs') || leaf.path[0] === 'document';
        const values =
          leaf.kind === 'email' || leaf.kind === 'phone'
            ? [...badContacts[leaf.kind], 1, true, null, [], {}]
            : (badValues[leaf.kind] ?? [1, true, [], {}]);
        // A programme's document has hundreds of fields and a test of its own: some values of each list do here.
        const few = isOfDocument ? values.filter(() => generator.random() < 0.2) : values;
        for (const value of few) {
          if (mayStand(leaf.path, value) || (value === null && made.nullable.some((path) => path.join() === leaf.path.join()))) continue;
          const reply = await api.ask({
            ...asCaller(operation.method, operation.path),
            method: operation.method,
            url,
            body: withValueAt(made.value, leaf.path, value),
          });
          const what = `${operation.method} ${operation.path} ${leaf.path.join('.')} (${leaf.kind}) = ${JSON.stringify(value)?.slice(0, 80)}`;
          const found =
            reply.status === 200 && Array.isArray(reply.body.results)
              ? { ...reply, status: reply.body.results[0].status, body: reply.body.results[0] }
              : reply;
          expect(found.status, `${what}: ${reply.text}`).toBeLessThan(500);
          if (found.status < 400) misnamed.push(`${what} was taken`);
          if (found.status === 422) expect(found.body.field, what).not.toBeNull();
          // Other codes are of the use case, which may have found something else first.
          if (found.body.code === 'invalid_request' && !isOfDocument && !isNamed(found.body.field, leaf.path))
            misnamed.push(`${what} → ${found.body.code} ${found.body.field}`);
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(2_000);
    expect([...unsound, ...misnamed].join('\n')).toBe('');
  });

  it('refuses a field that is missing and one that is unknown', async () => {
    for (const operation of operations) {
      const url = addressOf(operation);
      const made = generator.generate(operation.body ?? {}, 'all');
      for (const path of made.required) {
        const reply = await api.ask({ method: operation.method, url, body: withValueAt(made.value, path, undefined) });
        if (reply.status !== 200 || !Array.isArray(reply.body.results))
          expectRefused(reply, `${operation.method} ${operation.path} without ${path.join('.')}`);
      }
      for (const path of made.closed) {
        const names =
          operation.path.startsWith('/v1/programs') || path[0] === 'document' ? ['tenant_id'] : ['tenant_id', 'balance', 'status2', 'id2'];
        for (const name of names) {
          const reply = await api.ask({ method: operation.method, url, body: withValueAt(made.value, [...path, name], 'x') });
          if (reply.status !== 200 || !Array.isArray(reply.body.results))
            expectRefused(reply, `${operation.method} ${operation.path} with ${[...path, name].join('.')}`);
        }
      }
    }
  });

  it.each(badUrls.landing)('sends no visitor to %j', async (landingUrl) => {
    const reply = await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { landingUrl, landingDomains: ['shop.example'] } });
    expectRefused(reply, String(landingUrl));
    expect(reply.body.field).toBe('landingUrl');
  });

  it('left no trace', async () => {
    expect(await countRows()).toEqual(before);
    expect(api.log()).not.toMatch(/"level":50/);
  });

  it('takes every honest text and gives it back as it was', async () => {
    for (const [index, text] of goodTexts.entries()) {
      const reply = await api.ask({ method: 'PUT', url: `/v1/customers/text-${index}`, body: { name: text } });
      expect(reply.status, `${text}: ${reply.text}`).toBe(200);
      expect(reply.body.name).toBe(text.normalize('NFC'));
    }
  });

  it('takes a customer id of any honest text, and tells each from the others', async () => {
    for (const text of goodTexts.filter((each) => !each.includes('\u200d'))) {
      const reply = await api.ask({ method: 'PUT', url: `/v1/customers/${encodeURIComponent(text)}`, body: { name: 'by id' } });
      expect(reply.status, `${text}: ${reply.text}`).toBe(200);
      expect((await api.get(`/v1/customers/${encodeURIComponent(text)}`)).body.externalId).toBe(text.normalize('NFC'));
    }
  });

  it.each(goodContacts.email)('knows %s and %s as one e-mail', async (first, second) => {
    await expectOnePerson('email', first, second);
  });

  it.each(goodContacts.phone)('knows %s and %s as one phone', async (first, second) => {
    await expectOnePerson('phone', first, second);
  });

  async function expectOnePerson(field: 'email' | 'phone', first: string, second: string): Promise<void> {
    const feedback = (contact: string) => ({
      id: `evt-${contact}`.slice(0, 190),
      type: 'feedback.given',
      occurredAt: '2026-11-20T12:00:00Z',
      customer: { [field]: contact },
      score: 9,
    });
    const one = await api.post('/v1/events', feedback(first));
    const other = await api.post('/v1/events', { ...feedback(second), id: `second ${first}`.slice(0, 190) });
    expect(one.status, one.text).toBe(200);
    expect(other.body.customerId, other.text).toBe(one.body.customerId);
  }
});

/** Values of a kind's list that are right in some of its fields. */
function mayStand(path: readonly (string | number)[], value: unknown): boolean {
  // Nothing is added to these amounts that could leave the range.
  if (value === '100000000000000001' && (path[0] === 'handlingCost' || path[0] === 'refund' || (path[0] === 'order' && path.length === 2)))
    return true;
  // Of a host only the form is known.
  if (path[0] === 'host' && typeof value === 'string') return true;
  // The one value it has.
  if (path[0] === 'notNow' && value === true) return true;
  // A record of scalars takes any of them.
  return path.includes('data');
}

/** Whether a problem speaks of the field at `path`: of itself, of what it is a part of, or of a part of what was put there. */
function isNamed(field: unknown, path: readonly (string | number)[]): boolean {
  if (typeof field !== 'string') return false;
  const named = field.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  return path.slice(0, named.length).every((step, index) => named[index] === String(step));
}
