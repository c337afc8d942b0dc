/**
 * Where a webhook may go (reliability.md 2, SSRF). The form of an address is checked when it is given; what its name resolves to is
 * checked at every attempt, since names change hands.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface TargetRules {
  /** Ports besides those of allowed private targets. With 80 among them, plain http on it. */
  readonly ports: readonly number[];
  /** Networks (CIDR) and host names that may be reached although private, there also over http and on any port. */
  readonly allowPrivate: readonly string[];
}

export const STRICT_RULES: TargetRules = { ports: [443], allowPrivate: [] };

const URL_LENGTH_MAX = 2048;

/** The address to send to, or null for one that no webhook may have: another scheme or port, a user name, a private address. */
export function parseTarget(text: string, rules: TargetRules): URL | null {
  if (text.length > URL_LENGTH_MAX || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return null;
  const host = hostOf(url);
  if (isTrustedHost(host, rules)) return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  if (isIP(host) === 0 ? !isPublicName(host) : !isAllowedAddress(host, rules)) return null;
  const isOpen = rules.ports.includes(portOf(url)) && (url.protocol === 'https:' || (url.protocol === 'http:' && portOf(url) === 80));
  return isOpen ? url : null;
}

/** What a URL has made one spelling of (case, punycode, numbers of IPv4), without the brackets of IPv6 and the dot that ends a full name. */
export function hostOf(url: URL): string {
  return plainHost(url.hostname.replace(/^\[|\]$/g, ''));
}

/** Ends of names that mean something on this network alone (RFC 6761, 6762, 8375; `internal` by ICANN). */
const PRIVATE_ENDS = ['localhost', 'local', 'internal', 'home.arpa'];

/** Whether a name can be one of the public name system: what it leads to is looked at later, and behind a proxy by nobody but the proxy. */
function isPublicName(host: string): boolean {
  const labels = host.split('.');
  return labels.length > 1 && !labels.includes('') && !PRIVATE_ENDS.some((end) => host === end || host.endsWith(`.${end}`));
}

function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

/** Named in `allowPrivate` itself, by its name or as an address of one of its networks. */
export function isTrustedHost(host: string, { allowPrivate }: TargetRules): boolean {
  const name = plainHost(host);
  return allowPrivate.some((entry) => plainHost(entry) === name) || (isIP(host) !== 0 && isInNetworks(ipaddr.process(host), allowPrivate));
}

/** Whether a connection to this address may be opened: public after every unwrapping, or in an allowed network. */
export function isAllowedAddress(address: string, { allowPrivate }: TargetRules): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  return isInNetworks(parsed, allowPrivate) || isPublic(parsed);
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function isInNetworks(address: Address, networks: readonly string[]): boolean {
  return networks.some((entry) => {
    const range: [Address, number] | null = ipaddr.isValidCIDR(entry) ? ipaddr.parseCIDR(entry) : wholeAddress(entry);
    return range !== null && address.kind() === range[0].kind() && address.match(range);
  });
}

function wholeAddress(entry: string): [Address, number] | null {
  if (isIP(entry) === 0) return null;
  const parsed = ipaddr.process(entry);
  return [parsed, parsed.kind() === 'ipv4' ? 32 : 128];
}

/** Public IPv6 lies in 2000::/3; what carries an IPv4 address inside (NAT64, 6to4, Teredo) is as public as that. */
function isPublic(address: Address): boolean {
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  const bytes = address.toByteArray();
  switch (address.range()) {
    case 'unicast':
      return ((bytes[0] ?? 0) & 0xe0) === 0x20;
    case 'rfc6052':
      // The well-known prefix alone: 64:ff9b:1::/48 is for private translators, and carries the address elsewhere.
      return bytes.slice(4, 12).every((byte) => byte === 0) && isPublicIPv4(bytes.slice(12, 16));
    case '6to4':
      return isPublicIPv4(bytes.slice(2, 6));
    case 'teredo':
      return isPublicIPv4(bytes.slice(4, 8)) && isPublicIPv4(bytes.slice(12, 16).map((byte) => byte ^ 0xff));
    default:
      return false;
  }
}

function isPublicIPv4(bytes: readonly number[]): boolean {
  return new ipaddr.IPv4([...bytes]).range() === 'unicast';
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
