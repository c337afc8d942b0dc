import { deleteOldClicks } from '../clicks/delete-old-clicks.ts';
import { type DueWorkDeps, runDueWork } from './run-due-work.ts';
import type { Job } from './start-jobs.ts';
import { listTenantIds } from './tenant-ids.store.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

/** What a server does by itself beside answering. Any number of servers may run the same jobs on one database. */
export function serverJobs(deps: DueWorkDeps): readonly Job[] {
  return [
    {
      name: 'due-work',
      everyMs: SECOND_MS,
      run: async () => {
        for (const tenantId of await listTenantIds(deps.pool)) await runDueWork(deps, tenantId);
      },
    },
    {
      name: 'delete-old-clicks',
      everyMs: HOUR_MS,
      run: async () => {
        await deleteOldClicks(deps.pool, deps.clock.now());
      },
    },
  ];
}
