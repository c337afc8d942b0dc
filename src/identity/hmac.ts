import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const pads = new WeakMap<Buffer, { readonly inner: Buffer; readonly outer: Buffer }>();

/**
 * HMAC-SHA256 (RFC 2104) by two one-shot digests: the same bytes as `createHmac`, at a third of its cost for short messages, of
 * which each event has several. Keys over 64 bytes are not supported.
 */
export function hmacSha256(key: Buffer, message: string): Buffer {
  const { inner, outer } = padsOf(key);
  const length = Buffer.byteLength(message);
  const data = Buffer.allocUnsafe(BLOCK_BYTES + length);
  inner.copy(data);
  data.write(message, BLOCK_BYTES, 'utf8');
  return hash('sha256', Buffer.concat([outer, hash('sha256', data, 'buffer')]), 'buffer');
}

function padsOf(key: Buffer): { readonly inner: Buffer; readonly outer: Buffer } {
  const known = pads.get(key);
  if (known !== undefined) return known;
  if (key.length > BLOCK_BYTES) throw new Error('an HMAC key has at most 64 bytes here');
  const inner = Buffer.alloc(BLOCK_BYTES, 0x36);
  const outer = Buffer.alloc(BLOCK_BYTES, 0x5c);
  for (const [index, byte] of key.entries()) {
    inner[index] = 0x36 ^ byte;
    outer[index] = 0x5c ^ byte;
  }
  const made = { inner, outer };
  pads.set(key, made);
  return made;
}
