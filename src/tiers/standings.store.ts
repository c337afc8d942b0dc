import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid, type ProgramId } from '../domain/ids.ts';

/** The tier in which the customer stands, by programme; those in none are not among them. */
export async function findTierIds(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  customerId: CustomerId,
): Promise<ReadonlyMap<ProgramId, string>> {
  const rows = await db
    .selectFrom('standing')
    .select(['program_id', 'tier_id'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .where('tier_id', 'is not', null)
    .execute();
  return new Map(rows.flatMap((row) => (row.tier_id === null ? [] : [[idFromUuid<ProgramId>(row.program_id), row.tier_id] as const])));
}
