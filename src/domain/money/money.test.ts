import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, floorDiv, formatMoney, isCurrency, isInt64, MAX_INT64, minorDigits, percentFloor, roundHalfEven } from './money.ts';

const ABOVE_DOUBLE = 9_007_199_254_740_993n;
const anyAmount = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
const anyDivisor = fc.oneof(anyAmount, fc.bigInt({ min: -10n, max: 10n })).filter((value) => value !== 0n);

describe('currencies', () => {
  it.each([
    ['RUB', 2],
    ['USD', 2],
    ['EUR', 2],
    ['KZT', 2],
    ['BYN', 2],
    ['UAH', 2],
    ['AED', 2],
    ['CNY', 2],
    ['GEL', 2],
    ['AMD', 2],
    ['UZS', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['XOF', 0],
  ])('%s has %i minor digits', (currency, digits) => {
    expect(isCurrency(currency)).toBe(true);
    expect(minorDigits(currency)).toBe(digits);
  });

  it.each(['RUR', 'rub', 'RU', 'RUBL', '', ' RUB', 'XXX', 'XTS', 'XAU', 'BTC', 'DEM', 'BYR', 'HRK', '643', '__proto__'])(
    '%j is not an active currency',
    (text) => {
      expect(isCurrency(text)).toBe(false);
      expect(() => minorDigits(text)).toThrow('not an ISO 4217 currency');
    },
  );

  it('has the same minor digits as the platform knows, but for the currencies whose cents fell out of use', () => {
    const known = Intl.supportedValuesOf('currency').filter(isCurrency);
    const platformDigits = (currency: string) =>
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
    const others = known.filter((currency) => platformDigits(currency) !== minorDigits(currency));
    expect(known.length).toBeGreaterThan(140);
    expect(others.filter((currency) => minorDigits(currency) < (platformDigits(currency) ?? 0))).toEqual([]);
  });
});

describe('int64', () => {
  it('ends where a bigint column ends', () => {
    expect([MAX_INT64, MAX_INT64 + 1n, -MAX_INT64 - 1n, -MAX_INT64 - 2n].map(isInt64)).toEqual([true, false, true, false]);
  });
});

describe('floorDiv', () => {
  it('leaves a remainder of the sign of the divisor and smaller than it', () => {
    fc.assert(
      fc.property(anyAmount, anyDivisor, (a, b) => {
        const remainder = a - floorDiv(a, b) * b;
        expect(b > 0n ? remainder >= 0n && remainder < b : remainder <= 0n && remainder > b).toBe(true);
      }),
    );
  });

  it('throws on zero', () => {
    expect(() => floorDiv(1n, 0n)).toThrow('division by zero');
  });
});

describe('roundHalfEven', () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [5n, -2n, -2n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-1n, 3n, 0n],
    [-2n, 3n, -1n],
    [ABOVE_DOUBLE, 2n, 4_503_599_627_370_496n],
  ])('%i / %i is %i', (a, b, rounded) => {
    expect(roundHalfEven(a, b)).toBe(rounded);
  });

  it('is never further than half a unit from the exact quotient, and even on a tie', () => {
    fc.assert(
      fc.property(anyAmount, anyDivisor, (a, b) => {
        const rounded = roundHalfEven(a, b);
        const twiceError = (a - rounded * b) * 2n;
        const size = (value: bigint) => (value < 0n ? -value : value);
        expect(size(twiceError) <= size(b)).toBe(true);
        if (size(twiceError) === size(b)) expect(rounded % 2n).toBe(0n);
      }),
    );
  });
});

describe('percentFloor', () => {
  it.each([
    [300_000n, 1000n, 30_000n],
    [999n, 1000n, 99n],
    [1n, 9999n, 0n],
    [0n, 500n, 0n],
    [ABOVE_DOUBLE, 10_000n, ABOVE_DOUBLE],
    [ABOVE_DOUBLE, 1n, 900_719_925_474n],
  ])('of %i at %i basis points is %i', (base, basisPoints, share) => {
    expect(percentFloor(base, basisPoints)).toBe(share);
  });
});

describe('allocate', () => {
  it.each([
    ['thirds, the odd unit to the first', 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    ['the largest remainder first', 10n, [10n, 45n, 45n], [1n, 5n, 4n]],
    ['nothing to a weight of zero', 7n, [0n, 1n, 1n], [0n, 4n, 3n]],
    ['all to the first when no part weighs', 9n, [0n, 0n], [9n, 0n]],
    ['nothing of nothing', 0n, [0n, 0n], [0n, 0n]],
    ['no parts of nothing', 0n, [], []],
    ['above the doubles', ABOVE_DOUBLE, [1n, 1n], [4_503_599_627_370_497n, 4_503_599_627_370_496n]],
  ])('gives %s', (_case, total, weights, shares) => {
    expect(allocate(total, weights)).toEqual(shares);
  });

  it('sums to the whole, and each share is within one unit of its exact part', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 2n ** 50n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_INT64 }), weights, (total, parts) => {
        const shares = allocate(total, parts);
        const weightSum = parts.reduce((sum, weight) => sum + weight, 0n);
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total);
        if (weightSum === 0n) return;
        for (const [index, share] of shares.entries()) {
          const floor = (total * (parts[index] ?? 0n)) / weightSum;
          expect(share === floor || share === floor + 1n).toBe(true);
        }
      }),
    );
  });

  it('throws on what cannot be split', () => {
    expect(() => allocate(-1n, [1n])).toThrow('negative total');
    expect(() => allocate(1n, [1n, -1n])).toThrow('negative weight');
    expect(() => allocate(1n, [])).toThrow('nothing to allocate to');
  });
});

describe('formatMoney', () => {
  it.each([
    [123_450n, 'RUB', '1\u00a0234,50\u00a0₽', '₽1,234.50'],
    [100_000n, 'RUB', '1\u00a0000\u00a0₽', '₽1,000'],
    [-5n, 'USD', '-0,05\u00a0$', '-$0.05'],
    [0n, 'EUR', '0\u00a0€', '€0'],
    [1_234_567n, 'JPY', '1\u00a0234\u00a0567\u00a0¥', '¥1,234,567'],
    [1_050n, 'KWD', '1,050\u00a0KWD', 'KWD\u00a01.050'],
    [99_900n, 'BYN', '999\u00a0BYN', 'BYN\u00a0999'],
    [ABOVE_DOUBLE, 'RUB', '90\u00a0071\u00a0992\u00a0547\u00a0409,93\u00a0₽', '₽90,071,992,547,409.93'],
  ])('writes %i minor %s as %j and %j', (amountMinor, currency, ru, en) => {
    expect([formatMoney(amountMinor, currency, 'ru'), formatMoney(amountMinor, currency, 'en')]).toEqual([ru, en]);
  });
});
