import { type ImportProblem, type ValueProblem, valueProblem } from './import-problem.ts';
import { assembleOrder, type ImportedOrder } from './order-group.ts';
import type { OrderRow } from './order-row.ts';
import type { RefundRow } from './refund-row.ts';

/** What one row of a file became. `nextByteOffset` is where the record behind it starts. */
export type RowOutcome<T> = { readonly kind: 'row'; readonly row: T; readonly rowNumber: number; readonly nextByteOffset: number } | BadRow;

export interface BadRow {
  readonly kind: 'bad';
  readonly rowNumber: number;
  readonly nextByteOffset: number;
  /** Of an order row whose other cells are wrong; null = not readable, or not an order file. */
  readonly orderId: string | null;
  readonly problems: readonly ImportProblem[];
}

/** `rowCount` rows became this; once it is done, reading may resume at `next`. */
interface Progress {
  readonly rowCount: number;
  readonly next: { readonly rowNumber: number; readonly byteOffset: number };
}
export type OrderOutcome = Progress &
  (
    | { readonly kind: 'order'; readonly order: ImportedOrder }
    | { readonly kind: 'refund'; readonly refund: RefundRow }
    | { readonly kind: 'bad'; readonly problems: readonly ImportProblem[] }
  );

export interface OrderFileShape {
  /** The file has columns for sku, quantity or line total: rows of one order that follow each other are its lines. */
  readonly hasLines: boolean;
  /** Line totals stand beside the order's total, so that a lost row does not change what the order cost. */
  readonly hasBothTotals: boolean;
}

const MAX_LINES = 1_000;

/**
 * Joins the rows of each order where the file has lines, one order in memory at a time; elsewhere each row is an order. A
 * negative row is a refund by itself. An order of which a row was refused, or may have been, is refused whole: half an
 * order would be worse than none.
 */
export async function* groupOrderRows(rows: AsyncIterable<RowOutcome<OrderRow>>, shape: OrderFileShape): AsyncGenerator<OrderOutcome> {
  const grouping = new OrderGrouping(shape);
  for await (const row of rows) {
    if (shape.hasLines) for (const outcome of grouping.push(row)) yield outcome;
    else yield settleAlone(row);
  }
  for (const outcome of grouping.end()) yield outcome;
}

interface OpenGroup {
  readonly orderId: string;
  readonly rows: OrderRow[];
  readonly problems: ImportProblem[];
  rowCount: number;
  last: OrderOutcome['next'];
  /** A row that may be missing from the order; null = none. */
  suspectRow: number | null;
}

class OrderGrouping {
  readonly #shape: OrderFileShape;
  #group: OpenGroup | null = null;
  /** Unreadable rows behind the open group: of its order, of the next one, or of neither. */
  #unreadable: BadRow[] = [];
  /** An unreadable row just before, which may belong to the order that starts now. */
  #suspectBefore: number | null = null;

  constructor(shape: OrderFileShape) {
    this.#shape = shape;
  }

  *push(row: RowOutcome<OrderRow>): Generator<OrderOutcome> {
    const orderId = row.kind === 'row' ? row.row.orderId : row.orderId;
    if (orderId === null && row.kind === 'bad') {
      this.#unreadable.push(row);
      if (this.#group === null || this.#unreadable.length > MAX_LINES) yield* this.end();
      return;
    }
    const isRefund = row.kind === 'row' && row.row.isRefundRow;
    if (isRefund || this.#group?.orderId !== orderId) yield* this.end();
    if (isRefund || orderId === null) {
      this.#suspectBefore = null;
      yield settleAlone(row);
    } else this.#add(orderId, row);
  }

  /** Settles what is open. */
  *end(): Generator<OrderOutcome> {
    const group = this.#group;
    const trailing = this.#unreadable.splice(0);
    const [firstTrailing] = trailing;
    this.#group = null;
    if (group !== null) {
      if (!this.#shape.hasBothTotals) group.suspectRow ??= firstTrailing?.rowNumber ?? null;
      yield settleGroup(group);
    }
    for (const row of trailing) yield settleAlone(row);
    if (trailing.length > 0 || group !== null)
      this.#suspectBefore = this.#shape.hasBothTotals ? null : (trailing.at(-1)?.rowNumber ?? null);
  }

  #add(orderId: string, row: RowOutcome<OrderRow>): void {
    const between = this.#unreadable.splice(0);
    this.#group ??= { orderId, rows: [], problems: [], rowCount: 0, last: nextOf(row), suspectRow: this.#suspectBefore };
    this.#suspectBefore = null;
    const group = this.#group;
    for (const bad of row.kind === 'bad' ? [...between, row] : between) {
      group.suspectRow ??= bad.rowNumber;
      group.problems.push(...bad.problems);
    }
    if (row.kind === 'row' && group.rows.length <= MAX_LINES) group.rows.push(row.row);
    group.rowCount += between.length + 1;
    group.last = nextOf(row);
  }
}

function settleAlone(row: RowOutcome<OrderRow>): OrderOutcome {
  const progress = { rowCount: 1, next: nextOf(row) };
  if (row.kind === 'bad') return { kind: 'bad', problems: row.problems, ...progress };
  const { rowNumber, orderId, total, occurredAt, isRefundRow } = row.row;
  if (isRefundRow) return { kind: 'refund', refund: { rowNumber, refundId: null, orderId, amount: total, occurredAt }, ...progress };
  const order = assembleOrder([row.row]);
  return order.ok ? { kind: 'order', order: order.value, ...progress } : { kind: 'bad', problems: order.error, ...progress };
}

function settleGroup(group: OpenGroup): OrderOutcome {
  const { rowCount, last: next, problems } = group;
  const [first, ...others] = group.rows;
  if (group.suspectRow !== null || first === undefined) {
    const left = group.rows.map((row) => leftOut(row, valueProblem('order-has-bad-row', { row: String(group.suspectRow) })));
    return { kind: 'bad', problems: [...problems, ...left], rowCount, next };
  }
  if (group.rows.length > MAX_LINES) {
    return { kind: 'bad', problems: [leftOut(first, valueProblem('order-too-many-lines', { limit: String(MAX_LINES) }))], rowCount, next };
  }
  const order = assembleOrder([first, ...others]);
  return order.ok ? { kind: 'order', order: order.value, rowCount, next } : { kind: 'bad', problems: order.error, rowCount, next };
}

function leftOut(row: OrderRow, problem: ValueProblem): ImportProblem {
  return { rowNumber: row.rowNumber, column: null, value: row.orderId, ...problem };
}

function nextOf(row: RowOutcome<OrderRow>): OrderOutcome['next'] {
  return { rowNumber: row.rowNumber + 1, byteOffset: row.nextByteOffset };
}
