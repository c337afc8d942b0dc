import { describe, expect, it } from 'vitest';
import { parseLandingAddress } from './landing-address.ts';

const domains = ['shop.example', 'магазин.рф'];

/** Stored by mistake or by an attacker with access to the settings: none of them may become a redirect. */
const refused = [
  '',
  ' ',
  '/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'evil.example',
  'shop.example',
  'shop.example/path',
  'http://shop.example/',
  'http://evil.example/',
  'https://evil.example/',
  'https://evil.example#shop.example',
  'https://evil.example?shop.example',
  'https://evil.example/shop.example',
  'https://evil.example\\@shop.example',
  'https://shop.example\\@evil.example',
  'https://shop.example@evil.example/',
  'https://user@shop.example/',
  'https://user:pass@shop.example/',
  'https://:pass@shop.example/',
  'https://shop.example.evil.example/',
  'https://evilshop.example/',
  'https://shop.example.',
  'https://shop.examplé/',
  'https://ѕhop.example/',
  'https://shop.example%2eevil.example/',
  'https:\\\\shop.example\\',
  'https:/\\evil.example',
  'https:evil.example',
  'https:///evil.example',
  'https:////evil.example',
  'https://',
  'https://[',
  'https://[::1]/',
  'https://127.0.0.1/',
  'https://0x7f.1/',
  'http://0.0.0.0/',
  'http://169.254.169.254/',
  'http://10.0.0.1/',
  'http://[::ffff:10.0.0.1]/',
  'http://localhost.evil.example/',
  'http://127.0.0.1.evil.example/',
  'http://localhost@evil.example/',
  'http://evil.example#localhost',
  'javascript:alert(1)',
  'JavaScript://shop.example/%0aalert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://shop.example/',
  'blob:https://shop.example/x',
  'about:blank',
  'mailto:a@shop.example',
  'intent://shop.example#Intent;end',
  'ws://shop.example/',
  'https://shop.example/\r\nSet-Cookie: a=b',
  'https://shop.example/\u0000',
  'https://shop.example/\t//evil.example',
  'https://sh\nop.example/',
  'https://shop.example/ x',
  ' https://shop.example/',
];

describe('parseLandingAddress', () => {
  it('refuses whatever is not https on a listed domain or http on loopback', () => {
    expect(refused.length).toBeGreaterThanOrEqual(60);
    expect(refused.filter((text) => parseLandingAddress(text, domains) !== null)).toEqual([]);
  });

  it.each([
    ['https://shop.example', 'https://shop.example/?sarafan_click=clk_ID'],
    ['https://SHOP.example/a', 'https://shop.example/a?sarafan_click=clk_ID'],
    ['https://www.shop.example:8443/a?b=1&c', 'https://www.shop.example:8443/a?b=1&c&sarafan_click=clk_ID'],
    ['https://shop.example/?', 'https://shop.example/?sarafan_click=clk_ID'],
    ['https://shop.example/?a&', 'https://shop.example/?a&sarafan_click=clk_ID'],
    ['https://shop.example/#top', 'https://shop.example/?sarafan_click=clk_ID#top'],
    ['https://shop.example/?a=1#/menu?b=2', 'https://shop.example/?a=1&sarafan_click=clk_ID#/menu?b=2'],
    ['https://магазин.рф/чай', 'https://xn--80aairftm.xn--p1ai/%D1%87%D0%B0%D0%B9?sarafan_click=clk_ID'],
    ['http://localhost:8080/shop', 'http://localhost:8080/shop?sarafan_click=clk_ID'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/?sarafan_click=clk_ID'],
    ['http://[::1]:8080/', 'http://[::1]:8080/?sarafan_click=clk_ID'],
  ])('cuts %s where the click id goes', (text, expected) => {
    const landing = parseLandingAddress(text, domains);
    expect(`${landing?.beforeClickId}ID${landing?.afterClickId}`).toBe(expected);
  });
});
