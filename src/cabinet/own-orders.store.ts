import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';

/** Which of these orders are the customer's own. */
export async function listOwnOrderIds(
  db: Db,
  caller: Caller,
  of: { readonly customerId: CustomerId; readonly orderIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (of.orderIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('shop_order')
    .select('order_id')
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', of.customerId)
    .where('order_id', 'in', [...of.orderIds])
    .execute();
  return new Set(rows.map((row) => row.order_id));
}
