/** Orders and refunds of a file, in order of history, as steps of an import. */

import { contactProblems } from './contact-problems.ts';
import type { CsvPosition } from './csv-records.ts';
import { type HistoryColumns, isInHistoryOrder } from './date-order.ts';
import type { OrderOutcome } from './group-order-rows.ts';
import { type ImportProblem, type ValueProblem, valueProblem } from './import-problem.ts';
import type { ImportPass, ImportStep, PassStart, RowProblem } from './import-step.ts';
import type { ImportedOrder } from './order-group.ts';
import { customerInput, momentOf, type OrderImport, orderSubmission, RefundNumbering, refundSubmission } from './order-submission.ts';
import type { CsvFile } from './read-csv.ts';
import type { RefundRow } from './refund-row.ts';
import type { RowContext } from './row-reader.ts';
import { sortHistory } from './sort-history.ts';

type NamedColumn = 'orderId' | 'email' | 'phone' | 'total';

export interface HistoryFile extends OrderImport {
  readonly file: CsvFile;
  readonly columns: HistoryColumns;
  readonly sizeBytes: number;
  readonly read: (from: CsvPosition | undefined) => AsyncIterable<OrderOutcome>;
  /** The header of one of our columns as the file writes it. */
  readonly headerOf: (column: NamedColumn) => string | null;
}

export function historyColumns<C extends string>({ map, settings }: RowContext<C | 'orderId' | 'occurredAt'>): HistoryColumns {
  return { orderIndex: map.get('orderId')?.index ?? -1, dateIndex: map.get('occurredAt')?.index ?? -1, dateStyle: settings };
}

/** Sorting takes about this share of an import's time. */
const SORTING_SHARE = 0.15;

/** A file in order of history is read as it stands; another one is sorted first (contract.md 6.5). */
export function historyPass(history: HistoryFile): ImportPass {
  return {
    chooseReading: async () => ((await isInHistoryOrder(history.file, history.columns)) ? 'streamed' : 'sorted'),
    steps: (start) => (start.reading === 'streamed' ? streamedSteps(history, start) : sortedSteps(history, start)),
  };
}

async function* streamedSteps(history: HistoryFile, start: PassStart): AsyncGenerator<ImportStep> {
  const numbering = new RefundNumbering();
  for await (const outcome of history.read(start.from)) {
    yield stepOf(outcome, history, { numbering, share: outcome.next.byteOffset / history.sizeBytes });
  }
}

async function* sortedSteps(history: HistoryFile, start: PassStart): AsyncGenerator<ImportStep> {
  const numbering = new RefundNumbering();
  let readCount = 0;
  let doneCount = 0;
  const onRead = (byteOffset: number): void => {
    readCount += 1;
    start.onShare((SORTING_SHARE * byteOffset) / history.sizeBytes);
  };
  for await (const outcome of sortHistory(history.read(undefined), { onRead })) {
    doneCount += 1;
    const isReading = outcome.kind === 'bad';
    const share = isReading
      ? (SORTING_SHARE * outcome.next.byteOffset) / history.sizeBytes
      : SORTING_SHARE + ((1 - SORTING_SHARE) * doneCount) / readCount;
    // Those done before are looked at all the same: a refund's number depends on what stands before it.
    const step = stepOf(outcome, history, { numbering, share });
    if (doneCount > start.itemsDone) yield step;
  }
}

function stepOf(outcome: OrderOutcome, history: HistoryFile, run: { numbering: RefundNumbering; share: number }): ImportStep {
  const { rowCount, next } = outcome;
  const { share } = run;
  switch (outcome.kind) {
    case 'bad': {
      const { problems } = outcome;
      const rowNumber = problems[0]?.rowNumber ?? next.rowNumber - 1;
      return { rowNumber, rowCount, next, share, group: null, problems, submission: null, explain: noExplanation };
    }
    case 'refund':
      return { rowCount, next, share, ...refundParts(outcome.refund, history, run.numbering) };
    case 'order': {
      const { order } = outcome;
      const problems = orderProblems(order, history);
      const submission = order.status === 'paid' && isSomebody(order) ? orderSubmission(order, history) : null;
      const explain = (code: string): RowProblem => explainOrder(code, order, history);
      return { rowNumber: order.firstRow, rowCount, next, share, group: null, problems, submission, explain };
    }
  }
}

/** Nothing is said of an order that was never paid: it is passed over. */
function orderProblems(order: ImportedOrder, history: HistoryFile): readonly ImportProblem[] {
  if (order.status !== 'paid') return [];
  return contactProblems(order.customer, { rowNumber: order.firstRow, headerOf: history.headerOf });
}

/** An order is history even when one of its contacts is none; it needs one name that holds. */
function isSomebody({ customer }: ImportedOrder): boolean {
  if (customer.externalId !== null) return true;
  const { email, phone } = customerInput(customer);
  return email !== null || phone !== null;
}

function explainOrder(code: string, { orderId }: ImportedOrder, history: HistoryFile): RowProblem {
  const isConflict = code === 'event_conflict' || code === 'order_conflict';
  return { column: history.headerOf('orderId'), value: orderId, ...valueProblem(isConflict ? 'order-conflict' : 'internal-error') };
}

const REFUND_REASONS: ReadonlyMap<string, ValueProblem> = new Map([
  ['event_conflict', valueProblem('refund-conflict')],
  ['refund_conflict', valueProblem('refund-conflict')],
  ['refund_exceeds_payment', valueProblem('refund-exceeds-payment')],
  ['mixed_currency', valueProblem('refund-currency')],
]);

type RefundParts = Pick<ImportStep, 'rowNumber' | 'problems' | 'group' | 'submission' | 'explain'>;

function refundParts(refund: RefundRow, history: HistoryFile, numbering: RefundNumbering): RefundParts {
  const refundId = numbering.idOf(refund);
  return {
    rowNumber: refund.rowNumber,
    problems: [],
    group: momentOf(refund),
    submission: refundSubmission({ ...refund, refundId }, history),
    explain: (code) => ({
      column: history.headerOf(code === 'refund_exceeds_payment' || code === 'mixed_currency' ? 'total' : 'orderId'),
      value: refund.orderId,
      ...(REFUND_REASONS.get(code) ?? valueProblem('internal-error')),
    }),
  };
}

function noExplanation(code: string): RowProblem {
  return { column: null, value: code, ...valueProblem('internal-error') };
}
