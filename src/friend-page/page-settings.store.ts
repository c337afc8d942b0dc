import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { type Brand, DEFAULT_BRAND } from './brand.ts';
import type { Controller } from './consent-texts.ts';
import type { Logo } from './logo.ts';

export type Region = 'ru' | 'eu' | 'other';

/** What the owner has said about the pages; nulls until then. */
export interface PageSettings {
  readonly brand: Brand;
  readonly controller: Controller | null;
  /** With `{code}` in it. */
  readonly shopLink: string | null;
  readonly region: Region | null;
  readonly logoHash: string | null;
}

export interface PageSettingsChange {
  readonly brand?: Brand;
  readonly controller?: Controller | null;
  readonly shopLink?: string | null;
  readonly region?: Region | null;
  /** Null takes it away. */
  readonly logo?: Logo | null;
}

export const NO_PAGE_SETTINGS: PageSettings = { brand: DEFAULT_BRAND, controller: null, shopLink: null, region: null, logoHash: null };

export async function getPageSettings(db: Db, tenantId: TenantId): Promise<PageSettings> {
  const row = await db
    .selectFrom('page_settings')
    .select(['brand', 'controller', 'shop_link', 'region', 'logo_hash'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined) return NO_PAGE_SETTINGS;
  return {
    // Row boundary: `changePageSettings` alone writes both, from exactly these types.
    brand: { ...DEFAULT_BRAND, ...(JSON.parse(row.brand) as Partial<Brand>) },
    controller: row.controller === null ? null : (JSON.parse(row.controller) as Controller),
    shopLink: row.shop_link,
    region: row.region,
    logoHash: row.logo_hash,
  };
}

/** Sets what is given; nothing given changes nothing. */
export async function changePageSettings(db: Db, tenantId: TenantId, change: PageSettingsChange, now: Date): Promise<void> {
  if (Object.keys(change).length === 0) return;
  const { brand, controller, shopLink, region, logo } = change;
  const columns = {
    updated_at: now,
    ...(brand === undefined ? {} : { brand: JSON.stringify(brand) }),
    ...(controller === undefined ? {} : { controller: controller === null ? null : JSON.stringify(controller) }),
    ...(shopLink === undefined ? {} : { shop_link: shopLink }),
    ...(region === undefined ? {} : { region }),
    ...(logo === undefined ? {} : { logo: logo?.bytes ?? null, logo_type: logo?.type ?? null, logo_hash: logo?.hash ?? null }),
  };
  await db
    .insertInto('page_settings')
    .values({
      tenant_id: tenantId,
      controller: null,
      shop_link: null,
      region: null,
      logo: null,
      logo_type: null,
      logo_hash: null,
      ...columns,
    })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(columns))
    .execute();
}

/** A logo by its hash; null where there is none any more. */
export async function findLogo(
  db: Db,
  tenantId: TenantId,
  hash: string,
): Promise<{ readonly bytes: Buffer; readonly type: Logo['type'] } | null> {
  const row = await db
    .selectFrom('page_settings')
    .select(['logo', 'logo_type'])
    .where('tenant_id', '=', tenantId)
    .where('logo_hash', '=', hash)
    .executeTakeFirst();
  return row === undefined || row.logo === null || row.logo_type === null ? null : { bytes: row.logo, type: row.logo_type };
}
