import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { faultPoint } from '../fault-point.ts';
import { StartRefused } from '../start-refused.ts';
import { commit } from './transaction.ts';

/**
 * Migrations are `migrations/NNNN_name.sql`, run in order, each once, forward only. A file runs in one transaction unless
 * its first line is `-- no-transaction` (then it is one statement, and one that may be run again). Files name no schema:
 * they run wherever the search path points. The only role they may name is `sarafan_app`, in `revoke`; where the app has
 * to work as the owner there is nobody to revoke from, and the statement is aimed at `public`, which has no rights.
 */
export interface MigrateOptions {
  /** The role the app works under; undefined when it works as the owner. */
  readonly appRole: string | undefined;
  /** Schema to build everything in, made when missing; `public` when absent. */
  readonly schema?: string;
  readonly directory?: string;
  /** Stops after the migration of this number, for a backup that older programs made; all when absent. */
  readonly through?: number;
  /** Told the name of each migration after it has run. */
  readonly onApplied?: (name: string) => void;
}

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

const ownMigrations = fileURLToPath(new URL('../../migrations', import.meta.url));
const lockClass = 0x5a_4f;
const migrating = 3;

/**
 * Brings the schema up to this program. Safe when several processes start at once: one runs, the others wait and find
 * nothing to do. Throws `StartRefused` when the database is newer than the program or an applied file was changed.
 */
export async function migrate(owner: pg.ClientBase, options: MigrateOptions): Promise<void> {
  const migrations = await readMigrations(options.directory ?? ownMigrations);
  await owner.query('select pg_advisory_lock($1, $2)', [lockClass, migrating]);
  try {
    await enterSchema(owner, options.schema ?? 'public');
    const applied = await readApplied(owner);
    refuseForeignHistory(migrations, applied);
    await grantToApp(owner, options);
    for (const migration of migrations.slice(applied.length, options.through)) {
      await apply(owner, migration, options.appRole);
      options.onApplied?.(migration.name);
    }
  } finally {
    await owner.query('select pg_advisory_unlock($1, $2)', [lockClass, migrating]);
  }
}

async function readMigrations(directory: string): Promise<readonly Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    files.map(async (file) => {
      const sql = await readFile(join(directory, file), 'utf8');
      return {
        number: Number(file.slice(0, 4)),
        name: file.slice(0, -'.sql'.length),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
  const gap = migrations.find((migration, index) => migration.number !== index + 1);
  if (gap !== undefined) throw new Error(`migration ${gap.name} does not follow the one before it: numbers run 0001, 0002, …`);
  return migrations;
}

async function enterSchema(owner: pg.ClientBase, schema: string): Promise<void> {
  const quoted = pg.escapeIdentifier(schema);
  if (schema !== 'public') await owner.query(`create schema if not exists ${quoted}`);
  await owner.query(`set search_path to ${quoted}`);
  await owner.query(
    `create table if not exists migration (
       number integer not null constraint migration_pkey primary key,
       name text not null,
       checksum text not null,
       applied_at timestamptz not null
     )`,
  );
}

async function readApplied(owner: pg.ClientBase): Promise<readonly AppliedMigration[]> {
  return (await owner.query<AppliedMigration>('select number, name, checksum from migration order by number')).rows;
}

function refuseForeignHistory(migrations: readonly Migration[], applied: readonly AppliedMigration[]): void {
  const newest = applied.at(-1);
  if (newest !== undefined && newest.number > migrations.length) {
    throw new StartRefused(
      `The database was used by a newer Sarafan (migration ${newest.name}; this program knows ${migrations.length}): start that version or restore an older backup.`,
    );
  }
  const changed = applied.find((row) => migrations[row.number - 1]?.checksum !== row.checksum);
  if (changed !== undefined) {
    throw new StartRefused(
      `The migration ${changed.name} was changed after this database had run it: put the file back and add a new migration instead.`,
    );
  }
}

async function apply(owner: pg.ClientBase, migration: Migration, appRole: string | undefined): Promise<void> {
  const sql = migration.sql.replaceAll(/\bsarafan_app\b/g, appRole === undefined ? 'public' : pg.escapeIdentifier(appRole));
  const record = {
    text: 'insert into migration (number, name, checksum, applied_at) values ($1, $2, $3, clock_timestamp())',
    values: [migration.number, migration.name, migration.checksum],
  };
  if (migration.sql.startsWith('-- no-transaction')) {
    await owner.query(sql);
    await owner.query(record);
    return;
  }
  await owner.query('begin');
  try {
    await owner.query(sql);
    await owner.query(record);
    faultPoint('mid-migration');
    await commit(owner);
    faultPoint('after-migration');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** Rights on tables made from here on; migrations take back update and delete where rows are history. */
async function grantToApp(owner: pg.ClientBase, options: MigrateOptions): Promise<void> {
  if (options.appRole === undefined) return;
  const role = pg.escapeIdentifier(options.appRole);
  const schema = pg.escapeIdentifier(options.schema ?? 'public');
  await owner.query(`grant usage on schema ${schema} to ${role}`);
  await owner.query(`alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role}`);
  await owner.query(`alter default privileges in schema ${schema} grant usage on sequences to ${role}`);
  await owner.query(`grant select on migration to ${role}`);
}
