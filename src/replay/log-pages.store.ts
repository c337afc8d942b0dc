import type pg from 'pg';
import type { LoggedRow } from './logged-event.ts';

/** The log after a sequence, oldest first, at most `limit` events. `schema` is quoted already. */
export async function readLogPage(
  client: pg.ClientBase,
  from: { readonly schema: string; readonly tenantId: string; readonly after: bigint; readonly limit: number },
): Promise<readonly LoggedRow[]> {
  const { rows } = await client.query<LoggedRow>(
    `select sequence, source, event_id as "eventId", occurred_at as "occurredAt", stored_at as "storedAt", body_hash as "bodyHash", body
     from ${from.schema}.event
     where tenant_id = $1 and sequence > $2
     order by sequence
     limit $3`,
    [from.tenantId, from.after, from.limit],
  );
  return rows;
}
