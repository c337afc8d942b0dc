import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { kill } from 'node:process';
import { promisify } from 'node:util';
import { systemErrorCode } from '../../system-error.ts';

/**
 * What tells one process from a later one with the same pid: its start time as the system writes it.
 * Undefined when no such process lives.
 */
export async function findProcessStart(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  const fields = readStatFields(pid);
  if (fields !== undefined) return fields[19];
  const listed = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined);
  return listed?.stdout.trim() || undefined;
}

/** True also for a process of another user, which may be seen but not signalled; false for one that ended and waits to be collected. */
export function isAlive(pid: number): boolean {
  try {
    kill(pid, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
  return readStatFields(pid)?.[0] !== 'Z';
}

/** The fields after the command, which stands in parentheses and may itself hold spaces and parentheses. Undefined without a /proc. */
function readStatFields(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
