/** How a file would be understood, by the same reading as its import: columns, first rows, problems by row and column. */
import type { FileReading, PreviewInput } from '../contract/uploads.endpoints.ts';
import type { Money } from '../domain/money/money.ts';
import { assertNever } from '../domain/result.ts';
import { contactProblems } from '../imports/contact-problems.ts';
import type { CustomerContacts } from '../imports/contacts.ts';
import { CUSTOMER_COLUMNS, type ImportColumns, ORDER_COLUMNS, REFUND_COLUMNS } from '../imports/header-names.ts';
import type { ImportProblem } from '../imports/import-problem.ts';
import type { ImportKind } from '../imports/import-run.store.ts';
import { type HeaderMap, mapHeaders } from '../imports/map-headers.ts';
import { type CsvFile, readCsv } from '../imports/read-csv.ts';
import { readCustomers, readOrders, readRefunds, sniffFileDecimalMark } from '../imports/read-rows.ts';
import type { RowContext } from '../imports/row-reader.ts';
import { fileProblemToWire, readingOptions } from './file-reading.ts';

const ROWS_SHOWN = 10;
const ROWS_LOOKED_AT = 1_000;
const PROBLEMS_SHOWN = 100;
const CELL_MAX = 200;

export interface PreviewRequest {
  readonly path: string;
  readonly kind: ImportKind;
  readonly reading: FileReading;
  readonly timeZone: string;
  readonly now: Date;
}

export async function previewFile(request: PreviewRequest): Promise<PreviewInput> {
  const { encoding, delimiter } = request.reading;
  const file = await readCsv(request.path, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  });
  if (!file.ok)
    return { format: null, header: [], columns: [], rows: [], samples: [], problems: [fileProblemToWire(file.error)], rowsLookedAt: 0 };
  switch (request.kind) {
    case 'orders':
      return previewBy(request, file.value, ORDER_COLUMNS, ['total', 'lineTotal'], orderRows);
    case 'refunds':
      return previewBy(request, file.value, REFUND_COLUMNS, ['total'], refundRows);
    case 'customers':
      return previewBy(request, file.value, CUSTOMER_COLUMNS, ['openingBalance'], customerRows);
    default:
      return assertNever(request.kind);
  }
}

type Understood = PreviewInput['rows'][number];
interface Looked {
  readonly row: Understood | null;
  readonly problems: readonly ImportProblem[];
  readonly rowCount: number;
}

async function previewBy<C extends string>(
  request: PreviewRequest,
  file: CsvFile,
  columns: ImportColumns<C>,
  amounts: readonly C[],
  read: (file: CsvFile, context: RowContext<C>) => AsyncIterable<Looked>,
): Promise<PreviewInput> {
  const options = readingOptions(request.reading, request);
  const { mapping } = options;
  const map = mapHeaders(file.header, { columns, ...(mapping === undefined ? {} : { mapping }) });
  const found = map.ok ? map.value : foundAnyway(file.header, columns);
  const rows: Understood[] = [];
  const problems: ImportProblem[] = map.ok ? [] : [...map.error];
  let rowsLookedAt = 0;
  if (map.ok) {
    const decimalMark = options.decimalMark ?? sniffFileDecimalMark(file, { map: map.value, columns: amounts });
    const { timeZone, dateOrder } = options;
    const settings = { currency: options.currency ?? null, timeZone, dateOrder, decimalMark, now: request.now };
    for await (const looked of read(file, { map: map.value, settings })) {
      rowsLookedAt += looked.rowCount;
      if (looked.row !== null && rows.length < ROWS_SHOWN) rows.push(looked.row);
      problems.push(...looked.problems.slice(0, PROBLEMS_SHOWN - problems.length));
      if (rowsLookedAt >= ROWS_LOOKED_AT) break;
    }
  }
  return {
    format: file.format,
    header: [...file.header],
    columns: columns.columns.map((column) => ({ column, need: needOf(column, columns), header: found.get(column)?.header ?? null })),
    rows,
    samples: file.preview
      .slice(0, ROWS_SHOWN)
      .flatMap((record) => (record.kind === 'row' ? [record.cells.map((cell) => cell.slice(0, CELL_MAX))] : [])),
    problems: problems.map(fileProblemToWire),
    rowsLookedAt,
  };
}

function needOf<C extends string>(column: C, { required }: ImportColumns<C>): 'always' | 'oneOf' | null {
  const group = required.find((each) => each.includes(column));
  if (group === undefined) return null;
  return group.length === 1 ? 'always' : 'oneOf';
}

/** What the headers do tell, where they do not tell everything. */
function foundAnyway<C extends string>(header: readonly string[], columns: ImportColumns<C>): HeaderMap<C> {
  const found = columns.columns.flatMap((column) => {
    const alone = mapHeaders(header, { columns: { ...columns, columns: [column], required: [] } });
    const mapped = alone.ok ? alone.value.get(column) : undefined;
    return mapped === undefined ? [] : [[column, mapped] as const];
  });
  return new Map(found);
}

const NOTHING = { orderId: null, customer: null, occurredAt: null, status: null, amount: null, code: null } as const;

async function* orderRows(file: CsvFile, context: RowContext<keyof typeof ORDER_COLUMNS.headers>): AsyncGenerator<Looked> {
  for await (const outcome of readOrders(file, context)) {
    const { rowCount } = outcome;
    if (outcome.kind === 'bad') yield { row: null, problems: outcome.problems, rowCount };
    else if (outcome.kind === 'refund') yield { row: refundShown(outcome.refund), problems: [], rowCount };
    else {
      const { order } = outcome;
      const row: Understood = {
        row: order.firstRow,
        orderId: order.orderId,
        customer: nameOf(order.customer),
        occurredAt: order.occurredAt.toISOString(),
        status: order.status,
        amount: moneyToWire(order.total),
        code: order.code,
      };
      const problems = contactProblems(order.customer, {
        rowNumber: order.firstRow,
        headerOf: (column) => context.map.get(column)?.header ?? null,
      });
      yield { row, problems, rowCount };
    }
  }
}

async function* refundRows(file: CsvFile, context: RowContext<keyof typeof REFUND_COLUMNS.headers>): AsyncGenerator<Looked> {
  for await (const read of readRefunds(file, context))
    yield read.kind === 'bad'
      ? { row: null, problems: read.problems, rowCount: 1 }
      : { row: refundShown(read.row), problems: [], rowCount: 1 };
}

async function* customerRows(file: CsvFile, context: RowContext<keyof typeof CUSTOMER_COLUMNS.headers>): AsyncGenerator<Looked> {
  for await (const read of readCustomers(file, context)) {
    if (read.kind === 'bad') yield { row: null, problems: read.problems, rowCount: 1 };
    else {
      const { row } = read;
      const amount = row.openingBalance === null ? null : moneyToWire(row.openingBalance);
      yield { row: { ...NOTHING, row: row.rowNumber, customer: nameOf(row), amount, code: row.code }, problems: [], rowCount: 1 };
    }
  }
}

function refundShown(refund: {
  readonly rowNumber: number;
  readonly orderId: string;
  readonly occurredAt: Date;
  readonly amount: Money | null;
}): Understood {
  const { rowNumber, orderId, occurredAt, amount } = refund;
  return {
    ...NOTHING,
    row: rowNumber,
    orderId,
    occurredAt: occurredAt.toISOString(),
    status: 'refunded',
    amount: amount === null ? null : moneyToWire(amount),
  };
}

function nameOf({ name, email, phone, externalId }: CustomerContacts): string | null {
  return name ?? email ?? phone ?? externalId;
}

function moneyToWire({ amountMinor, currency }: Money): { amountMinor: string; currency: string } {
  return { amountMinor: amountMinor.toString(), currency };
}
