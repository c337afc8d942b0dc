import type { Money } from '../domain/money/money.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { MAX_ID_LENGTH } from './contacts.ts';
import type { RefundColumn } from './header-names.ts';
import { type ImportProblem, valueProblem } from './import-problem.ts';
import { type RawRow, type RowContext, RowReader } from './row-reader.ts';

/** Money given back of an order; `amount` is above zero, null = the rest of the order. */
export interface RefundRow {
  readonly rowNumber: number;
  /** Null where the file does not number its refunds. */
  readonly refundId: string | null;
  readonly orderId: string;
  readonly amount: Money | null;
  readonly occurredAt: Date;
}

/** Reads one row of a refund file, or says everything that is wrong with it. A minus before the amount means nothing. */
export function readRefundRow(row: RawRow, context: RowContext<RefundColumn>): Result<RefundRow, readonly ImportProblem[]> {
  const reader = new RowReader(row, context);
  const refundId = reader.text('refundId', MAX_ID_LENGTH);
  const orderId = reader.requiredText('orderId', MAX_ID_LENGTH);
  const occurredAt = reader.requiredPastDate('occurredAt');
  const signed = reader.signedAmount('total', reader.currency('currency', 'total'));
  if (signed?.amountMinor === 0n) reader.refuse('total', valueProblem('amount-zero'));
  if (reader.problems.length > 0 || orderId === null || occurredAt === null) return err(reader.problems);
  const amount = signed !== null && signed.amountMinor < 0n ? { ...signed, amountMinor: -signed.amountMinor } : signed;
  return ok({ rowNumber: row.rowNumber, refundId, orderId, amount, occurredAt });
}
