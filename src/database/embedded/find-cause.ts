import { messageOf, systemErrorCode } from '../../system-error.ts';

const causes: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Check free disk space|ENOSPC|EDQUOT/, 'the disk is full'],
  [/Read-only file system|EROFS/, 'the file system is read-only'],
  [/Permission denied|EACCES|EPERM/, 'permission denied'],
  [/ENOTDIR|EEXIST/, 'it is not a directory'],
];

/** What of PostgreSQL's output an operator can act on: the known cause, else its last line that tells of an error. */
export function findCause(output: string): string {
  const known = causes.find(([pattern]) => pattern.test(output));
  if (known !== undefined) return known[1];
  const line = output.split('\n').findLast((text) => /FATAL|PANIC|error:/.test(text));
  return (line ?? output.trim()).replace(/^.*(?:FATAL|PANIC|error):\s*/, '').trim();
}

/** The cause of a failed file operation in an operator's words. Undefined for an error that is none. */
export function findFileCause(error: unknown): string | undefined {
  const code = systemErrorCode(error);
  if (code === undefined || !(error instanceof Error) || !('syscall' in error)) return undefined;
  return causes.find(([pattern]) => pattern.test(code))?.[1] ?? messageOf(error);
}
