/** The way from a page into the shop, with the code in it where the shop can take it from an address. */
import { parseLandingAddress } from '../clicks/landing-address.ts';

const PLACE = '{code}';
const STAND_IN = 'SARAFANCODE';

/**
 * Whether a pattern such as `https://shop.example/?coupon={code}` may be kept: an address on a listed domain whatever the code is, with the
 * code after the host.
 */
export function isShopLink(pattern: string, domains: readonly string[]): boolean {
  if (pattern.split(PLACE).length !== 2) return false;
  const filled = pattern.replace(PLACE, STAND_IN);
  if (parseLandingAddress(filled, domains) === null) return false;
  const { pathname, search, hash } = new URL(filled);
  return `${pathname}${search}${hash}`.includes(STAND_IN);
}

export interface ShopWay {
  readonly pattern: string | null;
  readonly landingUrl: string | null;
  readonly domains: readonly string[];
}

/** The address for one code, with the click's id for the shop; null where the business has told none, or an address that may not be. */
export function shopAddress(
  way: ShopWay,
  code: string,
  clickId: string | null,
): { readonly url: string; readonly takesCode: boolean } | null {
  const takesCode = way.pattern !== null && isShopLink(way.pattern, way.domains);
  const text = takesCode && way.pattern !== null ? way.pattern.replace(PLACE, encodeURIComponent(code)) : way.landingUrl;
  const address = text === null ? null : parseLandingAddress(text, way.domains);
  if (address === null) return null;
  return { url: clickId === null ? address.url : address.beforeClickId + clickId + address.afterClickId, takesCode };
}

/** Whether an address of a picture lies on a domain of the business. */
export function isOwnPicture(url: string, domains: readonly string[]): boolean {
  return url.startsWith('https:') && parseLandingAddress(url, domains) !== null;
}
