import type pg from 'pg';
import { commit, holdPlanner, isBrokenByRollback } from './transaction.ts';

/** Does the work of one transaction. It must await `begun` before it writes: a write outside a transaction would stay. */
type RoadWorker<T> = (client: pg.PoolClient, begun: Promise<unknown>) => Promise<T>;

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

  /** Committed when it resolves, rolled back when it rejects, and the rejection passes through. One at a time. */
  async transaction<T>(work: RoadWorker<T>): Promise<T> {
    this.#client ??= await this.#pool.connect();
    const result = await this.#run(this.#client, work);
    // Others are waiting for a connection: they have their turn between two batches.
    if (this.#pool.waitingCount > 0) this.release();
    return result;
  }

  async #run<T>(client: pg.PoolClient, work: RoadWorker<T>): Promise<T> {
    try {
      const begun = client.query(`begin; ${holdPlanner(client)}`);
      // The work awaits it; until then a failure must not count as one that nobody handles.
      begun.catch(() => undefined);
      const result = await work(client, begun);
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
