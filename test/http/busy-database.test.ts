/** A database that is too busy to answer in time is a reason to ask again, not a fault of ours. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openPageShop, type PageShop } from '../friend-page/page-shop.ts';
import { createTestDatabase } from '../support/database.ts';

/** Read straight from the tables, whatever else the server keeps in memory. */
const READS = ['/v1/customers', '/v1/customers/marina', '/v1/customers?q=marina', '/v1/customers/marina/referrals'];

describe.each([
  ['a lock that is not given in time', { lockTimeoutMs: 100, statementTimeoutMs: 60_000 }],
  ['a statement that takes too long', { lockTimeoutMs: 60_000, statementTimeoutMs: 150 }],
])('%s', (_name, limits) => {
  let shop: PageShop;
  beforeAll(async () => {
    shop = await openPageShop(undefined, { test: await createTestDatabase({ limits }) });
  });

  it('answers 503 with when to ask again, and then answers', async () => {
    const holder = await shop.test.database.connectAsOwner();
    try {
      await holder.query('begin');
      await holder.query('lock table customer, person, membership in access exclusive mode');
      for (const url of READS) {
        const reply = await shop.get(url);
        expect(reply.body, `${url}: ${reply.text}`).toMatchObject({ status: 503, code: 'not_ready', text: { ru: expect.any(String) } });
        expect(reply.headers['retry-after'], url).toMatch(/^[1-9]\d*$/);
      }
      const made = await shop.ask({ method: 'PUT', url: '/v1/customers/busy', body: { name: 'Busy' } });
      expect(made.status, made.text).toBe(503);
      expect(made.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    } finally {
      await holder.end();
    }
    for (const url of READS) expect((await shop.get(url)).status, url).toBe(200);
    expect(shop.log()).not.toContain('request failed');
  });
});
