/** A value on its way into a table that people open with a spreadsheet. */
import { minorDigits } from '../domain/money/money.ts';

export type TableCell =
  | { readonly kind: 'text'; readonly text: string }
  /** Decimal digits with an optional minus: it stays a number. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'empty' };

export const EMPTY: TableCell = { kind: 'empty' };

/** What spreadsheets run when it begins a cell, half and full width; behind apostrophes too, so that each is taken off again. */
const RUNS = /^'*[=+\-@\t\r＝＋－＠]/u;

export function textCell(text: string | null): TableCell {
  return text === null || text === '' ? EMPTY : { kind: 'text', text };
}

export function timeCell(at: Date | null): TableCell {
  return at === null ? EMPTY : { kind: 'text', text: at.toISOString() };
}

export function countCell(count: bigint | number | null): TableCell {
  return count === null ? EMPTY : { kind: 'number', text: count.toString() };
}

/** Minor units as decimals of their currency, exactly: `-1234.50`. */
export function moneyCell(amountMinor: bigint | null, currency: string | null): TableCell {
  return amountMinor === null || currency === null ? EMPTY : decimalCell(amountMinor, minorDigits(currency));
}

/** Basis points as percent: `12.50`. */
export function percentCell(basisPoints: bigint): TableCell {
  return decimalCell(basisPoints, 2);
}

function decimalCell(amountMinor: bigint, digits: number): TableCell {
  const size = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0');
  const whole = size.slice(0, size.length - digits);
  const text = digits === 0 ? whole : `${whole}.${size.slice(size.length - digits)}`;
  return { kind: 'number', text: amountMinor < 0n ? `-${text}` : text };
}

/** `RUB` or `points:…`: money in decimals, points whole. */
export function unitCells(unit: string | null, amount: bigint | null): readonly [TableCell, TableCell] {
  if (unit === null) return [EMPTY, EMPTY];
  return unit.startsWith('points:') ? [countCell(amount), textCell('points')] : [moneyCell(amount, unit), textCell(unit)];
}

/** The text of a cell that no spreadsheet runs; the import takes the apostrophe off again (reliability.md 2). */
export function guarded(cell: TableCell): string {
  if (cell.kind === 'empty') return '';
  return cell.kind === 'text' && RUNS.test(cell.text) ? `'${cell.text}` : cell.text;
}
