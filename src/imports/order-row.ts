import type { Money } from '../domain/money/money.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type CustomerContacts, MAX_ID_LENGTH, readContacts } from './contacts.ts';
import type { OrderColumn } from './header-names.ts';
import { type ImportProblem, valueProblem } from './import-problem.ts';
import { findImportedStatus, type ImportedStatus, listStatusWords } from './order-status.ts';
import { type RawRow, type RowContext, RowReader } from './row-reader.ts';

/** One row of an order file; amounts are not negative, `isRefundRow` carries the sign. */
export interface OrderRow {
  readonly rowNumber: number;
  readonly orderId: string;
  readonly customer: CustomerContacts;
  readonly occurredAt: Date;
  /** `refunded` = paid and given back in full where the amount `refunded` is not given. */
  readonly status: ImportedStatus;
  /** The row's amount was below zero: `total` was given back of order `orderId`. */
  readonly isRefundRow: boolean;
  /** Owed after discounts, with delivery and tax. Null only where the file gives line totals instead. */
  readonly total: Money | null;
  readonly delivery: Money | null;
  readonly tax: Money | null;
  readonly cost: Money | null;
  /** Given back of this order so far, at most `total`; null = nothing. */
  readonly refunded: Money | null;
  readonly channel: string | null;
  readonly category: string | null;
  readonly sku: string | null;
  readonly quantity: number | null;
  readonly lineTotal: Money | null;
  /** How many things the order holds. */
  readonly items: number | null;
  /** Of a friend, as the customer gave it. */
  readonly code: string | null;
}

const MAX_WORD_LENGTH = 200;
export const MAX_QUANTITY = 1_000_000;

/** Reads one row, or says everything that is wrong with it. */
export function readOrderRow(row: RawRow, context: RowContext<OrderColumn>): Result<OrderRow, readonly ImportProblem[]> {
  const reader = new RowReader(row, context);
  const orderId = reader.requiredText('orderId', MAX_ID_LENGTH);
  const customer = readContacts(reader);
  const occurredAt = reader.requiredPastDate('occurredAt');
  const amounts = readAmounts(reader, context);
  const status = readStatus(reader);
  const rest = {
    channel: reader.text('channel', MAX_WORD_LENGTH),
    category: reader.text('category', MAX_WORD_LENGTH),
    sku: reader.text('sku', MAX_ID_LENGTH),
    quantity: reader.count('quantity', MAX_QUANTITY),
    items: reader.count('items', MAX_QUANTITY),
    code: reader.text('code', MAX_WORD_LENGTH),
  };
  if (reader.problems.length > 0 || orderId === null || occurredAt === null || status === null) return err(reader.problems);
  return ok({ rowNumber: row.rowNumber, orderId, customer, occurredAt, status, ...amounts, ...rest });
}

type Amounts = Pick<OrderRow, 'isRefundRow' | 'total' | 'delivery' | 'tax' | 'cost' | 'refunded' | 'lineTotal'>;

function readAmounts(reader: RowReader<OrderColumn>, { map }: RowContext<OrderColumn>): Amounts {
  const mainColumn = map.has('total') ? 'total' : 'lineTotal';
  const currency = reader.currency('currency', mainColumn);
  const main = reader.signedAmount(mainColumn, currency);
  if (main === null) reader.requiredText(mainColumn, MAX_WORD_LENGTH);
  const isRefundRow = main !== null && main.amountMinor < 0n;
  if (isRefundRow) {
    // A shop may repeat the order's parts, negative or not, on the row that takes it back; only the amount counts.
    return { isRefundRow, total: absolute(main), delivery: null, tax: null, cost: null, refunded: null, lineTotal: null };
  }
  const total = mainColumn === 'total' ? main : null;
  const lineTotal = mainColumn === 'total' ? reader.amount('lineTotal', currency) : main;
  const refunded = reader.signedAmount('refunded', currency);
  const amounts = {
    isRefundRow,
    total,
    lineTotal,
    delivery: reader.amount('delivery', currency),
    tax: reader.amount('tax', currency),
    cost: reader.amount('cost', currency),
    refunded: refunded === null || refunded.amountMinor === 0n ? null : absolute(refunded),
  };
  for (const part of ['delivery', 'tax', 'refunded'] as const) {
    if (isAbove(amounts[part], total)) reader.refuse(part, valueProblem('amount-exceeds-total'));
  }
  return amounts;
}

function absolute(money: Money): Money {
  return money.amountMinor < 0n ? { ...money, amountMinor: -money.amountMinor } : money;
}

function isAbove(part: Money | null, total: Money | null): boolean {
  return part !== null && total !== null && part.amountMinor > total.amountMinor;
}

/** An order history without a status column, or with an empty cell in it, is one of paid orders. */
function readStatus(reader: RowReader<OrderColumn>): ImportedStatus | null {
  const word = reader.text('status', MAX_WORD_LENGTH);
  if (word === null) return 'paid';
  const status = findImportedStatus(word);
  if (status === null) reader.refuse('status', valueProblem('status-unknown', { known: listStatusWords() }));
  return status;
}
