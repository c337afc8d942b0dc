/** A database that says nothing, as behind a dead network: everybody is told within ten seconds, and nothing is lost or done twice (reliability.md 5.2). */
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { createTestDatabase } from '../support/database.ts';
import { type DatabaseGate, openDatabaseGate } from '../support/database-gate.ts';
import { atFileEnd } from '../support/file-end.ts';

const LONGEST_MS = 10_000;
const order = (id: string) => ({
  type: 'order.paid',
  id,
  occurredAt: '2026-11-20T11:00:00Z',
  customer: { externalId: `friend-${id}` },
  order: { id, total: { amountMinor: '100000', currency: 'RUB' } },
});

interface Timed {
  readonly reply: Reply;
  readonly tookMs: number;
}

describe('a database that says nothing', () => {
  let api: Api;
  let gate: DatabaseGate;
  let answers: readonly Timed[];
  const timed = async (asked: Promise<Reply>): Promise<Timed> => {
    const startedMs = performance.now();
    return { reply: await asked, tookMs: performance.now() - startedMs };
  };

  beforeAll(async () => {
    const made = await createTestDatabase();
    gate = await openDatabaseGate(made.access);
    const database = openDatabase(gate.access, { isPipelined: true });
    atFileEnd(() => {
      gate.set('open');
      return database.close();
    });
    api = await openApi({ test: { ...made, access: gate.access, database } });
    expect((await api.post('/v1/events', order('before'))).status).toBe(200);
    gate.set('silent');
    const waves = [];
    for (let wave = 0; wave < 5; wave += 1) {
      for (const id of ['a', 'b', 'c']) waves.push(timed(api.post('/v1/events', order(`${id}-${wave}`))));
      for (let read = 0; read < 8; read += 1) waves.push(timed(api.get('/v1/customers')));
      await new Promise((next) => setTimeout(next, 500));
    }
    answers = await Promise.all(waves);
  }, 60_000);

  it('has every request answered in time: 503 problems that say when to come again', () => {
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThanOrEqual(LONGEST_MS);
    for (const { reply } of answers) {
      expect(reply.status, reply.text).toBe(503);
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(reply.headers['retry-after']).toBeDefined();
    }
  });

  it('is used again as soon as it answers, and each event sent again is stored once', async () => {
    gate.set('open');
    await expect.poll(async () => (await api.get('/v1/customers')).status, { timeout: 15_000 }).toBe(200);
    for (const id of ['a-0', 'a-0', 'b-4', 'before']) expect((await api.post('/v1/events', order(id))).status).toBe(200);
    const rows = await api.rows<{ readonly event_id: string }>(`select event_id from event where type = 'order.paid' order by event_id`);
    expect(rows.map(({ event_id }) => event_id)).toEqual(['a-0', 'b-4', 'before']);
  });
});
