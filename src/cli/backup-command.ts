import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Command } from 'commander';
import { writeBackup } from '../backup/write-backup.store.ts';
import { markBackupOfAll } from '../overview/checklist.store.ts';
import { withCliSession } from './cli-session.ts';
import { fileTrouble, type LocaleFlag, localeOption, refusal, told } from './command-words.ts';
import { endRowProgress, rowProgress } from './row-progress.ts';

/** `sarafan backup FILE`. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('Write everything to one file, as of one moment; also while the server runs. It holds personal data: keep it safe')
    .argument('<file>', 'where to write; must not exist yet')
    .addOption(localeOption())
    .action(backUp);
}

async function backUp(file: string, { locale }: LocaleFlag): Promise<void> {
  if (await exists(file)) throw refusal('backup-exists', { name: file });
  // Under another name until it is whole and on the disk: what has the name of a backup is one.
  const partial = `${file}.partial`;
  await withCliSession(async ({ clock, database }) => {
    const owner = await database.connectAsOwner();
    try {
      const bytes = writeBackup(owner, { now: clock.now(), onProgress: rowProgress(locale) });
      await pipeline(bytes, createGzip({ level: 6 }), createWriteStream(partial, { mode: 0o600 }));
      await flush(partial);
      await rename(partial, file);
      await markBackupOfAll(database.kysely, clock.now());
    } catch (error) {
      await rm(partial, { force: true });
      throw refusalOf(error, file);
    } finally {
      endRowProgress();
      await owner.end();
    }
  });
  const { size } = await stat(file);
  process.stdout.write(`${told('backup-written', locale, { name: file, bytes: String(size) })}\n`);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync().finally(() => handle.close());
}

function refusalOf(error: unknown, file: string): unknown {
  const trouble = fileTrouble(error);
  return trouble === null ? error : refusal('backup-unwritable', { name: file, trouble });
}
