import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { assert, err, ok, type Result } from '../domain/result.ts';
import type { CsvEncoding } from './detect-format.ts';
import type { ImportColumns } from './header-names.ts';
import { type ImportProblem, valueProblem } from './import-problem.ts';
import { type HeaderMap, mapHeaders } from './map-headers.ts';
import type { DecimalMark } from './parse-amount.ts';
import type { DateOrder } from './parse-date.ts';
import { type CsvFile, readCsv } from './read-csv.ts';
import { findForeignDates, sniffFileDecimalMark } from './read-rows.ts';
import type { RowContext } from './row-reader.ts';
import type { CsvDelimiter } from './split-records.ts';

/** How a file is to be read: the flags of the command. Absent = found out from the file. */
export interface ReadingOptions {
  readonly mapping?: string;
  readonly currency?: string;
  readonly timeZone: string;
  readonly decimalMark?: DecimalMark;
  readonly dateOrder: DateOrder;
  readonly encoding?: CsvEncoding;
  readonly delimiter?: CsvDelimiter;
}

/** A file whose header is understood. */
export interface OpenImport<C extends string> {
  readonly file: CsvFile;
  readonly context: RowContext<C>;
  readonly sizeBytes: number;
  /** sha-256 of its bytes. */
  readonly hash: Buffer;
}

/** Opens a file and finds its columns, or says everything that keeps it from being imported. Throws what the file system throws. */
export async function openImport<C extends string>(
  path: string,
  columns: ImportColumns<C> & { readonly amounts: readonly C[]; readonly dates: readonly C[] },
  reading: ReadingOptions & { readonly now: Date },
): Promise<Result<OpenImport<C>, readonly ImportProblem[]>> {
  const { mapping, encoding, delimiter } = reading;
  const file = await readCsv(path, { ...(encoding === undefined ? {} : { encoding }), ...(delimiter === undefined ? {} : { delimiter }) });
  if (!file.ok) return err([file.error]);
  const map = mapHeaders(file.value.header, { columns, ...(mapping === undefined ? {} : { mapping }) });
  if (!map.ok) return map;
  const foreign = findForeignDates(file.value, { map: map.value, columns: columns.dates, dateOrder: reading.dateOrder });
  if (foreign !== null) return err([foreignDatesProblem(foreign)]);
  const { sizeBytes } = file.value;
  assert(sizeBytes !== null, 'a file has a size');
  return ok({
    file: file.value,
    context: contextOf(file.value, map.value, columns.amounts, reading),
    sizeBytes,
    hash: await hashFile(path),
  });
}

function foreignDatesProblem({ column, dateOrder }: NonNullable<ReturnType<typeof findForeignDates>>): ImportProblem {
  const detail = { column: column.header, order: dateOrder };
  return { rowNumber: 0, column: column.header, value: '', ...valueProblem('date-order-of-file', detail) };
}

function contextOf<C extends string>(
  file: CsvFile,
  map: HeaderMap<C>,
  amounts: readonly C[],
  reading: ReadingOptions & { readonly now: Date },
): RowContext<C> {
  const { timeZone, dateOrder, now } = reading;
  const decimalMark = reading.decimalMark ?? sniffFileDecimalMark(file, { map, columns: amounts });
  return { map, settings: { currency: reading.currency ?? null, timeZone, dateOrder, decimalMark, now } };
}

async function hashFile(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1_048_576 });
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest();
}
