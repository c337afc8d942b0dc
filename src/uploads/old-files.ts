/** Files hold people's names: none stays longer than somebody may still need it (contract.md 6.3). */
import { readdir, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import { cancelAbandoned, deleteOldUploads, listFailedUploads } from './old-uploads.store.ts';
import { removeUpload } from './upload-files.ts';
import { measureRoom } from './upload-room.store.ts';

const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 30 * DAY_MS;
/** One that could not be read is tried with other columns the same day. */
const FAILED_KEPT_MS = DAY_MS;
const ABANDONED_AFTER_MS = DAY_MS;

export interface OldFilesDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly dataDirectory: string;
}

/** Removes uploads with their reports after 30 days, the bytes of failed ones and of those that stopped arriving after one, and what lies in `done/` and `failed/` after 30. */
export async function removeOldFiles({ db, clock, dataDirectory }: OldFilesDeps): Promise<void> {
  const now = clock.now();
  const nowMs = now.getTime();
  for (const old of await deleteOldUploads(db, new Date(nowMs - KEPT_MS))) await removeUpload({ dataDirectory, ...old }, 'all');
  const failed = await listFailedUploads(db, new Date(nowMs - FAILED_KEPT_MS));
  const abandoned = await cancelAbandoned(db, new Date(nowMs - ABANDONED_AFTER_MS), now);
  for (const each of [...failed, ...abandoned]) {
    await removeUpload({ dataDirectory, ...each }, 'file');
    await measureRoom(db, { dataDirectory, ...each });
  }
  await removeOldTaken(join(dataDirectory, 'inbox'), nowMs - KEPT_MS);
}

async function removeOldTaken(inbox: string, beforeMs: number): Promise<void> {
  // There is none until the first folder is watched.
  const entries = await readdir(inbox, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const folder = entry.parentPath.split(sep).at(-1);
    if (!entry.isFile() || (folder !== 'done' && folder !== 'failed')) continue;
    const path = join(entry.parentPath, entry.name);
    // When it was moved here, not when the till wrote it.
    const { ctimeMs } = await stat(path);
    if (ctimeMs < beforeMs) await rm(path, { force: true });
  }
}
