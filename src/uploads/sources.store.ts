/** Where files come from, and how those of each are read. */
import type { FileReading } from '../contract/uploads.endpoints.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type ProgramId, type TenantId } from '../domain/ids.ts';
import type { ImportKind } from '../imports/import-run.store.ts';

export interface SourceRecord {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly kind: ImportKind;
  readonly reading: FileReading;
  readonly earn: boolean;
  readonly programId: ProgramId | null;
  readonly watchesFolder: boolean;
  readonly url: string | null;
  /** Minutes after midnight, by the business's clock. */
  readonly fetchMinute: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextFetchAt: Date | null;
  readonly lastFetchAt: Date | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
}

type Remembered = Pick<SourceRecord, 'tenantId' | 'name' | 'kind' | 'reading' | 'earn' | 'programId' | 'createdAt'>;

/** Remembers how the files of a source are read; its folder and address stay as they are. */
export async function rememberReading(db: Db, source: Remembered): Promise<void> {
  const told = { kind: source.kind, reading: JSON.stringify(source.reading), earn: source.earn, program_id: source.programId };
  await db
    .insertInto('upload_source')
    .values({ tenant_id: source.tenantId, name: source.name, ...told, url: null, fetch_minute: null, created_at: source.createdAt })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet(told))
    .execute();
}

export async function putSource(
  db: Db,
  source: Remembered & Pick<SourceRecord, 'watchesFolder' | 'url' | 'fetchMinute' | 'nextFetchAt'>,
): Promise<void> {
  await rememberReading(db, source);
  await db
    .updateTable('upload_source')
    .set({
      watches_folder: source.watchesFolder,
      url: source.url,
      fetch_minute: source.fetchMinute,
      next_fetch_at: source.nextFetchAt,
      etag: null,
      last_modified: null,
      last_error: null,
    })
    .where('tenant_id', '=', source.tenantId)
    .where('name', '=', source.name)
    .execute();
}

export async function deleteSource(db: Db, tenantId: TenantId, name: string): Promise<boolean> {
  const deleted = await db.deleteFrom('upload_source').where('tenant_id', '=', tenantId).where('name', '=', name).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export async function listSources(db: Db, tenantId: TenantId): Promise<readonly SourceRecord[]> {
  const rows = await select(db).where('tenant_id', '=', tenantId).orderBy('name').limit(200).execute();
  return rows.map(recordFromRow);
}

export async function findSource(db: Db, tenantId: TenantId, name: string): Promise<SourceRecord | null> {
  const row = await select(db).where('tenant_id', '=', tenantId).where('name', '=', name).executeTakeFirst();
  return row === undefined ? null : recordFromRow(row);
}

export async function listWatchedSources(db: Db): Promise<readonly SourceRecord[]> {
  const rows = await select(db).where('watches_folder', '=', true).limit(1_000).execute();
  return rows.map(recordFromRow);
}

export async function listSourcesToFetch(db: Db, now: Date): Promise<readonly SourceRecord[]> {
  const rows = await select(db).where('url', 'is not', null).where('next_fetch_at', '<=', now).limit(100).execute();
  return rows.map(recordFromRow);
}

/** Whether this process is to fetch it: the first to move its next time. */
export async function claimFetch(db: Db, source: SourceRecord, until: Date): Promise<boolean> {
  const claimed = await db
    .updateTable('upload_source')
    .set({ next_fetch_at: until })
    .where('tenant_id', '=', source.tenantId)
    .where('name', '=', source.name)
    .where('next_fetch_at', '=', source.nextFetchAt)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

export interface Fetched {
  readonly at: Date;
  readonly next: Date;
  readonly error: string | null;
  /** Of a file that was taken. */
  readonly taken: { readonly etag: string | null; readonly lastModified: string | null } | null;
}

export async function markFetched(db: Db, source: Pick<SourceRecord, 'tenantId' | 'name'>, fetched: Fetched): Promise<void> {
  const { taken } = fetched;
  await db
    .updateTable('upload_source')
    .set({
      last_fetch_at: fetched.at,
      next_fetch_at: fetched.next,
      last_error: fetched.error,
      ...(taken === null ? {} : { etag: taken.etag, last_modified: taken.lastModified }),
    })
    .where('tenant_id', '=', source.tenantId)
    .where('name', '=', source.name)
    .execute();
}

function select(db: Db) {
  return db
    .selectFrom('upload_source')
    .select([
      'tenant_id',
      'name',
      'kind',
      'reading',
      'earn',
      'program_id',
      'watches_folder',
      'url',
      'fetch_minute',
      'etag',
      'last_modified',
      'next_fetch_at',
      'last_fetch_at',
      'last_error',
      'created_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function recordFromRow(row: Row): SourceRecord {
  // Row boundary: written by this file alone, from exactly this type.
  const reading: FileReading = JSON.parse(row.reading);
  return {
    tenantId: idFromUuid<TenantId>(row.tenant_id),
    name: row.name,
    kind: row.kind,
    reading,
    earn: row.earn,
    programId: row.program_id === null ? null : idFromUuid<ProgramId>(row.program_id),
    watchesFolder: row.watches_folder,
    url: row.url,
    fetchMinute: row.fetch_minute,
    etag: row.etag,
    lastModified: row.last_modified,
    nextFetchAt: row.next_fetch_at,
    lastFetchAt: row.last_fetch_at,
    lastError: row.last_error,
    createdAt: row.created_at,
  };
}
