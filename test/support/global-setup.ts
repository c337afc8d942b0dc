import { pid } from 'node:process';
import type { TestProject } from 'vitest/node';
import { clustersDirectoryOfRun, endAbandonedClusters, endTestClusters } from './test-clusters.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly clustersDirectory: string;
  }
}

/** PostgreSQL itself is started by the first test file that asks for a database: a run of pure tests does not wait for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const clustersDirectory = clustersDirectoryOfRun(pid);
  project.provide('clustersDirectory', clustersDirectory);
  await endAbandonedClusters();
  return () => endTestClusters(clustersDirectory);
}
