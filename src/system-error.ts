/** The code of a system or database error (`ENOENT`, `23505`), undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What a thrown thing says, without its stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const DRIVER_TIMEOUTS: readonly string[] = [
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
];

/** Whether nothing has come of a statement or a connection in the time anybody waits. The driver gives these no code. */
export function isDatabaseSilent(error: unknown): boolean {
  return error instanceof Error && DRIVER_TIMEOUTS.includes(error.message);
}

/**
 * Whether a SQLSTATE says that nothing is wrong with what was asked: a connection that failed (class 08), a deadlock (40), no room (53),
 * a lock or statement that took too long, a server that shuts down or starts (57).
 */
export function isPassingState(code: string): boolean {
  return /^(?:08|40|53|57)...$|^55P03$/.test(code);
}

/** Whether nobody could be served now: the database is silent, refuses connections, or is going down (class 57P). */
export function isDatabaseAway(error: unknown): boolean {
  return isDatabaseSilent(error) || /^08...$|^57P..$|^E[A-Z]+$/.test(systemErrorCode(error) ?? '');
}
