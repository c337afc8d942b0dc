/** How an incoming address is written, and what proves that a payload is its sender's. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type ConnectorId, parseWireId } from '../domain/ids.ts';

const ADDRESS = /^([a-z0-9]{4,32})_([0-9a-f]{32})$/;

/** `<tenantKey>_<32 hex digits>`: the business, and its connection. */
export function parseHookAddress(text: string): { readonly tenantKey: string; readonly id: ConnectorId } | null {
  const [, tenantKey, hex] = ADDRESS.exec(text) ?? [];
  const id = hex === undefined ? null : parseWireId('hok', `hok_${hex}`);
  return tenantKey === undefined || id === null ? null : { tenantKey, id };
}

export function hookAddress(publicUrl: string, tenantKey: string, id: ConnectorId): string {
  return `${publicUrl}/hooks/${tenantKey}_${id.replaceAll('-', '')}`;
}

export function drawHookSecret(): string {
  return `hks_${randomBytes(24).toString('hex')}`;
}

/** How long the secret before the last is still taken. */
export const OLD_HOOK_SECRET_MS = 24 * 3_600_000;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Where senders put the signature of their raw body: HMAC-SHA256 in base64, or in hex behind an optional `sha256=`. */
const SIGNATURES: readonly { readonly header: string; readonly encoding: 'base64' | 'hex' }[] = [
  { header: 'x-wc-webhook-signature', encoding: 'base64' },
  { header: 'x-hub-signature-256', encoding: 'hex' },
  { header: 'x-signature', encoding: 'hex' },
];

/** Whether one of the secrets has signed this very body. Takes the same time whatever is wrong. */
export function isSigned(body: Buffer, headers: Headers, secrets: readonly string[]): boolean {
  const named = SIGNATURES.find(({ header }) => typeof headers[header] === 'string');
  const { header, encoding } = named ?? { header: '', encoding: 'hex' };
  const sent = Buffer.from(String(headers[header] ?? '').replace(/^sha256=/, ''), encoding);
  return secrets.map((secret) => isSame(createHmac('sha256', secret).update(body).digest(), sent)).includes(true);
}

/** The secret itself, of a sender that cannot sign. */
export function isKnownSecret(sent: string, secrets: readonly string[]): boolean {
  return secrets.map((secret) => isSame(digest(secret), digest(sent))).includes(true);
}

function isSame(expected: Buffer, sent: Buffer): boolean {
  return timingSafeEqual(digest(expected), digest(sent));
}

function digest(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest();
}
