/** Puts a backup back (backup-format.ts): into empty tables, or with `replace` in the place of what is there. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { findUsers, whileServersGiveWay } from '../database/data-replaced.store.ts';
import { migrate } from '../database/migrate.ts';
import { commit } from '../database/transaction.ts';
import { StartRefused } from '../start-refused.ts';
import { systemErrorCode } from '../system-error.ts';
import { type BackupHeader, type BackupTable, damaged, isEnd, parseHeader, parseTableName, parseTrailer } from './backup-format.ts';
import { BackupLines } from './backup-lines.ts';
import { buildBeside, lockTables, removeBeside, takePlace } from './schema-beside.store.ts';
import { columnList, findNewestMigration, listTables, quoted } from './table-catalogue.store.ts';
import { countLines } from './write-backup.store.ts';

const SCHEMA = 'public';
/** A server ends what is under way for some ten seconds before it cuts it. */
const GIVE_WAY_LIMIT_MS = 30_000;
/** PostgreSQL's code for a lock that was not given in time. */
const LOCKED_BY_ANOTHER = '55P03';

const NOBODY_GAVE_WAY = {
  en: 'A server works on this database and does not give way: stop it, then restore.',
  ru: 'С этой базой работает сервер и не уступает: остановите его, затем восстановите копию.',
};

export interface RestoreOptions {
  /** Throws away what the database holds; servers that work on it give way and go on with what was restored. */
  readonly replace: boolean;
  readonly giveWayLimitMs?: number;
  /** All rows are there; who serves the old ones is asked to stop for a moment. */
  readonly onGiveWay?: () => void;
  readonly onProgress?: (state: { readonly table: string; readonly rows: bigint; readonly total: bigint }) => void;
}

/**
 * Restores all tables, held to the file's counts and hashes; on a refusal or an end half-way the database is as it was. `chunks`
 * are the bytes after decompression. Throws `StartRefused` when the file is of a newer program or damaged, the database not empty, or
 * somebody works on it who does not give way. Needs the owner's connection and locks that go with it; the caller verifies afterwards.
 */
export async function restoreBackup(owner: pg.ClientBase, chunks: AsyncIterable<Buffer>, options: RestoreOptions): Promise<BackupHeader> {
  const lines = new BackupLines(chunks);
  const header = parseHeader(await lines.line());
  const newest = await findNewestMigration(owner);
  if (header.migration.number > newest.number) {
    const { name } = header.migration;
    throw new StartRefused({
      en: `The backup was made by a newer Sarafan (migration ${name}; this program knows ${newest.number}): restore it with that version.`,
      ru: `Копию сделал более новый Sarafan (миграция ${name}; эта программа знает ${newest.number}): восстановите её той версией.`,
    });
  }
  const isFilled = await refuseWhereFilled(owner, options);
  if (isFilled) await refuseBesideCommand(owner);
  await refuseBesideAnother(owner);
  // A restore that was killed had no chance to.
  await removeBeside(owner);
  if (isFilled || header.migration.number < newest.number) await restoreBeside(owner, lines, header, options);
  else await loadInPlace(owner, lines, header, options);
  return header;
}

/**
 * A backup meets the schema it was made from; the migrations after it then run on its rows, as they would have. All of that takes
 * time and several transactions, so it happens beside what the shop works with, which is thrown away in the one that ends it.
 */
async function restoreBeside(owner: pg.ClientBase, lines: BackupLines, header: BackupHeader, options: RestoreOptions): Promise<void> {
  const appRole = await findAppRole(owner);
  try {
    const schema = await buildBeside(owner, { appRole, through: header.migration.number });
    await inTransaction(owner, () => loadTables(owner, lines, header, { ...options, schema }));
    await migrate(owner, { appRole, schema });
    // Before anybody works on them; what is known of the tables moves with them.
    await owner.query('analyze');
    await owner.query(`set search_path to ${SCHEMA}`);
    const outcome = await whileServersGiveWay(owner, {
      limitMs: options.giveWayLimitMs ?? GIVE_WAY_LIMIT_MS,
      onAsk: options.onGiveWay ?? (() => undefined),
      replace: () => replaceTables(owner, options),
    });
    if (outcome === 'server') throw new StartRefused(NOBODY_GAVE_WAY);
    if (outcome === 'command') throw besideCommand();
  } catch (error) {
    // On a connection that is gone this fails as well: the next restore removes it then, and the first reason is the one to tell.
    await removeBeside(owner).catch(() => undefined);
    throw error;
  } finally {
    await owner.query(`set search_path to ${SCHEMA}`).catch(() => undefined);
  }
}

/** Into tables that are empty and of the same form. A server that starts meanwhile waits at their locks, and finds the rows. */
async function loadInPlace(owner: pg.ClientBase, lines: BackupLines, header: BackupHeader, options: RestoreOptions): Promise<void> {
  await inTransaction(owner, async () => {
    await lockTables(owner, SCHEMA);
    await refuseWhereFilled(owner, options);
    await loadTables(owner, lines, header, { ...options, schema: SCHEMA });
  });
  await owner.query('analyze');
}

async function inTransaction(owner: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await owner.query('begin');
  try {
    await work();
    await commit(owner);
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

interface LoadOptions extends RestoreOptions {
  readonly schema: string;
}

async function loadTables(owner: pg.ClientBase, lines: BackupLines, header: BackupHeader, options: LoadOptions): Promise<void> {
  const { schema } = options;
  const own = await listTables(owner, schema);
  await owner.query(`truncate ${own.map(({ name }) => `${schema}.${quoted(name)}`).join(', ')}`);
  const total = header.tables.reduce((sum, table) => sum + table.rows, 0n);
  let rows = 0n;
  for (const table of header.tables) {
    const known = own.find(({ name }) => name === table.name);
    if (known === undefined || !table.columns.every((column) => known.columns.includes(column)))
      throw damaged('unknown', { table: table.name });
    options.onProgress?.({ table: table.name, rows, total });
    await loadTable(owner, lines, { ...table, schema });
    rows += table.rows;
  }
  if (!isEnd(await lines.line())) throw damaged('no-end');
  // Read to the end of the file: only there does what packed it hold it to its own sum, the header's included.
  await lines.end();
}

async function loadTable(owner: pg.ClientBase, lines: BackupLines, table: BackupTable & { readonly schema: string }): Promise<void> {
  if (parseTableName(await lines.line()) !== table.name) throw damaged('missing', { table: table.name });
  const hash = createHash('sha256');
  let rows = 0n;
  async function* checked(): AsyncGenerator<Buffer> {
    for await (const block of lines.rows()) {
      hash.update(block);
      rows += countLines(block);
      yield block;
    }
  }
  const copying = owner.query(copyFrom(`copy ${table.schema}.${quoted(table.name)} (${columnList(table.columns)}) from stdin`));
  await pipeline(Readable.from(checked()), copying).catch((error: unknown) => {
    // The hash is known at the table's end only: of most changed bytes PostgreSQL is the first to complain.
    throw isOfRows(error) ? damaged('changed', { table: table.name }) : error;
  });
  const trailer = parseTrailer(await lines.line());
  if (trailer.rows !== rows || table.rows !== rows) throw damaged('count', { table: table.name, rows, expected: table.rows });
  if (trailer.sha256 !== hash.digest('hex')) throw damaged('changed', { table: table.name });
}

/** Whether PostgreSQL refuses what is in the rows (class 22: no value of the column; 23: against a constraint), not the work itself. */
function isOfRows(error: unknown): boolean {
  return /^2[23]...$/.test(systemErrorCode(error) ?? '');
}

async function replaceTables(owner: pg.ClientBase, options: RestoreOptions): Promise<void> {
  try {
    await inTransaction(owner, () =>
      takePlace(owner, SCHEMA, async () => {
        await refuseWhereFilled(owner, options);
        // Whoever came between the last look and the lock has read the old tables.
        const { hasServer } = await findUsers(owner);
        await refuseBesideCommand(owner);
        if (hasServer) throw new StartRefused(NOBODY_GAVE_WAY);
      }),
    );
  } catch (error) {
    if (systemErrorCode(error) !== LOCKED_BY_ANOTHER) throw error;
    throw new StartRefused({
      en: 'Another command (a backup?) reads this database: wait for its end, then restore.',
      ru: 'Эту базу читает другая команда (копирование?): дождитесь её конца, затем восстановите копию.',
    });
  }
}

/** True where there is something to throw away, and that may be. */
async function refuseWhereFilled(owner: pg.ClientBase, options: RestoreOptions): Promise<boolean> {
  const filled = await findFilledTable(owner);
  if (filled !== null && !options.replace) {
    throw new StartRefused({
      en: `The database is not empty (${filled} has rows): restore into a new one, or add --replace to throw away what is there.`,
      ru: `База не пуста (есть строки в ${filled}): восстановите в новую или добавьте --replace, чтобы выбросить то, что есть.`,
    });
  }
  return filled !== null;
}

/** An import would go on by what is thrown away. Better told now than after everything was loaded. */
async function refuseBesideCommand(owner: pg.ClientBase): Promise<void> {
  const { hasCommand } = await findUsers(owner);
  if (hasCommand) throw besideCommand();
}

function besideCommand(): StartRefused {
  return new StartRefused({
    en: 'Another command (an import?) works on this database: wait for its end, then restore.',
    ru: 'С этой базой работает другая команда (загрузка?): дождитесь её конца, затем восстановите копию.',
  });
}

/** Two at once would throw away each other's tables. The lock goes with the connection. */
async function refuseBesideAnother(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ readonly taken: boolean }>(`select pg_try_advisory_lock(hashtext('sarafan restore')) as taken`);
  if (rows[0]?.taken === true) return;
  throw new StartRefused({
    en: 'Another restore works on this database: wait for its end.',
    ru: 'С этой базой уже работает другое восстановление: дождитесь его конца.',
  });
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
