import type pg from 'pg';
import type { PoolLimits } from '../database/open-database.ts';

export type ClickPool = pg.Pool;

/**
 * The redirect's own connections: one writes clicks, one looks codes up. A pool shared with the API would let a burst of
 * events delay every friend.
 */
export const clickPoolLimits: Partial<PoolLimits> = {
  connectionsMax: 2,
  statementTimeoutMs: 2_000,
  lockTimeoutMs: 1_000,
  connectTimeoutMs: 1_000,
};

/** A statement the server keeps prepared under its name. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** One connection kept by one user. After a query fails it must be closed, since a late answer may still be on its way. */
export class HeldConnection {
  readonly #client: pg.PoolClient;

  private constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  static async open(pool: ClickPool): Promise<HeldConnection> {
    const client = await pool.connect();
    // A lost connection also fails the query that runs on it; without a listener it would end the process.
    client.on('error', () => undefined);
    return new HeldConnection(client);
  }

  /** Rejects when the answer takes longer than `timeLimitMs`, even when the server has gone without a word. */
  async query<Row extends pg.QueryResultRow>(statement: NamedStatement, values: unknown[], timeLimitMs: number): Promise<readonly Row[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${statement.name}: no answer in ${timeLimitMs} ms`)), timeLimitMs);
    });
    try {
      return (await Promise.race([this.#client.query<Row>({ ...statement, values }), late])).rows;
    } finally {
      clearTimeout(timer);
    }
  }

  close(isBroken: boolean): void {
    this.#client.removeAllListeners('error');
    // The socket of a broken connection may still report an error after the pool has let go of it.
    this.#client.on('error', () => undefined);
    this.#client.release(isBroken);
  }
}
