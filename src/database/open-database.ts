import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { StartRefused } from '../start-refused.ts';
import { messageOf, systemErrorCode } from '../system-error.ts';
import { columnTypes } from './column-types.ts';
import { SERVER_NAME } from './data-replaced.store.ts';
import { preparedPool } from './prepared-pool.ts';
import type { Database } from './schema.ts';

/** How to reach a database, as whom, and which role the app works under. */
export interface DatabaseAccess {
  /** Owns the tables; used for migrations only. */
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
  /** The role whose rights on append-only tables are revoked; undefined when the app has to work as the owner. */
  readonly appRole: string | undefined;
}

export interface OpenDatabase {
  /** For everything that serves requests. */
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Database>;
  /** Connects as the owner, with no statement limit: for migrations and maintenance. The caller ends it. */
  connectAsOwner(): Promise<pg.Client>;
  /** Resolves when every connection is given back and closed. */
  close(): Promise<void>;
}

export interface PoolLimits {
  readonly connectionsMax: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  /** How long a request waits for a free connection. */
  readonly connectTimeoutMs: number;
}

export const servingLimits: PoolLimits = {
  connectionsMax: 16,
  statementTimeoutMs: 5_000,
  lockTimeoutMs: 2_000,
  idleInTransactionTimeoutMs: 10_000,
  connectTimeoutMs: 3_000,
};

/** A server that is there has ended the statement by then: one that says nothing is gone. */
const SILENCE_MS = 1_500;

const oldestServer = 150_000;

export interface PoolOptions {
  readonly limits?: Partial<PoolLimits>;
  /** What its connections are called in PostgreSQL; a server's when absent. */
  readonly name?: string;
  /** Told of connections lost while nobody used them. */
  readonly onIdleError?: (error: Error) => void;
  /**
   * Statements of one connection leave together where they do not wait for each other, as the road needs it (ADR 0018). Not for who
   * gives an answer up: the driver closes such a connection only when the answer has come.
   */
  readonly isPipelined?: boolean;
  /**
   * Commits are answered a moment before they are on the disk: a power loss takes the last of them, never one from the middle. For
   * work that stores durably how far it has come and goes on from there, never for what somebody is told has happened.
   */
  readonly isCommitAsynchronous?: boolean;
}

/** Opens the pool; connections are made when needed. */
export function openDatabase(access: DatabaseAccess, options: PoolOptions = {}): OpenDatabase {
  const limits = { ...servingLimits, ...options.limits };
  const pool = new pg.Pool({
    ...withSession(access.app, options.isCommitAsynchronous === true ? '-c synchronous_commit=off' : undefined),
    application_name: options.name ?? SERVER_NAME,
    max: limits.connectionsMax,
    statement_timeout: limits.statementTimeoutMs,
    lock_timeout: limits.lockTimeoutMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeoutMs,
    connectionTimeoutMillis: limits.connectTimeoutMs,
    idleTimeoutMillis: 30_000,
    pipeline: options.isPipelined === true,
    // With what is sent behind one another this closes the connection as well, so that nobody waits on it again.
    ...(options.isPipelined === true && limits.statementTimeoutMs > 0 ? { query_timeout: limits.statementTimeoutMs + SILENCE_MS } : {}),
  });
  // Without a listener an idle connection that the server closes would end the process.
  pool.on('error', (error) => options.onIdleError?.(error));
  // The pool listens only while nobody uses a connection; of one that breaks in use, the statement's own rejection tells.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    kysely: new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) }),
    connectAsOwner: async () => {
      const client = new pg.Client({ ...withSession(access.owner), lock_timeout: 60_000, application_name: 'sarafan owner' });
      client.on('error', (error) => options.onIdleError?.(error));
      await client.connect();
      return client;
    },
    close: () => pool.end(),
  };
}

/** Every session reads and writes UTC and our column types, whatever the server's defaults are. */
function withSession(config: pg.ClientConfig, more?: string): pg.ClientConfig {
  return {
    keepAlive: true,
    ...config,
    types: columnTypes,
    // Compiling a short query at run time costs more than running it.
    options: [config.options, '-c timezone=UTC -c jit=off', more].filter((option) => option !== undefined).join(' '),
  };
}

/**
 * Refuses a server older than PostgreSQL 15 and returns a warning for each setting that could lose an acknowledged event
 * on power loss.
 */
export async function checkServer(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly version: string; readonly fsync: string; readonly commit: string }>(
    `select current_setting('server_version_num') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  const server = rows[0];
  if (server === undefined) throw new Error('the server answered no settings');
  if (Number(server.version) < oldestServer) {
    throw new StartRefused(
      `Sarafan needs PostgreSQL 15 or later; the server of DATABASE_URL is ${Math.floor(Number(server.version) / 10_000)}.`,
    );
  }
  const warnings = [];
  if (server.fsync !== 'on') warnings.push('PostgreSQL runs with fsync=off: a power loss can destroy the database.');
  if (server.commit === 'off')
    warnings.push('PostgreSQL runs with synchronous_commit=off: a power loss loses events already acknowledged.');
  return warnings;
}

/** Finds out how to use the database of a URL. Throws `StartRefused` when it cannot be reached. */
export async function accessByUrl(url: string): Promise<DatabaseAccess> {
  const owner: pg.ClientConfig = { connectionString: withoutName(url), connectionTimeoutMillis: 10_000 };
  const client = clientOf(owner);
  try {
    await client.connect();
    const appRole = (await provideAppRole(client)) ? urlAppRole : undefined;
    return { owner, app: appRole === undefined ? owner : { ...owner, options: `-c role=${appRole}` }, appRole };
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(`The database of DATABASE_URL cannot be used: ${messageOf(error) || 'it does not answer'}.`);
  } finally {
    await client.end();
  }
}

/** A restore finds servers and commands by what they call themselves; the address would have its way over that. */
function withoutName(url: string): string {
  return url.replace(/([?&])application_name=[^&#]*&?/g, '$1');
}

/** The address is read here, and what it says of certificates is read from their files. */
function clientOf(config: pg.ClientConfig): pg.Client {
  try {
    return new pg.Client(config);
  } catch (error) {
    // The driver's own words name neither the setting nor what is usually wrong with it.
    const isAddress = systemErrorCode(error) === 'ERR_INVALID_URL' || error instanceof URIError;
    const why = isAddress
      ? 'it must be like postgres://user:password@host:5432/database, and in a password # / ? @ are written %23 %2F %3F %40'
      : messageOf(error);
    throw new StartRefused(`DATABASE_URL cannot be read: ${why}.`);
  }
}

const urlAppRole = 'sarafan_app';

/**
 * The app works under a role of its own, so that history cannot be changed through it. It is made when the URL's user may
 * make roles; otherwise one made beforehand is used when the user is its member, and without one the user itself works.
 */
async function provideAppRole(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ readonly exists: boolean; readonly usable: boolean; readonly creatable: boolean }>(
    `select found.oid is not null as exists,
            coalesce(pg_has_role(current_user, found.oid, 'member') and current_user <> $1, false) as usable,
            own.rolsuper or own.rolcreaterole as creatable
     from pg_roles own left join pg_roles found on found.rolname = $1
     where own.rolname = current_user`,
    [urlAppRole],
  );
  const state = rows[0];
  if (state === undefined || state.usable) return state?.usable === true;
  if (state.exists || !state.creatable) return false;
  // Two servers may start at once; the second finds the role made.
  await client.query(`do $$ begin create role ${urlAppRole}; exception when duplicate_object or unique_violation then null; end $$`);
  await client.query(`grant ${urlAppRole} to current_user`);
  return true;
}
