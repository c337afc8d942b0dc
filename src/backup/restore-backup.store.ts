/** Puts a backup back (backup-format.ts): into empty tables, or with `replace` in the place of what is there. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../database/migrate.ts';
import { commit } from '../database/transaction.ts';
import { StartRefused } from '../start-refused.ts';
import { type BackupHeader, type BackupTable, damaged, isEnd, parseHeader, parseTableName, parseTrailer } from './backup-format.ts';
import { BackupLines } from './backup-lines.ts';
import { columnList, findNewestMigration, listTables, quoted } from './table-catalogue.store.ts';
import { countLines } from './write-backup.store.ts';

const SCHEMA = 'public';

export interface RestoreOptions {
  /** Throws away what the database holds; refused while a server works on it. */
  readonly replace: boolean;
  readonly onProgress?: (state: { readonly table: string; readonly rows: bigint; readonly total: bigint }) => void;
}

/**
 * Restores all tables in one transaction, held to the file's counts and hashes; on a refusal the database stays as it was (empty,
 * where an older backup needed older tables). `chunks` are the bytes after decompression. Throws `StartRefused` when the file is of
 * a newer program or damaged, or the database in use or not empty. Needs the owner's connection; the caller verifies afterwards.
 */
export async function restoreBackup(owner: pg.ClientBase, chunks: AsyncIterable<Buffer>, options: RestoreOptions): Promise<BackupHeader> {
  const lines = new BackupLines(chunks);
  const header = parseHeader(await lines.line());
  const newest = await findNewestMigration(owner);
  if (header.migration.number > newest.number) {
    throw new StartRefused(
      `The backup was made by a newer Sarafan (migration ${header.migration.name}; this program knows ${newest.number}): restore it with that version.`,
    );
  }
  await refuseWhereInUse(owner, options);
  const appRole = await findAppRole(owner);
  if (header.migration.number < newest.number) await rebuildTables(owner, header.migration.number, appRole);
  await owner.query('begin');
  try {
    await loadTables(owner, lines, header, options);
    await commit(owner);
  } catch (error) {
    await owner.query('rollback');
    throw error;
  } finally {
    if (header.migration.number < newest.number) await migrate(owner, { appRole });
  }
  await owner.query('analyze');
  return header;
}

async function loadTables(owner: pg.ClientBase, lines: BackupLines, header: BackupHeader, options: RestoreOptions): Promise<void> {
  const own = await listTables(owner, SCHEMA);
  await owner.query(`truncate ${own.map(({ name }) => `${SCHEMA}.${quoted(name)}`).join(', ')}`);
  const total = header.tables.reduce((sum, table) => sum + table.rows, 0n);
  let rows = 0n;
  for (const table of header.tables) {
    const known = own.find(({ name }) => name === table.name);
    if (known === undefined || !table.columns.every((column) => known.columns.includes(column)))
      throw damaged(`table ${table.name} is unknown`);
    options.onProgress?.({ table: table.name, rows, total });
    await loadTable(owner, lines, table);
    rows += table.rows;
  }
  if (!isEnd(await lines.line())) throw damaged('it has no end');
}

async function loadTable(owner: pg.ClientBase, lines: BackupLines, table: BackupTable): Promise<void> {
  if (parseTableName(await lines.line()) !== table.name) throw damaged(`table ${table.name} is missing`);
  const hash = createHash('sha256');
  let rows = 0n;
  async function* checked(): AsyncGenerator<Buffer> {
    for await (const block of lines.rows()) {
      hash.update(block);
      rows += countLines(block);
      yield block;
    }
  }
  await pipeline(
    Readable.from(checked()),
    owner.query(copyFrom(`copy ${SCHEMA}.${quoted(table.name)} (${columnList(table.columns)}) from stdin`)),
  );
  const trailer = parseTrailer(await lines.line());
  if (trailer.rows !== rows || table.rows !== rows) throw damaged(`table ${table.name} has ${rows} rows of ${table.rows}`);
  if (trailer.sha256 !== hash.digest('hex')) throw damaged(`the rows of ${table.name} were changed`);
}

/** A server keeps keys, codes and programmes in memory: data must not be changed under it. */
async function refuseWhereInUse(owner: pg.ClientBase, options: RestoreOptions): Promise<void> {
  const filled = await findFilledTable(owner);
  if (filled === null) return;
  if (!options.replace) {
    throw new StartRefused(
      `The database is not empty (${filled} has rows): restore into a new one, or add --replace to throw away what is there.`,
    );
  }
  const { rows } = await owner.query<{ readonly pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'sarafan' and pid <> pg_backend_pid() limit 1`,
  );
  if (rows.length > 0) throw new StartRefused('A server works on this database: stop it, then restore.');
}

async function findFilledTable(owner: pg.ClientBase): Promise<string | null> {
  for (const { name } of await listTables(owner, SCHEMA)) {
    const { rowCount } = await owner.query(`select from ${SCHEMA}.${quoted(name)} limit 1`);
    if (rowCount !== 0) return name;
  }
  return null;
}

/** The role history is kept from, when there is one beside the owner (migrate.ts granted it this). */
async function findAppRole(owner: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await owner.query<{ readonly name: string }>(
    `select r.rolname as name from pg_roles r join pg_class c on c.oid = to_regclass('migration')
     where r.rolname = 'sarafan_app' and c.relowner <> r.oid and has_table_privilege(r.oid, c.oid, 'SELECT')`,
  );
  return rows[0]?.name;
}

/** An older backup meets the schema it was made from; the migrations after it then run on its rows, as they would have. */
async function rebuildTables(owner: pg.ClientBase, through: number, appRole: string | undefined): Promise<void> {
  const tables = [...(await listTables(owner, SCHEMA)).map(({ name }) => name), 'migration'];
  await owner.query(`drop table ${tables.map((name) => `${SCHEMA}.${quoted(name)}`).join(', ')} cascade`);
  await migrate(owner, { appRole, through });
}
