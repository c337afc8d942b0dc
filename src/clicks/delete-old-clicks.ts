import type { OpenDatabase } from '../database/open-database.ts';
import { deleteClicksBefore, listClickRetention } from './click-history.store.ts';

const dayMs = 86_400_000;

/**
 * Deletes the clicks each tenant no longer keeps (`clickRetentionDays`, days of 24 hours) and returns how many. Deleted in
 * small statements, so that storing clicks never waits for it; run again, it finds what is left.
 */
export async function deleteOldClicks(pool: OpenDatabase['pool'], now: Date): Promise<number> {
  let count = 0;
  for (const { tenantId, clickRetentionDays } of await listClickRetention(pool)) {
    const before = new Date(now.getTime() - clickRetentionDays * dayMs);
    for (let deleted = -1; deleted !== 0; count += deleted) deleted = await deleteClicksBefore(pool, { tenantId, before });
  }
  return count;
}
