/** Every object of a business, asked for by another one, and everything of a member, by another member: as if it did not exist (reliability.md 2). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { allRoutes } from '../../src/http/all-routes.ts';
import { openCabinetShop, program } from '../cabinet/cabinet-shop.ts';
import { MARINA as PAYEE } from '../payouts/partners.ts';
import { type Api, type Business, openApi, type Question } from '../support/api.ts';
import { operationsOf, RequestGenerator } from '../support/request-generator.ts';
import { asBusiness, type EveryObject, makeEveryObject } from './every-object.ts';

const endpoints: readonly Endpoint[] = allRoutes(Object.create(null)).map(({ endpoint }) => endpoint);
const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method} ${path}`;

/** Not objects: words each business has, and names under which it makes its own. */
const OF_EACH: readonly string[] = [
  'POST /v1/checklist/{item}',
  'DELETE /v1/checklist/{item}',
  'PUT /v1/mail/texts/{kind}/{locale}',
  'DELETE /v1/mail/texts/{kind}/{locale}',
  'POST /v1/mail/texts/{kind}/{locale}/preview',
  'PUT /v1/customers/{id}',
  'PUT /v1/upload-sources/{name}',
];

/** Asked with a body that is right, so that nothing but the object can be missing. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /v1/programs/{id}/versions/{number}/trial': { orderId: 'o-1' },
  'PUT /v1/programs/{id}/goal': { metric: 'friendsOrdered', target: 20, dueOn: '2027-01-31' },
  'PUT /v1/customers/{id}/payee': PAYEE,
  'POST /v1/referrals/{id}/correct': { referrerId: 'stranger', actor: 'olga' },
  'PUT /v1/programs/{id}/versions/{number}': { document: program },
  'POST /v1/programs/{id}/versions': { document: program },
};

const ofShop = endpoints.filter(({ access }) => !['anyone', 'session', 'member'].includes(access));
const ofMembers = endpoints.filter(({ access }) => access === 'member');
const withObject = (list: readonly Endpoint[]) =>
  list
    .filter((endpoint) => endpoint.path.includes('{') && !OF_EACH.includes(nameOf(endpoint)))
    .map((endpoint) => [nameOf(endpoint), endpoint] as const);

describe('objects of another', () => {
  let api: Api;
  let made: EveryObject;
  let other: Business;
  let theirMember: string;
  let dataDirectory: string;
  let questionOf: (endpoint: Endpoint) => Question;

  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'sarafan-test-objects-'));
    api = await openApi({ dataDirectory });
    made = await makeEveryObject(api);
    other = await api.addBusiness('other');
    questionOf = await questions(api, made);
    const elsewhere = await openCabinetShop({}, asBusiness(api, other, 'other'));
    const theirs = await elsewhere.publish(program);
    // The same customer id on purpose, another code: a code is looked up in the business whose key asks.
    await elsewhere.join('marina', theirs, 'THEIRS');
    theirMember = (await elsewhere.open('marina', theirs)).token;
  }, 120_000);
  afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

  it('there is one of each kind to ask for', () => {
    const starts = Object.keys(made.ids);
    expect(
      [...withObject(ofShop), ...withObject(ofMembers)]
        .map(([name]) => name)
        .filter((name) => !starts.some((start) => name.includes(` ${start}`))),
    ).toEqual([]);
    expect(Object.values(made.ids).filter((id) => typeof id !== 'string' || id === '')).toEqual([]);
  });

  it.each(withObject(ofShop))('%s hides it from another business', async (_name, endpoint) => {
    const before = await everyRow();
    const reply = await api.ask({
      ...questionOf(endpoint),
      key: endpoint.access === 'publishable' ? other.publishableKey : other.secretKey,
    });
    expect(reply.status, reply.text).toBe(404);
    expect(await everyRow()).toEqual(before);
  });

  it.each(withObject(ofMembers))('%s hides it from a member of another business', async (_name, endpoint) => {
    const before = await everyRow();
    const reply = await api.ask({ ...questionOf(endpoint), key: theirMember });
    expect(reply.status, reply.text).toBe(404);
    expect(await everyRow()).toEqual(before);
  });

  const personal = withObject(ofMembers).filter(([name]) => !name.includes('/programs/'));
  it.each(personal)('%s hides it from another member of the same programme', async (_name, endpoint) => {
    const before = await everyRow();
    const reply = await api.ask({ ...questionOf(endpoint), key: made.stranger });
    expect(reply.status, reply.text).toBe(404);
    expect(await everyRow()).toEqual(before);
  });

  it('no answer to a member holds anything of another one', async () => {
    const reads = ofMembers.filter(({ method }) => method === 'GET');
    const told = new Set<string>();
    for (const endpoint of reads) {
      const question = questionOf(endpoint);
      const [theirs, own] = [await api.ask({ ...question, key: made.stranger }), await api.ask({ ...question, key: made.marina.token })];
      for (const secret of made.secrets) {
        expect(theirs.text, `${secret} in ${endpoint.path}`).not.toContain(secret);
        if (own.text.includes(secret)) told.add(secret);
      }
    }
    // Each of them is told to Marina somewhere, but her own id: the comparison is with what could be told.
    expect(made.secrets.filter((secret) => !told.has(secret))).toEqual([]);
  });

  // A report is there once a file was imported with mistakes: test/uploads.
  const own = withObject(ofShop).filter(([name, { method }]) => method !== 'DELETE' && !name.endsWith('/report.csv'));
  it.each(own)('%s is not hidden from its own business', async (_name, endpoint) => {
    const { publishableKey, secretKey } = api.business;
    const reply = await api.ask({ ...questionOf(endpoint), key: endpoint.access === 'publishable' ? publishableKey : secretKey });
    expect(reply.status, reply.text).not.toBe(404);
  });

  it.each(withObject(ofMembers).filter(([, { method }]) => method !== 'DELETE'))(
    '%s is not hidden from its own member',
    async (_name, endpoint) => {
      const reply = await api.ask({ ...questionOf(endpoint), key: made.marina.token });
      expect(reply.status, reply.text).not.toBe(404);
    },
  );

  /** What each table holds; but for the marks of who was last seen when. */
  async function everyRow(): Promise<unknown> {
    const tables = await api.rows<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'tenant_id' and table_name not in ('member_session', 'api_key')`,
    );
    const parts = tables.map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as held from "${name}" t where tenant_id = $1`,
    );
    const rows = await api.rows<{ name: string; held: string }>(parts.join(' union all '), [api.business.tenantId]);
    return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
  }
});

function bodiesOf({ programId, terms }: EveryObject): Readonly<Record<string, unknown>> {
  return {
    'POST /v1/customers/{id}/referrer': { programId, referrerId: 'stranger', actor: 'olga' },
    'POST /v1/customers/{id}/memberships/{programId}/terms': terms,
    'POST /v1/customers/{id}/memberships/{programId}/tier/accept': terms,
    'POST /v1/cabinet/programs/{id}/terms': terms,
    'POST /v1/cabinet/programs/{id}/tier': terms,
  };
}

async function questions(api: Api, made: EveryObject): Promise<(endpoint: Endpoint) => Question> {
  const document = (await api.get('/openapi.json')).body;
  const operations = new Map(operationsOf(document).map((operation) => [nameOf(operation), operation]));
  const generator = new RequestGenerator(document, {
    seed: 1,
    known: {
      programId: [made.programId],
      fromId: ['stranger'],
      perk: ['webinar'],
      orderId: ['o-2'],
      textHash: [made.ids['/v1/terms/'] ?? ''],
      url: ['https://shop.example/hook'],
      reserveUntil: ['2026-11-20T12:20:00Z'],
      expiresAt: ['2026-11-20T12:20:00Z'],
      timeZone: ['UTC'],
    },
  });
  return (endpoint) => {
    const name = nameOf(endpoint);
    const [, id = ''] = Object.entries(made.ids).find(([start]) => endpoint.path.startsWith(start)) ?? [];
    const named = new Map([
      ['number', '1'],
      ['programId', made.programId],
      ['messageId', made.messageId],
      ['perk', name.endsWith('/codes') ? 'pool' : 'webinar'],
    ]);
    const url = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, param: string) => encodeURIComponent(named.get(param) ?? id));
    const query = name === 'PUT /v1/uploads/{id}/content' ? '?offset=0' : '';
    const schema = operations.get(name)?.body;
    const right = { ...BODIES, ...bodiesOf(made) };
    const body = right[name] ?? (schema == null ? undefined : generator.generate(schema, 'required').value);
    return { method: endpoint.method, url: `${url}${query}`, ...(body === undefined ? {} : { body }) };
  };
}
