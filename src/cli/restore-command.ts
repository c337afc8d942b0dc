import { createReadStream } from 'node:fs';
import process from 'node:process';
import { createGunzip } from 'node:zlib';
import type { Command } from 'commander';
import { damaged } from '../backup/backup-format.ts';
import { restoreBackup } from '../backup/restore-backup.store.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { withReadTransaction } from '../database/transaction.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { messageOf, systemErrorCode } from '../system-error.ts';
import type { Violation } from '../verify/invariant.ts';
import { verifyTenant } from '../verify/verify-tenant.store.ts';
import { withCliSession } from './cli-session.ts';
import { fileTrouble, inBothOr, type LocaleFlag, localeOption, refusal, told } from './command-words.ts';
import { endRowProgress, rowProgress, showGiveWay } from './row-progress.ts';

interface RestoreFlags extends LocaleFlag {
  readonly replace?: boolean;
}

/** `sarafan restore FILE`: exit code 1 when what was restored does not hold. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('Put a backup back into an empty database, or with --replace in the place of what is there; then verify it')
    .argument('<file>', 'a file that `sarafan backup` wrote')
    .option('--replace', 'throw away what the database holds now; a running server serves what was restored from then on')
    .addOption(localeOption())
    .action(restore);
}

async function restore(file: string, flags: RestoreFlags): Promise<void> {
  await withCliSession(async ({ database }) => {
    const header = await load(database, file, flags);
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0n);
    process.stdout.write(`${told('restored', flags.locale, { rows: String(rows), time: header.createdAt })}\n`);
    for (const { tenantId } of header.tenants) report(await verify(database, idFromUuid<TenantId>(tenantId)), flags.locale);
  });
}

async function load(database: OpenDatabase, file: string, { replace = false, locale }: RestoreFlags) {
  const owner = await database.connectAsOwner();
  const source = createReadStream(file);
  const unzipped = createGunzip();
  // The reader sees one stream: what happens to the file reaches it there.
  source.on('error', (error) => unzipped.destroy(error));
  try {
    return await restoreBackup(owner, source.pipe(unzipped), {
      replace,
      onProgress: rowProgress(locale),
      onGiveWay: () => showGiveWay(locale),
    });
  } catch (error) {
    throw refusalOf(error, file);
  } finally {
    endRowProgress();
    source.destroy();
    await owner.end();
  }
}

function refusalOf(error: unknown, file: string): unknown {
  const code = systemErrorCode(error) ?? '';
  if (code === 'Z_DATA_ERROR' && messageOf(error).includes('header')) return refusal('backup-foreign', { name: file });
  if (code.startsWith('Z_')) return damaged('packed');
  if (error instanceof SyntaxError) return damaged('form');
  const trouble = fileTrouble(error);
  return trouble === null ? error : refusal('backup-unreadable', { trouble });
}

async function verify(database: OpenDatabase, tenantId: TenantId): Promise<readonly Violation[]> {
  return withReadTransaction(database.pool, (client) => verifyTenant(client, tenantId));
}

function report(violations: readonly Violation[], locale: Locale | undefined): void {
  if (violations.length === 0) {
    process.stdout.write(`${inBothOr(locale, { en: 'Every invariant holds.', ru: 'Всё сходится.' })}\n`);
    return;
  }
  for (const { id, title, count } of violations) process.stdout.write(`FAIL  ${id}  ${inBothOr(locale, title)}: ${count}\n`);
  process.exitCode = 1;
}
