import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { Code } from '../domain/facts/code.ts';
import { type CodeId, type CustomerId, idFromUuid, type TenantId } from '../domain/ids.ts';

/** One code by id, retired ones too; null when the tenant has none. */
export async function findCode(db: Db, caller: Caller, id: CodeId): Promise<Code | null> {
  const row = await db
    .selectFrom('code')
    .select(['customer_id', 'text', 'folded', 'kind', 'status', 'created_at', 'retired_at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('code_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { customer_id, created_at, retired_at, ...code } = row;
  return { id, customerId: idFromUuid<CustomerId>(customer_id), createdAt: created_at, retiredAt: retired_at, ...code };
}

/** Up to `limit` codes that still work though their owner was erased: an erasure did not always retire them. */
export async function listCodesOfErased(db: Db, tenantId: TenantId, limit: number): Promise<readonly Pick<Code, 'id' | 'customerId'>[]> {
  const rows = await db
    .selectFrom('customer')
    .innerJoin('code', (join) =>
      join.onRef('code.tenant_id', '=', 'customer.tenant_id').onRef('code.customer_id', '=', 'customer.customer_id'),
    )
    .select(['code.code_id', 'code.customer_id'])
    .where('customer.tenant_id', '=', tenantId)
    .where('customer.erased_at', 'is not', null)
    .where('code.status', '=', 'active')
    .orderBy('code.customer_id')
    .orderBy('code.code_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ id: idFromUuid<CodeId>(row.code_id), customerId: idFromUuid<CustomerId>(row.customer_id) }));
}
