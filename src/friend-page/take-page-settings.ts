/** The part of `PATCH /v1/tenant` that is about pages: judged whole before anything is kept. */
import { parseLandingAddress } from '../clicks/landing-address.ts';
import type { PageSettingsBody } from '../contract/page-settings-schema.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Brand, findContrastIssues } from './brand.ts';
import { type Logo, readLogo } from './logo.ts';
import type { PageSettings, PageSettingsChange } from './page-settings.store.ts';
import { isShopLink } from './shop-link.ts';

export interface PageSettingsContext {
  readonly known: PageSettings;
  /** Domains of the business as they will be. */
  readonly domains: readonly string[];
}

export function takePageSettings(body: PageSettingsBody, { known, domains }: PageSettingsContext): Result<PageSettingsChange, Problem> {
  const brand = body.brand === undefined ? known.brand : withBrand(known.brand, body.brand);
  const issues = findContrastIssues(brand);
  const [first] = issues;
  if (body.brand !== undefined && first !== undefined)
    return err({ ...problem('brand_contrast', first.field), reasons: issues.map((issue) => ({ code: 'contrast', ...issue })) });
  const logo = takeLogo(body.brand?.logo);
  if (!logo.ok) return logo;
  const shopLink = body.shopLink === undefined ? known.shopLink : body.shopLink;
  if (shopLink !== null && !isShopLink(shopLink, domains)) return err(invalidField({ field: 'shopLink', issue: 'landing' }));
  const controller = body.controller === undefined ? known.controller : body.controller;
  if (controller !== null && parseLandingAddress(controller.privacyUrl, domains) === null)
    return err(invalidField({ field: 'controller.privacyUrl', issue: 'landing' }));
  return ok({
    ...(body.brand === undefined ? {} : { brand }),
    ...(body.controller === undefined ? {} : { controller: body.controller }),
    ...(body.shopLink === undefined ? {} : { shopLink: body.shopLink }),
    ...(body.region === undefined ? {} : { region: body.region }),
    ...(logo.value === undefined ? {} : { logo: logo.value }),
  });
}

function withBrand(known: Brand, change: NonNullable<PageSettingsBody['brand']>): Brand {
  return {
    light: withColors(known.light, change.light),
    dark: withColors(known.dark, change.dark),
    radius: change.radius ?? known.radius,
    font: change.font ?? known.font,
  };
}

function withColors(
  known: Brand['light'],
  change: { readonly [K in keyof Brand['light']]?: string | undefined } | undefined,
): Brand['light'] {
  return { ground: change?.ground ?? known.ground, ink: change?.ink ?? known.ink, accent: change?.accent ?? known.accent };
}

function takeLogo(sent: NonNullable<PageSettingsBody['brand']>['logo']): Result<Logo | null | undefined, Problem> {
  if (sent === undefined || sent === null) return ok(sent);
  const logo = readLogo(Buffer.from(sent.data, 'base64'));
  return logo.ok ? logo : err(problem('logo_refused', 'brand.logo'));
}

export function pageSettingsToWire(
  { brand, controller, shopLink, region, logoHash }: PageSettings,
  place: { readonly publicUrl: string; readonly slug: string },
) {
  return {
    brand: {
      light: { ...brand.light },
      dark: { ...brand.dark },
      radius: brand.radius,
      font: brand.font,
      logoUrl: logoHash === null ? null : `${place.publicUrl}/brand/${place.slug}/${logoHash}`,
    },
    controller: controller === null ? null : { ...controller },
    shopLink,
    region,
  };
}
