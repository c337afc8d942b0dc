/** Two acts that meet: each goes as far as a lock somebody else holds, and none of them waits for luck. */
import { expect } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.ts';

export interface HeldLock {
  /** Resolves when so many wait for this lock or behind one who does. */
  readonly isAwaitedBy: (count: number) => Promise<void>;
  /** In the transaction that holds it. */
  readonly query: (sql: string, values?: unknown[]) => Promise<void>;
  readonly release: () => Promise<void>;
}

const WAITING = `select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where not l.granted and a.datname = current_database()`;

/** Begins a transaction of the tables' owner with that statement, which takes the lock. */
export async function holdLock(test: TestDatabase, sql: string): Promise<HeldLock> {
  const holder = await test.database.connectAsOwner();
  await holder.query('begin');
  await holder.query(sql);
  return {
    isAwaitedBy: (count) =>
      expect
        .poll(async () => Number((await holder.query(WAITING)).rows[0].n), { timeout: 20_000, interval: 5 })
        .toBeGreaterThanOrEqual(count),
    query: async (text, values) => {
      await holder.query(text, values);
    },
    release: async () => {
      await holder.query('commit');
      await holder.end();
    },
  };
}

/** One whose locks may be held for as long as a busy machine needs. */
export function patientDatabase(): Promise<TestDatabase> {
  return createTestDatabase({ limits: { lockTimeoutMs: 60_000, statementTimeoutMs: 60_000 } });
}

/** The row that each batch of the road takes first. */
export const TENANT_ROW = 'select tenant_id from tenant for no key update';
