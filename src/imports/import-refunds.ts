import type { Result } from '../domain/result.ts';
import type { OrderOutcome, RowOutcome } from './group-order-rows.ts';
import { REFUND_COLUMNS } from './header-names.ts';
import { historyColumns, historyPass } from './history-steps.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ImportDeps, ImportRequest } from './import-request.ts';
import { openImport } from './open-import.ts';
import { readRefunds } from './read-rows.ts';
import type { RefundRow } from './refund-row.ts';
import { type ImportSummary, runImport } from './run-import.ts';

const REFUND_FILE = { ...REFUND_COLUMNS, amounts: ['total'], dates: ['occurredAt'] } as const;

/** Imports a file of past refunds in order of history. One whose order is not known yet waits for it. */
export async function importRefunds(deps: ImportDeps, request: ImportRequest): Promise<Result<ImportSummary, readonly ImportProblem[]>> {
  const opened = await openImport(request.path, REFUND_FILE, { ...request.reading, now: deps.clock.now() });
  if (!opened.ok) return opened;
  const { file, context, sizeBytes, hash } = opened.value;
  const pass = historyPass({
    file,
    columns: historyColumns(context),
    sizeBytes,
    tenantId: request.tenantId,
    earn: request.earn,
    read: (from) => asHistory(readRefunds(file, context, from)),
    headerOf: (column) => (column === 'orderId' || column === 'total' ? (context.map.get(column)?.header ?? null) : null),
  });
  return runImport(deps, request, { kind: 'refunds', fileHash: hash, sizeBytes, passes: () => [pass] });
}

async function* asHistory(rows: AsyncIterable<RowOutcome<RefundRow>>): AsyncGenerator<OrderOutcome> {
  for await (const row of rows) {
    const progress = { rowCount: 1, next: { rowNumber: row.rowNumber + 1, byteOffset: row.nextByteOffset } };
    yield row.kind === 'bad' ? { kind: 'bad', problems: row.problems, ...progress } : { kind: 'refund', refund: row.row, ...progress };
  }
}
