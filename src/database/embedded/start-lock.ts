import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { pid as ownPid } from 'node:process';
import { StartRefused } from '../../start-refused.ts';
import { systemErrorCode } from '../../system-error.ts';
import { findProcessStart } from './process-identity.ts';
import { waitUntil } from './wait-until.ts';

const waitLimitMs = 60_000;

/**
 * Runs `work` while no other process starts, attaches to or stops the PostgreSQL of the same data directory.
 * The lock is a file naming its owner by pid and start time, so that one left by a killed owner is recognised and broken.
 * It is put in place by link(2): the name appears whole or not at all.
 */
export async function withStartLock<T>(lockPath: string, work: () => Promise<T>): Promise<T> {
  await takeLock(lockPath);
  try {
    return await work();
  } finally {
    await rm(lockPath, { force: true });
  }
}

async function takeLock(lockPath: string): Promise<void> {
  const mine = `${lockPath}.${ownPid}`;
  await writeFile(mine, `${ownPid} ${await findProcessStart(ownPid)}`);
  try {
    const taken = await waitUntil({ limitMs: waitLimitMs, everyMs: 40 }, async () => (await tryLock(mine, lockPath)) || undefined);
    if (taken === undefined) throw new StartRefused(`Another process has been starting on this data directory for a minute (${lockPath}).`);
  } finally {
    await rm(mine, { force: true });
  }
}

async function tryLock(mine: string, lockPath: string): Promise<boolean> {
  try {
    await link(mine, lockPath);
    return true;
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
  const owner = await readFile(lockPath, 'utf8').catch(() => undefined);
  if (owner !== undefined && !(await isHeldByLiving(owner))) await breakLock(lockPath, owner);
  return false;
}

async function isHeldByLiving(owner: string): Promise<boolean> {
  const [pid, ...startedAt] = owner.split(' ');
  return (await findProcessStart(Number(pid))) === startedAt.join(' ');
}

/** Two processes may break one dead lock at once: the slower one would move a fresh lock away, sees that, and puts it back. */
async function breakLock(lockPath: string, deadOwner: string): Promise<void> {
  const aside = `${lockPath}.stale.${ownPid}`;
  try {
    await rename(lockPath, aside);
    if ((await readFile(aside, 'utf8')) !== deadOwner) await link(aside, lockPath);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
  await rm(aside, { force: true });
}
