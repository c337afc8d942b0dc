import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { EmbeddedCluster } from '../../src/database/embedded/embedded-cluster.ts';
import { embeddedRoles } from '../../src/database/embedded/initialise-cluster.ts';
import { migrate } from '../../src/database/migrate.ts';
import { type DatabaseAccess, type OpenDatabase, openDatabase, type PoolLimits } from '../../src/database/open-database.ts';
import { atFileEnd } from './file-end.ts';
import { openTestCluster, type PostgresMajor } from './test-clusters.ts';

/** A migrated database of its own for one test file, closed and dropped after the file's last test. */
export interface TestDatabase {
  readonly name: string;
  readonly access: DatabaseAccess;
  /** Connected as the app's role: revoked rights are felt. */
  readonly database: OpenDatabase;
  /** For `startSarafan({ env: { DATABASE_URL } })` and for connecting as the owner of the tables. */
  readonly url: string;
}

const templateName = 'migrated_template';
const templateLock = 7_270_001;
const clusters = new Map<PostgresMajor, Promise<EmbeddedCluster>>();

/** Clones a database from a migrated template: about 50 ms after the first of the run. */
export async function createTestDatabase(
  options: { readonly major?: PostgresMajor; readonly limits?: Partial<PoolLimits> } = {},
): Promise<TestDatabase> {
  const major = options.major ?? 18;
  const cluster = await findCluster(major);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(cluster, 'sarafan', (owner) => owner.query(`create database ${name} template ${templateName}`));
  const access: DatabaseAccess = {
    owner: { ...cluster.owner, database: name },
    app: { ...cluster.app, database: name },
    appRole: embeddedRoles.app,
  };
  const database = openDatabase(access, { isPipelined: true, ...(options.limits === undefined ? {} : { limits: options.limits }) });
  atFileEnd(async () => {
    await database.close();
    await asOwner(cluster, 'sarafan', (owner) => dropDatabase(owner, name));
  });
  return { name, access, database, url: urlOf(cluster, name) };
}

const SUPERUSERS_PROCESS = '42501';
const DROP_TRIES = 40;

/** An autovacuum worker in the database is a superuser's process, which the owner may not end: it is done in a moment. */
async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await owner.query(`drop database ${name} with (force)`);
      return;
    } catch (error) {
      const isBusy = error instanceof pg.DatabaseError && error.code === SUPERUSERS_PROCESS;
      if (!isBusy || tries === DROP_TRIES) throw error;
      await owner.query('select pg_sleep(0.25)');
    }
  }
}

function urlOf(cluster: EmbeddedCluster, databaseName: string): string {
  return `postgres://${embeddedRoles.owner}@localhost/${databaseName}?host=${encodeURIComponent(String(cluster.owner.host))}`;
}

/** An empty database, never migrated, for tests of migrations themselves. */
export async function createEmptyDatabase(options: { readonly major?: PostgresMajor } = {}): Promise<TestDatabase> {
  const created = await createTestDatabase(options);
  const owner = await created.database.connectAsOwner();
  await owner.query('drop schema public cascade');
  await owner.query('create schema public');
  await owner.end();
  return created;
}

async function findCluster(major: PostgresMajor): Promise<EmbeddedCluster> {
  const found = clusters.get(major) ?? startCluster(major);
  clusters.set(major, found);
  return found;
}

async function startCluster(major: PostgresMajor): Promise<EmbeddedCluster> {
  const cluster = await openTestCluster(inject('clustersDirectory'), major);
  await asOwner(cluster, 'sarafan', async (owner) => {
    await owner.query('select pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [templateName]);
    if (rowCount !== 0) return;
    // Renamed only when whole: a failed migration must not leave a template that later files would trust.
    await owner.query('drop database if exists unfinished_template');
    await owner.query('create database unfinished_template');
    await asOwner(cluster, 'unfinished_template', (client) => migrate(client, { appRole: embeddedRoles.app }));
    await owner.query(`alter database unfinished_template rename to ${templateName}`);
  });
  return cluster;
}

async function asOwner<T>(cluster: EmbeddedCluster, databaseName: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ ...cluster.owner, database: databaseName });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
