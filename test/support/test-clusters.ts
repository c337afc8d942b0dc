import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedCluster, type EmbeddedClusterOptions, openEmbeddedCluster } from '../../src/database/embedded/embedded-cluster.ts';
import { findPostmaster, stopPostmaster } from '../../src/database/embedded/postmaster.ts';
import { isAlive } from '../../src/database/embedded/process-identity.ts';

/** Major versions of PostgreSQL the tests run on. */
export type PostgresMajor = 15 | 18;

const directoryPrefix = 'sarafan-test-clusters-';

/**
 * Nothing of a test database outlives the run, so nothing has to survive a power loss either. A file whose every test opens an API
 * keeps their connections until it ends, fifty and more: two such files may run beside each other.
 */
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** One place per run, named for the process that owns the run, so that what a killed run left can be told and ended. */
export function clustersDirectoryOfRun(ownerPid: number): string {
  return join(tmpdir(), `${directoryPrefix}${ownerPid}`);
}

/** Starts the cluster of this run, or attaches to it when another test file has started it. */
export function openTestCluster(clustersDirectory: string, major: PostgresMajor): Promise<EmbeddedCluster> {
  return openEmbeddedCluster(clusterOptions(clustersDirectory, major));
}

/** Ends every cluster of a run, whoever started it, and removes its files. */
export async function endTestClusters(clustersDirectory: string): Promise<void> {
  for (const major of [15, 18] as const) {
    const pid = await findPostmaster(join(clusterOptions(clustersDirectory, major).dataDirectory, 'postgres'));
    if (pid !== undefined) await stopPostmaster(pid);
  }
  await rm(clustersDirectory, { recursive: true, force: true });
}

/** Ends what runs that were killed have left. */
export async function endAbandonedClusters(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(directoryPrefix)) continue;
    if (!isAlive(Number(name.slice(directoryPrefix.length)))) await endTestClusters(join(tmpdir(), name));
  }
}

function clusterOptions(clustersDirectory: string, major: PostgresMajor): EmbeddedClusterOptions {
  return {
    dataDirectory: join(clustersDirectory, String(major)),
    use: 'command',
    settings: fastSettings,
    ...(major === 15 ? { packageName: 'postgres-15-linux-x64' } : {}),
  };
}
