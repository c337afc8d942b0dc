import type pg from 'pg';
import { deleteInParts } from '../database/delete-in-parts.ts';
import type { TenantId } from '../domain/ids.ts';

/** Forgets messages made before a time, and their deliveries; what still waits to be delivered stays. */
export async function deleteOldDeliveries(pool: pg.Pool, tenantId: TenantId, before: Date): Promise<number> {
  return deleteInParts(async (limit) => {
    const { rowCount } = await pool.query(
      `delete from webhook_message where tenant_id = $1 and message_id in (
         select m.message_id from webhook_message m where m.tenant_id = $1 and m.message_id < $2 and not exists (
           select from webhook_delivery d where d.tenant_id = $1 and d.message_id = m.message_id and d.status = 'pending')
         order by m.message_id limit $3)`,
      [tenantId, firstIdAt(before), limit],
    );
    return rowCount ?? 0;
  });
}

/** Ids begin with the milliseconds of their making (`deriveId`), so the key itself is in the order of time. */
function firstIdAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
