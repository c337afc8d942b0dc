import type pg from 'pg';
import type { TenantId } from '../domain/ids.ts';

/** Removes all personal data of erased customers; their keyed hashes stay until the fraud-retention period ends (contract.md 6.3). */
export async function erasePersonalData(client: pg.ClientBase, tenantId: TenantId, customerIds: readonly string[], now: Date): Promise<void> {
  if (customerIds.length === 0) return;
  const values = [tenantId, customerIds];
  await client.query('delete from event_personal where tenant_id = $1 and customer_id = any($2::uuid[])', values);
  await client.query('delete from consent where tenant_id = $1 and customer_id = any($2::uuid[])', values);
  await client.query(
    `update person set external_id = null, email = null, phone = null, name = null, folded_name = null, updated_at = $3
     where tenant_id = $1 and customer_id = any($2::uuid[])`,
    [...values, now],
  );
  await client.query(
    `update identity set expires_at = $3::timestamptz + (select identity_retention_days from tenant where tenant_id = $1) * interval '1 day'
     where tenant_id = $1 and customer_id = any($2::uuid[])`,
    [...values, now],
  );
}
