import { describe, expect, it } from 'vitest';
import { identityHash } from './identity-hash.ts';

const KEY = Buffer.from('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex');
const OTHER_KEY = Buffer.alloc(32, 7);

describe('identityHash', () => {
  it('is the same 16 bytes for the same person, for as long as hashes are stored', () => {
    expect(identityHash(KEY, 'phone', '+79120000000').toString('hex')).toBe('17698cbd4f374922f7af5581beeba64a');
    expect(identityHash(KEY, 'phone', '+79120000000')).toHaveLength(16);
  });

  it('differs by kind, so that an external id written like a phone finds nobody by that phone', () => {
    expect(identityHash(KEY, 'externalId', '+79120000000')).not.toEqual(identityHash(KEY, 'phone', '+79120000000'));
    expect(identityHash(KEY, 'email', 'a@b.ru')).not.toEqual(identityHash(KEY, 'externalId', 'a@b.ru'));
  });

  it('differs by key and by contact', () => {
    expect(identityHash(KEY, 'email', 'a@b.ru')).not.toEqual(identityHash(OTHER_KEY, 'email', 'a@b.ru'));
    expect(identityHash(KEY, 'email', 'a@b.ru')).not.toEqual(identityHash(KEY, 'email', 'b@b.ru'));
  });
});
