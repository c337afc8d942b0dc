import ipaddr from 'ipaddr.js';

export interface AddressPrefix {
  /** What is kept with a click: /24 or /48, which names a network and no household. */
  readonly stored: string;
  /** What guesses are counted by: /24 or /64, the least one subscriber can move in. */
  readonly throttled: string;
}

/** What tries are counted by; those without an address (a unix socket) are one. */
export function networkOf(address: string): string {
  return truncateAddress(address)?.throttled ?? 'local';
}

/** The networks an address lies in; null for text that is none, as on a unix socket. An IPv4 address mapped into IPv6 is IPv4. */
export function truncateAddress(address: string): AddressPrefix | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6) {
    const groups = parsed.parts.map((part) => part.toString(16));
    return { stored: `${groups.slice(0, 3).join(':')}::/48`, throttled: `${groups.slice(0, 4).join(':')}::/64` };
  }
  const network = `${parsed.octets.slice(0, 3).join('.')}.0/24`;
  return { stored: network, throttled: network };
}
