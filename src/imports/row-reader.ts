import { isInt64, type Money } from '../domain/money/money.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { cleanCell } from './clean-cell.ts';
import { findCurrencyMark } from './currency-marks.ts';
import { type ImportProblem, type ValueProblem, valueProblem } from './import-problem.ts';
import type { ImportSettings } from './import-settings.ts';
import type { HeaderMap } from './map-headers.ts';
import { minorFromWritten, readAmount } from './parse-amount.ts';
import { parseEndDate, parsePastDate } from './parse-date.ts';

/** One record of a file as it was read, by column index. */
export interface RawRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** Of a number, a date or a currency as text. */
const MAX_SHORT_LENGTH = 64;

export interface RowContext<C extends string> {
  readonly map: HeaderMap<C>;
  readonly settings: ImportSettings;
}

/**
 * Takes values out of one row and collects everything wrong with it, so that its owner sees all reasons at once. A value
 * that is absent and one that was refused both come as null: look at `problems` before using a row.
 */
export class RowReader<C extends string> {
  readonly problems: ImportProblem[] = [];
  readonly #row: RawRow;
  readonly #context: RowContext<C>;

  constructor(row: RawRow, context: RowContext<C>) {
    this.#row = row;
    this.#context = context;
  }

  text(column: C, maxLength: number): string | null {
    const mapped = this.#context.map.get(column);
    if (mapped === undefined) return null;
    const { text, isForbidden } = cleanCell(this.#row.cells[mapped.index] ?? '');
    if (isForbidden) this.refuse(column, valueProblem('control-character'));
    if (text === null || text.length <= maxLength) return text;
    this.refuse(column, valueProblem('value-too-long', { limit: String(maxLength) }));
    return null;
  }

  requiredText(column: C, maxLength: number): string | null {
    const problemsBefore = this.problems.length;
    const text = this.text(column, maxLength);
    if (text === null && this.problems.length === problemsBefore) this.refuse(column, valueProblem('value-missing'));
    return text;
  }

  /** A moment that has passed, up to ten minutes of clock skew. */
  pastDate(column: C): Date | null {
    const { settings } = this.#context;
    return this.#parse(column, (text) => parsePastDate(text, settings, settings.now));
  }

  requiredPastDate(column: C): Date | null {
    return this.requiredText(column, MAX_SHORT_LENGTH) === null ? null : this.pastDate(column);
  }

  /** Until when something is good; a date alone lasts to its end. */
  endDate(column: C): Date | null {
    return this.#parse(column, (text) => parseEndDate(text, this.#context.settings));
  }

  /** A whole number from 0 to `most`; zeros behind the mark are let pass (`2,000` of 1C, once the file's mark is known). */
  count(column: C, most: number): number | null {
    const count = this.#whole(column, valueProblem('quantity-invalid', { limit: String(most) }));
    if (count === null || count <= BigInt(most)) return count === null ? null : Number(count);
    this.refuse(column, valueProblem('quantity-invalid', { limit: String(most) }));
    return null;
  }

  points(column: C): bigint | null {
    return this.#whole(column, valueProblem('points-invalid'));
  }

  /**
   * The currency of the row: its column, else what the header or the sign of the main amount says, else the setting.
   * Null after a problem, and when nothing names one while `mainAmount` is empty.
   */
  currency(currencyColumn: C, mainAmount: C): string | null {
    const written = this.text(currencyColumn, MAX_SHORT_LENGTH);
    if (written !== null) {
      const currency = findCurrencyMark(written)?.usual ?? null;
      if (currency === null) this.refuse(currencyColumn, valueProblem('currency-unknown'));
      return currency;
    }
    const { settings, map } = this.#context;
    const amount = this.text(mainAmount, MAX_SHORT_LENGTH);
    if (amount === null) return settings.currency;
    const read = readAmount(amount, settings.decimalMark);
    if (!read.ok) {
      this.refuse(mainAmount, read.error);
      return null;
    }
    const { mark } = read.value;
    const isOwnPossible = mark === null || (settings.currency !== null && mark.possible.includes(settings.currency));
    const currency = map.get(mainAmount)?.currency ?? (isOwnPossible ? settings.currency : mark.usual);
    if (currency === null) this.refuse(mainAmount, valueProblem('currency-missing'));
    return currency;
  }

  /** A signed amount; null when empty, refused, or when the currency is not known. */
  signedAmount(column: C, currency: string | null): Money | null {
    if (currency === null) return null;
    const headerCurrency = this.#context.map.get(column)?.currency ?? currency;
    const amountMinor = this.#parse(column, (text) => {
      if (headerCurrency !== currency) return err(valueProblem('currency-mismatch', { currency }));
      const written = readAmount(text, this.#context.settings.decimalMark);
      return written.ok ? minorFromWritten(written.value, currency) : written;
    });
    return amountMinor === null ? null : { amountMinor, currency };
  }

  amount(column: C, currency: string | null): Money | null {
    const amount = this.signedAmount(column, currency);
    if (amount === null || amount.amountMinor >= 0n) return amount;
    this.refuse(column, valueProblem('amount-negative'));
    return null;
  }

  refuse(column: C | null, problem: ValueProblem): void {
    const mapped = column === null ? undefined : this.#context.map.get(column);
    const header = mapped?.header ?? null;
    // A cell may be read twice, as the main amount is for its currency; it is reported once.
    if (this.problems.some((known) => known.column === header && known.reason === problem.reason)) return;
    const value = mapped === undefined ? '' : (this.#row.cells[mapped.index] ?? '');
    this.problems.push({ rowNumber: this.#row.rowNumber, column: header, value, ...problem });
  }

  #whole(column: C, problem: ValueProblem): bigint | null {
    return this.#parse(column, (text) => {
      const written = readAmount(text, this.#context.settings.decimalMark);
      if (!written.ok) return written.error.reason === 'amount-ambiguous' ? written : err(problem);
      const { isNegative, whole, fraction, mark } = written.value;
      if (isNegative || mark !== null || !/^0*$/.test(fraction)) return err(problem);
      const count = BigInt(whole);
      return isInt64(count) ? ok(count) : err(problem);
    });
  }

  #parse<T>(column: C, parse: (text: string) => Result<T, ValueProblem>): T | null {
    const text = this.text(column, MAX_SHORT_LENGTH);
    if (text === null) return null;
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    this.refuse(column, parsed.error);
    return null;
  }
}
