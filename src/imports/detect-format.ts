import { isAscii, isUtf8 } from 'node:buffer';
import { type CsvDelimiter, type CsvNewline, type RecordSyntax, scanRecord } from './split-records.ts';

export type CsvEncoding = 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be';

const BOMS: ReadonlyArray<{ readonly bytes: Buffer; readonly encoding: CsvEncoding }> = [
  { bytes: Buffer.from([0xef, 0xbb, 0xbf]), encoding: 'utf-8' },
  { bytes: Buffer.from([0xff, 0xfe]), encoding: 'utf-16le' },
  { bytes: Buffer.from([0xfe, 0xff]), encoding: 'utf-16be' },
];

/** Of zip (.xlsx is one), the old .xls, gzip, PDF, and pictures. */
const FOREIGN_SIGNATURES = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '\u001f\u008b', '%PDF-', '\u0089PNG', '\u00ff\u00d8\u00ff'];
/** Shop systems write a web page or XML, name it .xls, and Excel opens it; others give JSON for CSV. */
const MARKUP = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<[!?a-z]|[{[]\s*["{[\]}])/i;
const SIGNATURE_BYTES = 64;

/** A workbook, a picture, a page: what people upload instead of CSV. */
export function isForeignFile(head: Buffer): boolean {
  const start = head.subarray(0, SIGNATURE_BYTES).toString('latin1');
  return MARKUP.test(start) || FOREIGN_SIGNATURES.some((signature) => start.startsWith(signature));
}

export function findByteOrderMark(head: Buffer): { encoding: CsvEncoding; byteLength: number } | null {
  const bom = BOMS.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  return bom === undefined ? null : { encoding: bom.encoding, byteLength: bom.bytes.length };
}

/**
 * UTF-8 or windows-1251, for a file without a byte order mark: UTF-8 when at least half of the lines that leave ASCII
 * are valid in it. Russian text in windows-1251 is practically never valid UTF-8, while one spoilt line must not turn
 * a whole UTF-8 file into the other encoding.
 */
export function guessEncoding(sample: Buffer): CsvEncoding {
  if (isAscii(sample)) return 'utf-8';
  let validLines = 0;
  let invalidLines = 0;
  for (const line of linesOf(sample)) {
    if (isAscii(line)) continue;
    if (isUtf8(line)) validLines += 1;
    else invalidLines += 1;
  }
  return validLines > 0 && validLines >= invalidLines ? 'utf-8' : 'windows-1251';
}

function* linesOf(sample: Buffer): Generator<Buffer> {
  let start = 0;
  for (;;) {
    const newlineAt = sample.indexOf(0x0a, start);
    if (newlineAt === -1) break;
    yield sample.subarray(start, newlineAt);
    start = newlineAt + 1;
  }
  yield withoutCutCharacter(sample.subarray(start));
}

/** The sample may end inside a character: drops an unfinished sequence of up to three bytes. */
function withoutCutCharacter(line: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, line.length); back += 1) {
    const byte = line[line.length - back] ?? 0;
    if (byte >= 0xc0) {
      const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return width > back ? line.subarray(0, line.length - back) : line;
    }
    if (byte < 0x80) return line;
  }
  return line;
}

const CANDIDATES: readonly CsvDelimiter[] = ['\t', ';', ','];
const EXCEL_HINT = /^"?sep=([,;\t])"?(?:\r\n|\n|\r)/i;
const COMPARED_ROWS = 20;

export interface CsvLayout {
  readonly delimiter: CsvDelimiter;
  readonly newline: CsvNewline;
  /** Characters before the header: Excel's `sep=;` line. */
  readonly hintLength: number;
}

/** Line end and delimiter from the beginning of the text; `delimiter` overrules what the text suggests. */
export function detectLayout(sample: string, options: { delimiter: CsvDelimiter | null; maxRecordLength: number }): CsvLayout {
  const newline: CsvNewline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const hint = EXCEL_HINT.exec(sample);
  const hintLength = hint?.[0].length ?? 0;
  const hinted = CANDIDATES.find((candidate) => candidate === hint?.[1]);
  const delimiter = options.delimiter ?? hinted ?? guessDelimiter(sample.slice(hintLength), newline, options.maxRecordLength);
  return { delimiter, newline, hintLength };
}

/**
 * The candidate that cuts the header into most cells; a tie goes to the one the next rows agree with, then to the one
 * less likely to stand inside a value (`Сумма, руб;Дата`).
 */
function guessDelimiter(sample: string, newline: CsvNewline, maxRecordLength: number): CsvDelimiter {
  let best: { delimiter: CsvDelimiter; columns: number; agreeing: number } = { delimiter: ',', columns: 1, agreeing: 0 };
  for (const delimiter of CANDIDATES) {
    const { columns, agreeing } = measure(sample, { delimiter, newline, maxRecordLength });
    if (columns > best.columns || (columns === best.columns && columns > 1 && agreeing > best.agreeing)) {
      best = { delimiter, columns, agreeing };
    }
  }
  return best.delimiter;
}

function measure(sample: string, syntax: RecordSyntax): { columns: number; agreeing: number } {
  let columns = 0;
  let agreeing = 0;
  let start = 0;
  for (let row = 0; row <= COMPARED_ROWS && start < sample.length; row += 1) {
    const record = scanRecord({ text: sample, start, isLast: true }, syntax);
    if (record.kind === 'incomplete' || record.kind === 'too-long') break;
    // A header that this delimiter breaks inside its quotes is not cut by it at all.
    if (record.kind === 'unbalanced' && columns === 0) break;
    if (record.kind === 'record' && record.cells.join('').trim() !== '') {
      if (columns === 0) columns = record.cells.length;
      else if (record.cells.length === columns) agreeing += 1;
    }
    start = record.end;
  }
  return { columns, agreeing };
}
