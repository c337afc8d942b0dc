import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';

/**
 * Whether staff have paused a membership, whatever the member has done since: theirs to end, not the member's. What the shop's own
 * program did in nobody's name was the member's wish. A membership that came by a merge was paused as the record it came from.
 */
export async function isPausedByStaff(
  db: Db,
  { tenantId }: Pick<Caller, 'tenantId'>,
  of: { readonly customerId: CustomerId; readonly programId: ProgramId },
): Promise<boolean> {
  const { rows } = await sql<{ readonly isPause: boolean | null }>`
    select body::jsonb->'body'->>'status' = 'paused' and body::jsonb->>'actor' is not null as "isPause" from event
    where tenant_id = ${tenantId} and customer_id = any(${await listOwnIds(db, tenantId, of.customerId)}::uuid[]) and type in ('membership.changed', 'membership.joined')
      and body::jsonb->'body'->>'programId' = ${of.programId}::text and coalesce(body::jsonb->>'actor', '') not like 'member:%'
    order by customer_id = ${of.customerId} desc, sequence desc limit 1`.execute(db);
  return rows[0]?.isPause === true;
}
