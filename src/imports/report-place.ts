/**
 * Where the error report of an import goes, found out before the first row: an import that learned half-way that its problems cannot
 * be written would have to stop there, and bad rows never stop good ones. It meets the file system: what that refuses is a value from here.
 */
import { open, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import { messageOf, systemErrorCode } from '../system-error.ts';
import { errorReportPath, localeOfReport } from './error-report.ts';
import type { ImportProblem, ImportReason } from './import-problem.ts';
import type { ImportRequest } from './import-request.ts';
import { isReportAsWritten } from './report-as-written.ts';

const HEAD_BYTES = 200;
/** Of one directory: more reports than that beside one file are no longer looked through. */
const NAMES_MAX = 99;

export interface ReportPlace {
  readonly path: string;
  /** A report that an earlier import left there: out of date as soon as this one has nothing to say. */
  readonly isReport: boolean;
}

interface Found extends ReportPlace {
  /** A file with something in it that is no report. */
  readonly isOther: boolean;
}

/**
 * The place the owner named, or beside the file, or else in the fallback directory. A place that was named is refused where it
 * cannot be written, is the imported file itself, or holds something else. One that we choose takes another name instead
 * (`FILE.errors-2.csv`) unless what lies there is a report as we wrote it: one that its owner has worked in is theirs.
 */
export async function findReportPlace(
  request: Pick<ImportRequest, 'path' | 'reportPath' | 'fallbackDirectory'>,
): Promise<Result<ReportPlace, ImportProblem>> {
  const { path, reportPath, fallbackDirectory } = request;
  if (reportPath !== undefined) {
    const place = await tryPlace(reportPath, path);
    return place.ok && place.value.isOther ? err(problem('report-not-a-report', { path: reportPath })) : place;
  }
  const place = await findFreePlace(path, path);
  if (place.ok || fallbackDirectory === undefined) return place;
  const other = await findFreePlace(join(fallbackDirectory, basename(path)), path);
  return other.ok ? other : place;
}

async function findFreePlace(namedAfter: string, importedPath: string): Promise<Result<ReportPlace, ImportProblem>> {
  for (let number = 1; number <= NAMES_MAX; number += 1) {
    const place = await tryPlace(errorReportPath(namedAfter, number), importedPath);
    if (!place.ok && place.error.reason !== 'report-is-input') return place;
    if (place.ok && !place.value.isOther && (!place.value.isReport || (await isReportAsWritten(place.value.path)))) return place;
  }
  return err(problem('report-not-a-report', { path: errorReportPath(namedAfter) }));
}

/** Tried rather than computed: modes, mounts and the length of the name decide as well. */
async function tryPlace(path: string, importedPath: string): Promise<Result<Found, ImportProblem>> {
  try {
    const found = await stat(path).catch(undefinedWhereAbsent);
    if (found === undefined) {
      await (await open(path, 'wx', 0o600)).close();
      await rm(path);
      return ok({ path, isReport: false, isOther: false });
    }
    const imported = await stat(importedPath);
    if (found.dev === imported.dev && found.ino === imported.ino) return err(problem('report-is-input', {}));
    const head = await readHead(path, found.isFile());
    const isReport = localeOfReport(head) !== null;
    return ok({ path, isReport, isOther: head !== '' && !isReport });
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return err(problem('report-unwritable', { cause: messageOf(error) }));
  }
}

function undefinedWhereAbsent(error: unknown): undefined {
  if (systemErrorCode(error) !== 'ENOENT') throw error;
}

/** Opened for writing as well, to see whether it can be. A device or a pipe has nothing to begin with. */
async function readHead(path: string, isFile: boolean): Promise<string> {
  const file = await open(path, isFile ? 'r+' : 'a');
  try {
    if (!isFile) return '';
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function problem(reason: ImportReason, detail: ImportProblem['detail']): ImportProblem {
  return { rowNumber: 0, column: null, reason, value: '', detail };
}
