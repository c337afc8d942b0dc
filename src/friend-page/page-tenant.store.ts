import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

/** The business whose page is shown. */
export interface PageTenant {
  readonly caller: Caller;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly landingUrl: string | null;
  readonly domains: readonly string[];
}

export async function getPageTenant(db: Db, tenantId: TenantId): Promise<PageTenant> {
  const row = await db
    .selectFrom('tenant')
    .select(['slug', 'name', 'locale', 'time_zone', 'landing_url', 'landing_domains', 'hash_key'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return {
    caller: { tenantId, slug: row.slug, hashKey: row.hash_key, keyId: 'visitor', kind: 'publishable', source: 'pages', scopes: [] },
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
    landingUrl: row.landing_url,
    domains: row.landing_domains,
  };
}
