import type pg from 'pg';
import { idFromUuid, type TenantId } from '../domain/ids.ts';

const TENANTS_MAX = 10_000;

/** Every tenant of the installation, in a stable order. */
export async function listTenantIds(pool: pg.Pool): Promise<readonly TenantId[]> {
  const { rows } = await pool.query<{ readonly tenant_id: string }>('select tenant_id from tenant order by tenant_id limit $1', [
    TENANTS_MAX,
  ]);
  return rows.map((row) => idFromUuid<TenantId>(row.tenant_id));
}
