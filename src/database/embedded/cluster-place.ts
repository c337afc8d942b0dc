import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartRefused } from '../../start-refused.ts';
import { systemErrorCode } from '../../system-error.ts';
import { createPlaceOfRoot, findPlaceOfRoot, ROOTS_OWN_PLACE } from './place-of-root.ts';
import { runAs, type ServerAccount } from './server-account.ts';

/** Every path the embedded PostgreSQL of one data directory uses. */
export interface ClusterPlace {
  readonly dataDirectory: string;
  readonly clusterDirectory: string;
  readonly socketDirectory: string;
  readonly logFile: string;
  readonly lockFile: string;
  readonly programsFallback: string;
}

/** The kernel's limit for a socket path is 107 bytes on Linux and 103 on macOS. */
const socketPathBytesMax = 100;

/**
 * Creates what is missing and proves that it can be written. Run by root, PostgreSQL needs another account; where that
 * account cannot reach the data directory (under a closed home), the database lives under /var/lib/sarafan instead (place-of-root.ts).
 */
export async function prepareClusterPlace(dataDirectory: string, account: ServerAccount): Promise<ClusterPlace> {
  await mkdir(dataDirectory, { recursive: true, mode: account.isOwn ? 0o700 : 0o711 });
  const data = await realpath(dataDirectory);
  const moved = account.isOwn ? undefined : await findPlaceOfRoot(data);
  const base = (await canEnter(account, data)) ? data : (moved ?? (await createPlaceOfRoot(data)));
  if (base !== data && !(await canEnter(account, base))) throw cannotEnter(account, data, base);
  const beside = join(moved ?? base, 'postgres');
  const place = {
    dataDirectory: data,
    // The real path: once moved, the database stays reachable through its link also when the directory is opened later.
    clusterDirectory: await realpath(beside).catch(() => beside),
    socketDirectory: chooseSocketDirectory(base),
    logFile: join(data, 'postgres.log'),
    lockFile: join(data, 'start.lock'),
    programsFallback: account.isOwn ? data : ROOTS_OWN_PLACE,
  };
  await createSocketDirectory(place.socketDirectory, account);
  return place;
}

/** Tried rather than computed from modes: access lists and mounts decide as well. */
async function canEnter(account: ServerAccount, directory: string): Promise<boolean> {
  return account.isOwn || (await runAs(account, ['/bin/sh', '-c', 'cd "$0"', directory])).exitCode === 0;
}

function cannotEnter(account: ServerAccount, data: string, base: string): StartRefused {
  return new StartRefused(
    `PostgreSQL does not run as root, and the account with uid ${account.uid} can enter neither ${data} nor ${base}: run Sarafan as an ordinary user or set SARAFAN_DATA.`,
  );
}

function chooseSocketDirectory(base: string): string {
  const beside = join(base, 'socket');
  // PostgreSQL takes a list of directories: a comma in a name would end it, a quote would begin another one.
  const isOneName = !/[,"]/.test(beside);
  if (isOneName && Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= socketPathBytesMax) return beside;
  return join(tmpdir(), `sarafan-${shortHash(base)}`);
}

/** The name in the shared temporary directory can be guessed, so one that somebody else made there is refused. */
async function createSocketDirectory(path: string, account: ServerAccount): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
    await chown(path, account.uid, account.gid);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
  const found = await lstat(path);
  if (!found.isDirectory() || ![0, account.uid].includes(found.uid)) {
    throw new StartRefused(`The directory ${path} for the database socket belongs to another user: remove it and start again.`);
  }
  if (found.uid === 0 && !account.isOwn) await chown(path, account.uid, account.gid);
  if ((found.mode & 0o777) !== 0o700) await chmod(path, 0o700);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
