import type { Result } from '../domain/result.ts';
import { ORDER_COLUMNS } from './header-names.ts';
import { historyColumns, historyPass } from './history-steps.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ImportDeps, ImportRequest } from './import-request.ts';
import { openImport } from './open-import.ts';
import { readOrders } from './read-rows.ts';
import { type ImportSummary, runImport } from './run-import.ts';

const ORDER_FILE = {
  ...ORDER_COLUMNS,
  amounts: ['total', 'lineTotal', 'delivery', 'tax', 'cost', 'refunded'],
  dates: ['occurredAt'],
} as const;

/**
 * Imports a file of past orders, refunds among them, in order of history (contract.md 6.5). The problems returned are those of
 * a file that cannot be imported at all; a bad row goes to the error report and stops nothing.
 */
export async function importOrders(deps: ImportDeps, request: ImportRequest): Promise<Result<ImportSummary, readonly ImportProblem[]>> {
  const opened = await openImport(request.path, ORDER_FILE, { ...request.reading, now: deps.clock.now() });
  if (!opened.ok) return opened;
  const { file, context, sizeBytes, hash } = opened.value;
  const pass = historyPass({
    file,
    columns: historyColumns(context),
    sizeBytes,
    tenantId: request.tenantId,
    earn: request.earn,
    read: (from) => readOrders(file, context, from),
    headerOf: (column) => context.map.get(column)?.header ?? null,
  });
  return runImport(deps, request, { kind: 'orders', fileHash: hash, sizeBytes, passes: () => [pass] });
}
