/** Disks that fill up in a test, with root or without: a file system of a few megabytes that only its own namespace sees. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getegid, geteuid, kill } from 'node:process';
import { atFileEnd } from './file-end.ts';
import { watch } from './sarafan-process.ts';
import { waitFor } from './wait-for.ts';

const isRoot = geteuid?.() === 0;
/** Whoever may not mount may be root of a namespace of their own, and mount there. */
const NAMESPACE = ['--mount', ...(isRoot ? [] : ['--user'])];
const UNSHARE = ['unshare', ...NAMESPACE, ...(isRoot ? [] : ['--map-root-user'])];
const MOUNT = 'mount -t tmpfs -o "size=$1m,mode=0711" tmpfs "$0"';

export interface SmallDisk {
  /** What a command begins with that is to see the disk; it runs as whoever the tests run as. */
  readonly within: readonly string[];
  /** Where the tests, outside, find what lies on it. */
  readonly seenFrom: string;
}

/** Whether a disk can be mounted here at all: a container may allow neither root nor anybody to do so. */
export function canMountSmallDisk(): boolean {
  const [program = '', ...options] = UNSHARE;
  return spawnSync(program, [...options, '/bin/sh', '-c', MOUNT, '/tmp', '1']).status === 0;
}

/** Gone with the test file, and PostgreSQL with it if a failed test has left one there. */
export async function mountSmallDisk(directory: string, megabytes: number): Promise<SmallDisk> {
  const [program = '', ...options] = UNSHARE;
  const holding = spawn(program, [
    ...options,
    '/bin/sh',
    '-c',
    `${MOUNT} && echo mounted && exec sleep 3600`,
    directory,
    String(megabytes),
  ]);
  const { output } = watch(holding);
  await waitFor(() => Promise.resolve(output.stdout.includes('mounted')), { limitMs: 10_000, what: 'the small disk' });
  const seenFrom = `/proc/${holding.pid}/root${directory}`;
  atFileEnd(() => endPostgres(join(seenFrom, 'data', 'postgres', 'postmaster.pid')));
  const enter = ['nsenter', '--target', String(holding.pid), ...NAMESPACE, ...(isRoot ? [] : ['--preserve-credentials'])];
  // Root of the namespace would count as root, who runs PostgreSQL under an account that there is not in it.
  const asOneself = ['unshare', '--user', `--map-user=${geteuid?.()}`, `--map-group=${getegid?.()}`];
  return { seenFrom, within: isRoot ? enter : [...enter, ...asOneself] };
}

function endPostgres(pidFile: string): void {
  try {
    kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  } catch {
    // None was left there.
  }
}
