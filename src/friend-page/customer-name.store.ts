import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';

/** As the shop tells it; null where it told none. */
export async function customerNameOf(db: Db, caller: Pick<Caller, 'tenantId'>, customerId: CustomerId): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('name')
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.name ?? null;
}
