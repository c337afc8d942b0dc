import process from 'node:process';
import { Argument, type Command } from 'commander';
import { assertNever, type Result } from '../domain/result.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { armFaultPoint } from '../fault-point.ts';
import { importCustomers } from '../imports/import-customers.ts';
import { importOrders } from '../imports/import-orders.ts';
import { explainProblem, type ImportProblem } from '../imports/import-problem.ts';
import { importRefunds } from '../imports/import-refunds.ts';
import type { ImportDeps, ImportRequest } from '../imports/import-request.ts';
import { type ImportKind, withImportLock } from '../imports/import-run.store.ts';
import { createImportProgress } from '../imports/progress.ts';
import type { ImportSummary } from '../imports/run-import.ts';
import { createIntake } from '../intake/create-intake.ts';
import { StartRefused } from '../start-refused.ts';
import { waitForStopSignal } from '../stop-signal.ts';
import { messageOf } from '../system-error.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { chooseProgram, chooseTenant } from './chosen-tenant.ts';
import { type CliSession, withCliSession } from './cli-session.ts';
import { fileTrouble, refusal } from './command-words.ts';
import { type ImportFlags, importOptions, readingOptions } from './import-flags.ts';
import { jsonSummary, textSummary } from './import-summary.ts';

/** The file cannot be used, or every row of it was refused. */
const NOTHING_USABLE = 2;
const STOPPED = 130;

/** `sarafan import orders|customers|refunds FILE`. */
export function addImportCommand(program: Command): void {
  const command = program
    .command('import')
    .description('Import history from a CSV file. Safe to repeat and to interrupt: the same command continues, and what is known stays')
    .addArgument(new Argument('<kind>', 'what the rows are').choices(['orders', 'customers', 'refunds']))
    .argument('<file>', 'CSV: UTF-8 or windows-1251; comma, semicolon or tab; Russian or English headers')
    .action(async (kind: ImportKind, path: string, flags: ImportFlags) => {
      process.exitCode = await runCommand(kind, path, flags);
    });
  for (const option of importOptions) command.addOption(option);
}

/** Resolves with the exit code. */
async function runCommand(kind: ImportKind, path: string, flags: ImportFlags): Promise<number> {
  // What a power loss takes, the same command brings back: the point it goes on from is on the disk.
  return withCliSession((session) => runImport(session, kind, path, flags), { isCommitAsynchronous: true });
}

async function runImport(session: CliSession, kind: ImportKind, path: string, flags: ImportFlags): Promise<number> {
  armFaultPoint(session.config.faultPoint);
  const db = session.database.kysely;
  const tenant = await getTenant(db, await chooseTenant(db, flags.tenant));
  const locale: Locale = flags.locale ?? (tenant.locale === 'en' ? 'en' : 'ru');
  try {
    return await runInLocale(session, { kind, path, flags, tenant, locale });
  } catch (error) {
    throw error instanceof StartRefused ? new StartRefused(error.in(locale)) : error;
  }
}

interface ChosenImport {
  readonly kind: ImportKind;
  readonly path: string;
  readonly flags: ImportFlags;
  readonly tenant: Awaited<ReturnType<typeof getTenant>>;
  readonly locale: Locale;
}

async function runInLocale(session: CliSession, { kind, path, flags, tenant, locale }: ChosenImport): Promise<number> {
  const db = session.database.kysely;
  const stop = new AbortController();
  void waitForStopSignal().then(() => stop.abort());
  const programId = flags.program === undefined ? null : await chooseProgram(db, tenant.id, flags.program);
  const request = {
    tenantId: tenant.id,
    path,
    reading: readingOptions(flags, tenant),
    earn: flags.earn,
    isDryRun: flags.dryRun,
    ...(flags.report === undefined ? {} : { reportPath: flags.report }),
    fallbackDirectory: process.cwd(),
    locale,
    stop: stop.signal,
    programId,
  };
  const startedMs = performance.now();
  const outcome = await withImportLock(db, tenant.id, () => importFile(kind, session, request, flags));
  if (outcome === null) throw refusal('import-running');
  if (!outcome.ok) return tellFileProblems(outcome.error, locale, flags);
  const told = { kind, path, seconds: (performance.now() - startedMs) / 1_000, isDryRun: flags.dryRun, locale };
  process.stdout.write(flags.json ? jsonSummary(outcome.value, told) : textSummary(outcome.value, told));
  return exitCodeOf(outcome.value);
}

type FileRequest = ImportRequest & { readonly programId: Parameters<typeof importCustomers>[1]['programId'] };

async function importFile(
  kind: ImportKind,
  { database, clock }: CliSession,
  request: FileRequest,
  flags: ImportFlags,
): Promise<Result<ImportSummary, readonly ImportProblem[]>> {
  const intake = createIntake({ pool: database.pool, clock, onError: (error) => process.stderr.write(`sarafan: ${messageOf(error)}\n`) });
  const deps: ImportDeps = {
    db: database.kysely,
    intake,
    clock,
    openProgress: (file) =>
      createImportProgress({
        mode: flags.json ? 'silent' : 'shown',
        stream: process.stderr,
        ...file,
        elapsedMs: () => performance.now(),
        locale: request.locale,
      }),
  };
  try {
    return await importByKind(kind, deps, request);
  } catch (error) {
    const trouble = fileTrouble(error);
    throw trouble === null ? error : refusal('file-unreadable', { name: request.path, trouble });
  } finally {
    await intake.drain();
  }
}

function importByKind(kind: ImportKind, deps: ImportDeps, request: FileRequest): Promise<Result<ImportSummary, readonly ImportProblem[]>> {
  switch (kind) {
    case 'orders':
      return importOrders(deps, request);
    case 'customers':
      return importCustomers(deps, request);
    case 'refunds':
      return importRefunds(deps, request);
    default:
      return assertNever(kind);
  }
}

function tellFileProblems(problems: readonly ImportProblem[], locale: Locale, flags: ImportFlags): number {
  if (flags.json) {
    const shown = problems.map((problem) => ({ row: problem.rowNumber, reason: problem.reason, text: explainProblem(problem, locale) }));
    process.stdout.write(`${JSON.stringify({ problems: shown })}\n`);
  }
  for (const problem of problems) process.stderr.write(`sarafan: ${explainProblem(problem, locale)}\n`);
  return NOTHING_USABLE;
}

function exitCodeOf(summary: ImportSummary): number {
  if (!summary.isComplete) return STOPPED;
  return summary.rows > 0 && summary.failed === summary.rows ? NOTHING_USABLE : 0;
}
