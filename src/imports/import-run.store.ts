/** How far imports have come, and what an import asks about the tenant. */
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { assert } from '../domain/result.ts';
import { type ImportTally, NOTHING_TALLIED } from './import-step.ts';

export type ImportKind = 'orders' | 'customers' | 'refunds';

/** The same file read the same way. */
export interface ImportRunKey {
  readonly tenantId: TenantId;
  readonly kind: ImportKind;
  readonly fileHash: Buffer;
  readonly optionsHash: Buffer;
}

/** Where an import stands. */
export interface ImportProgressPoint {
  /** Passes over the file that are done. */
  readonly pass: number;
  /** Null = not decided yet. */
  readonly reading: 'streamed' | 'sorted' | null;
  readonly rowNumber: number;
  readonly byteOffset: number;
  readonly itemsDone: number;
  readonly lastSequence: bigint;
  readonly reportBytes: number;
  readonly tally: ImportTally;
}

export interface ImportRun extends ImportProgressPoint {
  readonly startedAt: Date;
  readonly isResumed: boolean;
}

/** Finds the unfinished run of this file or begins a new one. A finished one begins anew: it is harmless, all is known. */
export async function beginRun(db: Db, key: ImportRunKey, now: Date): Promise<ImportRun> {
  const unfinished = await findUnfinished(db, key);
  if (unfinished !== null) return unfinished;
  const run: ImportRun = { ...(await startingPoint(db, key.tenantId)), startedAt: now, isResumed: false };
  await db
    .insertInto('import_run')
    .values({ ...keyColumns(key), ...pointColumns(run, now), started_at: now, finished_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'kind', 'file_hash', 'options_hash'])
        .doUpdateSet({ ...pointColumns(run, now), started_at: now, finished_at: null }),
    )
    .execute();
  return run;
}

async function findUnfinished(db: Db, key: ImportRunKey): Promise<ImportRun | null> {
  const row = await db
    .selectFrom('import_run')
    .select(['pass', 'reading', 'row_number', 'byte_offset', 'items_done', 'last_sequence', 'report_bytes', 'counts', 'started_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('kind', '=', key.kind)
    .where('file_hash', '=', key.fileHash)
    .where('options_hash', '=', key.optionsHash)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const tally: ImportTally = JSON.parse(row.counts);
  return {
    pass: row.pass,
    reading: row.reading,
    rowNumber: Number(row.row_number),
    byteOffset: Number(row.byte_offset),
    itemsDone: Number(row.items_done),
    lastSequence: row.last_sequence,
    reportBytes: Number(row.report_bytes),
    tally,
    startedAt: row.started_at,
    isResumed: true,
  };
}

async function startingPoint(db: Db, tenantId: TenantId): Promise<ImportProgressPoint> {
  const { next_sequence: nextSequence } = await db
    .selectFrom('tenant')
    .select('next_sequence')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  const customersBefore = await countCustomers(db, tenantId);
  return {
    pass: 0,
    reading: null,
    rowNumber: 0,
    byteOffset: 0,
    itemsDone: 0,
    lastSequence: nextSequence - 1n,
    reportBytes: 0,
    tally: { ...NOTHING_TALLIED, customersBefore },
  };
}

/** Remembers how far the import has come; everything before the point is stored, and on the disk. */
export async function saveRun(db: Db, key: ImportRunKey, point: ImportProgressPoint, now: Date): Promise<void> {
  await updateRun(db, key, pointColumns(point, now));
}

export async function finishRun(db: Db, key: ImportRunKey, point: ImportProgressPoint, now: Date): Promise<void> {
  await updateRun(db, key, { ...pointColumns(point, now), finished_at: now });
}

async function updateRun(db: Db, key: ImportRunKey, columns: ReturnType<typeof pointColumns> & { finished_at?: Date }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // The import's other commits do not wait for the disk: this one does, and all before it are there with it.
    await sql`set local synchronous_commit = on`.execute(tx);
    const [result] = await tx
      .updateTable('import_run')
      .set(columns)
      .where('tenant_id', '=', key.tenantId)
      .where('kind', '=', key.kind)
      .where('file_hash', '=', key.fileHash)
      .where('options_hash', '=', key.optionsHash)
      .execute();
    assert(result?.numUpdatedRows === 1n, 'a run that goes on has begun');
  });
}

function keyColumns(key: ImportRunKey) {
  return { tenant_id: key.tenantId, kind: key.kind, file_hash: key.fileHash, options_hash: key.optionsHash };
}

function pointColumns(point: ImportProgressPoint, now: Date) {
  return {
    pass: point.pass,
    reading: point.reading,
    row_number: BigInt(point.rowNumber),
    byte_offset: BigInt(point.byteOffset),
    items_done: BigInt(point.itemsDone),
    last_sequence: point.lastSequence,
    report_bytes: BigInt(point.reportBytes),
    counts: JSON.stringify(point.tally),
    updated_at: now,
  };
}

/** Runs `work` unless another process imports for the same tenant; then null. Two at once would count each other's rows. */
export async function withImportLock<T>(db: Db, tenantId: TenantId, work: () => Promise<T>): Promise<T | null> {
  return db.connection().execute(async (connection) => {
    const name = `sarafan import ${tenantId}`;
    const { rows } = await sql<{ readonly locked: boolean }>`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as locked`.execute(
      connection,
    );
    if (rows[0]?.locked !== true) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(connection);
    }
  });
}

export async function countCustomers(db: Db, tenantId: TenantId): Promise<number> {
  const { count } = await db
    .selectFrom('customer')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The key of the tenant's identity hashes. */
export async function getHashKey(db: Db, tenantId: TenantId): Promise<Buffer> {
  const row = await db.selectFrom('tenant').select('hash_key').where('tenant_id', '=', tenantId).executeTakeFirstOrThrow();
  return row.hash_key;
}

/** The hashes, in hex, of what these imported events said, by their ids; one that is not stored has none. */
export async function findStoredBodies(db: Db, tenantId: TenantId, eventIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('event')
    .select(['event_id', 'body_hash'])
    .where('tenant_id', '=', tenantId)
    .where('source', '=', 'import')
    .where('event_id', 'in', eventIds)
    .execute();
  return new Map(rows.map((row) => [row.event_id, row.body_hash.toString('hex')]));
}

/** Which of these orders somebody has told of, the shop itself included. */
export async function findKnownOrders(db: Db, tenantId: TenantId, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('shop_order')
    .select('order_id')
    .where('tenant_id', '=', tenantId)
    .where('order_id', 'in', orderIds)
    .where('total_minor', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.order_id));
}

/** Which of these folded codes exist, whatever their state. */
export async function findFoldedCodes(db: Db, tenantId: TenantId, folded: readonly string[]): Promise<ReadonlySet<string>> {
  if (folded.length === 0) return new Set();
  const rows = await db.selectFrom('code').select('folded').where('tenant_id', '=', tenantId).where('folded', 'in', folded).execute();
  return new Set(rows.map((row) => row.folded));
}
