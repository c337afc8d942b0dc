import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { StartRefused } from '../../start-refused.ts';
import { messageOf } from '../../system-error.ts';
import { type ClusterLease, type ClusterUse, takeLease } from './cluster-lease.ts';
import { type ClusterPlace, prepareClusterPlace } from './cluster-place.ts';
import { createRolesAndDatabase, embeddedDatabaseName } from './create-roles.ts';
import { findFileCause } from './find-cause.ts';
import { embeddedRoles, initialiseCluster } from './initialise-cluster.ts';
import { type PostgresPrograms, platformPackageName, preparePrograms } from './postgres-package.ts';
import { findPostmaster, isStartedWith, postmasterArguments, startPostmaster, stopPostmaster } from './postmaster.ts';
import { chooseServerAccount, type ServerAccount } from './server-account.ts';
import { withStartLock } from './start-lock.ts';

/**
 * Real PostgreSQL as a child process, reached through a socket only its user may open.
 *
 * Life of a cluster. Starting, attaching and stopping happen one process at a time, under the start lock of the data
 * directory. Whoever uses the cluster holds a lease (an advisory lock on a connection of its own); a second server gets
 * none and is refused. The last one to give its lease back stops PostgreSQL. A killed Sarafan leaves PostgreSQL running:
 * the next start adopts it, or restarts it when it runs with other settings and nobody else uses it.
 */
export interface EmbeddedCluster {
  /** Connections by role: the owner migrates, the app does everything else. */
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
  close(): Promise<void>;
}

export interface EmbeddedClusterOptions {
  readonly dataDirectory: string;
  readonly use: ClusterUse;
  /** Told when PostgreSQL ended without being asked, and when it is back. */
  readonly onTrouble?: (message: string) => void;
  /** Package with the PostgreSQL programs; the one of this platform when absent. */
  readonly packageName?: string;
  /** PostgreSQL settings that differ from ours, for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

interface Running {
  readonly pid: number;
  readonly lease: ClusterLease;
}

interface Plan {
  readonly place: ClusterPlace;
  readonly programs: PostgresPrograms;
  readonly account: ServerAccount;
  readonly args: readonly string[];
  readonly use: ClusterUse;
  readonly superuser: pg.ClientConfig;
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
}

const restartPauseMs = 1_000;

/**
 * Starts PostgreSQL on the data directory or attaches to the one that runs. Throws `StartRefused` with a sentence for the
 * operator, also when a file cannot be read or written.
 */
export async function openEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  try {
    const plan = await makePlan(options);
    const supervised = supervise(plan, await runUnderLock(plan), options.onTrouble ?? (() => undefined));
    return { owner: plan.owner, app: plan.app, close: supervised.close };
  } catch (error) {
    const cause = findFileCause(error);
    if (cause === undefined) throw error;
    throw new StartRefused(
      `The data directory ${resolve(options.dataDirectory)} cannot be used: ${cause}. Mend that, or set SARAFAN_DATA to another directory.`,
    );
  }
}

async function makePlan(options: EmbeddedClusterOptions): Promise<Plan> {
  const account = await chooseServerAccount(options.dataDirectory);
  const place = await prepareClusterPlace(options.dataDirectory, account);
  const programs = await preparePrograms(options.packageName ?? platformPackageName(), account, place.programsFallback);
  const address = { host: place.socketDirectory, port: 5432, database: embeddedDatabaseName };
  return {
    place,
    programs,
    account,
    args: postmasterArguments(place, options.settings ?? {}),
    use: options.use,
    superuser: { ...address, user: embeddedRoles.superuser },
    owner: { ...address, user: embeddedRoles.owner },
    app: { ...address, user: embeddedRoles.app },
  };
}

function runUnderLock(plan: Plan): Promise<Running> {
  return withStartLock(plan.place.lockFile, async () => {
    const adopted = await adopt(plan);
    if (adopted !== undefined) return adopted;
    await initialiseCluster(plan.place, plan.programs, plan.account);
    const pid = await startPostmaster(plan.place, plan);
    return { pid, lease: await enter(plan) };
  });
}

async function adopt(plan: Plan): Promise<Running | undefined> {
  const pid = await findPostmaster(plan.place.clusterDirectory);
  if (pid === undefined) return undefined;
  const lease = await enter(plan);
  if (await isStartedWith(plan.place, plan.args)) return { pid, lease };
  if (!(await lease.releaseAsLast())) return { pid, lease: await enter(plan) };
  await stopPostmaster(pid);
  return undefined;
}

async function enter(plan: Plan): Promise<ClusterLease> {
  await createRolesAndDatabase(plan.superuser);
  const lease = await takeLease(plan.superuser, plan.use);
  if (lease !== undefined) return lease;
  throw new StartRefused(
    `Another Sarafan already serves the data directory ${plan.place.dataDirectory}: end it first, or set SARAFAN_DATA to another directory.`,
  );
}

/** Keeps PostgreSQL running until `close`: a lost lease means that it ended (or lost our session), and it is started again. */
function supervise(plan: Plan, first: Running, onTrouble: (message: string) => void): { readonly close: () => Promise<void> } {
  let running = first;
  let isClosing = false;
  let restart: Promise<void> = Promise.resolve();
  const watch = (): void => {
    void running.lease.lost.then(() => {
      restart = isClosing ? restart : runAgain();
    });
  };
  const runAgain = async (): Promise<void> => {
    onTrouble('the database ended unexpectedly; starting it again');
    while (!isClosing) {
      try {
        running = await runUnderLock(plan);
        onTrouble('the database runs again');
        return watch();
      } catch (error) {
        onTrouble(`the database does not start: ${messageOf(error)}`);
        await delay(restartPauseMs);
      }
    }
  };
  watch();
  return {
    close: async () => {
      isClosing = true;
      await restart;
      await withStartLock(plan.place.lockFile, async () => {
        if (!(await running.lease.releaseAsLast())) return;
        await stopPostmaster(running.pid);
        await rm(plan.place.socketDirectory, { recursive: true, force: true });
      });
    },
  };
}
