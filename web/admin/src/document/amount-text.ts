/** Amounts as people type them, moved between text and minor units digit by digit: a number would lose money above 2^53. */
import { locale } from '../i18n.ts';

function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `1 500,50` → `150050`; null for nothing, undefined for what is no amount. */
export function minorFromText(text: string, currency: string): string | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (plain === '') return null;
  const found = /^(\d{1,16})(?:\.(\d*))?$/.exec(plain);
  const digits = minorDigits(currency);
  const fraction = found?.[2] ?? '';
  if (found === null || fraction.length > digits) return undefined;
  return `${found[1] ?? ''}${fraction.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '');
}

export function textFromMinor(amountMinor: string, currency: string): string {
  const digits = minorDigits(currency);
  const padded = amountMinor.padStart(digits + 1, '0');
  const whole = grouped(padded.slice(0, padded.length - digits));
  const fraction = padded.slice(padded.length - digits);
  return digits === 0 || /^0+$/.test(fraction) ? whole : `${whole}${locale() === 'ru' ? ',' : '.'}${fraction}`;
}

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ' ');
}

/** `12,5` → 1250; null for nothing, undefined for what is no percent. */
export function basisPointsFromText(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0%]/g, '').replace(',', '.');
  if (plain === '') return null;
  return /^\d{1,5}(\.\d{0,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
}

export function textFromBasisPoints(basisPoints: number): string {
  const text = String(basisPoints / 100);
  return locale() === 'ru' ? text.replace('.', ',') : text;
}

export function wholeFromText(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0]/g, '');
  if (plain === '') return null;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

export function digitsFromText(text: string): string | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0]/g, '');
  if (plain === '') return null;
  return /^\d{1,18}$/.test(plain) ? plain : undefined;
}
