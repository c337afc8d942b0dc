import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../domain/words/number-words.ts';
import type { CsvRecord } from './csv-records.ts';
import { localeOfReport } from './error-report.ts';
import { isExplanation } from './import-problem.ts';
import { readCsv } from './read-csv.ts';

/**
 * Whether the whole file is what a report writes and nothing else: a note in a cell, a row of the owner's own, or the form in which
 * a spreadsheet keeps it makes it theirs. One cut off in the middle of a row counts as theirs too. Throws what the file system throws.
 */
export async function isReportAsWritten(path: string): Promise<boolean> {
  const opened = await readCsv(path, { encoding: 'utf-8', delimiter: ',' });
  if (!opened.ok) return false;
  const { header, start, rows, sizeBytes } = opened.value;
  const head = `\ufeff${stringify([[...header]])}`;
  const locale = localeOfReport(head);
  if (locale === null || Buffer.byteLength(head) !== start.byteOffset) return false;
  let end = start.byteOffset;
  for await (const record of rows()) {
    // What lies between two records, an empty line, was not written by us.
    if (record.byteOffset !== end || !isRowAsWritten(record, locale)) return false;
    end = record.nextByteOffset;
  }
  return end === sizeBytes;
}

/** Bytes that read as these cells and are as many as we would write are those that we would write. */
function isRowAsWritten(record: CsvRecord, locale: Locale): boolean {
  if (record.kind === 'bad') return false;
  const [rowNumber = '', , text = '', , reason = ''] = record.cells;
  const byteCount = Buffer.byteLength(stringify([[...record.cells]]));
  return /^\d*$/.test(rowNumber) && isExplanation(text, { reason, locale }) && byteCount === record.nextByteOffset - record.byteOffset;
}
