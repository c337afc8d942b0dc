import { beforeAll, describe, expect, it } from 'vitest';
import { SarafanClient, SarafanProblem } from '../../sdk/src/client.ts';
import { type Api, openApi } from '../support/api.ts';

describe('the SDK against the real server', () => {
  let api: Api;
  let baseUrl: string;
  let client: SarafanClient;

  beforeAll(async () => {
    api = await openApi();
    baseUrl = await api.listen();
    client = new SarafanClient({ baseUrl, key: api.business.secretKey });
  });

  const paid = (id: string, customerId: string) => ({
    id,
    type: 'order.paid' as const,
    occurredAt: '2026-11-20T12:00:00Z',
    customer: { externalId: customerId },
    order: { id: `o-${id}`, total: { amountMinor: '9007199254740993', currency: 'RUB' } },
  });

  it('sends events and reads what they led to', async () => {
    const answer = await client.sendEvent(paid('sdk-1', 'Ёлкин/1'));
    expect(answer.outcome).toBe('processed');
    const customer = await client.call('get', '/v1/customers/{id}', { path: { id: 'Ёлкин/1' } });
    expect(customer).toMatchObject({ id: answer.customerId, counts: { orders: 1 } });
    const order = await client.call('get', '/v1/orders/{id}', { path: { id: 'o-sdk-1' } });
    expect(order.total?.amountMinor).toBe('9007199254740993');
  });

  it('sends many at once and tells each answer from each problem', async () => {
    const results = await client.sendEvents([paid('sdk-2', 'a'), { ...paid('sdk-3', 'b'), occurredAt: 'yesterday' }]);
    expect(results.map((result) => ('outcome' in result ? result.outcome : result.code))).toEqual(['processed', 'invalid_request']);
  });

  it('throws the problem of a refused request', async () => {
    const refused = await client.call('get', '/v1/orders/{id}', { path: { id: 'none' } }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(SarafanProblem);
    expect(refused instanceof SarafanProblem && refused.problem).toMatchObject({ status: 404, code: 'order_unknown' });
  });

  it('walks a list by pages, whose size is a number', async () => {
    await client.sendEvents([paid('sdk-p1', 'p1'), paid('sdk-p2', 'p2'), paid('sdk-p3', 'p3')]);
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.call('get', '/v1/customers', { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ externalId }) => externalId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(expect.arrayContaining(['p1', 'p2', 'p3']));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('gives a table as text, a workbook as bytes, and null where there is nothing to say', async () => {
    const table: string = await client.call('get', '/v1/exports/keys.csv', {});
    expect(table).toContain('First secret key');
    const workbook: ArrayBuffer = await client.call('get', '/v1/exports/keys.xlsx', {});
    expect(Buffer.from(workbook).subarray(0, 2).toString()).toBe('PK');
    const { id } = await client.call('post', '/v1/keys', { body: { name: 'short', kind: 'publishable' } });
    const nothing: null = await client.call('delete', '/v1/keys/{id}', { path: { id } });
    expect(nothing).toBeNull();
  });

  it('repeats a try whose answer broke off half-way, and stops waiting when its caller gives up', async () => {
    let tries = 0;
    const breaking = new SarafanClient({
      baseUrl,
      key: api.business.secretKey,
      fetch: async (...request) => {
        const reply = await fetch(...request);
        tries += 1;
        const cut = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
        return tries === 1 ? new Response(cut, reply) : reply;
      },
    });
    expect((await breaking.sendEvent(paid('sdk-cut', 'a'))).outcome).toBe('processed');
    expect(tries).toBe(2);
    const away = new SarafanClient({
      baseUrl,
      key: api.business.secretKey,
      fetch: async () => new Response('', { status: 503, headers: { 'retry-after': '10' } }),
    });
    const gaveUp = new AbortController();
    const startedMs = performance.now();
    const answer = away.call('get', '/v1/tenant', { signal: gaveUp.signal });
    setTimeout(() => gaveUp.abort(), 20);
    await expect(answer).rejects.toThrow();
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });

  it('repeats a try whose answer was lost, without a second effect', async () => {
    let tries = 0;
    const losing = new SarafanClient({
      baseUrl,
      key: api.business.secretKey,
      fetch: async (...request) => {
        const reply = await fetch(...request);
        tries += 1;
        if (tries === 1) throw new TypeError('the connection was lost on the way back');
        return reply;
      },
    });
    await client.call('put', '/v1/customers/{id}', { path: { id: 'saver' }, body: {} });
    const body = { amount: { amountMinor: '500', currency: 'RUB' }, reason: 'gift', actor: 'anna' };
    const customer = await losing.call('post', '/v1/customers/{id}/adjustments', { path: { id: 'saver' }, body });
    expect(tries).toBe(2);
    expect(customer.balances.map((balance) => balance.available)).toEqual(['500']);
  });
});
