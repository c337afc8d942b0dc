import { createHash, randomBytes } from 'node:crypto';

export type KeyKind = 'secret' | 'publishable';

/** `sk_<tenantKey>_<keyId>_<secret>` taken apart. */
export interface KeyParts {
  readonly kind: KeyKind;
  readonly tenantKey: string;
  readonly keyId: string;
  readonly secret: string;
}

const KEY = /^(sk|pk)_([a-z0-9]{4,32})_([a-z0-9]{4,32})_([0-9a-f]{64})$/;
const NAME_ALPHABET = '23456789bcdfghjkmnpqrstvwxz';

export function parseKeyText(text: string): KeyParts | null {
  const [, prefix, tenantKey, keyId, secret] = KEY.exec(text) ?? [];
  if (prefix === undefined || tenantKey === undefined || keyId === undefined || secret === undefined) return null;
  return { kind: prefix === 'sk' ? 'secret' : 'publishable', tenantKey, keyId, secret };
}

export function keyText(parts: KeyParts): string {
  return `${parts.kind === 'secret' ? 'sk' : 'pk'}_${parts.tenantKey}_${parts.keyId}_${parts.secret}`;
}

/** 32 random bytes; known to its owner only. */
export function drawSecret(): string {
  return randomBytes(32).toString('hex');
}

/** A short random name for tenants and keys. */
export function drawName(length: number): string {
  let name = '';
  while (name.length < length) {
    for (const byte of randomBytes(length)) {
      // Bytes above the last whole multiple are dropped, so that every character is equally likely.
      if (byte < 243 && name.length < length) name += NAME_ALPHABET.charAt(byte % NAME_ALPHABET.length);
    }
  }
  return name;
}

/** What is stored of a secret. A plain hash suffices: 256 random bits cannot be guessed. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
