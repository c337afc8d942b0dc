import { spawn } from 'node:child_process';
import { chown, open, readFile, readlink, rename, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { kill } from 'node:process';
import { StartRefused } from '../../start-refused.ts';
import type { ClusterPlace } from './cluster-place.ts';
import { findCause } from './find-cause.ts';
import type { PostgresPrograms } from './postgres-package.ts';
import { isAlive } from './process-identity.ts';
import { type ServerAccount, serverEnvironment, spawnIdentity } from './server-account.ts';
import { memorySettings, usableMemory } from './server-memory.ts';
import { waitUntil } from './wait-until.ts';

const startLimitMs = 60_000;
const stopLimitMs = 20_000;
const logBytesMax = 10_000_000;
/** A PostgreSQL killed a moment ago keeps its pid until the system has collected it, and its memory until its last process has ended. */
const leftovers = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
const leftoversLimitMs = 10_000;

/** Server settings given on the command line, so that they always are those of this version of the program. */
const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  // Compressing pages costs more processor than writing them: on the road the processor is what is short.
  wal_compression: 'off',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // A killed Sarafan must not keep its locks until a running statement ends. Only Linux can notice.
  ...(platform() === 'linux' ? { client_connection_check_interval: '1s' } : {}),
};

export function postmasterArguments(place: ClusterPlace, extra: Readonly<Record<string, string>>): readonly string[] {
  const memory = memorySettings(usableMemory());
  const settings = { ...serverSettings, ...memory, unix_socket_directories: place.socketDirectory, ...extra };
  return ['-D', place.clusterDirectory, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

interface PostmasterProgram {
  readonly programs: PostgresPrograms;
  readonly account: ServerAccount;
  readonly args: readonly string[];
}

/**
 * Starts PostgreSQL and returns its pid once it accepts connections; waits for one that is only just ending. It gets a process
 * group of its own: in ours, Ctrl-C in a terminal would end it before the requests in flight are drained.
 */
export async function startPostmaster(place: ClusterPlace, server: PostmasterProgram): Promise<number> {
  let said = '';
  const pid = await waitUntil({ limitMs: leftoversLimitMs, everyMs: 50 }, async () => {
    const launched = await launch(place, server);
    said = launched.said;
    return launched.pid === 0 && leftovers.test(said) ? undefined : launched.pid;
  });
  if (pid !== undefined && pid !== 0) return pid;
  throw new StartRefused(`PostgreSQL did not start: ${findCause(said) || 'it ended without a word'} (see ${place.logFile}).`);
}

/** Pid 0: it ended, or did not get ready in time; `said` is what it wrote meanwhile. */
async function launch(place: ClusterPlace, server: PostmasterProgram): Promise<{ readonly pid: number; readonly said: string }> {
  await rotateLog(place.logFile);
  const log = await open(place.logFile, 'a', 0o600);
  const { size: logStart } = await log.stat();
  await chown(place.logFile, server.account.uid, server.account.gid);
  const child = spawn(server.programs.postgres, server.args, {
    ...spawnIdentity(server.account),
    cwd: place.clusterDirectory,
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.unref();
  let ended = false;
  child.on('exit', () => (ended = true));
  child.on('error', () => (ended = true));
  const pid = await waitUntil({ limitMs: startLimitMs, everyMs: 10 }, async () =>
    ended ? 0 : await findReady(place.clusterDirectory, child.pid),
  );
  await log.close();
  if (pid !== undefined && pid !== 0) return { pid, said: '' };
  return { pid: 0, said: (await readFile(place.logFile)).subarray(logStart).toString() };
}

async function findReady(clusterDirectory: string, pid: number | undefined): Promise<number | undefined> {
  const lines = await readPidFile(clusterDirectory);
  return pid !== undefined && Number(lines[0]) === pid && lines[7]?.trim() === 'ready' ? pid : undefined;
}

async function readPidFile(clusterDirectory: string): Promise<readonly string[]> {
  return (await readFile(join(clusterDirectory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
}

/** The pid of the PostgreSQL running on this directory, whoever started it. A pid file whose pid now belongs to another program counts as none. */
export async function findPostmaster(clusterDirectory: string): Promise<number | undefined> {
  const pid = Number((await readPidFile(clusterDirectory))[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  const workingDirectory = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (workingDirectory !== undefined && workingDirectory !== clusterDirectory) return undefined;
  const ready = await waitUntil({ limitMs: startLimitMs, everyMs: 20 }, async () =>
    isAlive(pid) ? await findReady(clusterDirectory, pid) : 0,
  );
  return ready || undefined;
}

/** Whether the running PostgreSQL was started with these arguments; an older version of the program may have used others. */
export async function isStartedWith(place: ClusterPlace, args: readonly string[]): Promise<boolean> {
  const written = await readFile(join(place.clusterDirectory, 'postmaster.opts'), 'utf8').catch(() => '');
  return args.every((arg) => written.includes(`"${arg}"`));
}

/** Ends PostgreSQL: sessions are ended and everything is written out. One that hangs is ended at once and recovers at the next start. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return;
    kill(pid, signal);
    const gone = await waitUntil({ limitMs: stopLimitMs, everyMs: 10 }, async () => !isAlive(pid) || undefined);
    if (gone !== undefined) return;
  }
}

async function rotateLog(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && found.size > logBytesMax) await rename(path, `${path}.1`);
}
