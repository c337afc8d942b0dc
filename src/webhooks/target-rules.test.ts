import { describe, expect, it } from 'vitest';
import { isAllowedAddress, parseTarget, STRICT_RULES } from './target-rules.ts';

/** Every spelling of something that is not public, as an attacker would give it (reliability.md 2, SSRF). */
const PRIVATE_ADDRESSES = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://0x7f.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://①②⑦.0.0.1/',
  'https://127。0。0。1/',
  'https://127.0.0.1./',
  'https://%31%32%37.0.0.1/',
  'https://127.255.255.254/',
  'https://0/',
  'https://0.0.0.0/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://100.64.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://192.0.0.192/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.7/',
  'https://203.0.113.7/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::169.254.169.254]/',
  'https://[64:ff9b:1::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a9fe:a9fe::1]/',
  'https://[2001:0:7f00:1::]/',
  'https://[2001:0:4136:e378:8000:63bf:80ff:fffe]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[100::1]/',
  'https://[2001:db8::1]/',
  'https://[5f00::1]/',
  'https://[4000::1]/',
];

/** Names that lead nowhere but inside, in every spelling that means the same to whoever connects. */
const PRIVATE_NAMES = [
  'https://localhost/',
  'https://localhost./',
  'https://localhost../',
  'https://LOCALHOST/',
  'https://%6cocalhost/',
  'https://localhost%2e/',
  'https://localhost。/',
  'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'https://local\u00adhost/',
  'https://shop.localhost/',
  'https://shop.LocalHost./',
  'https://.localhost/',
  'https://127.0.0.1../',
  'https://shop..example/',
  'https://printer/',
  'https://printer./',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://metadata.google.internal./',
  'https://router.home.arpa/',
];

describe('where a webhook may go (SSRF)', () => {
  it.each(PRIVATE_NAMES)('refuses %s when it is given', (url) => {
    expect(parseTarget(url, STRICT_RULES)).toBeNull();
  });

  it.each(PRIVATE_ADDRESSES)('refuses %s when it is given', (url) => {
    expect(parseTarget(url, STRICT_RULES)).toBeNull();
  });

  it.each(PRIVATE_ADDRESSES)('refuses a connection to what %s means', (url) => {
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
    expect(isAllowedAddress(host, STRICT_RULES)).toBe(false);
  });

  it.each([
    'http://shop.example/hook',
    'https://shop.example:8443/hook',
    'https://shop.example:80/hook',
    'https://user@shop.example/hook',
    'https://user:password@shop.example/hook',
    'https://shop.example/hook#part',
    'ftp://shop.example/hook',
    'file:///etc/passwd',
    'gopher://shop.example/',
    'javascript:alert(1)',
    '//shop.example/hook',
    'shop.example/hook',
    '',
    'https://',
    `https://shop.example/${'a'.repeat(2048)}`,
  ])('refuses %s', (url) => {
    expect(parseTarget(url, STRICT_RULES)).toBeNull();
  });

  it.each([
    'https://shop.example/hook?a=1',
    'https://магазин.рф/',
    'https://МАГАЗИН。РФ/',
    'https://Shop.Example./',
    'https://localhost.example/',
    'https://93.184.216.34/',
    'https://[2606:4700::6810:84e5]/',
    'https://[64:ff9b::5db8:d822]/',
  ])('takes %s', (url) => {
    expect(parseTarget(url, STRICT_RULES)).toBeInstanceOf(URL);
  });

  it.each(['93.184.216.34', '2606:4700::6810:84e5', '::ffff:93.184.216.34', '64:ff9b::5db8:d822', '2002:5db8:d822::1'])(
    'connects to the public address %s',
    (address) => {
      expect(isAllowedAddress(address, STRICT_RULES)).toBe(true);
    },
  );

  it('takes another port, and plain http on 80, when the settings say so', () => {
    const rules = { ports: [443, 8443, 80], allowPrivate: [] };
    expect(parseTarget('https://shop.example:8443/', rules)).not.toBeNull();
    expect(parseTarget('http://shop.example/', rules)).not.toBeNull();
    expect(parseTarget('http://shop.example:8443/', rules)).toBeNull();
  });

  it('reaches a private network or host that is named in the settings, over http and on any port, and no other', () => {
    const rules = { ports: [443], allowPrivate: ['127.0.0.1/32', '10.1.0.0/16', 'crm.internal', '::1'] };
    for (const url of [
      'http://127.0.0.1:8080/',
      'http://2130706433:1/',
      'https://10.1.2.3/',
      'http://crm.internal:8080/',
      'http://[::1]:9/',
      'http://CRM.Internal.:8080/',
      'http://[::ffff:127.0.0.1]/',
    ])
      expect(parseTarget(url, rules), url).not.toBeNull();
    for (const url of ['http://127.0.0.2:8080/', 'https://10.2.0.1/', 'http://crm.internal.example/', 'https://169.254.169.254/'])
      expect(parseTarget(url, rules), url).toBeNull();
    expect(isAllowedAddress('::ffff:127.0.0.1', rules)).toBe(true);
    expect(isAllowedAddress('127.0.0.2', rules)).toBe(false);
  });
});
