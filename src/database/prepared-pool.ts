import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { nameOfBuilt } from './built-once.ts';

/**
 * The pool as the query builder sees it: a text that is built once is parsed and planned once by each connection too. Planning the card of
 * a customer took PostgreSQL longer than finding it: four times as many reads in the same time.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  // The builder keeps what it knows of a connection by its object, so each connection has one.
  const seen = new WeakMap<pg.PoolClient, PreparingClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const known = seen.get(client) ?? new PreparingClient(client);
      seen.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(asked: string | PostgresCursor<R>, values: readonly unknown[] = []): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string') throw new Error('rows are read by pages, not by a cursor');
    const name = nameOfBuilt(asked);
    // Kysely types the answer of its few commands by name; pg says `string`.
    return this.#client.query({ text: asked, values: [...values], ...(name === undefined ? {} : { name }) }) as Promise<unknown> as Promise<
      PostgresQueryResult<R>
    >;
  }

  release(): void {
    this.#client.release();
  }
}
