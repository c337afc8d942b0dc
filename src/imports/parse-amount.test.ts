import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, minorDigits } from '../domain/money/money.ts';
import { type DecimalMark, parseAmount, readAmount, sniffDecimalMark } from './parse-amount.ts';

function outcome(text: string, currency = 'RUB', decimalMark: DecimalMark | null = null): bigint | string {
  const amount = parseAmount(text, { currency, decimalMark });
  return amount.ok ? amount.value : amount.error.reason;
}

describe('parseAmount', () => {
  it.each([
    ['1 234,56', 123_456n],
    ['1,234.56', 123_456n],
    ['1.234,56', 123_456n],
    ['1\u00a0234,56', 123_456n],
    ['1\u2009234,56 ₽', 123_456n],
    ['1\u202f234', 123_400n],
    ["1'234.50", 123_450n],
    ['1,234,567', 123_456_700n],
    ['1.234.567,89', 123_456_789n],
    ['10 руб.', 1_000n],
    ['10,50 р.', 1_050n],
    ['RUB 10', 1_000n],
    ['10rur', 1_000n],
    ['-10.00', -1_000n],
    ['−10', -1_000n],
    ['10-', -1_000n],
    ['(10.00)', -1_000n],
    ['( 10,00 ₽ )', -1_000n],
    ['+10', 1_000n],
    ['.5', 50n],
    ['0', 0n],
    ['-0', 0n],
    ['0010', 1_000n],
    ['10.5000', 1_050n],
  ])('reads %j as %s minor units', (text, minor) => {
    expect(outcome(text)).toBe(minor);
  });

  it.each([
    ['0.005', 'amount-too-many-decimals'],
    ['10.001', 'amount-ambiguous'],
    ['1234.567', 'amount-too-many-decimals'],
    ['1e15', 'amount-scientific'],
    ['1,5E+3', 'amount-scientific'],
    ['1,234', 'amount-ambiguous'],
    ['1.234', 'amount-ambiguous'],
    ['$10', 'currency-mismatch'],
    ['RUB 10 USD', 'amount-not-a-number'],
    ['', 'amount-not-a-number'],
    ['NaN', 'amount-not-a-number'],
    ['#REF!', 'amount-not-a-number'],
    ['--10', 'amount-not-a-number'],
    ['-(10)', 'amount-not-a-number'],
    ['(10', 'amount-not-a-number'],
    ['12 34', 'amount-not-a-number'],
    ['1,23,456', 'amount-not-a-number'],
    ['1,234.567,89', 'amount-not-a-number'],
    ['10 руб. 50 коп.', 'amount-not-a-number'],
    ['٣', 'amount-not-a-number'],
    ['9'.repeat(40), 'amount-too-large'],
    ['9'.repeat(400), 'amount-not-a-number'],
  ])('refuses %j: %s', (text, reason) => {
    expect(outcome(text)).toBe(reason);
  });

  it('reads a comma before three digits by the decimal mark it is told', () => {
    expect([outcome('1,234', 'USD', '.'), outcome('1,234', 'KWD', ','), outcome('1,234', 'USD', ',')]).toEqual([
      123_400n,
      1_234n,
      'amount-too-many-decimals',
    ]);
  });

  it('counts the decimals of the currency', () => {
    expect([outcome('100', 'JPY'), outcome('100.0', 'JPY'), outcome('100.5', 'JPY'), outcome('0.005', 'KWD')]).toEqual([
      100n,
      100n,
      'amount-too-many-decimals',
      5n,
    ]);
  });

  it('takes a dollar sign for the dollar of the row', () => {
    expect([outcome('10$', 'CAD'), outcome('$10 USD', 'USD'), outcome('$10 USD', 'CAD')]).toEqual([1_000n, 1_000n, 'currency-mismatch']);
  });

  it('is exact up to the last unit of an int64', () => {
    expect(outcome('92233720368547758.07')).toBe(9_223_372_036_854_775_807n);
    expect(outcome('92233720368547758.08')).toBe('amount-too-large');
    expect(outcome('90071992547409.93')).toBe(9_007_199_254_740_993n);
  });

  it('reads back whatever we print', () => {
    const amounts = fc.bigInt({ min: -(2n ** 63n - 1n), max: 2n ** 63n - 1n });
    const currencies = fc.constantFrom('RUB', 'USD', 'JPY', 'KWD', 'BYN');
    fc.assert(
      fc.property(amounts, currencies, fc.constantFrom('ru' as const, 'en' as const), (minor, currency, locale) => {
        const printed = formatMoney(minor, currency, locale);
        expect(outcome(printed, currency, locale === 'ru' ? ',' : '.')).toBe(minor);
      }),
    );
  });

  it('reads plain decimals without any hint unless three digits make them ambiguous', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 62n }),
        fc.constantFrom('RUB', 'JPY'),
        fc.constantFrom('.', ','),
        (minor, currency, mark) => {
          const digits = minorDigits(currency);
          const text = minor.toString().padStart(digits + 1, '0');
          const plain = digits === 0 ? text : `${text.slice(0, -digits)}${mark}${text.slice(-digits)}`;
          expect(outcome(plain, currency)).toBe(minor);
        },
      ),
    );
  });

  it('never throws and never invents a number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const read = readAmount(text, null);
        if (read.ok) expect(read.value.whole + read.value.fraction).toMatch(/^\d+$/);
      }),
    );
  });
});

describe('sniffDecimalMark', () => {
  it('believes amounts that can be read one way only', () => {
    expect([sniffDecimalMark(['1,234', '10.50']), sniffDecimalMark(['1.234.567']), sniffDecimalMark(['1 000,5', 'x'])]).toEqual([
      '.',
      ',',
      ',',
    ]);
  });

  it('says nothing when they show no mark, or both', () => {
    expect([sniffDecimalMark([]), sniffDecimalMark(['10', '1,234']), sniffDecimalMark(['10,5', '10.5'])]).toEqual([null, null, null]);
  });
});
