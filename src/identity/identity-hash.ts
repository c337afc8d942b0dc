import { hmacSha256 } from './hmac.ts';

export type IdentityKind = 'externalId' | 'email' | 'phone';

const HASH_BYTES = 16;

/**
 * The keyed hash under which a person is found again without keeping the contact itself: HMAC-SHA256 (RFC 2104) cut to
 * 16 bytes. The kind is part of the message, so an external id that looks like a phone never equals the phone.
 * `canonical` must come from `canonicalEmail` or `canonicalPhone`, or be the external id unchanged.
 */
export function identityHash(key: Buffer, kind: IdentityKind, canonical: string): Buffer {
  return hmacSha256(key, `${kind}\0${canonical}`).subarray(0, HASH_BYTES);
}
