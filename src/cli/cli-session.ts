import process from 'node:process';
import { type Clock, startClockAt, systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { openMigratedDatabase } from '../database/open-migrated-database.ts';

/** What a command works with. */
export interface CliSession {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: OpenDatabase;
}

/**
 * Attaches to the database of a running server through its socket, or starts the embedded database for as long as `work`
 * takes when nothing serves. Statements may run long: a command is not a request.
 */
export async function withCliSession<T>(
  work: (session: CliSession) => Promise<T>,
  { isCommitAsynchronous = false }: { readonly isCommitAsynchronous?: boolean } = {},
): Promise<T> {
  const config = readConfig(process.env);
  const clock = config.testClock === undefined ? systemClock : startClockAt(config.testClock);
  const opened = await openMigratedDatabase(config, {
    use: 'command',
    onTrouble: (message) => process.stderr.write(`${message}\n`),
    limits: { connectionsMax: 4, statementTimeoutMs: 0, lockTimeoutMs: 30_000 },
    isCommitAsynchronous,
  });
  try {
    for (const warning of opened.warnings) process.stderr.write(`WARNING: ${warning}\n`);
    return await work({ config, clock, database: opened.database });
  } finally {
    await opened.close();
  }
}
