import { isInt64, minorDigits } from '../domain/money/money.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type CurrencyMark, findCurrencyMark } from './currency-marks.ts';
import { type ValueProblem, valueProblem } from './import-problem.ts';

export type DecimalMark = '.' | ',';

/** An amount as written: exact, not yet in any unit. */
export interface WrittenAmount {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
  /** The currency sign or code beside the number. */
  readonly mark: CurrencyMark | null;
  /** The decimal mark this very text proves; null = it would read the same (or not at all) with either. */
  readonly proves: DecimalMark | null;
}

const MAX_TEXT_LENGTH = 60;
/** Spaces of all widths and the Swiss apostrophe, as thousands separators. */
const GROUP_SPACE = /[\s\u2009\u202f'’]/gu;
const SCIENTIFIC = /^[-+−]?\d+(?:[.,]\d+)?[eе][-+]?\d+$/iu;
const NUMBER = /[.,]?\d(?:[\d.,\s'’]*\d)?/u;
const PREFIX = /^(\(?)([-+−]?)([^-+−()\d]*)([-+−]?)$/u;
const SUFFIX = /^([-−]?)([^-+−()\d]*)(\)?)$/u;
const SPACED_NUMBER = /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/u;
const GROUPED_WHOLE = { '.': /^\d{1,3}(?:\.\d{3})+$/, ',': /^\d{1,3}(?:,\d{3})+$/ };

/**
 * Reads decimal text as shops write it: `1 234,56`, `1,234.56`, `1.234,56`, `(10.00)`, `-10 ₽`, `USD 10`. One separator before
 * exactly three digits (`1,234`) could be either; `decimalMark`, given by the owner or seen elsewhere in the file, decides,
 * and without it the text is refused as ambiguous rather than guessed.
 */
export function readAmount(text: string, decimalMark: DecimalMark | null): Result<WrittenAmount, ValueProblem> {
  const trimmed = text.trim();
  if (SCIENTIFIC.test(trimmed)) return err(valueProblem('amount-scientific'));
  const parts = trimmed.length > MAX_TEXT_LENGTH ? null : splitAround(trimmed);
  if (parts === null) return err(valueProblem('amount-not-a-number'));
  const compact = parts.number.replace(GROUP_SPACE, '');
  const hasSpacedGroups = compact !== parts.number;
  if (hasSpacedGroups && !SPACED_NUMBER.test(parts.number)) return err(valueProblem('amount-not-a-number'));
  const decimals = splitDecimals(compact, { decimalMark, hasSpacedGroups });
  return decimals.ok ? ok({ isNegative: parts.isNegative, mark: parts.mark, ...decimals.value }) : decimals;
}

/**
 * The amount in minor units of `currency`. Zeros behind the last minor digit are let pass (`10.5000`), other digits
 * are not: nothing is rounded. Refuses what an int64 cannot hold and a sign of another currency.
 */
export function minorFromWritten(written: WrittenAmount, currency: string): Result<bigint, ValueProblem> {
  if (written.mark !== null && !written.mark.possible.includes(currency)) return err(valueProblem('currency-mismatch', { currency }));
  const digits = minorDigits(currency);
  const fraction = written.fraction.replace(/0+$/, '');
  if (fraction.length > digits) return err(valueProblem('amount-too-many-decimals', { currency, digits: String(digits) }));
  const size = BigInt(`${written.whole}${fraction.padEnd(digits, '0')}`);
  if (!isInt64(size)) return err(valueProblem('amount-too-large'));
  return ok(written.isNegative ? -size : size);
}

/** Both steps for a known currency: decimal text to signed minor units. */
export function parseAmount(text: string, options: { currency: string; decimalMark: DecimalMark | null }): Result<bigint, ValueProblem> {
  const written = readAmount(text, options.decimalMark);
  return written.ok ? minorFromWritten(written.value, options.currency) : written;
}

/** The decimal mark that the file's own unambiguous amounts agree on; null when they show none or both. */
export function sniffDecimalMark(amounts: Iterable<string>): DecimalMark | null {
  const proven = new Set<DecimalMark>();
  for (const text of amounts) {
    const written = readAmount(text, null);
    if (written.ok && written.value.proves !== null) proven.add(written.value.proves);
  }
  const [mark] = proven;
  return proven.size === 1 && mark !== undefined ? mark : null;
}

interface AmountParts {
  readonly number: string;
  readonly isNegative: boolean;
  readonly mark: CurrencyMark | null;
}

/** Sign, brackets and currency taken off the number; null = something else stands there. */
function splitAround(text: string): AmountParts | null {
  const number = NUMBER.exec(text);
  if (number === null) return null;
  const prefix = PREFIX.exec(withoutSpaces(text.slice(0, number.index)));
  const suffix = SUFFIX.exec(withoutSpaces(text.slice(number.index + number[0].length)));
  if (prefix === null || suffix === null) return null;
  const [, opening = '', firstSign = '', markBefore = '', secondSign = ''] = prefix;
  const [, lastSign = '', markAfter = '', closing = ''] = suffix;
  const signs = `${firstSign}${secondSign}${lastSign}`;
  const isBracketed = opening !== '';
  if (isBracketed !== (closing !== '') || signs.length + (isBracketed ? 1 : 0) > 1) return null;
  const mark = readMarks(markBefore, markAfter);
  if (mark === 'unreadable') return null;
  return { number: number[0], isNegative: isBracketed || (signs !== '' && signs !== '+'), mark };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Both sides may name the currency (`$10 USD`): the narrower one counts when they agree. */
function readMarks(before: string, after: string): CurrencyMark | null | 'unreadable' {
  const marks: CurrencyMark[] = [];
  for (const text of [before, after]) {
    if (text === '') continue;
    const mark = findCurrencyMark(text);
    if (mark === null) return 'unreadable';
    marks.push(mark);
  }
  const [first, second] = marks;
  if (first === undefined || second === undefined) return first ?? null;
  const possible = first.possible.filter((currency) => second.possible.includes(currency));
  const [only] = possible;
  if (only === undefined) return 'unreadable';
  return { usual: possible.length === 1 ? only : first.usual, possible };
}

type Decimals = Pick<WrittenAmount, 'whole' | 'fraction' | 'proves'>;

function splitDecimals(
  text: string,
  style: { readonly decimalMark: DecimalMark | null; readonly hasSpacedGroups: boolean },
): Result<Decimals, ValueProblem> {
  const last = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  const other = last === '.' ? ',' : '.';
  const parts = text.split(last);
  const [whole = '', fraction] = parts;
  if (fraction === undefined) return ok({ whole, fraction: '', proves: null });
  const isPlainWhole = /^\d*$/.test(whole);
  if (parts.length > 2) {
    if (style.hasSpacedGroups || !GROUPED_WHOLE[last].test(text)) return err(valueProblem('amount-not-a-number'));
    return ok({ whole: parts.join(''), fraction: '', proves: other });
  }
  if (!isPlainWhole) {
    if (!GROUPED_WHOLE[other].test(whole)) return err(valueProblem('amount-not-a-number'));
    return ok({ whole: whole.replaceAll(other, ''), fraction, proves: last });
  }
  const isAmbiguous = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && !style.hasSpacedGroups;
  if (!isAmbiguous) return ok({ whole, fraction, proves: last });
  if (style.decimalMark === null) return err(valueProblem('amount-ambiguous'));
  return ok(style.decimalMark === last ? { whole, fraction, proves: null } : { whole: `${whole}${fraction}`, fraction: '', proves: null });
}
