import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Command } from 'commander';
import { writeBackup } from '../backup/write-backup.store.ts';
import { markBackupOfAll } from '../overview/checklist.store.ts';
import { StartRefused } from '../start-refused.ts';
import { messageOf, systemErrorCode } from '../system-error.ts';
import { withCliSession } from './cli-session.ts';
import { endRowProgress, showRowProgress } from './row-progress.ts';

/** `sarafan backup FILE`. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('Write everything to one file, as of one moment; also while the server runs. It holds personal data: keep it safe')
    .argument('<file>', 'where to write; must not exist yet')
    .action(backUp);
}

async function backUp(file: string): Promise<void> {
  if (await exists(file)) throw new StartRefused(`The file ${file} exists already: choose another name, a backup overwrites nothing.`);
  // Under another name until it is whole and on the disk: what has the name of a backup is one.
  const partial = `${file}.partial`;
  await withCliSession(async ({ clock, database }) => {
    const owner = await database.connectAsOwner();
    try {
      const bytes = writeBackup(owner, { now: clock.now(), onProgress: showRowProgress });
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
  process.stdout.write(`Backup written: ${file} (${size} bytes). Restore it with: npx sarafan restore ${file}\n`);
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
  const code = systemErrorCode(error);
  const isOfFile = code !== undefined && /^E[A-Z]+$/.test(code);
  return isOfFile ? new StartRefused(`The backup cannot be written to ${file}: ${messageOf(error)}.`) : error;
}
