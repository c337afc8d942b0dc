import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { Code } from '../domain/facts/entities.ts';
import { type CodeId, type CustomerId, idFromUuid } from '../domain/ids.ts';

/** One code by id, retired ones too; null when the tenant has none. */
export async function findCode(db: Db, caller: Caller, id: CodeId): Promise<Code | null> {
  const row = await db
    .selectFrom('code')
    .select(['customer_id', 'text', 'folded', 'kind', 'status', 'created_at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('code_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { customer_id, created_at, ...code } = row;
  return { id, customerId: idFromUuid<CustomerId>(customer_id), createdAt: created_at, ...code };
}
