import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

/** True when nothing ever happened in a business: only then may a demo be poured into it. */
export async function isEmptyTenant(db: Db, tenantId: TenantId): Promise<boolean> {
  const [event, program] = await Promise.all([
    db.selectFrom('event').select('sequence').where('tenant_id', '=', tenantId).limit(1).executeTakeFirst(),
    db.selectFrom('program').select('program_id').where('tenant_id', '=', tenantId).limit(1).executeTakeFirst(),
  ]);
  return event === undefined && program === undefined;
}

/** From now on it is known to be one: mail of the installation is for real people only. */
export async function markDemo(db: Db, tenantId: TenantId): Promise<void> {
  await db.updateTable('tenant').set({ is_demo: true }).where('tenant_id', '=', tenantId).execute();
}
