/** Imports into a test's tenant, in this process or by the command. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { ProgramId } from '../../src/domain/ids.ts';
import { importCustomers } from '../../src/imports/import-customers.ts';
import { importOrders } from '../../src/imports/import-orders.ts';
import { importRefunds } from '../../src/imports/import-refunds.ts';
import type { ImportDeps, ImportRequest } from '../../src/imports/import-request.ts';
import type { ImportSummary } from '../../src/imports/run-import.ts';
import { atFileEnd } from '../support/file-end.ts';
import { buildOnce, type ProcessOutput, watch } from '../support/sarafan-process.ts';
import type { Shop } from '../support/shop.ts';

export const CDNOW = fileURLToPath(new URL('../fixtures/cdnow-orders.csv', import.meta.url));

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** A file of its own, with its report beside it, removed after the test file. */
export async function writeCsv(content: string | Buffer): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'sarafan-test-import-'));
  atFileEnd(() => rm(directory, { recursive: true, force: true }));
  const path = join(directory, 'shop.csv');
  await writeFile(path, content);
  return path;
}

export interface ImportOptions
  extends Partial<Pick<ImportRequest, 'earn' | 'isDryRun' | 'stop' | 'reportPath' | 'fallbackDirectory' | 'locale'>> {
  readonly reading?: Partial<ImportRequest['reading']>;
  readonly programId?: ProgramId;
}

/** Runs one import to its end; throws when the file cannot be imported at all. */
export async function runImportOf(
  shop: Shop,
  kind: 'orders' | 'customers' | 'refunds',
  path: string,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const deps: ImportDeps = {
    db: shop.test.database.kysely,
    intake: shop.intake,
    clock: shop.clock,
    openProgress: () => ({ update: () => undefined, stop: () => undefined }),
  };
  const { reading, programId = null, ...rest } = options;
  const request = {
    tenantId: shop.tenantId,
    path,
    reading: { timeZone: 'UTC', dateOrder: 'dmy', ...reading },
    earn: false,
    isDryRun: false,
    locale: 'en',
    stop: new AbortController().signal,
    programId,
    ...rest,
  } as const;
  const importFile = { orders: importOrders, customers: importCustomers, refunds: importRefunds }[kind];
  const outcome = await importFile(deps, request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** Rows, columns and reason codes of a report. */
export async function readReport(path: string | null): Promise<string[][]> {
  if (path === null) return [];
  return parse(await readFile(path, 'utf8'), { bom: true, from: 2 }).map(([row, column, , , code]) => [
    row ?? '',
    column ?? '',
    code ?? '',
  ]);
}

/** Everything the tenant's tables hold, but for the bookkeeping of imports, as one checksum a table. */
export async function checksums(shop: Shop): Promise<Record<string, string>> {
  const tables = await shop.rows<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
     and table_name not in ('import_run', 'migration') order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { table_name: table } of tables) {
    const [row] = await shop.rows<{ sum: string | null }>(
      `select count(*) || ' ' || coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint)::text, '') as sum from ${table} t`,
    );
    found[table] = row?.sum ?? '';
  }
  return found;
}

export interface CommandRun {
  readonly output: ProcessOutput;
  readonly exited: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** `npx sarafan …` as users run it, against the test's database. */
export function runCommand(shop: Pick<Shop, 'test'>, args: readonly string[], env: Readonly<Record<string, string>> = {}): CommandRun {
  buildOnce();
  const child = spawn(execPath, [command, ...args], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent', DATABASE_URL: shop.test.url, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { output, exited } = watch(child);
  return { output, exited, kill: (signal) => child.kill(signal) };
}
