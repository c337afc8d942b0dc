import type { Money } from '../domain/money/money.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CustomerContacts } from './contacts.ts';
import { type ImportProblem, type ValueProblem, valueProblem } from './import-problem.ts';
import type { OrderRow } from './order-row.ts';

/** One line of an imported order; `total` is after discounts, for the whole quantity. */
export interface ImportedOrderLine {
  readonly sku: string | null;
  readonly category: string | null;
  readonly quantity: number;
  readonly total: Money;
  readonly cost: Money | null;
}

/** An order as an import gives it, from one row or from several that follow each other. */
export interface ImportedOrder {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly orderId: string;
  readonly customer: CustomerContacts;
  readonly occurredAt: Date;
  readonly status: 'paid' | 'placed' | 'cancelled';
  readonly total: Money;
  readonly delivery: Money | null;
  readonly tax: Money | null;
  /** Null = nothing; at most `total`. */
  readonly refunded: Money | null;
  readonly channel: string | null;
  /** Of a friend; null = none given. */
  readonly code: string | null;
  /** Null = the file does not say. */
  readonly itemCount: number | null;
  /** Empty where the file says nothing about lines, neither category nor sku nor cost. */
  readonly lines: readonly ImportedOrderLine[];
}

/**
 * One order from its rows, in file order. `total` of each row is the order's where line totals are given too; without
 * them several rows can only be lines when their amounts differ, and the order's total is then their sum.
 */
export function assembleOrder(rows: readonly [OrderRow, ...OrderRow[]]): Result<ImportedOrder, readonly ImportProblem[]> {
  const [first] = rows;
  const problems = rows
    .filter((row) => !isSameOrder(row, first))
    .map((row) => problemOf(row, 'order-rows-disagree', { first: String(first.rowNumber) }));
  if (problems.length > 0) return err(problems);
  const lineTotals = rows.length === 1 ? [lineTotalOfOnlyRow(first)] : readLineTotals(rows);
  if (lineTotals === null) return err(rows.map((row) => problemOf(row, 'order-total-unclear', {})));
  const currency = (first.total ?? first.lineTotal)?.currency ?? '';
  const hasOrderTotal = first.total !== null && (rows.length === 1 || first.lineTotal !== null);
  const sum = lineTotals.reduce((total, line) => total + line, 0n) + (first.delivery?.amountMinor ?? 0n);
  const total = hasOrderTotal && first.total !== null ? first.total : { amountMinor: sum, currency };
  const refunded = first.refunded ?? (first.status === 'refunded' && total.amountMinor > 0n ? total : null);
  const tooLarge = (['tax', 'refunded'] as const).find((part) => (first[part]?.amountMinor ?? 0n) > total.amountMinor);
  if (tooLarge !== undefined) return err([{ ...problemOf(first, 'amount-exceeds-total', {}), column: tooLarge }]);
  const isLineKnown =
    rows.length > 1 || [first.sku, first.category, first.cost, first.lineTotal, first.quantity].some((part) => part !== null);
  return ok({
    firstRow: first.rowNumber,
    lastRow: rows.at(-1)?.rowNumber ?? first.rowNumber,
    orderId: first.orderId,
    customer: first.customer,
    occurredAt: first.occurredAt,
    status: first.status === 'refunded' ? 'paid' : first.status,
    total,
    delivery: first.delivery,
    tax: first.tax,
    refunded,
    channel: first.channel,
    code: first.code,
    itemCount: first.items,
    lines: isLineKnown ? rows.map((row, index) => lineOf(row, { amountMinor: lineTotals[index] ?? 0n, currency }, rows.length)) : [],
  });
}

function lineOf(row: OrderRow, total: Money, lineCount: number): ImportedOrderLine {
  const itemCount = lineCount === 1 ? row.items : null;
  return { sku: row.sku, category: row.category, quantity: row.quantity ?? itemCount ?? 1, total, cost: row.cost };
}

function lineTotalOfOnlyRow(row: OrderRow): bigint {
  if (row.lineTotal !== null) return row.lineTotal.amountMinor;
  return (row.total?.amountMinor ?? 0n) - (row.delivery?.amountMinor ?? 0n);
}

/** Null when the amounts could as well be the order's, repeated on each row. */
function readLineTotals(rows: readonly [OrderRow, ...OrderRow[]]): bigint[] | null {
  const given = rows.map((row) => row.lineTotal?.amountMinor ?? null).filter((amount) => amount !== null);
  if (given.length === rows.length) return given;
  const amounts = rows.map((row) => row.total?.amountMinor ?? 0n);
  const isRepeated = amounts.every((amount) => amount === amounts[0]);
  const hasOrderParts = rows.some((row) => [row.delivery, row.tax, row.refunded].some((part) => part !== null && part.amountMinor > 0n));
  return given.length > 0 || isRepeated || hasOrderParts ? null : amounts;
}

/** What belongs to the order must not differ between its rows. */
function isSameOrder(row: OrderRow, first: OrderRow): boolean {
  const isTotalShared = row.lineTotal !== null;
  return (
    row.occurredAt.getTime() === first.occurredAt.getTime() &&
    row.status === first.status &&
    row.channel === first.channel &&
    row.customer.externalId === first.customer.externalId &&
    row.customer.email === first.customer.email &&
    row.customer.phone === first.customer.phone &&
    (row.total ?? row.lineTotal)?.currency === (first.total ?? first.lineTotal)?.currency &&
    (!isTotalShared || row.total?.amountMinor === first.total?.amountMinor) &&
    (['delivery', 'tax', 'refunded'] as const).every((part) => row[part]?.amountMinor === first[part]?.amountMinor)
  );
}

function problemOf(row: OrderRow, reason: ValueProblem['reason'], detail: ValueProblem['detail']): ImportProblem {
  return { rowNumber: row.rowNumber, column: null, value: row.orderId, ...valueProblem(reason, detail) };
}
