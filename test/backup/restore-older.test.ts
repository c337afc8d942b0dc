/** A backup of an older program in the place of what is there: it is taken whole, or what was there stays whole. */
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../src/backup/restore-backup.store.ts';
import { writeBackup } from '../../src/backup/write-backup.store.ts';
import { migrate } from '../../src/database/migrate.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { openTraffic } from '../support/shop-traffic.ts';
import { expectSound } from '../support/sound.ts';

const now = new Date('2026-12-01T00:00:00Z');

async function backUp(test: TestDatabase): Promise<Buffer> {
  const owner = await test.database.connectAsOwner();
  const parts: Buffer[] = [];
  for await (const part of writeBackup(owner, { now })) parts.push(part);
  await owner.end();
  return Buffer.concat(parts);
}

async function replace(test: TestDatabase, chunks: AsyncIterable<Buffer>): Promise<void> {
  const owner = await test.database.connectAsOwner();
  // A connection that is ended tells so a second time, beside the statement it fails.
  owner.on('error', () => undefined);
  try {
    await restoreBackup(owner, chunks, { replace: true, giveWayLimitMs: 300 });
  } finally {
    await owner.end().catch(() => undefined);
  }
}

function inOnePiece(bytes: Buffer): Readable {
  return Readable.from([bytes]);
}

/** What a new shop's first program left: a business, and nobody in it yet. */
async function makeOlderBackup(): Promise<Buffer> {
  const old = await createEmptyDatabase();
  const owner = await old.database.connectAsOwner();
  await migrate(owner, { appRole: old.access.appRole, through: 1 });
  await owner.query(
    `insert into tenant (tenant_id, tenant_key, slug, name, hash_key, created_at) values (gen_random_uuid(), 'a', 'a', 'Чайная', '\\x00', now())`,
  );
  await owner.end();
  return backUp(old);
}

async function listSchemas(test: TestDatabase): Promise<readonly unknown[]> {
  const owner = await test.database.connectAsOwner();
  const { rows } = await owner.query(
    `select nspname::text as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  );
  await owner.end();
  return rows;
}

describe('a backup of an older program, restored over a shop with data', () => {
  let older: Buffer;
  let shop: Shop;
  let full: Buffer;

  beforeAll(async () => {
    older = await makeOlderBackup();
    shop = await openShop();
    await (await openTraffic(shop, 11)).run(120);
    full = await backUp(shop.test);
  });

  /** The same shop in a database no server works on. */
  async function openQuietShop(): Promise<TestDatabase> {
    const test = await createTestDatabase();
    await replace(test, inOnePiece(full));
    return test;
  }

  async function expectUntouched(test: TestDatabase): Promise<void> {
    expect((await backUp(test)).equals(full), 'a backup made now equals the one made before').toBe(true);
    await expectSound({ test, tenantId: shop.tenantId });
  }

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -30)],
    ['without its end', (bytes: Buffer) => bytes.subarray(0, bytes.lastIndexOf('{"end"'))],
    [
      'with one byte changed',
      (bytes: Buffer) => {
        const spoilt = Buffer.from(bytes);
        spoilt[spoilt.lastIndexOf('Чайная')] = 0xd1;
        return spoilt;
      },
    ],
  ])('that is %s is refused, and the shop stays whole', async (_how, spoil) => {
    const test = await openQuietShop();
    await expect(replace(test, inOnePiece(spoil(older)))).rejects.toThrow('nothing was restored');
    await expectUntouched(test);
  });

  it('that cannot be read to its end leaves the shop whole', async () => {
    const test = await openQuietShop();
    async function* breaking(): AsyncGenerator<Buffer> {
      yield older.subarray(0, older.lastIndexOf('Чайная'));
      throw new Error('the disk is gone');
    }
    await expect(replace(test, breaking())).rejects.toThrow('the disk is gone');
    await expectUntouched(test);
  });

  it('that is broken off by the end of its connection leaves the shop whole, and the next try goes through', async () => {
    const test = await openQuietShop();
    const killer = await test.database.connectAsOwner();
    async function* killed(): AsyncGenerator<Buffer> {
      yield older.subarray(0, -30);
      await killer.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      yield older.subarray(-30);
    }
    await expect(replace(test, killed())).rejects.toThrow();
    await killer.end();
    expect((await backUp(test)).equals(full)).toBe(true);

    await replace(test, inOnePiece(older));
    expect(await listSchemas(test)).toEqual([{ name: 'public' }]);
  });

  it('that meets a server started meanwhile is refused in the end, and the shop stays whole', async () => {
    const test = await openQuietShop();
    const servers: { release(isBroken: boolean): void }[] = [];
    async function* startingServer(): AsyncGenerator<Buffer> {
      yield older.subarray(0, -30);
      servers.push(await test.database.pool.connect());
      yield older.subarray(-30);
    }
    await expect(replace(test, startingServer())).rejects.toThrow('A server works on this database');
    for (const server of servers) server.release(true);
    expect(await listSchemas(test)).toEqual([{ name: 'public' }]);
    await expectUntouched(test);
  });

  it('takes the place of everything and leaves nothing beside, with the rights of the app and a schema that can be migrated', async () => {
    const test = await openQuietShop();
    await replace(test, inOnePiece(older));
    expect(await listSchemas(test)).toEqual([{ name: 'public' }]);
    const { pool } = test.database;
    expect((await pool.query('select name from tenant')).rows).toEqual([{ name: 'Чайная' }]);
    expect((await pool.query('select 1 from event')).rows).toEqual([]);
    await expect(pool.query('update event set body = body')).rejects.toThrow('permission denied');
    const owner = await test.database.connectAsOwner();
    await migrate(owner, { appRole: test.access.appRole });
    const [fresh] = (await owner.query('select count(*) as count from migration')).rows;
    await owner.end();
    const untouched = await createTestDatabase();
    expect((await untouched.database.pool.query('select count(*) as count from migration')).rows).toEqual([fresh]);
  });
});
