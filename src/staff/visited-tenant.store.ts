import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';

/** The business of a host name, else the installation's only one, else that of the slug in the address (contract.md 2). */
export async function findVisitedTenant(
  db: Db,
  host: string,
  slug: string | null = null,
): Promise<Pick<Caller, 'tenantId' | 'slug' | 'hashKey'> | null> {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const named = await db
    .selectFrom('tenant_route')
    .innerJoin('tenant', 'tenant.tenant_id', 'tenant_route.tenant_id')
    .select(['tenant.tenant_id', 'tenant.slug', 'tenant.hash_key'])
    .where('tenant_route.kind', '=', 'host')
    .where('tenant_route.value', '=', name)
    .executeTakeFirst();
  const rows = named === undefined ? await db.selectFrom('tenant').select(['tenant_id', 'slug', 'hash_key']).limit(2).execute() : [named];
  const [only] = rows;
  if (only === undefined) return null;
  const meant = rows.length === 1 ? only : await findBySlug(db, slug);
  return meant === null ? null : tenantFromRow(meant);
}

async function findBySlug(db: Db, slug: string | null) {
  if (slug === null) return null;
  const row = await db.selectFrom('tenant').select(['tenant_id', 'slug', 'hash_key']).where('slug', '=', slug).executeTakeFirst();
  return row ?? null;
}

function tenantFromRow(only: { readonly tenant_id: string; readonly slug: string; readonly hash_key: Buffer }) {
  return { tenantId: idFromUuid<TenantId>(only.tenant_id), slug: only.slug, hashKey: only.hash_key };
}
