import { cleanCell } from './clean-cell.ts';
import type { OrderOutcome } from './group-order-rows.ts';
import { type DateStyle, parseImportDate } from './parse-date.ts';
import type { CsvFile } from './read-csv.ts';

/** What history is sorted by (contract.md 6.5): the moment, the order, then what the file says of it in its own order. */
export interface HistoryKey {
  readonly ms: number;
  readonly orderId: string;
  readonly rowNumber: number;
}

/** Where a file holds the key, and how its dates are read. */
export interface HistoryColumns {
  readonly orderIndex: number;
  readonly dateIndex: number;
  readonly dateStyle: DateStyle;
}

/** Negative when `a` comes first. Ids compare by their characters, the same on every machine. */
export function compareHistory(a: HistoryKey, b: HistoryKey): number {
  if (a.ms !== b.ms) return a.ms - b.ms;
  if (a.orderId !== b.orderId) return a.orderId < b.orderId ? -1 : 1;
  return a.rowNumber - b.rowNumber;
}

export function historyKeyOf(outcome: Exclude<OrderOutcome, { kind: 'bad' }>): HistoryKey {
  return outcome.kind === 'order'
    ? { ms: outcome.order.occurredAt.getTime(), orderId: outcome.order.orderId, rowNumber: outcome.order.firstRow }
    : { ms: outcome.refund.occurredAt.getTime(), orderId: outcome.refund.orderId, rowNumber: outcome.refund.rowNumber };
}

/** Whether a file can be imported as it stands. Looks at dates and order ids alone, and no further than the first step back. */
export async function isInHistoryOrder(file: CsvFile, columns: HistoryColumns): Promise<boolean> {
  const { orderIndex, dateIndex, dateStyle } = columns;
  let last: HistoryKey = { ms: Number.NEGATIVE_INFINITY, orderId: '', rowNumber: 0 };
  let lastDate = { text: '', ms: Number.NaN };
  for await (const record of file.rows()) {
    if (record.kind === 'bad') continue;
    const text = cleanCell(record.cells[dateIndex] ?? '').text ?? '';
    if (text !== lastDate.text) {
      const at = parseImportDate(text, dateStyle);
      lastDate = { text, ms: at.ok ? at.value.getTime() : Number.NaN };
    }
    // A row without a readable date is refused, or belongs to the order of the row before.
    if (Number.isNaN(lastDate.ms)) continue;
    const key = { ms: lastDate.ms, orderId: cleanCell(record.cells[orderIndex] ?? '').text ?? '', rowNumber: record.rowNumber };
    if (compareHistory(key, last) < 0) return false;
    last = key;
  }
  return true;
}
