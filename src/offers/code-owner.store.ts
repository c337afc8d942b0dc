import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { foldCode } from '../domain/codes/fold-code.ts';
import { type CustomerId, idFromUuid } from '../domain/ids.ts';

/** Whose active code this is, however it is written; null for one unknown or retired. */
export async function findCodeOwner(
  db: Db,
  caller: Caller,
  code: string,
): Promise<{ readonly code: string; readonly customerId: CustomerId } | null> {
  const row = await db
    .selectFrom('code')
    .select(['text', 'customer_id'])
    .where('tenant_id', '=', caller.tenantId)
    .where('folded', '=', foldCode(code))
    .where('status', '=', 'active')
    .executeTakeFirst();
  return row === undefined ? null : { code: row.text, customerId: idFromUuid<CustomerId>(row.customer_id) };
}
