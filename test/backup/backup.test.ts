import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type RestoreOptions, restoreBackup } from '../../src/backup/restore-backup.store.ts';
import { writeBackup } from '../../src/backup/write-backup.store.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { openTraffic } from '../support/shop-traffic.ts';
import { expectSound } from '../support/sound.ts';

const now = new Date('2026-12-01T00:00:00Z');

async function backUp(test: TestDatabase): Promise<Buffer> {
  const owner = await test.database.connectAsOwner();
  const parts: Buffer[] = [];
  await pipeline(writeBackup(owner, { now }), createGzip(), async (compressed: AsyncIterable<Buffer>) => {
    for await (const part of compressed) parts.push(part);
  });
  await owner.end();
  return Buffer.concat(parts);
}

async function restore(test: TestDatabase, backup: Buffer, options: RestoreOptions = { replace: false }) {
  const owner = await test.database.connectAsOwner();
  try {
    // Small pieces: rows, lines and their ends fall on every border.
    return await restoreBackup(owner, Readable.from(pieces(backup)).pipe(createGunzip({ chunkSize: 1_024 })), options);
  } finally {
    await owner.end();
  }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

const TOTALS = `select unit, sum(available) as available, sum(held) as held, sum(reserved) as reserved, sum(debt) as debt from balance group by unit order by unit`;

describe('a backup made while the shop works', () => {
  let shop: Shop;
  let backup: Buffer;
  beforeAll(async () => {
    shop = await openShop();
    const traffic = await openTraffic(shop, 7);
    await traffic.run(300);
    const during = traffic.run(300);
    backup = await backUp(shop.test);
    await during;
  });

  it.each([18, 15] as const)(
    'comes back on PostgreSQL %i as it was at one moment: totals, chain, invariants and replay (2-11, I-29)',
    async (major) => {
      const test = await createTestDatabase({ major });
      const { tenants } = await restore(test, backup);
      const [tenant] = tenants;
      const { rows: restored } = await test.database.pool.query(`select next_sequence, encode(chain_hash, 'hex') as head from tenant`);
      expect(restored).toEqual([{ next_sequence: tenant?.nextSequence, head: tenant?.chainHash }]);
      const [then] = await shop.rows<{ head: string }>(`select encode(chain_hash, 'hex') as head from event where sequence = $1`, [
        (tenant?.nextSequence ?? 0n) - 1n,
      ]);
      expect(then?.head).toBe(tenant?.chainHash);
      await expectSound({ test, tenantId: shop.tenantId });
    },
  );

  it('keeps every total and every row of a shop at rest', async () => {
    const rested = await backUp(shop.test);
    const test = await createTestDatabase();
    await restore(test, rested);
    expect((await test.database.pool.query(TOTALS)).rows).toEqual(await shop.rows(TOTALS));
    expect(await backUp(test)).toEqual(rested);
  });

  it('is refused by a database that is not empty, unless told to replace it', async () => {
    const test = await createTestDatabase();
    await restore(test, backup);
    await expect(restore(test, backup)).rejects.toThrow('The database is not empty');
    await expect(restore(test, backup, { replace: true })).resolves.toMatchObject({ migration: { number: expect.any(Number) } });
  });

  it('replaces nothing under a server that does not give way, or beside a command that works', async () => {
    const test = await createTestDatabase();
    await restore(test, backup);
    const server = await test.database.pool.connect();
    await expect(restore(test, backup, { replace: true, giveWayLimitMs: 300 })).rejects.toThrow('A server works on this database');
    server.release(true);
    const command = openDatabase(test.access, { name: 'sarafan command' });
    await command.pool.query('select 1');
    await expect(restore(test, backup, { replace: true })).rejects.toThrow('Another command (an import?) works on this database');
    await command.close();
    await expect(restore(test, backup, { replace: true })).resolves.toBeDefined();
  });

  it('asks no server to give way beside a command that began while the rows were read', async () => {
    const test = await createTestDatabase();
    await restore(test, backup);
    const command = openDatabase(test.access, { name: 'sarafan command' });
    const owner = await test.database.connectAsOwner();
    const told: string[] = [];
    const first = Readable.from([backup]).pipe(createGunzip());
    await expect(restoreBackup(owner, first, { replace: true, onGiveWay: () => told.push('asked') })).resolves.toBeDefined();
    const beside = { replace: true, giveWayLimitMs: 300, onGiveWay: () => told.push('asked again') };
    await expect(restoreBackup(owner, lateRows(), beside)).rejects.toThrow('Another command (an import?) works on this database');
    expect(told).toEqual(['asked']);
    await command.close();
    await owner.end();

    /** The header, and then a command comes before the rows do. */
    async function* lateRows() {
      const parts: Buffer[] = [];
      for await (const part of Readable.from([backup]).pipe(createGunzip())) parts.push(part);
      const all = Buffer.concat(parts);
      const headerEnd = all.indexOf('\n') + 1;
      yield all.subarray(0, headerEnd);
      await command.pool.query('select 1');
      yield all.subarray(headerEnd);
    }
  });

  it('replaces nothing somebody still reads: another backup goes on to its end', async () => {
    const test = await createTestDatabase();
    await restore(test, backup);
    const reader = await test.database.connectAsOwner();
    await reader.query('begin; select from tenant');
    await expect(restore(test, backup, { replace: true })).rejects.toThrow('Another command (a backup?) reads this database');
    await reader.query('rollback');
    await reader.end();
  });

  it.each([
    ['cut short', (lines: string) => lines.slice(0, -200)],
    ['without its end', (lines: string) => lines.replace('{"end":true}\n', '')],
    ['with a changed row', (lines: string) => lines.replace('MARINA', 'MARINB')],
    ['with a row that is none', (lines: string) => lines.replace(/\t(?=[^\t\n]*MARINA)/, ' ')],
    ['with a value that is none', (lines: string) => lines.replace(/(?<=\n\{"table":"code"\}\n[0-9a-f]{8})-/, '+')],
    ['with a row twice', (lines: string) => lines.replace(/\n[^\n]*MARINA[^\n]*/, '$&$&')],
    ['with something after its end', (lines: string) => `${lines}{"end":true}\n`],
    ['with a missing row', (lines: string) => lines.replace(/\n[^\n]*MARINA[^\n]*/, '')],
  ])('that is %s is refused and leaves the database empty', async (_how, spoil) => {
    const test = await createTestDatabase();
    const owner = await test.database.connectAsOwner();
    const parts: Buffer[] = [];
    for await (const part of Readable.from([backup]).pipe(createGunzip())) parts.push(part);
    const spoilt = Buffer.from(spoil(Buffer.concat(parts).toString('utf8')));
    await expect(restoreBackup(owner, Readable.from([spoilt]), { replace: false })).rejects.toThrow('The backup is damaged or cut short');
    expect((await owner.query('select 1 from tenant')).rows).toEqual([]);
    await owner.end();
  });

  it.each([
    [
      '{"format":"sarafan-backup","version":2}\n',
      'The backup is of format 2, this program reads up to 1: restore it with a newer Sarafan.',
    ],
    [
      '{"format":"sarafan-backup","version":1,"createdAt":"","migration":{"number":9999,"name":"9999_later"},"tables":[],"tenants":[]}\n',
      'The backup was made by a newer Sarafan (migration 9999_later',
    ],
    ['{"some":"json"}\n', 'This is not a backup of Sarafan.'],
  ])('of a newer program or of something else is refused in one sentence (%#)', async (header, sentence) => {
    const test = await createTestDatabase();
    const owner = await test.database.connectAsOwner();
    await expect(restoreBackup(owner, Readable.from([Buffer.from(header)]), { replace: false })).rejects.toThrow(sentence);
    await owner.end();
  });
});

describe('a backup of an older program', () => {
  it('comes back into the newest schema, rights included', async () => {
    const old = await createEmptyDatabase();
    const oldOwner = await old.database.connectAsOwner();
    await migrate(oldOwner, { appRole: old.access.appRole, through: 1 });
    await oldOwner.query(
      `insert into tenant (tenant_id, tenant_key, slug, name, hash_key, created_at) values (gen_random_uuid(), 'a', 'a', 'Чай', '\\x00', now())`,
    );
    await oldOwner.end();
    const test = await createTestDatabase();
    await restore(test, await backUp(old));
    expect((await test.database.pool.query('select name from tenant')).rows).toEqual([{ name: 'Чай' }]);
    expect((await test.database.pool.query('select 1 from import_run')).rows).toEqual([]);
    await expect(test.database.pool.query('update event set body = body')).rejects.toThrow('permission denied');
  });
});
