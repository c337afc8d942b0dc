import { describe, expect, it } from 'vitest';
import { truncateAddress } from './address-prefix.ts';

describe('truncateAddress', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0::/48', '2001:db8:0:0::/64'],
    ['::1', '0:0:0::/48', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0::/48', 'fe80:0:0:0::/64'],
  ])('keeps of %s only its network', (address, stored, throttled) => {
    expect(truncateAddress(address)).toEqual({ stored, throttled });
  });

  it.each(['', 'unknown', '203.0.113', '1.2.3.4.5', "1.2.3.4'"])('finds no network in %j', (text) => {
    expect(truncateAddress(text)?.stored ?? null).toSatisfy((stored: string | null) => stored === null || /^[0-9.]+\/24$/.test(stored));
  });
});
