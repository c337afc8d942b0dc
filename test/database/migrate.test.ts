import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { accessByUrl, openDatabase } from '../../src/database/open-database.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';

const directories: string[] = [];

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

function writeMigrations(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'sarafan-migrations-'));
  directories.push(directory);
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(directory, `${name}.sql`), sql);
  return directory;
}

async function withOwner<T>({ database }: TestDatabase, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = await database.connectAsOwner();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

const appRole = 'sarafan_app';
const one = { '0001_one': 'create table one (amount bigint not null);' };
const two = { ...one, '0002_two': 'create table two (amount bigint not null);\nrevoke update, delete on two from sarafan_app;' };

describe.each([18, 15] as const)('migrations on PostgreSQL %i', (major) => {
  it('run once each, in order, and a second run does nothing', async () => {
    const empty = await createEmptyDatabase({ major });
    const applied: string[] = [];
    const onApplied = (name: string): void => void applied.push(name);
    await withOwner(empty, (owner) => migrate(owner, { appRole, directory: writeMigrations(one), onApplied }));
    await withOwner(empty, (owner) => migrate(owner, { appRole, directory: writeMigrations(two), onApplied }));
    await withOwner(empty, (owner) => migrate(owner, { appRole, directory: writeMigrations(two), onApplied }));
    expect(applied).toEqual(['0001_one', '0002_two']);
  });

  it('give the app the right to write, but not to change history', async () => {
    const empty = await createEmptyDatabase({ major });
    await withOwner(empty, (owner) => migrate(owner, { appRole, directory: writeMigrations(two) }));
    const { pool } = empty.database;
    await pool.query('insert into one values (1); update one set amount = 2; insert into two values (9007199254740993)');
    await expect(pool.query('update two set amount = 1')).rejects.toMatchObject({ code: '42501' });
    await expect(pool.query('delete from two')).rejects.toMatchObject({ code: '42501' });
    await expect(pool.query('truncate two')).rejects.toMatchObject({ code: '42501' });
  });

  it('build the whole schema of this program into another schema, beside the first', async () => {
    const migrated = await createTestDatabase({ major });
    await withOwner(migrated, async (owner) => {
      await migrate(owner, { appRole, schema: 'replay' });
      const { rows } = await owner.query(
        `select schemaname, count(*)::integer as tables from pg_tables where schemaname in ('public', 'replay') group by 1 order by 1`,
      );
      expect(rows[0]?.tables).toBeGreaterThan(20);
      expect(rows[1]?.tables).toBe(rows[0]?.tables);
    });
  });

  it('run once when several processes start at the same time', async () => {
    const empty = await createEmptyDatabase({ major });
    const directory = writeMigrations(two);
    const applied: string[] = [];
    const runs = Array.from({ length: 5 }, () =>
      withOwner(empty, (owner) => migrate(owner, { appRole, directory, onApplied: (name) => void applied.push(name) })),
    );
    await Promise.all(runs);
    expect(applied).toEqual(['0001_one', '0002_two']);
  });
});

describe('a migration', () => {
  it('that fails leaves nothing of itself and keeps those before it', async () => {
    const empty = await createEmptyDatabase();
    const directory = writeMigrations({ ...one, '0002_bad': 'create table half (amount bigint); select 1 / 0;' });
    await expect(withOwner(empty, (owner) => migrate(owner, { appRole, directory }))).rejects.toMatchObject({ code: '22012' });
    await withOwner(empty, async (owner) => {
      const { rows } = await owner.query(`select to_regclass('one')::text as one, to_regclass('half')::text as half`);
      expect(rows).toEqual([{ one: 'one', half: null }]);
    });
  });

  it('that was changed after it had run is refused by name', async () => {
    const empty = await createEmptyDatabase();
    await withOwner(empty, (owner) => migrate(owner, { appRole, directory: writeMigrations(one) }));
    const changed = writeMigrations({ '0001_one': 'create table uno (amount bigint not null);' });
    await expect(withOwner(empty, (owner) => migrate(owner, { appRole, directory: changed }))).rejects.toThrow(
      'The migration 0001_one was changed after this database had run it',
    );
  });

  it('that this program does not know is refused, since a newer program made it', async () => {
    const empty = await createEmptyDatabase();
    await withOwner(empty, (owner) => migrate(owner, { appRole, directory: writeMigrations(two) }));
    await expect(withOwner(empty, (owner) => migrate(owner, { appRole, directory: writeMigrations(one) }))).rejects.toThrow(
      'The database was used by a newer Sarafan (migration 0002_two; this program knows 1)',
    );
  });

  it('marked no-transaction may build an index without locking the table', async () => {
    const empty = await createEmptyDatabase();
    const directory = writeMigrations({
      ...one,
      '0002_index': '-- no-transaction\ncreate index concurrently if not exists one_idx on one (amount)',
    });
    await withOwner(empty, (owner) => migrate(owner, { appRole, directory }));
    await withOwner(empty, async (owner) => {
      const { rows } = await owner.query(`select to_regclass('one_idx')::text as found`);
      expect(rows).toEqual([{ found: 'one_idx' }]);
    });
  });
});

describe('a database named by a URL', () => {
  it('is used under the role of the app when the user of the URL may take it', async () => {
    const { url } = await createTestDatabase();
    const access = await accessByUrl(url);
    expect(access.appRole).toBe('sarafan_app');
    const database = openDatabase(access);
    const { rows } = await database.pool.query('select current_user as name');
    expect(rows).toEqual([{ name: 'sarafan_app' }]);
    await database.close();
  });

  it('is used under our names, by which a restore knows servers and commands, whatever name the URL gives', async () => {
    const { url } = await createTestDatabase();
    const database = openDatabase(await accessByUrl(`${url}&application_name=my%20shop&connect_timeout=5`));
    const { rows } = await database.pool.query(`select current_setting('application_name') as name`);
    expect(rows).toEqual([{ name: 'sarafan' }]);
    await database.close();
  });

  it('is used and migrated by the user of the URL alone when there is no role to take', async () => {
    const empty = await createEmptyDatabase();
    await withOwner(empty, (owner) => owner.query('alter schema public owner to sarafan_app'));
    const access = await accessByUrl(empty.url.replace('sarafan_owner', 'sarafan_app'));
    expect(access.appRole).toBeUndefined();
    const database = openDatabase(access);
    const owner = await database.connectAsOwner();
    await migrate(owner, { appRole: access.appRole });
    await owner.end();
    await expect(database.pool.query('select from tenant')).resolves.toMatchObject({ rowCount: 0 });
    await database.close();
  });
});
