import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type BackupHeader, type BackupTable, END_OF_ROWS, encodeHeader, encodeLine } from './backup-format.ts';
import { columnList, findNewestMigration, listTables, quoted } from './table-catalogue.store.ts';

const SCHEMA = 'public';
const LINE_END = 10;

export interface WriteOptions {
  readonly now: Date;
  /** Told before each table how many rows are written so far, and of how many. */
  readonly onProgress?: (state: { readonly table: string; readonly rows: bigint; readonly total: bigint }) => void;
}

/**
 * The bytes of a backup, not yet compressed (backup-format.ts), of one moment: a repeatable-read transaction reads everything while
 * traffic goes on. Needs a connection of its own without a statement limit; ends its transaction however the reader ends.
 */
export async function* writeBackup(client: pg.ClientBase, options: WriteOptions): AsyncGenerator<Buffer> {
  await client.query('begin isolation level repeatable read, read only');
  try {
    const header = await readHeader(client, options.now);
    yield Buffer.from(encodeHeader(header));
    const total = header.tables.reduce((sum, table) => sum + table.rows, 0n);
    let rows = 0n;
    for (const table of header.tables) {
      options.onProgress?.({ table: table.name, rows, total });
      yield* writeTable(client, table);
      rows += table.rows;
    }
    yield Buffer.from(encodeLine({ end: true }));
  } finally {
    await client.query('rollback');
  }
}

async function* writeTable(client: pg.ClientBase, table: BackupTable): AsyncGenerator<Buffer> {
  yield Buffer.from(encodeLine({ table: table.name }));
  const hash = createHash('sha256');
  let rows = 0n;
  const copying = client.query(copyTo(`copy (select ${columnList(table.columns)} from ${SCHEMA}.${quoted(table.name)}) to stdout`));
  for await (const part of copying) {
    const bytes: Buffer = part;
    hash.update(bytes);
    rows += countLines(bytes);
    yield bytes;
  }
  yield Buffer.from(`${END_OF_ROWS}\n${encodeLine({ rows, sha256: hash.digest('hex') })}`);
}

async function readHeader(client: pg.ClientBase, now: Date): Promise<BackupHeader> {
  const tables: BackupTable[] = [];
  for (const { name, columns } of await listTables(client, SCHEMA)) {
    const { rows } = await client.query<{ readonly count: bigint }>(`select count(*) as count from ${SCHEMA}.${quoted(name)}`);
    tables.push({ name, columns, rows: rows[0]?.count ?? 0n });
  }
  const { rows: tenants } = await client.query<BackupHeader['tenants'][number]>(
    `select tenant_id as "tenantId", next_sequence as "nextSequence", encode(chain_hash, 'hex') as "chainHash" from ${SCHEMA}.tenant order by tenant_id`,
  );
  return { createdAt: now.toISOString(), migration: await findNewestMigration(client), tables, tenants };
}

export function countLines(bytes: Buffer): bigint {
  let lines = 0n;
  for (let at = bytes.indexOf(LINE_END); at !== -1; at = bytes.indexOf(LINE_END, at + 1)) lines += 1n;
  return lines;
}
