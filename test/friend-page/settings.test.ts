import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONTROLLER, must, openPageShop, type PageShop } from './page-shop.ts';

/** The smallest true PNG of a size: header, one chunk of nothing, end. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(3))), chunk('IEND', Buffer.alloc(0))]);
}

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0, 0, 0xff, 0xc0, 0x00, 0x0b, 8, 0x00, 0x40, 0x00, 0x80, 1, 1, 0x11, 0]),
  Buffer.from([0xff, 0xd9]),
]);

describe('how the pages of a business look', () => {
  let shop: PageShop;
  beforeAll(async () => {
    shop = await openPageShop();
  });

  it('takes colours, corners and letters by tokens, and shows them at once, by day and by night', async () => {
    const changed = await must(
      shop.settings({ brand: { light: { accent: '#0B5D3B', ground: '#fbfaf5' }, dark: { accent: '#7ee2b0' }, radius: 4, font: 'serif' } }),
    );
    expect(changed.body.brand).toMatchObject({ light: { accent: '#0b5d3b', ground: '#fbfaf5', ink: '#1d1b19' }, radius: 4, font: 'serif' });
    const { text, headers } = await shop.open('/r/MARINA');
    expect(text).toContain(':root{--ground:#fbfaf5;--ink:#1d1b19;--accent:#0b5d3b;');
    expect(text).toContain('@media(prefers-color-scheme:dark){:root{--ground:#171615;--ink:#f2efec;--accent:#7ee2b0;');
    expect(text).toContain('--radius:4px;--font:Charter,');
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it('names each pair of colours that cannot be read on one another, and keeps none of them', async () => {
    const before = (await shop.get('/v1/tenant')).body.brand;
    const { status, body } = await shop.settings({ brand: { light: { accent: '#ffe08a' }, dark: { ink: '#444444' } } });
    expect([status, body.code, body.field]).toEqual([422, 'brand_contrast', 'brand.light.accent']);
    expect(body.reasons.map((reason: { field: string }) => reason.field)).toEqual(['brand.light.accent', 'brand.dark.ink']);
    expect(body.reasons[0].text.en).toMatch(/^light\.accent \(#ffe08a\) on light\.ground \(#fbfaf5\): a contrast of 1\.\d\d:1/);
    expect((await shop.get('/v1/tenant')).body.brand).toEqual(before);
  });

  it.each([
    ['a script', { light: { accent: 'red;}</style><script>' } }],
    ['a function', { dark: { ground: 'url(//evil)' } }],
    ['a radius of a metre', { radius: 5_000 }],
    ['letters from elsewhere', { font: 'Comic Sans' }],
    ['a token that does not exist', { shadow: 'none' }],
  ])('refuses %s as a token', async (_what, brand) => {
    expect((await shop.settings({ brand })).status).toBe(422);
  });

  it('keeps a logo that is a PNG or JPEG and shows it from our own host only', async () => {
    for (const [picture, type] of [
      [pngOf(64, 64), 'image/png'],
      [JPEG, 'image/jpeg'],
    ] as const) {
      const changed = await must(shop.settings({ brand: { logo: { data: picture.toString('base64') } } }));
      const url = new URL(changed.body.brand.logoUrl);
      expect(url.origin).toBe('https://go.tea.example');
      const logo = await shop.open(url.pathname);
      expect(logo.headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
      expect(logo.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
      const page = await shop.open('/r/MARINA');
      expect(page.text).toContain(`<img src="${url.pathname}" alt="">`);
      expect(page.text).toContain(`<meta property="og:image" content="${url.href}">`);
      expect(page.headers['content-security-policy']).toContain("img-src 'self';");
    }
    const gone = await must(shop.settings({ brand: { logo: null } }));
    expect(gone.body.brand.logoUrl).toBeNull();
    expect((await shop.open('/r/MARINA')).text).not.toContain('<img');
  });

  it.each([
    ['a vector file, which can hold a script', SVG],
    ['a page in the clothes of a picture', Buffer.from('<html>\x89PNG')],
    ['a picture of more than 4096 pixels a side (pixel bomb)', pngOf(60_000, 60_000)],
    ['a picture without a size', pngOf(0, 10)],
    ['a header without an end', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff])],
    ['more than 128 kB', Buffer.concat([pngOf(64, 64), Buffer.alloc(131_072)])],
  ])('refuses %s as a logo', async (_what, bytes) => {
    const { status, body } = await shop.settings({ brand: { logo: { data: bytes.toString('base64') } } });
    expect(status).toBe(422);
    expect(['logo_refused', 'invalid_request']).toContain(body.code);
  });
});

describe('addresses on our pages lead to the business only (open redirect)', () => {
  let shop: PageShop;
  beforeAll(async () => {
    shop = await openPageShop();
  });

  const HOSTILE = [
    'https://evil.example/?c={code}',
    'https://tea.example.evil.example/?c={code}',
    'https://tea.example@evil.example/?c={code}',
    'https://evil.example\\@tea.example/?c={code}',
    'https://{code}.tea.example/',
    'https://{code}/tea.example',
    'https://tea.example:{code}/',
    '//evil.example/{code}',
    '/\\evil.example/{code}',
    'javascript:alert({code})',
    'data:text/html,{code}',
    'http://tea.example/{code}',
    'https://tea.example/\n{code}',
    'https://tea.example/\t{code}',
    'https://tea.example/%0d%0aLocation:evil{code}\r\n',
    'https://user:pass@tea.example/{code}',
    'https://tea.example/?a={code}&b={code}',
    'https://tea.example/',
    'ftp://tea.example/{code}',
    'https://evil.example#{code}@tea.example/',
    'https://tea。example.evil.example/{code}',
    ' https://tea.example/{code}',
  ];

  it.each(HOSTILE)('refuses %j as the way into the shop', async (shopLink) => {
    const { status, body } = await shop.settings({ shopLink });
    expect([status, body.field]).toEqual([422, 'shopLink']);
    expect((await shop.open('/r/MARINA')).text).not.toContain('evil');
  });

  it.each(['https://evil.example/privacy', 'javascript:alert(1)', '//evil.example', 'http://tea.example/p'])(
    'refuses %j as the privacy policy',
    async (privacyUrl) => {
      const { status, body } = await shop.settings({ controller: { ...CONTROLLER, privacyUrl } });
      expect([status, body.field]).toEqual([422, 'controller.privacyUrl']);
    },
  );

  it('puts nothing of the request into an address: neither query nor host lead anywhere else', async () => {
    await must(shop.settings({ shopLink: 'https://tea.example/cart/{code}?from=friend#top', controller: CONTROLLER }));
    for (const path of ['/r/MARINA?to=https://evil.example', '/p/MARINA?url=//evil.example', '/r/MARINA?%0d%0aSet-Cookie:a=b']) {
      const { text, headers } = await shop.open(path, 'ru', { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
      expect(text, path).not.toContain('evil');
      expect(text).toMatch(/href="https:\/\/tea\.example\/cart\/MARINA\?from=friend&amp;sarafan_click=clk_[0-9a-f]{32}#top"/);
      expect(headers['location']).toBeUndefined();
    }
    const token = await shop.tokenOf('/p/MARINA');
    const sent = await shop.send('/p/MARINA/claim?to=//evil.example', {
      token,
      contact: 'x@example.com',
      personalData: 'yes',
      to: '//evil.example',
    });
    expect([sent.status, sent.headers['location']]).toEqual([303, '/p/MARINA/kept']);
  });

  it('takes a domain away only together with the addresses on it', async () => {
    const { status } = await shop.settings({ landingDomains: [] });
    expect(status).toBe(422);
  });
});
