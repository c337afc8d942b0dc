/** Whose pages may put a frame of ours around what a member sees: the domains of the business and nobody else. */
import { isLoopbackUrl } from '../config.ts';

export interface FramePlaces {
  readonly domains: readonly string[];
  readonly landingUrl: string | null;
}

/** The sources of `frame-ancestors` (CSP 3); `'none'` where no domain is listed. */
export function frameAncestors({ domains, landingUrl }: FramePlaces): string {
  const listed = listedHosts(domains).flatMap((host) => [`https://${host}`, `https://*.${host}`]);
  const onThisMachine = landingUrl !== null && isLoopbackUrl(landingUrl) ? [new URL(landingUrl).origin] : [];
  const sources = [...listed, ...onThisMachine];
  return sources.length === 0 ? "'none'" : sources.join(' ');
}

/** The listed domains in the form browsers compare: what cannot be such a host, a stray space or semicolon, is left out. */
export function listedHosts(domains: readonly string[]): readonly string[] {
  return domains.flatMap((domain) => {
    const address = `https://${domain}`;
    const host = URL.canParse(address) ? new URL(address).hostname : '';
    return /^[a-z0-9.-]+$/.test(host) ? [host] : [];
  });
}
