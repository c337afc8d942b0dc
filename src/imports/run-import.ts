import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../domain/result.ts';
import { ErrorReport } from './error-report.ts';
import type { ImportProblem, ImportReason } from './import-problem.ts';
import type { ImportDeps, ImportRequest } from './import-request.ts';
import { beginRun, countCustomers, finishRun, type ImportKind, type ImportRun, type ImportRunKey, saveRun } from './import-run.store.ts';
import { type ImportPass, type ImportTally, NOTHING_TALLIED } from './import-step.ts';
import { Rehearsal } from './rehearsal.ts';
import { findReportPlace } from './report-place.ts';
import { PassRun } from './submit-steps.ts';

export interface ImportSummary extends ImportTally {
  readonly customersNew: number;
  /** Null = no problems. */
  readonly reportPath: string | null;
  readonly countByReason: ReadonlyMap<ImportReason, number>;
  /** Rows read by this process, without those of a part before it. */
  readonly rowsNow: number;
  readonly isResumed: boolean;
  readonly isComplete: boolean;
}

export interface ImportPlan {
  readonly kind: ImportKind;
  readonly fileHash: Buffer;
  readonly sizeBytes: number;
  readonly passes: (run: Pick<ImportRun, 'startedAt'>) => readonly ImportPass[];
}

/**
 * Runs an import to its end, or to where it is stopped. Safe to be killed at any moment: everything goes by deterministic event
 * ids, so that doing a part again changes nothing; the stored position only saves time. The problem returned is that of a report
 * that has no place; nothing was imported then. Throws what the file system throws, and `StartRefused` when the database stops answering.
 */
export async function runImport(
  deps: ImportDeps,
  request: ImportRequest,
  plan: ImportPlan,
): Promise<Result<ImportSummary, readonly ImportProblem[]>> {
  const { tenantId, isDryRun, locale } = request;
  const place = await findReportPlace(request);
  if (!place.ok) return err([place.error]);
  const key: ImportRunKey = { tenantId, kind: plan.kind, fileHash: plan.fileHash, optionsHash: hashOptions(request) };
  const startedAt = deps.clock.now();
  const run = isDryRun ? { ...NOTHING_DONE, startedAt, isResumed: false } : await beginRun(deps.db, key, startedAt);
  const passes = plan.passes(run);
  const report = new ErrorReport({ path: place.value.path, locale, keptBytes: run.reportBytes, isStaleThere: place.value.isReport });
  const progress = deps.openProgress({
    totalBytes: plan.sizeBytes * passes.length,
    bytesBefore: run.pass * plan.sizeBytes + run.byteOffset,
  });
  const save = isDryRun ? async () => undefined : (point: ImportRun) => saveRun(deps.db, key, point, deps.clock.now());
  const rehearsal = new Rehearsal(deps.db, tenantId);
  let point: ImportRun = run;
  for (const pass of passes.slice(run.pass)) {
    const passRun = new PassRun({ deps, request, pass, rehearsal, report, progress, save, sizeBytes: plan.sizeBytes }, point);
    point = await passRun.run();
    if (request.stop.aborted) break;
    point = { ...point, pass: point.pass + 1, reading: null, rowNumber: 0, byteOffset: 0, itemsDone: 0 };
  }
  progress.stop();
  const { path: writtenPath, countByReason } = await report.close();
  const isComplete = point.pass === passes.length;
  if (isComplete && !isDryRun) await finishRun(deps.db, key, { ...point, reportBytes: report.byteCount }, deps.clock.now());
  return ok({
    ...point.tally,
    customersNew: isDryRun ? 0 : (await countCustomers(deps.db, tenantId)) - point.tally.customersBefore,
    reportPath: writtenPath,
    countByReason,
    rowsNow: point.tally.rows - run.tally.rows,
    isResumed: run.isResumed,
    isComplete,
  });
}

const NOTHING_DONE = {
  pass: 0,
  reading: null,
  rowNumber: 0,
  byteOffset: 0,
  itemsDone: 0,
  lastSequence: 0n,
  reportBytes: 0,
  tally: NOTHING_TALLIED,
} as const;

/** What changes the meaning of the rows: read otherwise, the same file is another import. */
function hashOptions({ reading, earn }: ImportRequest): Buffer {
  const { mapping, currency, timeZone, decimalMark, dateOrder, encoding, delimiter } = reading;
  const options = [mapping, currency, timeZone, decimalMark, dateOrder, encoding, delimiter].map((option) => option ?? null);
  return createHash('sha256')
    .update(JSON.stringify([...options, earn]))
    .digest();
}
