/** A list of customers as steps of an import: first who they are, then what their rows say of others and of points. */
import { foldCode } from '../domain/codes/fold-code.ts';
import type { ProgramId } from '../domain/ids.ts';
import { bodyHashOf } from '../intake/submission-hash.ts';
import { contactProblems } from './contact-problems.ts';
import type { CsvPosition } from './csv-records.ts';
import type { CustomerRow } from './customer-row.ts';
import {
  type CustomerImport,
  customerEventId,
  customerKey,
  customerSubmission,
  pointsSubmission,
  referrerSubmission,
} from './customer-submission.ts';
import type { CustomerColumn } from './header-names.ts';
import { type ImportProblem, type ImportReason, valueProblem } from './import-problem.ts';
import type { ImportStep } from './import-step.ts';
import type { OpenImport } from './open-import.ts';
import { readCustomers } from './read-rows.ts';

export interface CustomerFile extends OpenImport<CustomerColumn>, CustomerImport {
  /** Whose points the file holds; null = not said. */
  readonly programId: ProgramId | null;
}

/** The customers themselves. */
export async function* customerSteps(customers: CustomerFile, from: CsvPosition | undefined): AsyncGenerator<ImportStep> {
  for await (const outcome of readCustomers(customers.file, customers.context, from)) {
    const place = { ...placeOf(outcome, customers), rowCount: 1 };
    if (outcome.kind === 'bad') {
      yield { ...place, problems: outcome.problems, submission: null, explain: explainer(customers, {}) };
      continue;
    }
    const { row } = outcome;
    const key = customerKey(row, customers);
    const explain = explainer(customers, {
      event_conflict: ['customer-conflict', 'customerId', row.externalId],
      code_taken: ['code-taken', 'code', row.code],
      code_invalid: ['code-invalid', 'code', row.code],
    });
    const refused = contactProblems(row, { rowNumber: row.rowNumber, headerOf: (column) => headerOf(customers, column) });
    // A list is there to reach people by: unlike an order, a row with a wrong contact is no use.
    if (refused.length > 0) yield { ...place, problems: refused, submission: null, explain };
    else yield { ...place, problems: pointsProblems(row, customers), submission: customerSubmission(row, key, customers), explain };
  }
}

/** Referrers and points: parts of a row that need all customers to be there. */
export async function* partSteps(customers: CustomerFile, from: CsvPosition | undefined): AsyncGenerator<ImportStep> {
  const { programId } = customers;
  for await (const outcome of readCustomers(customers.file, customers.context, from)) {
    if (outcome.kind === 'bad') continue;
    const { row } = outcome;
    const { openingPoints, referrerExternalId, referrerCode } = row;
    if (openingPoints === null && referrerExternalId === null && referrerCode === null) continue;
    const key = customerKey(row, customers);
    const bodyHash = bodyHashOf(customers.hashKey, customerSubmission(row, key, customers)).toString('hex');
    const owner = { eventId: customerEventId(key), bodyHash };
    const place = { ...placeOf(outcome, customers), rowCount: 0, problems: [], owner };
    if (openingPoints !== null && programId !== null) {
      const explain = explainer(customers, { event_conflict: ['points-conflict', 'openingPoints', openingPoints.toString()] });
      yield { ...place, submission: pointsSubmission({ ...row, openingPoints }, key, { ...customers, programId }), explain };
    }
    if (referrerExternalId !== null || referrerCode !== null) {
      const column = referrerExternalId === null ? 'referrerCode' : 'referrerId';
      const value = referrerExternalId ?? referrerCode;
      const explain = explainer(customers, {
        event_conflict: ['referrer-conflict', column, value],
        referrer_unknown: ['referrer-unknown', column, value],
        code_unknown: ['referrer-code-unknown', column, value],
      });
      yield { ...place, submission: referrerSubmission(row, key, customers), explain };
    }
  }
}

/** What the tenant knows of the parts of one batch. */
export interface PartFacts {
  readonly findStoredBodies: (eventIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly findFoldedCodes: (folded: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Leaves out parts of rows that were refused, also of one that says something else of a customer who is known, and refuses codes that nobody has. */
export async function checkParts(steps: readonly ImportStep[], facts: PartFacts): Promise<readonly ImportStep[]> {
  const codeOf = (step: ImportStep): string | null => step.submission?.attribution?.code ?? null;
  const stored = await facts.findStoredBodies(steps.flatMap(({ owner }) => owner?.eventId ?? []));
  const codes = await facts.findFoldedCodes(steps.flatMap((step) => codeOf(step) ?? []).map(foldCode));
  return steps
    .filter(({ owner }) => owner !== undefined && stored.get(owner.eventId) === owner.bodyHash)
    .map((step) => {
      const code = codeOf(step);
      if (code === null || codes.has(foldCode(code))) return step;
      return { ...step, submission: null, problems: [{ rowNumber: step.rowNumber, ...step.explain('code_unknown') }] };
    });
}

function placeOf(row: { readonly rowNumber: number; readonly nextByteOffset: number }, { sizeBytes }: CustomerFile) {
  const next = { rowNumber: row.rowNumber + 1, byteOffset: row.nextByteOffset };
  return { rowNumber: row.rowNumber, next, group: null, share: row.nextByteOffset / sizeBytes };
}

function pointsProblems(row: CustomerRow, customers: CustomerFile): readonly ImportProblem[] {
  if (row.openingPoints === null || customers.programId !== null) return [];
  const value = row.openingPoints.toString();
  return [{ rowNumber: row.rowNumber, column: headerOf(customers, 'openingPoints'), value, ...valueProblem('points-program-missing') }];
}

type Explained = Readonly<Record<string, readonly [reason: ImportReason, column: CustomerColumn, value: string | null]>>;

function explainer(customers: CustomerFile, known: Explained): ImportStep['explain'] {
  return (code) => {
    const found = known[code];
    if (found === undefined) return { column: null, value: code, ...valueProblem('internal-error') };
    const [reason, column, value] = found;
    return { column: headerOf(customers, column), value: value ?? '', ...valueProblem(reason) };
  };
}

function headerOf({ context }: CustomerFile, column: CustomerColumn): string | null {
  return context.map.get(column)?.header ?? null;
}
