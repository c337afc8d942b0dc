import pg from 'pg';
import { waitUntil } from './wait-until.ts';

/** What a process does with the data directory: at most one serves, any number of commands attach. */
export type ClusterUse = 'serve' | 'command';

/**
 * Proof that this process uses the cluster: PostgreSQL advisory locks on a connection of its own. They end with the
 * process however it ends, which no file can promise.
 */
export interface ClusterLease {
  /** Resolves when the connection is lost without `release` or `releaseAsLast`. */
  readonly lost: Promise<void>;
  /** Gives the lease back; true when nobody else holds one. Call under the start lock. */
  releaseAsLast(): Promise<boolean>;
}

const lockClass = 0x5a_4f;
const inUse = 1;
const serving = 2;
/** The session of a server killed a moment ago needs a little time to end. */
const graceMs = 1_500;

/** Undefined when another process serves this cluster. */
export async function takeLease(connection: pg.ClientConfig, use: ClusterUse): Promise<ClusterLease | undefined> {
  const client = new pg.Client({ ...connection, application_name: `sarafan ${use} lease` });
  let isReleased = false;
  const lost = new Promise<void>((resolve) => client.on('end', () => isReleased || resolve()));
  // Without a listener a lost connection would end the process; `lost` tells the owner instead.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock_shared($1, $2)', [lockClass, inUse]);
  if (use === 'serve') {
    const isTaken = await waitUntil({ limitMs: graceMs, everyMs: 50 }, async () => (await tryLock(client, serving)) || undefined);
    if (isTaken === undefined) {
      isReleased = true;
      await client.end();
      return undefined;
    }
  }
  return {
    lost,
    releaseAsLast: async () => {
      isReleased = true;
      try {
        await client.query('select pg_advisory_unlock_shared($1, $2)', [lockClass, inUse]);
        return await tryLock(client, inUse);
      } catch {
        // The connection is gone, and with it the lease; whether others are left cannot be asked any more.
        return false;
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
}

async function tryLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ readonly taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [lockClass, lock]);
  return rows[0]?.taken === true;
}
