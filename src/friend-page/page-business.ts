import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { isOnlyTenant } from '../tenants/tenants.store.ts';
import { getPageSettings, type PageSettings } from './page-settings.store.ts';
import type { PageLook } from './page-shell.ts';
import { getPageTenant, type PageTenant } from './page-tenant.store.ts';
import type { ShopWay } from './shop-link.ts';

/** What a page of a business needs to know of it. */
export interface PageBusiness {
  readonly tenant: PageTenant;
  readonly settings: PageSettings;
  readonly look: PageLook & { readonly shopName: string };
  /** Of every address of the business: the public one, with its name in it where there are several businesses. */
  readonly base: string;
}

export async function readBusiness(
  { db, publicUrl }: { readonly db: Db; readonly publicUrl: string },
  tenantId: TenantId,
): Promise<PageBusiness> {
  const [tenant, settings, isAlone] = await Promise.all([
    getPageTenant(db, tenantId),
    getPageSettings(db, tenantId),
    isOnlyTenant(db, tenantId),
  ]);
  const base = isAlone ? publicUrl : `${publicUrl}/t/${tenant.caller.slug}`;
  const logoUrl = settings.logoHash === null ? null : `${publicUrl}/brand/${tenant.caller.slug}/${settings.logoHash}`;
  return { tenant, settings, base, look: { shopName: tenant.name, brand: settings.brand, logoUrl } };
}

/** How the business lets people into its shop. */
export function shopWay({ tenant, settings }: PageBusiness): ShopWay {
  return { pattern: settings.shopLink, landingUrl: tenant.landingUrl, domains: tenant.domains };
}
