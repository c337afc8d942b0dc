import type { Result } from '../domain/result.ts';
import { cleanCell } from './clean-cell.ts';
import type { CsvPosition } from './csv-records.ts';
import { type CustomerRow, readCustomerRow } from './customer-row.ts';
import { groupOrderRows, type OrderOutcome, type RowOutcome } from './group-order-rows.ts';
import type { CustomerColumn, OrderColumn, RefundColumn } from './header-names.ts';
import type { ImportProblem } from './import-problem.ts';
import type { HeaderMap, MappedColumn } from './map-headers.ts';
import { readOrderRow } from './order-row.ts';
import { type DecimalMark, sniffDecimalMark } from './parse-amount.ts';
import { type DateOrder, sniffDateOrder } from './parse-date.ts';
import type { CsvFile } from './read-csv.ts';
import { type RefundRow, readRefundRow } from './refund-row.ts';
import type { RawRow, RowContext } from './row-reader.ts';

/** What belongs to an order rather than to its lines; left empty on its later rows by some shops. */
const ORDER_LEVEL_COLUMNS: readonly OrderColumn[] = [
  'customerId',
  'email',
  'phone',
  'name',
  'occurredAt',
  'total',
  'currency',
  'delivery',
  'tax',
  'channel',
  'code',
  'status',
  'refunded',
  'items',
];

/** Orders and refunds of an order file, from its start or from an earlier outcome's `next`. */
export function readOrders(file: CsvFile, context: RowContext<OrderColumn>, from?: CsvPosition): AsyncGenerator<OrderOutcome> {
  const { map } = context;
  const hasLineTotal = map.has('lineTotal');
  const hasLines = hasLineTotal || map.has('sku') || map.has('quantity');
  const repeat = hasLines && hasLineTotal ? createRepeater(map) : (row: RawRow) => row;
  const rows = readRows(file, {
    from,
    read: (row) => readOrderRow(repeat(row), context),
    orderIdOf: (row) => orderIdOf(row, map),
  });
  return groupOrderRows(rows, { hasLines, hasBothTotals: hasLineTotal && map.has('total') });
}

export function readCustomers(
  file: CsvFile,
  context: RowContext<CustomerColumn>,
  from?: CsvPosition,
): AsyncGenerator<RowOutcome<CustomerRow>> {
  return readRows(file, { from, read: (row) => readCustomerRow(row, context), orderIdOf: () => null });
}

export function readRefunds(file: CsvFile, context: RowContext<RefundColumn>, from?: CsvPosition): AsyncGenerator<RowOutcome<RefundRow>> {
  return readRows(file, { from, read: (row) => readRefundRow(row, context), orderIdOf: () => null });
}

/** The decimal mark that the amounts at the beginning of the file agree on; null when they do not tell. */
export function sniffFileDecimalMark<C extends string>(
  file: CsvFile,
  amounts: { map: HeaderMap<C>; columns: readonly C[] },
): DecimalMark | null {
  return sniffDecimalMark(amounts.columns.flatMap((column) => previewTexts(file, amounts.map.get(column))));
}

/**
 * The first of `columns` whose dates at the beginning of the file prove another order than `dateOrder`. Read in that one they would go
 * wrong in silence wherever the day is 12 or less, so the file is not to be read at all.
 */
export function findForeignDates<C extends string>(
  file: CsvFile,
  dates: { map: HeaderMap<C>; columns: readonly C[]; dateOrder: DateOrder },
): { readonly column: MappedColumn; readonly dateOrder: DateOrder } | null {
  for (const name of dates.columns) {
    const column = dates.map.get(name);
    const dateOrder = sniffDateOrder(previewTexts(file, column));
    if (column !== undefined && dateOrder !== null && dateOrder !== dates.dateOrder) return { column, dateOrder };
  }
  return null;
}

function previewTexts(file: CsvFile, column: MappedColumn | undefined): readonly string[] {
  if (column === undefined) return [];
  const texts = file.preview.map((record) => (record.kind === 'row' ? cleanCell(record.cells[column.index] ?? '').text : null));
  return texts.filter((text) => text !== null);
}

interface RowReading<T> {
  readonly from: CsvPosition | undefined;
  readonly read: (row: RawRow) => Result<T, readonly ImportProblem[]>;
  readonly orderIdOf: (row: RawRow) => string | null;
}

async function* readRows<T>(file: CsvFile, reading: RowReading<T>): AsyncGenerator<RowOutcome<T>> {
  for await (const record of file.rows(reading.from)) {
    const { rowNumber, nextByteOffset } = record;
    if (record.kind === 'bad') {
      yield { kind: 'bad', rowNumber, nextByteOffset, orderId: null, problems: record.problems };
      continue;
    }
    const row = reading.read(record);
    if (row.ok) yield { kind: 'row', row: row.value, rowNumber, nextByteOffset };
    else yield { kind: 'bad', rowNumber, nextByteOffset, orderId: reading.orderIdOf(record), problems: row.error };
  }
}

function orderIdOf(row: RawRow, map: HeaderMap<OrderColumn>): string | null {
  const mapped = map.get('orderId');
  return mapped === undefined ? null : cleanCell(row.cells[mapped.index] ?? '').text;
}

/** Fills order-level cells left empty from the row before, when both are of one order. */
function createRepeater(map: HeaderMap<OrderColumn>): (row: RawRow) => RawRow {
  const indexes = ORDER_LEVEL_COLUMNS.map((column) => map.get(column)?.index).filter((index) => index !== undefined);
  let previous: RawRow | null = null;
  return (row) => {
    const before = previous;
    const orderId = orderIdOf(row, map);
    previous = row;
    if (before === null || orderId === null || orderId !== orderIdOf(before, map)) return row;
    const cells = [...row.cells];
    for (const index of indexes) if (cells[index]?.trim() === '') cells[index] = before.cells[index] ?? '';
    previous = { rowNumber: row.rowNumber, cells };
    return previous;
  };
}
