import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPhone } from './canonical-phone.ts';

const ACCEPTED: readonly (readonly [string, string])[] = [
  ['+79120000000', '+79120000000'],
  ['89120000000', '+79120000000'],
  ['8-912-000-00-00', '+79120000000'],
  ['8 (912) 000-00-00', '+79120000000'],
  ['+7 (912) 000-00-00', '+79120000000'],
  ['+7(912)0000000', '+79120000000'],
  ['7 912 000 00 00', '+79120000000'],
  ['79120000000', '+79120000000'],
  ['9120000000', '+79120000000'],
  ['912-000-00-00', '+79120000000'],
  ['007 912 000 00 00', '+79120000000'],
  ['00 7 912 000 00 00', '+79120000000'],
  ['8.912.000.00.00', '+79120000000'],
  ['8\u00a0912\u00a0000\u00a000\u00a000', '+79120000000'],
  ['8–912–000–00–00', '+79120000000'],
  ['8\u2011912\u2011000\u201100\u201100', '+79120000000'],
  ['  +79120000000  ', '+79120000000'],
  ["'+79120000000", '+79120000000'],
  [" '+7 912 000-00-00", '+79120000000'],
  ['(+7) 912 000-00-00', '+79120000000'],
  ['(912) 000-00-00', '+79120000000'],
  ['＋７９１２０００００００', '+79120000000'],
  ['\u202a+79120000000\u202c', '+79120000000'],
  ['8 (495) 123-45-67', '+74951234567'],
  ['8 800 200-00-00', '+78002000000'],
  ['+7 701 123 45 67', '+77011234567'],
  ['8 701 123 45 67', '+77011234567'],
  ['8-777-123-45-67', '+77771234567'],
  ['+375 29 123-45-67', '+375291234567'],
  ['+380 50 123 45 67', '+380501234567'],
  ['+998 90 123 45 67', '+998901234567'],
  ['+995 555 12 34 56', '+995555123456'],
  ['+374 91 123456', '+37491123456'],
  ['+971 50 123 4567', '+971501234567'],
  ['+86 138 0013 8000', '+8613800138000'],
  ['+49 1512 3456789', '+4915123456789'],
  ['+44 (0)20 7946 0018', '+442079460018'],
  ['+44 20 7946 0018', '+442079460018'],
  ['+1 (202) 555-0123', '+12025550123'],
  ['001 202 555 0123', '+12025550123'],
  ['+972 52-234-5678', '+972522345678'],
  ['+90 532 123 45 67', '+905321234567'],
];

const REFUSED: readonly string[] = [
  '',
  ' ',
  '+',
  '-',
  '8',
  '911',
  '7,91E+10',
  '7.91E+10',
  '7,9120E10',
  '79120000000,0',
  '+7 912 000-00-0',
  '+7 912 000-00-000',
  '12345678901234567890',
  '+79120000000000',
  '+7 000 000 00 00',
  '80000000000',
  '+1 555 123 4567',
  '+999 123 456 789',
  '8-800-TEA-TIME',
  'телефон',
  'abc',
  '+7912ooooooo',
  '+7 912 000-00-00 доб. 12',
  '+7 912 000-00-00 ext. 12',
  '+79120000000;ext=1',
  'tel:+79120000000',
  '+79120000000\n',
  '+79120000000\r\n+79120000001',
  '+7912\t0000000',
  '+79120000000, +79120000001',
  '++79120000000',
  '7+9120000000',
  '=79120000000',
  '@79120000000',
  '+7912000000٠x',
  '#79120000000',
  '*100#',
  "''+79120000000",
  '+79120000000\0',
  '1'.repeat(41),
];

const resultOf = (text: string, country?: string) => {
  const result = country === undefined ? canonicalPhone(text) : canonicalPhone(text, country);
  return result.ok ? result.value : result.error.kind;
};

describe('canonicalPhone (contract 6.5)', () => {
  it.each(ACCEPTED)('reads %j as %s', (text, e164) => {
    expect(resultOf(text)).toBe(e164);
  });

  it.each(REFUSED)('refuses %j', (text) => {
    expect(resultOf(text)).toBe('invalid-phone');
  });

  it.each([
    ['DE', '01512 3456789', '+4915123456789'],
    ['BY', '8 029 123-45-67', '+375291234567'],
    ['KZ', '8 701 123 45 67', '+77011234567'],
    ['US', '(202) 555-0123', '+12025550123'],
    ['US', '+79120000000', '+79120000000'],
  ])('reads local numbers in %s', (country, text, e164) => {
    expect(resultOf(text, country)).toBe(e164);
  });

  it('throws on a default country that does not exist', () => {
    expect(() => canonicalPhone('89120000000', 'XX')).toThrow('not a country with phones');
  });

  it('makes one number of each Russian way to write it, and leaves the canonical form alone', () => {
    const subscriber = fc.integer({ min: 0, max: 9_999_999 }).map((digits) => `912${String(digits).padStart(7, '0')}`);
    const way = fc.constantFrom('+7', '8', '7', '', '007', "'+7", '8-', '+7 ');
    fc.assert(
      fc.property(subscriber, way, (digits, prefix) => {
        expect(resultOf(prefix + digits)).toBe(`+7${digits}`);
        expect(resultOf(resultOf(prefix + digits), 'US')).toBe(`+7${digits}`);
      }),
    );
  });

  it('gives the canonical form of a canonical form back unchanged', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789+-() 78'), maxLength: 18 });
    fc.assert(
      fc.property(text, (typed) => {
        const once = canonicalPhone(typed);
        if (once.ok) expect(canonicalPhone(once.value, 'US')).toEqual(once);
      }),
      { numRuns: 5000 },
    );
  });
});
