import type pg from 'pg';
import { commit, holdPlanner, isBrokenByRollback } from './transaction.ts';

/** A transaction of a lane. `begun` must be awaited before anything is written: a write outside a transaction would stay. */
export interface RoadTransaction {
  readonly client: pg.PoolClient;
  /** Its first statement may still be on its way. */
  readonly begun: Promise<unknown>;
  /** Commits what is written so far; resolves when the next transaction is on its way on the same connection. Everything must be awaited before. */
  readonly turnOver: () => Promise<{ readonly begun: Promise<unknown> }>;
}

type RoadWorker<T> = (transaction: RoadTransaction) => Promise<T>;

/**
 * The connection one lane of the road keeps for as long as it has work. Statements that need no answer of those before them do not
 * wait for it (the pool is pipelined), and a transaction on a connection held already begins in the same turn: the database works
 * while the answers of the batch before it are given.
 */
export class RoadConnection {
  readonly #pool: pg.Pool;
  #client: pg.PoolClient | null = null;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Committed when it resolves, rolled back (since the last turn over) when it rejects, and the rejection passes through. One at a time. */
  async transaction<T>(work: RoadWorker<T>): Promise<T> {
    this.#client ??= await this.#pool.connect();
    const result = await this.#run(this.#client, work);
    // Others are waiting for a connection: they have their turn between two batches.
    if (this.#pool.waitingCount > 0) this.release();
    return result;
  }

  async #run<T>(client: pg.PoolClient, work: RoadWorker<T>): Promise<T> {
    try {
      const turnOver = async () => {
        await commit(client);
        return { begun: begin(client) };
      };
      const result = await work({ client, begun: begin(client), turnOver });
      await commit(client);
      return result;
    } catch (error) {
      await this.#rollBack(client);
      throw error;
    }
  }

  /** Gives the connection back; the next transaction asks for one again. */
  release(): void {
    this.#client?.release();
    this.#client = null;
  }

  /** The connection is given back, as the next try may be a while; one whose rollback fails is closed. */
  async #rollBack(client: pg.PoolClient): Promise<void> {
    const isBroken = await isBrokenByRollback(client);
    this.#client = null;
    client.release(isBroken);
  }
}

function begin(client: pg.PoolClient): Promise<unknown> {
  const begun = client.query(`begin; ${holdPlanner(client)}`);
  // The work awaits it; until then a failure must not count as one that nobody handles.
  begun.catch(() => undefined);
  return begun;
}
