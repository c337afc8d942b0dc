/** Every parameter of every operation of the document, in the path and in the query, with what it cannot be. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { openCallers } from '../support/callers.ts';
import { type Json, type Operation, operationsOf, RequestGenerator } from '../support/request-generator.ts';

interface BadAddresses {
  /** No text of the database, or no text at all: refused by the name of the parameter. */
  readonly unreadable: readonly string[];
  /** Text that may be unknown, refused or even right. */
  readonly odd: readonly string[];
  /** Keys that some list may have, and others never. */
  readonly cursors: readonly (readonly string[])[];
}

const corpus: BadAddresses = JSON.parse(readFileSync(new URL('../corpus/bad-addresses.json', import.meta.url), 'utf8'));
const LONG = 'x'.repeat(10_000);

describe('the corpus of bad input, in addresses', () => {
  let api: Api;
  let operations: readonly Operation[];
  let generator: RequestGenerator;
  let asCaller: Awaited<ReturnType<typeof openCallers>>;
  let asked = 0;

  beforeAll(async () => {
    api = await openApi({ links: true });
    const document = (await api.get('/openapi.json')).body;
    // A link is a page for people, whatever is wrong with it: bad-address.test.ts.
    operations = operationsOf(document).filter(({ path }) => path.startsWith('/v1/'));
    generator = new RequestGenerator(document, { seed: 11, known: {} });
    asCaller = await openCallers(api);
  });

  /** A value its schema takes. */
  function valueFor({ name, schema }: Parameter): string {
    const { value } = generator.generate({ type: 'object', properties: { [name]: schema }, required: [name] }, 'all');
    return encodeURIComponent(String((value as Json)[name]));
  }

  /** Asks with one parameter spoilt and all others as their schemas have them; another address each time, so that nobody is slowed down. */
  async function askWith(operation: Operation, spoilt: Parameter | null, value: string): Promise<Reply> {
    asked += 1;
    const at = (each: Parameter) => (each === spoilt ? value : valueFor(each));
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
      const parameter = operation.parameters.find((each) => each.in === 'path' && each.name === name);
      return parameter === undefined ? 'x' : at(parameter);
    });
    const query = operation.parameters.filter((each) => each.in === 'query' && (each.required || each === spoilt));
    const search = query.map((each) => `${each.name}=${at(each)}`).join('&');
    return api.ask({
      ...asCaller(operation.method, operation.path),
      method: operation.method,
      url: path + (search === '' ? '' : `?${search}`),
      ...(operation.body === null ? {} : { body: generator.generate(operation.body, 'required').value }),
      remoteAddress: `10.${(asked >> 8) & 255}.${asked & 255}.1`,
    });
  }

  function expectAnswer(reply: Reply, what: string): void {
    expect(reply.status, `${what}: ${reply.text}`).toBeLessThan(500);
    if (reply.status < 400) return;
    expect(reply.headers['content-type'], what).toContain('application/problem+json');
    expect(reply.body, what).toMatchObject({ status: reply.status, code: expect.any(String), text: { ru: expect.any(String) } });
  }

  async function expectRefusedByName(operation: Operation, parameter: Parameter, value: string): Promise<void> {
    const what = `${operation.method} ${operation.path} ${parameter.in} ${parameter.name} = ${value.slice(0, 40)}`;
    const reply = await askWith(operation, parameter, value);
    expectAnswer(reply, what);
    expect([400, 404, 422], `${what}: ${reply.text}`).toContain(reply.status);
    expect(reply.body.field, `${what}: ${reply.text}`).toBe(parameter.name);
  }

  it('refuses by name what cannot be read, in each parameter', { timeout: 60_000 }, async () => {
    for (const [operation, parameter, turn] of parametersOf(operations)) {
      await expectRefusedByName(operation, parameter, '%00');
      for (const value of share(corpus.unreadable, turn, 3)) await expectRefusedByName(operation, parameter, value);
    }
  });

  it('refuses by name what is too long for any parameter', { timeout: 60_000 }, async () => {
    for (const [operation, parameter] of parametersOf(operations)) {
      const what = `${operation.method} ${operation.path} ${parameter.in} ${parameter.name}`;
      const reply = await askWith(operation, parameter, LONG);
      expectAnswer(reply, what);
      expect(reply.body.field, `${what}: ${reply.text}`).toBe(parameter.name);
    }
  });

  it('answers no odd value with an error of ours, and blames no other parameter', { timeout: 60_000 }, async () => {
    for (const [operation, parameter, turn] of parametersOf(operations))
      for (const value of ['', ...share(corpus.odd, turn, 6)]) {
        const what = `${operation.method} ${operation.path} ${parameter.in} ${parameter.name} = ${value.slice(0, 40)}`;
        const reply = await askWith(operation, parameter, value);
        expectAnswer(reply, what);
        if (reply.status !== 422 || reply.body.code !== 'invalid_request') continue;
        expect(
          sentWith(operation).filter((name) => name !== parameter.name),
          `${what}: ${reply.text}`,
        ).not.toContain(reply.body.field);
      }
  });

  it('takes a cursor of its own form only', { timeout: 60_000 }, async () => {
    let refused = 0;
    for (const operation of operations)
      for (const parameter of operation.parameters.filter(({ name }) => name === 'cursor'))
        for (const parts of corpus.cursors) {
          const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
          const what = `${operation.method} ${operation.path} ${JSON.stringify(parts)}`;
          const reply = await askWith(operation, parameter, cursor);
          expectAnswer(reply, what);
          if (reply.status === 422) expect(reply.body.field, `${what}: ${reply.text}`).toBe('cursor');
          if (reply.status === 422) refused += 1;
        }
    expect(refused).toBeGreaterThan(100);
  });

  it('takes every parameter as the document has it, so that a refusal above is of the spoilt one', async () => {
    for (const operation of operations) {
      const names = sentWith(operation);
      if (names.length === 0) continue;
      const reply = await askWith(operation, null, '');
      expectAnswer(reply, `${operation.method} ${operation.path}`);
      if (reply.body?.code === 'invalid_request')
        expect(names, `${operation.method} ${operation.path}: ${reply.text}`).not.toContain(reply.body.field);
    }
    expect(asked).toBeGreaterThan(4_000);
  });

  it('made no error of ours', () => {
    expect(api.log()).not.toMatch(/"level":50/);
  });
});

type Parameter = Operation['parameters'][number];

/** With its turn, by which values are shared out. */
function parametersOf(operations: readonly Operation[]): readonly (readonly [Operation, Parameter, number])[] {
  const found = operations.flatMap((operation) =>
    operation.parameters
      .filter(({ in: place }) => place === 'path' || place === 'query')
      .map((parameter) => [operation, parameter] as const),
  );
  return found.map(([operation, parameter], turn) => [operation, parameter, turn]);
}

/** One of so many parts of the values, another part for the next parameter: all of them for each would take minutes and find the same. */
function share(values: readonly string[], turn: number, parts: number): readonly string[] {
  return values.filter((_value, index) => index % parts === turn % parts);
}

/** What a question has in its address, whatever is spoilt. */
function sentWith({ parameters }: Operation): readonly string[] {
  return parameters.filter((each) => each.in === 'path' || (each.in === 'query' && each.required)).map(({ name }) => name);
}
