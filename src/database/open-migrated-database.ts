import { StartRefused } from '../start-refused.ts';
import { messageOf, systemErrorCode } from '../system-error.ts';
import { COMMAND_NAME, SERVER_NAME, waitWhileReplaced } from './data-replaced.store.ts';
import type { ClusterUse } from './embedded/cluster-lease.ts';
import { openEmbeddedCluster } from './embedded/embedded-cluster.ts';
import { embeddedRoles } from './embedded/initialise-cluster.ts';
import { migrate } from './migrate.ts';
import {
  accessByUrl,
  checkServer,
  type DatabaseAccess,
  type OpenDatabase,
  openDatabase,
  type PoolLimits,
  type PoolOptions,
} from './open-database.ts';

/** PostgreSQL's code for a write that found no space. */
const diskFull = '53100';
/** Its codes for what a role has no right to: to make a table, or to look into the schema at all. */
const notAllowed: readonly (string | undefined)[] = ['42501', '3F000'];

export interface MigratedDatabase {
  readonly database: OpenDatabase;
  /** Opens further connections to the same database, apart from those that serve requests; closed with the rest. */
  openApart(limits: Partial<PoolLimits>): OpenDatabase;
  /** Sentences about settings of the server that endanger what it acknowledged; empty when all is well. */
  readonly warnings: readonly string[];
  /** Closes the connections, then PostgreSQL itself when this process was the last to use the embedded one. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `serve` may be held by one process per embedded database; any number of commands attach. */
  readonly use: ClusterUse;
  /** Told in a sentence when the database or a connection is lost and when it is back. */
  readonly onTrouble: (message: string) => void;
  /** Ends a server's wait for a restore: its reason is thrown. */
  readonly stop?: AbortSignal;
  readonly limits?: Partial<PoolLimits>;
  /** Of the main pool. */
  readonly isCommitAsynchronous?: boolean;
}

/**
 * Opens the database of the settings (by its URL, else the embedded one in the data directory) and brings its schema up to
 * this program. Throws `StartRefused` with a sentence for the operator; what was opened until then is closed again.
 */
export async function openMigratedDatabase(
  where: { readonly databaseUrl: string | undefined; readonly dataDirectory: string },
  options: OpenOptions,
): Promise<MigratedDatabase> {
  const { access, closeCluster } = await openCluster(where, options);
  const opened: OpenDatabase[] = [];
  const open = (use: PoolOptions): OpenDatabase => {
    const made = openDatabase(access, {
      ...use,
      name: options.use === 'serve' ? SERVER_NAME : COMMAND_NAME,
      onIdleError: (error) => options.onTrouble(`a database connection was lost: ${error.message}`),
    });
    opened.push(made);
    return made;
  };
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((each) => each.close()));
    await closeCluster();
  };
  const { limits = {}, isCommitAsynchronous = false } = options;
  const database = open({ limits, isCommitAsynchronous, isPipelined: true });
  try {
    return {
      database,
      openApart: (apart) => open({ limits: apart }),
      warnings: await checkAndMigrate(database, access, options),
      close,
    };
  } catch (error) {
    await close();
    if (systemErrorCode(error) === diskFull) throw new StartRefused('The database cannot be brought up to date: its disk is full.');
    if (notAllowed.includes(systemErrorCode(error)) && where.databaseUrl !== undefined)
      throw new StartRefused(
        `The user of DATABASE_URL may not make the tables (${messageOf(error)}): let this user own the database, or use one who does.`,
      );
    throw error;
  }
}

async function openCluster(
  where: { readonly databaseUrl: string | undefined; readonly dataDirectory: string },
  options: OpenOptions,
): Promise<{ readonly access: DatabaseAccess; readonly closeCluster: () => Promise<void> }> {
  if (where.databaseUrl !== undefined) return { access: await accessByUrl(where.databaseUrl), closeCluster: async () => undefined };
  const cluster = await openEmbeddedCluster({ dataDirectory: where.dataDirectory, use: options.use, onTrouble: options.onTrouble });
  return { access: { owner: cluster.owner, app: cluster.app, appRole: embeddedRoles.app }, closeCluster: cluster.close };
}

async function checkAndMigrate(database: OpenDatabase, access: DatabaseAccess, { use, stop }: OpenOptions): Promise<readonly string[]> {
  const owner = await database.connectAsOwner();
  try {
    const warnings = await checkServer(owner);
    if (use === 'serve') await waitWhileReplaced(owner, stop);
    await migrate(owner, { appRole: access.appRole });
    return warnings;
  } finally {
    await owner.end();
  }
}
