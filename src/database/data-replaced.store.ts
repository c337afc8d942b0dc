/**
 * A restore under running servers (ADR 0009). It loads beside the tables in use, then holds a lock that says so: every server gives
 * way, closing all it has read from the old tables, the new ones take their place, and the servers read everything anew.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';

const LOCK_CLASS = 0x5a_4f;
const REPLACING = 4;
const WAIT_STEP_MS = 100;

/** How a server's connections and a command's are called in PostgreSQL; those of owners, leases and watches have other names. */
export const SERVER_NAME = 'sarafan';
export const COMMAND_NAME = 'sarafan command';

/** Who may be reading or writing the tables: a server gives way when told to, a command (an import) has to end by itself. */
export interface DatabaseUsers {
  readonly hasServer: boolean;
  readonly hasCommand: boolean;
}

export async function findUsers(owner: pg.ClientBase): Promise<DatabaseUsers> {
  const { rows } = await owner.query<{ readonly name: string }>(
    `select distinct application_name as name from pg_stat_activity
     where datname = current_database() and application_name = any($1) and pid <> pg_backend_pid()`,
    [[SERVER_NAME, COMMAND_NAME]],
  );
  const names = rows.map(({ name }) => name);
  return { hasServer: names.includes(SERVER_NAME), hasCommand: names.includes(COMMAND_NAME) };
}

interface GiveWay {
  /** For commands to end, and then for servers to give way. */
  readonly limitMs: number;
  /** Told before servers are asked. */
  readonly onAsk: () => void;
  readonly replace: () => Promise<void>;
}

/**
 * Runs `replace` while no server works, and lets them go on afterwards, however it ends: the lock goes with the connection. With nothing
 * done it tells who is still there after the limit: a server of an earlier version, or a command. For a command's end it waits before it
 * asks the servers: they would be away for nothing.
 */
export async function whileServersGiveWay(
  owner: pg.ClientBase,
  { limitMs, onAsk, replace }: GiveWay,
): Promise<'done' | 'server' | 'command'> {
  if ((await waitForUsers(owner, limitMs, ({ hasCommand }) => !hasCommand)) !== null) return 'command';
  onAsk();
  await owner.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, REPLACING]);
  try {
    const left = await waitForUsers(owner, limitMs, ({ hasServer, hasCommand }) => !hasServer && !hasCommand);
    if (left !== null) return left.hasServer ? 'server' : 'command';
    await replace();
    return 'done';
  } finally {
    await owner.query('select pg_advisory_unlock($1, $2)', [LOCK_CLASS, REPLACING]).catch(() => undefined);
  }
}

/** Null as soon as `isEnough`; who is there when the limit is over. */
async function waitForUsers(
  owner: pg.ClientBase,
  limitMs: number,
  isEnough: (users: DatabaseUsers) => boolean,
): Promise<DatabaseUsers | null> {
  const untilMs = performance.now() + limitMs;
  for (;;) {
    const users = await findUsers(owner);
    if (isEnough(users)) return null;
    if (performance.now() >= untilMs) return users;
    await delay(WAIT_STEP_MS);
  }
}

/**
 * A server that starts meanwhile waits, rather than read tables that are about to go. However long: what it would serve is not there yet.
 * It asks again and again, so that who stops it is heard, and no time limit of the server for statements ends it.
 */
export async function waitWhileReplaced(owner: pg.ClientBase, stop?: AbortSignal): Promise<void> {
  while (!(await isFree(owner))) {
    await delay(WAIT_STEP_MS);
    stop?.throwIfAborted();
  }
}

async function isFree(owner: pg.ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ readonly isFree: boolean }>(`select pg_try_advisory_lock_shared($1, $2) as "isFree"`, [
    LOCK_CLASS,
    REPLACING,
  ]);
  if (rows[0]?.isFree !== true) return false;
  await owner.query('select pg_advisory_unlock_shared($1, $2)', [LOCK_CLASS, REPLACING]);
  return true;
}

export interface TablesInUse {
  /** A restore waits for the servers to give way. */
  readonly isWanted: boolean;
  /** Other ones have another number: a restore makes all of them anew. */
  readonly tables: string | null;
}

export async function lookAtTables(pool: pg.Pool): Promise<TablesInUse> {
  const { rows } = await pool.query<TablesInUse>({
    name: 'replaced',
    text: `select to_regclass('tenant')::oid::text as tables, exists (
             select from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2 and objsubid = 2
               and database = (select oid from pg_database where datname = current_database())
               and mode = 'ExclusiveLock' and granted) as "isWanted"`,
    values: [LOCK_CLASS, REPLACING],
  });
  return rows[0] ?? { isWanted: false, tables: null };
}
