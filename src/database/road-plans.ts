/**
 * When the road's plans have to be made anew. Which of several indexes serves best is seen only when a table has rows, and a plan made
 * while it was empty would read all of a tenant for each key. PostgreSQL itself looks again after its own `analyze`, which comes
 * up to a minute late: a busy minute is thousands of rows.
 */
import type pg from 'pg';

/** Below this a wrong index costs nothing. */
const SMALL_ROWS = 100;

/** Rows this process has written, by table. */
const written = new Map<string, number>();
/** What was written when a connection last made its plans. */
const planned = new WeakMap<pg.ClientBase, ReadonlyMap<string, number>>();

export function noteWritten(table: string, rows: number): void {
  written.set(table, (written.get(table) ?? 0) + rows);
}

/** True when a table has more than doubled since the connection's plans were made; they then count as made now. */
export function takeOutgrownPlans(client: pg.ClientBase): boolean {
  const before = planned.get(client);
  if (before !== undefined && !isOutgrown(before)) return false;
  planned.set(client, new Map(written));
  return before !== undefined;
}

function isOutgrown(before: ReadonlyMap<string, number>): boolean {
  for (const [table, rows] of written) if (rows > 2 * (before.get(table) ?? 0) + SMALL_ROWS) return true;
  return false;
}
