/** Files on their way in: which there are, where each stands, and who imports it now. */
import type { FileProblemInput, FileReading, UploadCounts } from '../contract/uploads.endpoints.ts';
import type { Db } from '../database/schema.ts';
import type { UploadStatus } from '../database/upload-tables.ts';
import { idFromUuid, type ProgramId, type TenantId, type UploadId } from '../domain/ids.ts';
import type { ImportKind } from '../imports/import-run.store.ts';

export interface UploadRef {
  readonly tenantId: TenantId;
  readonly id: UploadId;
}

export interface UploadRecord extends UploadRef {
  readonly kind: ImportKind;
  readonly origin: 'console' | 'folder' | 'address';
  readonly source: string | null;
  readonly fileName: string;
  readonly sizeBytes: bigint;
  readonly status: UploadStatus;
  readonly reading: FileReading | null;
  readonly earn: boolean;
  readonly programId: ProgramId | null;
  readonly counts: UploadCounts | null;
  readonly bytesDone: bigint;
  readonly bytesTotal: bigint;
  readonly rowsPerSecond: number | null;
  readonly problems: readonly FileProblemInput[];
  readonly hasReport: boolean;
  readonly cancelAsked: boolean;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export interface NewUpload extends UploadRef {
  readonly kind: ImportKind;
  readonly origin: UploadRecord['origin'];
  readonly source: string | null;
  readonly fileName: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export async function insertUpload(db: Db, upload: NewUpload): Promise<void> {
  await db
    .insertInto('upload')
    .values({
      tenant_id: upload.tenantId,
      upload_id: upload.id,
      kind: upload.kind,
      origin: upload.origin,
      source: upload.source,
      file_name: upload.fileName,
      status: 'receiving',
      created_by: upload.createdBy,
      created_at: upload.createdAt,
    })
    .execute();
}

/** One whose bytes never came to lie here. */
export async function deleteUpload(db: Db, { tenantId, id }: UploadRef): Promise<void> {
  await db.deleteFrom('upload').where('tenant_id', '=', tenantId).where('upload_id', '=', id).execute();
}

export async function markReceived(
  db: Db,
  ref: UploadRef,
  received: { readonly sizeBytes: number; readonly isWhole: boolean },
): Promise<void> {
  await change(db, ref)
    .set({
      size_bytes: BigInt(received.sizeBytes),
      disk_bytes: BigInt(received.sizeBytes),
      status: received.isWhole ? 'ready' : 'receiving',
    })
    .where('status', '=', 'receiving')
    .execute();
}

export interface UploadOrder {
  readonly kind: ImportKind;
  readonly reading: FileReading;
  readonly earn: boolean;
  readonly programId: ProgramId | null;
  readonly source: string | null;
  readonly sizeBytes: number;
}

/** Puts a file in the line; whether its state allows it: one that is under way stays as it is. */
export async function queueUpload(db: Db, ref: UploadRef, order: UploadOrder): Promise<boolean> {
  const changed = await change(db, ref)
    .set({
      status: 'queued',
      kind: order.kind,
      reading: JSON.stringify(order.reading),
      earn: order.earn,
      program_id: order.programId,
      source: order.source,
      size_bytes: BigInt(order.sizeBytes),
      cancel_asked: false,
      counts: null,
      problems: null,
      has_report: false,
      bytes_done: 0n,
      finished_at: null,
    })
    .where('status', 'not in', ['queued', 'running'])
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** What is in the line, and what a process that died had begun. */
export async function listDueUploads(db: Db, now: Date): Promise<readonly UploadRecord[]> {
  const rows = await select(db)
    .where((eb) =>
      eb.or([
        eb('status', '=', 'queued'),
        eb.and([eb('status', '=', 'running'), eb.or([eb('lease_ends_at', 'is', null), eb('lease_ends_at', '<=', now)])]),
      ]),
    )
    .orderBy('upload_id')
    .limit(100)
    .execute();
  return rows.map(recordFromRow);
}

/** Whether this process may import it; false when another was quicker. */
export async function claimUpload(db: Db, ref: UploadRef, claim: { readonly now: Date; readonly until: Date }): Promise<boolean> {
  const claimed = await change(db, ref)
    .set((eb) => ({ status: 'running', lease_ends_at: claim.until, started_at: eb.fn.coalesce('started_at', eb.val(claim.now)) }))
    .where((eb) =>
      eb.or([
        eb('status', '=', 'queued'),
        eb.and([eb('status', '=', 'running'), eb.or([eb('lease_ends_at', 'is', null), eb('lease_ends_at', '<=', claim.now)])]),
      ]),
    )
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

export interface UploadProgress {
  readonly rows: number;
  readonly problems: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rowsPerSecond: number;
  readonly until: Date;
}

/** Says how far it is and keeps the lease; resolves with whether somebody asked to stop. */
export async function markProgress(db: Db, ref: UploadRef, progress: UploadProgress): Promise<boolean> {
  const counts: UploadCounts = { ...NOTHING_COUNTED, rows: progress.rows, problems: progress.problems };
  const row = await change(db, ref)
    .set({
      counts: JSON.stringify(counts),
      bytes_done: BigInt(progress.bytesDone),
      bytes_total: BigInt(progress.bytesTotal),
      rows_per_second: progress.rowsPerSecond,
      lease_ends_at: progress.until,
    })
    .where('status', '=', 'running')
    .returning('cancel_asked')
    .executeTakeFirst();
  return row?.cancel_asked ?? true;
}

const NOTHING_COUNTED = { rows: 0, imported: 0, known: 0, skipped: 0, failed: 0, problems: 0, waiting: 0 } as const;

export interface UploadEnd {
  readonly status: 'done' | 'failed' | 'cancelled';
  readonly counts: UploadCounts | null;
  readonly problems: readonly FileProblemInput[];
  readonly hasReport: boolean;
  readonly at: Date;
}

export async function endUpload(db: Db, ref: UploadRef, end: UploadEnd): Promise<void> {
  await change(db, ref)
    .set((eb) => ({
      status: end.status,
      counts: end.counts === null ? eb.ref('counts') : JSON.stringify(end.counts),
      problems: end.problems.length === 0 ? null : JSON.stringify(end.problems),
      has_report: end.hasReport,
      bytes_done: end.status === 'done' ? eb.ref('bytes_total') : eb.ref('bytes_done'),
      lease_ends_at: null,
      finished_at: end.at,
    }))
    .execute();
}

/** A process that ends gives back what it had: the next one goes on there. */
export async function releaseUpload(db: Db, ref: UploadRef): Promise<void> {
  await change(db, ref).set({ lease_ends_at: null }).where('status', '=', 'running').execute();
}

/** Whether there was something to stop. */
export async function askToCancel(db: Db, ref: UploadRef, now: Date): Promise<boolean> {
  const waiting = await change(db, ref)
    .set({ status: 'cancelled', finished_at: now })
    .where('status', 'in', ['receiving', 'ready', 'queued', 'failed'])
    .executeTakeFirst();
  if (waiting.numUpdatedRows === 1n) return true;
  const running = await change(db, ref).set({ cancel_asked: true }).where('status', '=', 'running').executeTakeFirst();
  return running.numUpdatedRows === 1n;
}

export async function findUpload(db: Db, { tenantId, id }: UploadRef): Promise<UploadRecord | null> {
  const row = await select(db).where('tenant_id', '=', tenantId).where('upload_id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordFromRow(row);
}

/** Newest first, at most `limit` + 1. */
export async function listUploads(
  db: Db,
  tenantId: TenantId,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly UploadRecord[]> {
  let query = select(db).where('tenant_id', '=', tenantId);
  if (page.before !== null) query = query.where('upload_id', '<', page.before);
  const rows = await query
    .orderBy('upload_id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return rows.map(recordFromRow);
}

function change(db: Db, { tenantId, id }: UploadRef) {
  return db.updateTable('upload').where('tenant_id', '=', tenantId).where('upload_id', '=', id);
}

function select(db: Db) {
  return db
    .selectFrom('upload')
    .select([
      'tenant_id',
      'upload_id',
      'kind',
      'origin',
      'source',
      'file_name',
      'size_bytes',
      'status',
      'reading',
      'earn',
      'program_id',
      'counts',
      'bytes_done',
      'bytes_total',
      'rows_per_second',
      'problems',
      'has_report',
      'cancel_asked',
      'created_at',
      'started_at',
      'finished_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function recordFromRow(row: Row): UploadRecord {
  // Row boundary: all three are written by this file alone, from exactly these types.
  const reading: FileReading | null = row.reading === null ? null : JSON.parse(row.reading);
  const counts: UploadCounts | null = row.counts === null ? null : JSON.parse(row.counts);
  const problems: readonly FileProblemInput[] = row.problems === null ? [] : JSON.parse(row.problems);
  return {
    tenantId: idFromUuid<TenantId>(row.tenant_id),
    id: idFromUuid<UploadId>(row.upload_id),
    kind: row.kind,
    origin: row.origin,
    source: row.source,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    status: row.status,
    reading,
    earn: row.earn,
    programId: row.program_id === null ? null : idFromUuid<ProgramId>(row.program_id),
    counts,
    bytesDone: row.bytes_done,
    bytesTotal: row.bytes_total,
    rowsPerSecond: row.rows_per_second,
    problems,
    hasReport: row.has_report,
    cancelAsked: row.cancel_asked,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
