import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

/** What people of the business are called, by the actor their acts carry (`staff:<id>`). They are few: a business is not an army. */
export async function findStaffNames(db: Db, tenantId: TenantId): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['staff_id', 'name']).where('tenant_id', '=', tenantId).limit(1_000).execute();
  return new Map(rows.map((row) => [`staff:${row.staff_id}`, row.name]));
}
