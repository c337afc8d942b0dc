/** What a member prints and sends, and what messengers draw: all from the link alone, in the looks of the business (1-13, 2-04, 2-06). */
import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT, must, openPageShop, type PageShop } from './page-shop.ts';

const DISCLOSURE = 'Если вы воспользуетесь приглашением, я получу от магазина вознаграждение.';

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly colorAt: (x: number, y: number) => string;
}

/** Of eight bits of palette without filters, as ours are. */
function decodePng(bytes: Buffer): Decoded {
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const pixels = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return {
    width,
    height,
    colorAt: (x, y) => {
      const index = pixels[y * (width + 1) + 1 + x] ?? 0;
      return `#${palette.toString('hex', index * 3, index * 3 + 3)}`;
    },
  };
}

/** Whether the modules of a QR code stand in the picture at a place. */
function holdsQr(picture: Decoded, address: string, at: { left: number; top: number; side: number }): boolean {
  const { data } = encode(address, { ecc: 'M', border: 4 });
  const size = at.side / data.length;
  return data.every((row, y) =>
    row.every((isDark, x) => {
      const color = picture.colorAt(Math.floor(at.left + (x + 0.5) * size), Math.floor(at.top + (y + 0.5) * size));
      return (color === '#ffffff') !== isDark;
    }),
  );
}

describe('materials for invitations', () => {
  let shop: PageShop;
  beforeAll(async () => {
    shop = await openPageShop();
  });

  it('have the code of the link as a file for printing, vector and pixels, marked as printed', async () => {
    const svg = await shop.open('/p/marina/qr.svg');
    expect([svg.status, svg.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(svg.text).toMatch(/^<svg [^>]*>.*<\/svg>$/s);
    const png = await shop.open('/p/MARINA/qr.png');
    expect([png.status, png.headers['content-type']]).toEqual([200, 'image/png']);
    const picture = decodePng(png.bytes);
    expect(picture.width).toBe(picture.height);
    expect(picture.width).toBeGreaterThan(1_000);
    expect(holdsQr(picture, 'https://go.tea.example/r/MARINA?via=card', { left: 0, top: 0, side: picture.width })).toBe(true);
  });

  it('have a text for each private way with the sentence about the reward and that way’s own link', async () => {
    const { status, text } = await shop.open('/p/MARINA/materials');
    expect(status).toBe(200);
    const texts = [...text.matchAll(/<pre>([^<]*)<\/pre>/g)].map(([, said = '']) => said);
    expect(texts.map((said) => /\?via=(\w+)/.exec(said)?.[1])).toEqual(['telegram', 'vk', 'whatsapp', 'max', 'email', 'sms']);
    for (const said of texts) expect(said).toContain(DISCLOSURE);
    expect(texts.at(-1), 'one line').not.toContain('\n');
    expect(text).toContain('открыто публиковать приглашения этой программы нельзя');
    expect(text).toContain('href="/p/MARINA/card?size=a4">Лист A4: четыре карточки');
    const english = await shop.open('/p/MARINA/materials?lang=en');
    expect(english.text).toContain('If you use this invitation, the shop rewards me.');
  });

  it('have a card and a sheet of four with offer, code, link and what the sender gets, ready to print', async () => {
    const card = await shop.open('/p/MARINA/card');
    expect(card.text.replaceAll('\u00a0', ' ')).toContain('Оплатите первый заказ от 1 000 ₽ и получите скидку 300 ₽');
    expect(card.text.match(/<article class="face">/g)).toHaveLength(1);
    expect(card.text).toContain('<p class="codetext">MARINA</p><p class="link">go.tea.example/r/MARINA</p>');
    expect(card.text).toContain('Тот, кто вас пригласил, получает от нас вознаграждение');
    expect(card.text).toContain('@page{size:105mm 148mm;margin:0}');
    const sheet = await shop.open('/p/MARINA/card?size=a4');
    expect(sheet.text.match(/<article class="face">/g)).toHaveLength(4);
    expect(sheet.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src( 'sha256-[^']+'){2}; script-src 'sha256-[^']+'; /,
    );
  });

  it('have a poster, walls and the mark of an advertisement only where the programme may be shared in public', async () => {
    const marked = { ...DOCUMENT, sharing: 'public', marking: { erid: '2VtzqxAbCd', advertiser: 'ООО «Чайная»' } };
    const open = await openPageShop(marked);
    const sheet = await open.open('/p/MARINA/card?size=a4');
    expect(sheet.text.match(/<article class="face">/g)).toHaveLength(1);
    expect(sheet.text).toContain('Реклама. ООО «Чайная». erid: 2VtzqxAbCd');
    const { text } = await open.open('/p/MARINA/materials');
    expect(text).toContain('Плакат A4');
    expect(text).not.toContain('открыто публиковать');
    const wall = [...text.matchAll(/<pre>([^<]*)<\/pre>/g)].map(([, said = '']) => said).find((said) => said.includes('via=vkWall'));
    expect(wall).toContain('erid: 2VtzqxAbCd');
  });

  it('tell of an unknown code nothing but that it is unknown, and stop answering who guesses (1-06)', async () => {
    for (const path of ['qr.svg', 'qr.png', 'preview.png', 'materials', 'card']) {
      const { status, headers } = await shop.open(`/p/NOBODY/${path}`);
      expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    }
    let last = 0;
    for (let guess = 0; guess < 25; guess += 1) last = (await shop.open(`/p/GUESS${guess}/qr.png`)).status;
    expect(last).toBe(429);
    expect((await shop.open('/p/MARINA/qr.png')).status, 'a code that exists is served all the same').toBe(200);
  });

  it('escape what a business and its programme are called', async () => {
    const name = '<script>alert(1)</script>';
    const hostile = await openPageShop({ ...DOCUMENT, name: { ru: name, en: name } });
    await must(hostile.settings({ name: '<img src=x onerror=alert(2)>' }));
    for (const path of ['materials', 'card', 'card?size=a4']) {
      expect((await hostile.open(`/p/MARINA/${path}`)).text).not.toMatch(/<script>alert|<img src=x/);
    }
  });
});

describe('what messengers draw beside a link', () => {
  it('is a picture of ours in the colours of the business where it has no logo, and readable by a camera', async () => {
    const shop = await openPageShop();
    const brand = { light: { ground: '#ffffff', ink: '#102030', accent: '#00695c' } };
    await must(shop.settings({ brand }));
    for (const [path, address] of [
      ['/r/MARINA', 'https://go.tea.example/r/MARINA?via=qr'],
      [`/programs/${shop.programId}`, `https://go.tea.example/programs/${shop.programId}`],
    ] as const) {
      const { text } = await shop.open(path);
      const url = /<meta property="og:image" content="([^"]+)">/.exec(text)?.[1] ?? '';
      expect(text).toContain('<meta property="og:image:width" content="1200">');
      const preview = await shop.open(new URL(url).pathname);
      expect(preview.headers).toMatchObject({ 'content-type': 'image/png', 'cross-origin-resource-policy': 'cross-origin' });
      expect(preview.bytes.length, 'messengers give up on large pictures').toBeLessThan(50_000);
      const picture = decodePng(preview.bytes);
      expect([picture.width, picture.height, picture.colorAt(5, 5)]).toEqual([1_200, 630, '#00695c']);
      const { size } = encode(address, { ecc: 'M', border: 4 });
      const side = size * Math.floor(520 / size);
      expect(holdsQr(picture, address, { left: Math.floor((1_200 - side) / 2), top: Math.floor((630 - side) / 2), side })).toBe(true);
    }
    expect((await shop.open(`/programs/prg_${'0'.repeat(32)}/preview.png`)).status).toBe(404);
  });
});
