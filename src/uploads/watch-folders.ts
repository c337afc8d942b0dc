/**
 * Files that another program puts into `inbox/<source>`: taken when they no longer grow, imported as their source says, and put into `done/` or
 * `failed/` beside, with a report of what was refused.
 */
import { copyFile, lstat, mkdir, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { drawId } from '../connectors/draw-id.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId, type UploadId } from '../domain/ids.ts';
import { messageOf, systemErrorCode } from '../system-error.ts';
import { getTenant, isOnlyTenant } from '../tenants/tenants.store.ts';
import { listWatchedSources, type SourceRecord } from './sources.store.ts';
import { removeUpload, type UploadPlace, uploadPath, uploadReportPath, uploadSize } from './upload-files.ts';
import { measureRoom } from './upload-room.store.ts';
import { deleteUpload, insertUpload, queueUpload, type UploadRecord } from './uploads.store.ts';

export interface FolderDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly dataDirectory: string;
}

/** A file that was written to this lately may still grow. */
const QUIET_MS = 3_000;
const CSV_NAME = /\.(csv|txt|tsv)$/i;
const FILES_A_LOOK = 20;

/** `inbox/<source>` of an installation with one business, else `inbox/<business>/<source>`. */
export async function inboxOf(db: Db, dataDirectory: string, tenantId: TenantId, source: string): Promise<string> {
  if (await isOnlyTenant(db, tenantId)) return join(dataDirectory, 'inbox', source);
  const { slug } = await getTenant(db, tenantId);
  return join(dataDirectory, 'inbox', slug, source);
}

/** A folder or a file that cannot be read is told, and holds up no other. */
export async function takeFromFolders(deps: FolderDeps, onTrouble: (message: string) => void): Promise<void> {
  for (const source of await listWatchedSources(deps.db))
    await takeFromFolder(deps, source, onTrouble).catch((error: unknown) =>
      onTrouble(`uploads: the folder of ${source.name} waits: ${messageOf(error)}`),
    );
}

async function takeFromFolder(deps: FolderDeps, source: SourceRecord, onTrouble: (message: string) => void): Promise<void> {
  const folder = await inboxOf(deps.db, deps.dataDirectory, source.tenantId, source.name);
  await mkdir(folder, { recursive: true, mode: 0o770 });
  const names = (await readdir(folder)).filter((name) => CSV_NAME.test(name) && !name.startsWith('.')).sort();
  let taken = 0;
  for (const name of names) {
    if (taken >= FILES_A_LOOK) return;
    const isTaken = await takeFile(deps, source, join(folder, name), name).catch((error: unknown) => {
      onTrouble(`uploads: a file of ${source.name} waits: ${messageOf(error)}`);
      return false;
    });
    if (isTaken) taken += 1;
  }
}

async function takeFile(deps: FolderDeps, source: SourceRecord, path: string, fileName: string): Promise<boolean> {
  const found = await lstat(path);
  // Only files: a link could lead anywhere.
  if (!found.isFile() || Date.now() - found.mtimeMs < QUIET_MS) return false;
  const { db, clock, dataDirectory } = deps;
  const now = clock.now();
  const { tenantId } = source;
  const place: UploadPlace = { dataDirectory, tenantId, id: idFromUuid<UploadId>(drawId(tenantId, now)) };
  await insertUpload(db, {
    ...place,
    kind: source.kind,
    origin: 'folder',
    source: source.name,
    fileName,
    createdBy: 'folder',
    createdAt: now,
  });
  await mkdir(join(dataDirectory, 'uploads', tenantId), { recursive: true, mode: 0o700 });
  const { kind, reading, earn, programId } = source;
  // In the line before it is moved: whatever ends the process between, the file is either in the folder or in the line.
  await queueUpload(db, place, { kind, reading, earn, programId, source: source.name, sizeBytes: found.size });
  await move(path, uploadPath(place)).catch(async (error: unknown) => {
    await deleteUpload(db, place);
    throw error;
  });
  return true;
}

/** Also from one disk to another, where it is whole under its new name before the old one goes. */
async function move(from: string, to: string): Promise<void> {
  const isElsewhere = await rename(from, to).then(
    () => false,
    (error: unknown) => {
      if (systemErrorCode(error) === 'EXDEV') return true;
      throw error;
    },
  );
  if (!isElsewhere) return;
  await copyFile(from, `${to}.part`);
  await rename(`${to}.part`, to);
  await unlink(from);
}

/**
 * What happens to a file when its import has ended: one of a folder goes beside where it came from; of others only the
 * report stays, and of one that failed its bytes for a day, to be tried with other columns.
 */
export async function putAway(
  deps: FolderDeps,
  upload: UploadRecord,
  place: UploadPlace,
  end: 'done' | 'failed' | 'cancelled',
): Promise<void> {
  await moveAway(deps, upload, place, end);
  await measureRoom(deps.db, place);
}

async function moveAway(
  deps: FolderDeps,
  { origin, source, fileName, tenantId }: UploadRecord,
  place: UploadPlace,
  end: 'done' | 'failed' | 'cancelled',
): Promise<void> {
  if (origin !== 'folder' || source === null) {
    if (end !== 'failed') await removeUpload(place, 'file');
    return;
  }
  const folder = join(await inboxOf(deps.db, deps.dataDirectory, tenantId, source), end === 'done' ? 'done' : 'failed');
  await mkdir(folder, { recursive: true, mode: 0o770 });
  // Its id keeps two files of one name apart; the name was one of this folder, so it holds no way out of it.
  const name = join(folder, `${place.id.slice(0, 13)}-${fileName}`);
  if ((await uploadSize(place)) !== null) await move(uploadPath(place), name);
  await copyFile(uploadReportPath(place), `${name}.errors.csv`).catch(() => undefined);
}
