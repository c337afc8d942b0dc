import { isLoopbackUrl } from '../config.ts';

/** A stored landing address, cut at the place where the click id goes. */
export interface LandingAddress {
  readonly url: string;
  readonly beforeClickId: string;
  readonly afterClickId: string;
}

const clickParameter = 'sarafan_click=clk_';
// A browser drops tabs and newlines and reads a backslash as a slash, so what was checked would not be what it opens.
const treacherous = /[\\\s\p{Cc}]/u;

/**
 * Reads a stored landing address (contract.md 2): https on a listed domain or below one, or http on loopback; null for
 * anything else. Checked when it is set and again here, since a redirect must never leave the shop whatever the row holds.
 */
export function parseLandingAddress(text: string, domains: readonly string[]): LandingAddress | null {
  if (treacherous.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || !isAllowed(url, domains)) return null;
  const fragment = url.hash;
  url.hash = '';
  const bare = url.href.replace(/#$/, '');
  return { url: `${bare}${fragment}`, beforeClickId: `${bare}${separatorAfter(bare)}${clickParameter}`, afterClickId: fragment };
}

function separatorAfter(bare: string): string {
  if (!bare.includes('?')) return '?';
  return /[?&]$/.test(bare) ? '' : '&';
}

function isAllowed(url: URL, domains: readonly string[]): boolean {
  if (url.protocol === 'http:') return isLoopbackUrl(url.href);
  if (url.protocol !== 'https:') return false;
  return domains.some((domain) => isOnDomain(url.hostname, domain));
}

/** Both sides in the form in which browsers compare hosts: lower case, punycode. */
function isOnDomain(hostname: string, domain: string): boolean {
  const address = `https://${domain}/`;
  if (domain === '' || !URL.canParse(address)) return false;
  const listed = new URL(address).hostname;
  return hostname === listed || hostname.endsWith(`.${listed}`);
}
