import { beforeAll, describe, expect, it } from 'vitest';
import { eventAnswer, eventResult, storedEvent } from '../../src/contract/event-answer-schema.ts';
import { type Api, openApi, type Question, type Reply } from '../support/api.ts';
import { type Generated, type Json, type Operation, operationsOf, RequestGenerator, withValueAt } from '../support/request-generator.ts';
import { referAFriend } from '../support/shop.ts';

const SEED = 20_261_120;
const SLOW_MS = 5_000;
const ROUNDS = process.env['SARAFAN_SOAK'] === undefined ? 12 : 300;

/** Things that exist, so that many of the requests find something. */
interface World {
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly ids: Readonly<Record<string, string>>;
}

async function makeWorld(api: Api): Promise<World> {
  const program = (await api.post('/v1/programs', { document: referAFriend })).body;
  await api.post(`/v1/programs/${program.id}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
  await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: {} });
  await api.post('/v1/customers/marina/memberships', { programId: program.id });
  await api.post('/v1/customers/marina/codes', { code: 'MARINA' });
  await api.post('/v1/customers/marina/adjustments', { amount: { amountMinor: '9000000', currency: 'RUB' }, reason: 'x', actor: 'a' });
  const answer = await api.post('/v1/events', {
    id: 'evt-0',
    type: 'order.paid',
    occurredAt: '2026-11-20T12:00:00Z',
    customer: { externalId: 'oleg' },
    order: { id: 'o-0', total: { amountMinor: '300000', currency: 'RUB' } },
    attribution: { code: 'MARINA' },
  });
  const [first, second] = answer.body.rewards;
  const reservation = await api.post('/v1/reservations', {
    customer: { externalId: 'marina' },
    amount: { amountMinor: '100', currency: 'RUB' },
  });
  const referral = (await api.get('/v1/customers/marina/referrals')).body.items[0];
  const webhook = await api.post('/v1/webhooks', { url: 'https://shop.example/hook' });
  const times = ['2026-11-20T12:20:00Z', '2026-11-20T15:25:00.5+03:00'];
  return {
    known: {
      programId: [program.id],
      externalId: ['marina', 'oleg', 'petr', 'Ёлкин'],
      code: ['MARINA', 'марина', 'NOSUCH'],
      couponCodes: [second.benefit.code, 'NOSUCH'],
      referrerId: ['marina', answer.body.customerId],
      fromId: ['petr'],
      orderId: ['o-0', 'o-new'],
      reserveUntil: times,
      expiresAt: times,
      timeZone: ['Europe/Moscow', 'UTC'],
      landingUrl: ['http://localhost:8081/x'],
      landingDomains: ['shop.example'],
      currency: ['RUB', 'RUB', 'RUB', 'USD'],
      url: ['https://shop.example/hook', 'http://127.0.0.1/'],
      since: times,
      cursor: [],
    },
    ids: {
      '/v1/events': 'evt-0',
      '/v1/customers': 'marina',
      '/v1/programs': program.id,
      '/v1/reservations': reservation.body.id,
      '/v1/coupons': second.benefit.code,
      '/v1/rewards': first.id,
      '/v1/referrals': referral.id,
      '/v1/orders': 'o-0',
      '/v1/offers': 'MARINA',
      '/v1/keys': 'nosuchkey',
      '/v1/webhooks': webhook.body.id,
    },
  };
}

describe(`requests made from the document, seed ${SEED}`, () => {
  let api: Api;
  let operations: readonly Operation[];
  let generator: RequestGenerator;
  let world: World;

  beforeAll(async () => {
    api = await openApi();
    world = await makeWorld(api);
    const document = (await api.get('/openapi.json')).body;
    operations = operationsOf(document);
    const known = Object.fromEntries(Object.entries(world.known).filter(([, values]) => values.length > 0));
    generator = new RequestGenerator(document, { seed: SEED, known });
  });

  function questionOf(operation: Operation, body: Generated | null): Question {
    const root = `/${operation.path.split('/').slice(1, 3).join('/')}`;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
      name === 'number' ? '1' : encodeURIComponent(world.ids[root] ?? 'none'),
    );
    const query = new URLSearchParams();
    for (const parameter of operation.parameters) {
      if (parameter.in !== 'query' || parameter.name === 'cursor' || generator.random() < 0.6) continue;
      const { value } = generator.generate(
        { type: 'object', properties: { [parameter.name]: parameter.schema }, required: [parameter.name] },
        'all',
      );
      query.set(parameter.name, parameter.name === 'limit' ? '5' : String((value as Json)[parameter.name]));
    }
    const search = query.size === 0 ? '' : `?${query}`;
    return { method: operation.method, url: path + search, ...(body === null ? {} : { body: body.value }) };
  }

  async function askQuickly(question: Question): Promise<Reply> {
    const startedAtMs = performance.now();
    const reply = await api.ask(question);
    const what = `${question.method} ${question.url} ${JSON.stringify(question.body)} → ${reply.text}`;
    expect(reply.status, what).toBeLessThan(500);
    expect(performance.now() - startedAtMs, what).toBeLessThan(SLOW_MS);
    if (reply.status >= 400) expect(reply.headers['content-type'], what).toContain('application/problem+json');
    return reply;
  }

  /** Stored answers are sent as text, so only here are they held against their schema. */
  function expectStoredAnswer(operation: Operation, reply: Reply): void {
    if (reply.status !== 200) return;
    if (operation.path === '/v1/events/{id}') storedEvent.parse(reply.body);
    else if (operation.path === '/v1/events' && operation.method === 'GET') for (const each of reply.body.items) storedEvent.parse(each);
    else if (operation.path.startsWith('/v1/events'))
      for (const each of reply.body.results ?? [reply.body]) (reply.body.results === undefined ? eventAnswer : eventResult).parse(each);
  }

  it('answers each by its schema, or with a problem', { timeout: 120_000 }, async () => {
    const done = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const operation of operations) {
        if (operation.method === 'DELETE' && round > 1) continue;
        const body = operation.body === null ? null : generator.generate(operation.body, round === 0 ? 'all' : 'some');
        const reply = await askQuickly(questionOf(operation, body));
        expectStoredAnswer(operation, reply);
        const name = `${operation.method} ${operation.path}`;
        if (reply.status < 300) done.set(name, (done.get(name) ?? 0) + 1);
      }
    }
    // A fuzzer that is always refused tests the door only.
    expect(done.size, [...done.keys()].join('\n')).toBeGreaterThan(operations.length / 2);
  });

  it('refuses each with one thing wrong, and never breaks', { timeout: 120_000 }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const operation of operations) {
        if (operation.body === null) continue;
        const made = generator.generate(operation.body, 'some');
        const leaves = made.leaves.filter((leaf) => leaf.path.length > 0 && !leaf.path.includes('data'));
        if (leaves.length === 0) continue;
        const { path, kind } = generator.pick(leaves);
        const wrong = generator.pick<unknown>(
          kind === 'array' ? ['x', 7, {}] : kind === 'object' ? ['x', 7, []] : [[], {}, ['x'], { a: 1 }],
        );
        const reply = await askQuickly({ ...questionOf(operation, made), body: withValueAt(made.value, path, wrong) });
        const isBatch = reply.status === 200 && Array.isArray(reply.body.results);
        if (!isBatch)
          expect(
            reply.status,
            `${operation.method} ${operation.path} ${path.join('.')} = ${JSON.stringify(wrong)}: ${reply.text}`,
          ).toBeGreaterThanOrEqual(400);
      }
    }
  });

  it('left no error in the log', () => {
    expect(api.log()).not.toMatch(/"level":50/);
  });
});
