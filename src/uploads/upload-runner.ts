/**
 * Imports files in the background, one after the other, from any number of processes: each imports those whose bytes it holds. Killed at any
 * moment, an import goes on where it stood: `import_run` remembers, as it does for the command.
 */
import type { Clock } from '../clock.ts';
import type { FileProblemInput, UploadCounts } from '../contract/uploads.endpoints.ts';
import { WAYS_IN_PROBLEMS } from '../contract/ways-in-problems.ts';
import type { Db } from '../database/schema.ts';
import { assertNever, type Result } from '../domain/result.ts';
import { faultPoint } from '../fault-point.ts';
import { importCustomers } from '../imports/import-customers.ts';
import { importOrders } from '../imports/import-orders.ts';
import type { ImportProblem } from '../imports/import-problem.ts';
import { importRefunds } from '../imports/import-refunds.ts';
import type { ImportDeps } from '../imports/import-request.ts';
import { withImportLock } from '../imports/import-run.store.ts';
import type { ImportCounts } from '../imports/progress.ts';
import type { ImportSummary } from '../imports/run-import.ts';
import type { Intake } from '../intake/submission.ts';
import { type RunningPoll, startPoll } from '../poll.ts';
import { messageOf } from '../system-error.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import type { GuardedReader } from '../webhooks/guarded-get.ts';
import { fetchDueSources } from './fetch-sources.ts';
import { fileProblemToWire, PLAIN_READING, readingOptions } from './file-reading.ts';
import { removeOldFiles } from './old-files.ts';
import { type UploadPlace, uploadPath, uploadReportPath, uploadSize } from './upload-files.ts';
import { measureRoom } from './upload-room.store.ts';
import { claimUpload, endUpload, listDueUploads, markProgress, releaseUpload, type UploadRecord } from './uploads.store.ts';
import { putAway, takeFromFolders } from './watch-folders.ts';

export interface UploadDeps {
  readonly db: Db;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly dataDirectory: string;
  /** Absent: nothing is fetched from addresses. */
  readonly reader?: GuardedReader;
  /** How many bytes of one business may lie in the uploads directory; `ROOM_BYTES_MAX` when absent. */
  readonly uploadBytesMax?: number;
}

const POLL_MS = 1_000;
const HEARTBEAT_MS = 1_000;
const LEASE_MS = 15_000;
const GONE_AFTER_MS = 24 * 3_600_000;
const { ru, en } = WAYS_IN_PROBLEMS.upload_gone;
const GONE: FileProblemInput = { row: 0, column: null, value: '', code: 'upload_gone', text: { ru, en } };

export function startUploads(deps: UploadDeps, onTrouble: (message: string) => void): RunningPoll {
  return startPoll({
    everyMs: POLL_MS,
    work: (stop) => lookOnce(deps, stop, onTrouble),
    clean: () => removeOldFiles(deps),
    onTrouble: (error) => onTrouble(`uploads: files wait: ${messageOf(error)}`),
  });
}

/** Takes what lies in watched folders and what is due from addresses, and imports whatever is in the line. */
export async function lookOnce(deps: UploadDeps, stop: AbortSignal, onTrouble: (message: string) => void): Promise<void> {
  await takeFromFolders(deps, onTrouble);
  await fetchDueSources(deps, stop).catch((error: unknown) => onTrouble(`uploads: addresses wait: ${messageOf(error)}`));
  for (const upload of await listDueUploads(deps.db, deps.clock.now())) {
    if (stop.aborted) return;
    await importUpload(deps, upload, stop).catch((error: unknown) => onTrouble(`uploads: a file waits: ${messageOf(error)}`));
  }
}

async function importUpload(deps: UploadDeps, upload: UploadRecord, stop: AbortSignal): Promise<void> {
  const { db, clock, dataDirectory } = deps;
  const place: UploadPlace = { dataDirectory, tenantId: upload.tenantId, id: upload.id };
  if ((await uploadSize(place)) === null) {
    // Its bytes lie with another process, which would have begun by now; or the process ended before it had them.
    if (clock.now().getTime() - upload.createdAt.getTime() <= GONE_AFTER_MS) return;
    await endUpload(db, upload, { status: 'failed', counts: null, problems: [GONE], hasReport: false, at: clock.now() });
    return measureRoom(db, place);
  }
  const done = await withImportLock(db, upload.tenantId, async () => {
    const now = clock.now();
    if (!(await claimUpload(db, upload, { now, until: new Date(now.getTime() + LEASE_MS) }))) return;
    faultPoint('after-upload-claim');
    await runUpload(deps, upload, place, stop);
  });
  // The command imports for this business: the next look tries again.
  if (done === null) return;
}

async function runUpload(deps: UploadDeps, upload: UploadRecord, place: UploadPlace, stop: AbortSignal): Promise<void> {
  const { db, clock } = deps;
  const cancel = new AbortController();
  const watch = new ProgressWatch(deps, upload, () => cancel.abort());
  const tenant = await getTenant(db, upload.tenantId);
  const outcome = await importByKind(
    { db, intake: deps.intake, clock, openProgress: (file) => watch.open(file.totalBytes ?? 0, file.bytesBefore) },
    {
      tenantId: upload.tenantId,
      path: uploadPath(place),
      reportPath: uploadReportPath(place),
      reading: readingOptions(upload.reading ?? PLAIN_READING, tenant),
      earn: upload.earn,
      isDryRun: false,
      locale: tenant.locale === 'en' ? 'en' : 'ru',
      stop: AbortSignal.any([stop, cancel.signal]),
      programId: upload.programId,
    },
    upload.kind,
  ).finally(() => watch.close());
  const at = clock.now();
  if (!outcome.ok) {
    const problems = outcome.error.map(fileProblemToWire);
    await endUpload(db, upload, { status: 'failed', counts: null, problems, hasReport: false, at });
    return putAway(deps, upload, place, 'failed');
  }
  const { isComplete, reportPath } = outcome.value;
  if (!isComplete && !cancel.signal.aborted) return releaseUpload(db, upload);
  const counts = countsOf(outcome.value);
  const isUseless = isComplete && counts.rows > 0 && counts.failed === counts.rows;
  const status = !isComplete ? 'cancelled' : isUseless ? 'failed' : 'done';
  await endUpload(db, upload, { status, counts, problems: [], hasReport: reportPath !== null, at });
  await putAway(deps, upload, place, status);
}

type Request = Parameters<typeof importCustomers>[1];

function importByKind(
  deps: ImportDeps,
  request: Request,
  kind: UploadRecord['kind'],
): Promise<Result<ImportSummary, readonly ImportProblem[]>> {
  switch (kind) {
    case 'orders':
      return importOrders(deps, request);
    case 'refunds':
      return importRefunds(deps, request);
    case 'customers':
      return importCustomers(deps, request);
    default:
      return assertNever(kind);
  }
}

function countsOf(summary: ImportSummary): UploadCounts {
  const { rows, imported, known, skipped, failed, problems, waiting } = summary;
  return { rows, imported, known, skipped, failed, problems, waiting };
}

/** Brings the progress of one import into the database each second, which also keeps its lease and hears of a cancel. */
class ProgressWatch {
  readonly #deps: UploadDeps;
  readonly #upload: UploadRecord;
  readonly #onCancel: () => void;
  readonly #timer: NodeJS.Timeout;
  readonly #startedMs = performance.now();
  #counts: ImportCounts = { bytesDone: 0, rowCount: 0, problemCount: 0 };
  #bytesTotal = 0;
  #rowsBefore: number | null = null;
  #saving: Promise<void> = Promise.resolve();

  constructor(deps: UploadDeps, upload: UploadRecord, onCancel: () => void) {
    this.#deps = deps;
    this.#upload = upload;
    this.#onCancel = onCancel;
    this.#timer = setInterval(() => {
      this.#saving = this.#saving.then(() => this.#save());
    }, HEARTBEAT_MS);
  }

  open(bytesTotal: number, bytesBefore: number) {
    this.#bytesTotal = bytesTotal;
    this.#counts = { ...this.#counts, bytesDone: bytesBefore };
    return {
      update: (counts: ImportCounts) => {
        this.#rowsBefore ??= counts.rowCount;
        this.#counts = counts;
      },
      stop: () => undefined,
    };
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#saving.then(() => this.#save());
  }

  async #save(): Promise<void> {
    const { rowCount, problemCount, bytesDone } = this.#counts;
    const seconds = Math.max((performance.now() - this.#startedMs) / 1_000, 0.001);
    const isCancelled = await markProgress(this.#deps.db, this.#upload, {
      rows: rowCount,
      problems: problemCount,
      bytesDone,
      bytesTotal: this.#bytesTotal,
      rowsPerSecond: Math.round((rowCount - (this.#rowsBefore ?? 0)) / seconds),
      until: new Date(this.#deps.clock.now().getTime() + LEASE_MS),
    }).catch(() => false);
    if (isCancelled) this.#onCancel();
  }
}
