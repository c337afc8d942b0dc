import { parseLandingAddress } from '../clicks/landing-address.ts';
import { invalidField } from '../contract/problems.ts';
import { decodeMargin, encodeMargin } from '../contract/program-document-tier.ts';
import { moneyToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import { getTenant as getTenantEndpoint, patchTenant } from '../contract/tenant.endpoints.ts';
import { wireId } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { changePageSettings, getPageSettings } from '../friend-page/page-settings.store.ts';
import { isShopLink } from '../friend-page/shop-link.ts';
import { pageSettingsToWire, takePageSettings } from '../friend-page/take-page-settings.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant, type TenantChange, type TenantRecord, updateTenant } from './tenants.store.ts';

export function tenantRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  const show = async (tenant: TenantRecord) => ({
    ...tenantToWire(tenant, deps.publicUrl),
    ...pageSettingsToWire(await getPageSettings(db, tenant.id), { publicUrl: deps.publicUrl, slug: tenant.slug }),
  });
  return [
    route(getTenantEndpoint, async ({ caller }) => ok(await show(await getTenant(db, caller.tenantId)))),
    route(patchTenant, async ({ caller, body }) => {
      const known = await getTenant(db, caller.tenantId);
      const { margin, brand, controller, shopLink, region, ...rest } = body;
      const change = changeOf({ ...rest, margin: margin == null ? margin : decodeMargin(margin) });
      const landingUrl = change.landingUrl === undefined ? known.landingUrl : change.landingUrl;
      const domains = change.landingDomains ?? known.landingDomains;
      // Taking a domain off the list must not leave an address on it.
      if (landingUrl !== null && parseLandingAddress(landingUrl, domains) === null)
        return err(invalidField({ field: 'landingUrl', issue: 'landing' }));
      const pages = { brand, controller, shopLink, region };
      const settings = takePageSettings(pages, { known: await getPageSettings(db, caller.tenantId), domains });
      if (!settings.ok) return settings;
      const couponUrl = change.couponUrl === undefined ? known.couponUrl : change.couponUrl;
      if (couponUrl !== null && !isShopLink(couponUrl, domains)) return err(invalidField({ field: 'couponUrl', issue: 'landing' }));
      await updateTenant(db, caller.tenantId, change);
      await changePageSettings(db, caller.tenantId, settings.value, deps.clock.now());
      return ok(await show({ ...known, ...change }));
    }),
  ];
}

/** Only what was sent: absent and undefined are the same here. */
function changeOf(body: { readonly [K in keyof TenantChange]?: TenantChange[K] | undefined }): TenantChange {
  const entries = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

function tenantToWire(tenant: TenantRecord, publicUrl: string) {
  return {
    id: wireId('ten', tenant.id),
    name: tenant.name,
    slug: tenant.slug,
    timeZone: tenant.timeZone,
    locale: tenant.locale === 'en' ? ('en' as const) : ('ru' as const),
    landingUrl: tenant.landingUrl,
    landingDomains: [...tenant.landingDomains],
    couponUrl: tenant.couponUrl,
    clickRetentionDays: tenant.clickRetentionDays,
    reviewShareBasisPoints: tenant.reviewShareBasisPoints,
    identityRetentionDays: tenant.identityRetentionDays,
    margin: tenant.margin === null ? null : encodeMargin(tenant.margin),
    handlingCost: tenant.handlingCost === null ? null : moneyToWire(tenant.handlingCost.amountMinor, tenant.handlingCost.currency),
    publicUrl,
    createdAt: tenant.createdAt.toISOString(),
  };
}
