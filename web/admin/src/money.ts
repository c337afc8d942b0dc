import { locale } from './i18n.ts';
import { shopZone } from './shop-time.ts';

export interface WireMoney {
  readonly amountMinor: string;
  readonly currency: string;
}

/** As the server writes it, `1 234,50 ₽` and `₽1,000`. Exact: the digits are moved as text, since a number loses money above 2^53. */
export function formatMoney({ amountMinor, currency }: WireMoney): string {
  const look = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const places = new Intl.NumberFormat(locale(), look).resolvedOptions().maximumFractionDigits ?? 2;
  const negative = amountMinor.startsWith('-');
  const digits = amountMinor.replace('-', '').padStart(places + 1, '0');
  const text = `${negative ? '-' : ''}${digits.slice(0, digits.length - places)}${places === 0 ? '' : `.${digits.slice(digits.length - places)}`}`;
  return new Intl.NumberFormat(locale(), { ...look, trailingZeroDisplay: 'stripIfInteger' }).format(text as Intl.StringNumericLiteral);
}

export function formatDate(at: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: shopZone() }).format(new Date(at));
}

export function formatNumber(value: string | number): string {
  return new Intl.NumberFormat(locale()).format(typeof value === 'number' ? value : BigInt(value));
}

/** `RUB` or `points:prg_…` with an amount in minor units or points; `name` is what the programme calls those. */
export function formatUnit(unit: string, amount: string, name: Readonly<Record<'ru' | 'en', string>> | null = null): string {
  if (!unit.startsWith('points:')) return formatMoney({ amountMinor: amount, currency: unit });
  return name === null ? formatNumber(amount) : `${formatNumber(amount)} · ${name[locale()]}`;
}

/** Amounts of several units as one text, each unit's together: `1 500 ₽ + 300`. */
export function sumByUnit(parts: readonly { readonly unit: string; readonly amount: string }[]): string {
  const sums = new Map<string, bigint>();
  for (const { unit, amount } of parts) sums.set(unit, (sums.get(unit) ?? 0n) + BigInt(amount));
  return [...sums].map(([unit, sum]) => formatUnit(unit, sum.toString())).join(' + ');
}
