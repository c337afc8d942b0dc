import type { ProgramId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { type CustomerFile, checkParts, customerSteps, partSteps } from './customer-steps.ts';
import { CUSTOMER_COLUMNS } from './header-names.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ImportDeps, ImportRequest } from './import-request.ts';
import { findFoldedCodes, findStoredBodies, getHashKey } from './import-run.store.ts';
import type { ImportPass } from './import-step.ts';
import { openImport } from './open-import.ts';
import { type ImportSummary, runImport } from './run-import.ts';

const CUSTOMER_FILE = {
  ...CUSTOMER_COLUMNS,
  amounts: ['openingBalance'],
  dates: ['referredAt', 'openingBalanceExpiresAt', 'personalDataAt', 'advertisingAt'],
} as const;

/**
 * Imports a list of customers; enrols nobody. The file is read a second time for referrers, since a friend may stand above the
 * one who brought them, and for points of the programme `programId`.
 */
export async function importCustomers(
  deps: ImportDeps,
  request: ImportRequest & { readonly programId: ProgramId | null },
): Promise<Result<ImportSummary, readonly ImportProblem[]>> {
  const { tenantId, programId } = request;
  const opened = await openImport(request.path, CUSTOMER_FILE, { ...request.reading, now: deps.clock.now() });
  if (!opened.ok) return opened;
  const { context, hash: fileHash, sizeBytes } = opened.value;
  const hashKey = await getHashKey(deps.db, tenantId);
  const hasParts = (['referrerId', 'referrerCode', 'openingPoints'] as const).some((column) => context.map.has(column));
  const facts = {
    findStoredBodies: (eventIds: readonly string[]) => findStoredBodies(deps.db, tenantId, eventIds),
    findFoldedCodes: (folded: readonly string[]) => findFoldedCodes(deps.db, tenantId, folded),
  };
  const passes = ({ startedAt: importedAt }: { readonly startedAt: Date }): readonly ImportPass[] => {
    const customers: CustomerFile = { ...opened.value, tenantId, hashKey, importedAt, programId };
    const first: ImportPass = { chooseReading, steps: ({ from }) => customerSteps(customers, from) };
    if (!hasParts) return [first];
    return [first, { chooseReading, steps: ({ from }) => partSteps(customers, from), prepare: (steps) => checkParts(steps, facts) }];
  };
  return runImport(deps, request, { kind: 'customers', fileHash, sizeBytes, passes });
}

/** Customers have no order in time: the file's own serves. */
async function chooseReading(): Promise<'streamed'> {
  return 'streamed';
}
