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
