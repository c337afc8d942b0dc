import type { Readable } from 'node:stream';
import { assert, err, ok, type Result } from '../domain/result.ts';
import { type ByteSource, openByteSource } from './byte-source.ts';
import {
  type CsvFormat,
  type CsvPosition,
  type CsvRecord,
  MAX_RECORD_LENGTH,
  RecordReader,
  type RecordReaderOptions,
} from './csv-records.ts';
import { createUnitDecoder } from './decode-cells.ts';
import { type CsvEncoding, detectLayout, findByteOrderMark, guessEncoding, isForeignFile } from './detect-format.ts';
import { type ImportProblem, type ValueProblem, valueProblem } from './import-problem.ts';
import type { CsvDelimiter } from './split-records.ts';

const MAX_COLUMNS = 1_000;
const MAX_PREVIEW_ROWS = 1_000;

export interface CsvOptions {
  /** Overrules what the bytes suggest; a byte order mark still wins. */
  readonly encoding?: CsvEncoding;
  readonly delimiter?: CsvDelimiter;
}

export interface CsvFile {
  readonly format: CsvFormat;
  readonly header: readonly string[];
  /** Null = not known, as for a pipe. */
  readonly sizeBytes: number | null;
  /** Up to the first 1,000 records behind the header, for guesses about the whole file. */
  readonly preview: readonly CsvRecord[];
  /** The first record behind the header. */
  readonly start: CsvPosition;
  /**
   * The records from `start` or from where an earlier reading stopped (`rowNumber + 1` and `nextByteOffset` of its last
   * record). Problems of data are records of kind `bad`, never a throw. A file may be read many times, a stream once.
   */
  readonly rows: (from?: CsvPosition) => AsyncGenerator<CsvRecord>;
}

/**
 * Opens a CSV file of any size: UTF-8, windows-1251, or UTF-16 with a byte order mark; comma, semicolon or tab; LF, CRLF
 * or CR; Excel's `sep=` line. Memory does not grow with the file. Throws only what the file system throws.
 */
export async function readCsv(source: string | Readable, options: CsvOptions = {}): Promise<Result<CsvFile, ImportProblem>> {
  const bytes = await openByteSource(source);
  if (isForeignFile(bytes.head)) return err(fileProblem(valueProblem('file-not-csv')));
  const bom = findByteOrderMark(bytes.head);
  const encoding = bom?.encoding ?? options.encoding ?? guessEncoding(bytes.encodingSample);
  const decoder = createUnitDecoder(encoding);
  const bomLength = bom?.byteLength ?? 0;
  const sample = decoder.write(bytes.head.subarray(bomLength));
  const layout = detectLayout(sample, { delimiter: options.delimiter ?? null, maxRecordLength: MAX_RECORD_LENGTH });
  const format: CsvFormat = { encoding, delimiter: layout.delimiter, newline: layout.newline };
  const origin = { rowNumber: 1, byteOffset: bomLength + layout.hintLength * decoder.unitBytes };
  const header = readHeader(bytes, origin, format);
  if (!header.ok) return header;
  const { names, start } = header.value;
  return ok({
    format,
    header: names,
    sizeBytes: bytes.sizeBytes,
    preview: readPreview(bytes, start, { format, header: names }),
    start,
    rows: (from) => readRecords(bytes, from ?? start, { format, header: names }),
  });
}

function readHeader(
  bytes: ByteSource,
  origin: CsvPosition,
  format: CsvFormat,
): Result<{ names: readonly string[]; start: CsvPosition }, ImportProblem> {
  const reader = new RecordReader(origin, { format, header: null });
  reader.push(bytes.head.subarray(origin.byteOffset));
  reader.end();
  const [record] = reader.take();
  if (record === undefined) return err(fileProblem(valueProblem('file-empty')));
  if (record.kind === 'bad') {
    const [problem] = record.problems;
    assert(problem !== undefined, 'a bad record says what is wrong with it');
    return err(problem);
  }
  const names = withoutEmptyTail(record.cells.map((cell) => cell.trim()));
  if (names.length > MAX_COLUMNS) {
    return err({ ...fileProblem(valueProblem('header-too-wide', { limit: String(MAX_COLUMNS) })), rowNumber: record.rowNumber });
  }
  return ok({ names, start: { rowNumber: record.rowNumber + 1, byteOffset: record.nextByteOffset } });
}

function withoutEmptyTail(names: readonly string[]): readonly string[] {
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

/** The head may end inside a record; that one is left out unless the head is the whole file. */
function readPreview(bytes: ByteSource, start: CsvPosition, options: RecordReaderOptions): CsvRecord[] {
  const reader = new RecordReader(start, options);
  reader.push(bytes.head.subarray(start.byteOffset));
  if (bytes.sizeBytes !== null && bytes.sizeBytes <= bytes.head.length) reader.end();
  const preview: CsvRecord[] = [];
  for (const record of reader.take()) {
    preview.push(record);
    if (preview.length >= MAX_PREVIEW_ROWS) break;
  }
  return preview;
}

async function* readRecords(bytes: ByteSource, from: CsvPosition, options: RecordReaderOptions): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader(from, options);
  for await (const chunk of bytes.read(from.byteOffset)) {
    reader.push(chunk);
    // Not `yield*`: in an async generator it costs three promises more for each record.
    for (const record of reader.take()) yield record;
  }
  reader.end();
  for (const record of reader.take()) yield record;
}

function fileProblem(problem: ValueProblem): ImportProblem {
  return { rowNumber: 0, column: null, value: '', ...problem };
}
