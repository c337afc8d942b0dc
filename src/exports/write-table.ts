/** A table as CSV, piece by piece, or as an Excel workbook, which has to be made as a whole. */
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { err, ok, type Result } from '../domain/result.ts';
import { guarded, type TableCell } from './table-cell.ts';
import type { TableSource } from './table-list.ts';

const PAGE_ROWS = 1_000;
/** A workbook is made in memory. */
export const XLSX_ROWS_MAX = 50_000;
/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
/** More digits than a spreadsheet's number holds. */
const NUMBER_DIGITS_MAX = 15;

/** A page of rows at a time: memory does not grow with the list. */
export async function* writeCsv(source: TableSource): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${stringify([[...source.headers]])}`;
  for await (const rows of pagesOf(source)) if (rows.length > 0) yield stringify(rows.map((row) => row.map(guarded)));
}

let lastWorkbook: Promise<unknown> = Promise.resolve();

/** One workbook at a time in a process: each is held in memory whole. The error is for a list longer than `XLSX_ROWS_MAX`. */
export function writeXlsx(source: TableSource): Promise<Result<Buffer, 'too-many-rows'>> {
  const made = lastWorkbook.then(() => makeXlsx(source));
  // Whatever became of this one, the next has its turn; who asked for it is told by `made`.
  lastWorkbook = made.then(
    () => null,
    () => null,
  );
  return made;
}

async function makeXlsx(source: TableSource): Promise<Result<Buffer, 'too-many-rows'>> {
  const rows: Cell[][] = [source.headers.map((header) => ({ value: header, type: String, fontWeight: 'bold' }))];
  for await (const page of pagesOf(source)) {
    if (rows.length + page.length > XLSX_ROWS_MAX + 1) return err('too-many-rows');
    for (const row of page) rows.push(row.map(xlsxCell));
  }
  return ok(await writeXlsxFile(rows).toBuffer());
}

function xlsxCell(cell: TableCell): Cell {
  if (cell.kind === 'empty') return null;
  const isExact = cell.kind === 'number' && cell.text.replace(/\D/g, '').length <= NUMBER_DIGITS_MAX;
  return isExact ? { value: Number(cell.text), type: Number } : { value: guarded(cell), type: String };
}

async function* pagesOf(source: TableSource): AsyncGenerator<readonly (readonly TableCell[])[]> {
  let after: readonly string[] | null = null;
  for (;;) {
    const page = await source.page({ after, limit: PAGE_ROWS });
    yield page.rows;
    if (page.next === null) return;
    after = page.next;
  }
}
