import { assert } from '../result.ts';
import { CODES_BY_MINOR_DIGITS, SIGN_BY_CODE } from './currencies.ts';

/** An active ISO 4217 code, as checked by `isCurrency`. */
export type Currency = string & { readonly __brand: 'Currency' };

/** An amount in minor units (kopecks, cents) of one currency. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export const MAX_INT64 = 9_223_372_036_854_775_807n;
const MIN_INT64 = -9_223_372_036_854_775_808n;
const BASIS_POINTS_IN_WHOLE = 10_000n;
const NO_BREAK_SPACE = '\u00a0';

const minorDigitsByCode: ReadonlyMap<string, number> = new Map(
  CODES_BY_MINOR_DIGITS.flatMap(([digits, codes]) => codes.split(/\s+/).map((code) => [code, digits] as const)),
);

export function isCurrency(text: string): text is Currency {
  return minorDigitsByCode.has(text);
}

/** Digits after the decimal point by ISO 4217: RUB 2, JPY 0, KWD 3. Throws on a code that `isCurrency` refuses. */
export function minorDigits(currency: string): number {
  const digits = minorDigitsByCode.get(currency);
  assert(digits !== undefined, `not an ISO 4217 currency: ${currency}`);
  return digits;
}

/** Whether a database `bigint` column can hold the value. */
export function isInt64(value: bigint): boolean {
  return value >= MIN_INT64 && value <= MAX_INT64;
}

/** a ÷ b rounded towards minus infinity. Throws on b = 0. */
export function floorDiv(a: bigint, b: bigint): bigint {
  assert(b !== 0n, 'division by zero');
  const quotient = a / b;
  const isInexact = quotient * b !== a;
  return isInexact && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** a ÷ b rounded to the nearest whole, a tie to the even neighbour. Throws on b = 0. */
export function roundHalfEven(a: bigint, b: bigint): bigint {
  const floor = floorDiv(a, b);
  const twiceRemainder = (a - floor * b) * 2n;
  const distance = b < 0n ? -twiceRemainder : twiceRemainder;
  const divisor = b < 0n ? -b : b;
  if (distance < divisor) return floor;
  if (distance > divisor) return floor + 1n;
  return floor % 2n === 0n ? floor : floor + 1n;
}

/** The share of `base` at a rate in basis points, rounded down: grants never round up (contract section 6.7). */
export function percentFloor(base: bigint, basisPoints: bigint): bigint {
  return floorDiv(base * basisPoints, BASIS_POINTS_IN_WHOLE);
}

/**
 * Splits `total` in proportion to `weights` by largest remainder, ties to the earlier part; the parts sum to the
 * total exactly. When all weights are zero the first part gets everything. Throws on a negative total or weight,
 * and on a positive total without parts.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  assert(total >= 0n, `negative total: ${total}`);
  let weightSum = 0n;
  for (const weight of weights) {
    assert(weight >= 0n, `negative weight: ${weight}`);
    weightSum += weight;
  }
  if (weightSum === 0n) {
    assert(weights.length > 0 || total === 0n, 'nothing to allocate to');
    return weights.map((_weight, index) => (index === 0 ? total : 0n));
  }
  let rest = total;
  const parts = weights.map((weight, index) => {
    const product = total * weight;
    const floor = product / weightSum;
    rest -= floor;
    return { index, floor, remainder: product % weightSum };
  });
  const shares = parts.map((part) => part.floor);
  if (rest === 0n) return shares;
  parts.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const part of parts.slice(0, Number(rest))) shares[part.index] = part.floor + 1n;
  return shares;
}

/**
 * The amount as people read it: `1 234,50 ₽` or `₽1,234.50`. Whole amounts carry no decimals. Exact at any size,
 * and the same on every machine: no float and no locale data of the platform is involved.
 */
export function formatMoney(amountMinor: bigint, currency: string, locale: 'ru' | 'en'): string {
  const digits = minorDigits(currency);
  const minorPerWhole = 10n ** BigInt(digits);
  const size = amountMinor < 0n ? -amountMinor : amountMinor;
  const whole = (size / minorPerWhole).toString().replace(/\B(?=(?:\d{3})+$)/g, locale === 'ru' ? NO_BREAK_SPACE : ',');
  const part = size % minorPerWhole;
  const decimals = part === 0n ? '' : `${locale === 'ru' ? ',' : '.'}${part.toString().padStart(digits, '0')}`;
  const minus = amountMinor < 0n ? '-' : '';
  const sign = SIGN_BY_CODE.get(currency);
  if (locale === 'ru') return `${minus}${whole}${decimals}${NO_BREAK_SPACE}${sign ?? currency}`;
  return `${minus}${sign ?? `${currency}${NO_BREAK_SPACE}`}${whole}${decimals}`;
}
