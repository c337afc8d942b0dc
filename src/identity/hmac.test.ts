import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hmacSha256 } from './hmac.ts';

it('gives the same bytes as the standard library for any key up to a block and any text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.string({ unit: 'binary', maxLength: 300 }), (key, text) => {
      expect(hmacSha256(Buffer.from(key), text)).toEqual(createHmac('sha256', Buffer.from(key)).update(text).digest());
    }),
  );
});
