import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Longer messages get a buffer of their own. */
const SHORT_MESSAGE_BYTES = 4_096;

/** What both digests read, made once for a key: its pads, with room behind them that each message writes anew. */
interface Blocks {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const blocksByKey = new WeakMap<Buffer, Blocks>();

/**
 * HMAC-SHA256 (RFC 2104) by two one-shot digests: the same bytes as `createHmac`, at a third of its cost for short messages, of
 * which each event has several. Keys over 64 bytes are not supported.
 */
export function hmacSha256(key: Buffer, message: string): Buffer {
  const { inner, outer } = blocksOf(key);
  // A letter has three bytes at most.
  const data = message.length * 3 <= SHORT_MESSAGE_BYTES ? inner : Buffer.concat([inner], BLOCK_BYTES + Buffer.byteLength(message));
  const end = BLOCK_BYTES + data.write(message, BLOCK_BYTES, 'utf8');
  hash('sha256', data.subarray(0, end), 'buffer').copy(outer, BLOCK_BYTES);
  return hash('sha256', outer, 'buffer');
}

function blocksOf(key: Buffer): Blocks {
  const known = blocksByKey.get(key);
  if (known !== undefined) return known;
  if (key.length > BLOCK_BYTES) throw new Error('an HMAC key has at most 64 bytes here');
  const inner = Buffer.alloc(BLOCK_BYTES + SHORT_MESSAGE_BYTES, 0x36);
  const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES, 0x5c);
  for (const [index, byte] of key.entries()) {
    inner[index] = 0x36 ^ byte;
    outer[index] = 0x5c ^ byte;
  }
  const made = { inner, outer };
  blocksByKey.set(key, made);
  return made;
}
