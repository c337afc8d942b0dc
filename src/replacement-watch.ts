/** A server's look-out for restores (ADR 0009): what it has read of the tables is worth nothing once others are in their place. */
import { lookAtTables } from './database/data-replaced.store.ts';
import type { OpenDatabase } from './database/open-database.ts';
import { startPoll } from './poll.ts';

/** Of the pool it has for itself, so that it hears of a restore however busy the others are. */
export const watchLimits = { connectionsMax: 1 } as const;
const LOOK_EVERY_MS = 1_000;

export interface ReplacementWatch {
  /** Resolves when a restore waits for this server to give way, or has replaced the tables while it could not be told. */
  readonly replaced: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Begin it before anything is read that the server keeps in memory. */
export async function watchForReplacement({ pool }: Pick<OpenDatabase, 'pool'>): Promise<ReplacementWatch> {
  const { tables } = await lookAtTables(pool);
  let tell: () => void = () => undefined;
  const replaced = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const poll = startPoll({
    everyMs: LOOK_EVERY_MS,
    work: async () => {
      const seen = await lookAtTables(pool);
      if (seen.isWanted || seen.tables !== tables) tell();
    },
    clean: async () => undefined,
    // That the database is lost is told by whoever waits for an answer; what happened meanwhile is seen when it is back.
    onTrouble: () => undefined,
  });
  return { replaced, stop: poll.stop };
}
