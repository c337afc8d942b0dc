/** An Idempotency-Key that two processes see at the same time, for what is no act of the log (contract.md 3). */
import { beforeAll, describe, expect, it } from 'vitest';
import { KeyTurns } from '../../src/http/key-turns.ts';
import { pause } from '../../src/pause.ts';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { holdLock, patientDatabase } from '../support/held-lock.ts';
import { referAFriend } from '../support/shop.ts';

/** Long enough for the other request to come as far as the first, wherever it is let. */
const MEETING_MS = 400;
const LOCKS = `from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;

describe('one Idempotency-Key in two processes at once', () => {
  let left: Api;
  let right: Api;
  let keys = 0;

  beforeAll(async () => {
    left = await openApi({ test: await patientDatabase() });
    right = await openApi({ beside: left });
  });

  /** Both are under way before either has its effect. */
  async function meet(url: string, table: string, bodies: readonly [unknown, unknown]): Promise<readonly [Reply, Reply]> {
    keys += 1;
    const headers = { 'idempotency-key': `met-${keys}` };
    const lock = await holdLock(left.test, `lock table ${table} in share mode`);
    const replies = Promise.all([left.post(url, bodies[0], headers), right.post(url, bodies[1], headers)]);
    await lock.isAwaitedBy(1);
    await pause(MEETING_MS);
    await lock.release();
    return replies;
  }

  const count = async (table: string): Promise<number> => (await left.rows(`select 1 from ${table}`)).length;

  const made: readonly (readonly [string, string, string, object, object])[] = [
    ['key', '/v1/keys', 'api_key', { name: 'once' }, { name: 'otherwise' }],
    [
      'programme',
      '/v1/programs',
      'program',
      { document: referAFriend },
      { document: { ...referAFriend, name: { ru: 'Вторая', en: 'Another' } } },
    ],
    ['webhook', '/v1/webhooks', 'webhook', { url: 'https://shop.example/a' }, { url: 'https://shop.example/b' }],
  ];

  it.each(made)('makes one %s, and both are told of it', async (_what, url, table, body) => {
    const before = await count(table);
    const replies = await meet(url, table, [body, body]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    expect(await count(table)).toBe(before + 1);
  });

  it.each(made)('makes one %s of two that differ, and who is refused has made nothing', async (_what, url, table, body, other) => {
    const before = await count(table);
    const replies = await meet(url, table, [body, other]);
    expect(replies.map(({ status }) => status).sort(), replies.map(({ text }) => text).join('\n')).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('idempotency_conflict');
    expect(await count(table)).toBe(before + 1);
  });

  it('lets the second be made where the first is refused', async () => {
    const headers = { 'idempotency-key': 'mended' };
    const [refused, kept] = await Promise.all([
      left.post('/v1/keys', { name: '' }, headers),
      right.post('/v1/keys', { name: 'mended' }, headers),
    ]);
    expect([refused.status, kept.status]).toEqual([422, 201]);
  });

  it('holds no lock and no connection when all have their answers', async () => {
    const headers = (n: number) => ({ 'idempotency-key': `crowd-${n % 5}` });
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? left : right).post('/v1/keys', { name: `crowd ${n % 5}` }, headers(n))),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(5);
    expect(await left.rows(`select pid ${LOCKS}`)).toEqual([]);
    const { pool } = left.test.database;
    await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
  });

  it('asks to come again where the other one takes too long, and goes on where its process has died', async () => {
    const { kysely, pool } = left.test.database;
    const name = { tenantId: left.business.tenantId, path: 'p', key: 'slow' };
    let end: () => void = () => undefined;
    const slow = new KeyTurns(kysely).take(name, () => new Promise<void>((resolve) => (end = resolve)));
    const holders = () => left.rows(`select pid ${LOCKS}`);
    await expect.poll(holders).toHaveLength(1);
    expect(await new KeyTurns(kysely, 60).take(name, async () => 'done')).toBe('busy');
    const waiting = new KeyTurns(kysely).take(name, async () => 'done');
    const owner = await left.test.database.connectAsOwner();
    await owner.query(`select pg_terminate_backend(pid) ${LOCKS}`);
    await owner.end();
    expect(await waiting).toBe('done');
    end();
    await expect(slow).rejects.toThrow();
    await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
  });
});
