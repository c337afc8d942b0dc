import { assertNever } from '../domain/result.ts';
import { createUnitDecoder, decodeCell, type UnitDecoder } from './decode-cells.ts';
import type { CsvEncoding } from './detect-format.ts';
import { type ImportProblem, type ValueProblem, valueProblem } from './import-problem.ts';
import { type CsvDelimiter, type CsvNewline, type ScannedRecord, scanRecord } from './split-records.ts';

/** What a cell of Excel can hold. */
const MAX_CELL_LENGTH = 32_768;
export const MAX_RECORD_LENGTH = 1_048_576;
const MAX_SHOWN_LENGTH = 200;
/** Of one record: ten thousand spoilt cells are one broken line, not ten thousand findings. */
const MAX_PROBLEMS = 20;

/** Record `rowNumber` of the file (the header is 1) starts at byte `byteOffset`. */
export interface CsvPosition {
  readonly rowNumber: number;
  readonly byteOffset: number;
}

export interface CsvFormat {
  readonly encoding: CsvEncoding;
  readonly delimiter: CsvDelimiter;
  readonly newline: CsvNewline;
}

/** `nextByteOffset` is where the following record starts: what to resume from once this one is done. */
export interface CsvPlace extends CsvPosition {
  readonly nextByteOffset: number;
}
export type CsvRecord =
  | (CsvPlace & { readonly kind: 'row'; readonly cells: readonly string[] })
  | (CsvPlace & { readonly kind: 'bad'; readonly problems: readonly ImportProblem[] });

export interface RecordReaderOptions {
  readonly format: CsvFormat;
  readonly header: readonly string[] | null;
}

/**
 * Push bytes, pull records: holds no more than one chunk and one record. `header` gives the number of cells each record
 * must have, and the names for the problems; null accepts any number. Extra cells pass when empty, as Excel leaves them.
 */
export class RecordReader {
  readonly #format: CsvFormat;
  readonly #header: readonly string[] | null;
  readonly #decoder: UnitDecoder;
  #text = '';
  #rowNumber: number;
  #byteOffset: number;
  /** Bytes dropped so far of a line too long to hold; null = not inside one. */
  #droppedBytes: number | null = null;
  #isEnded = false;

  constructor(start: CsvPosition, options: RecordReaderOptions) {
    this.#format = options.format;
    this.#header = options.header;
    this.#decoder = createUnitDecoder(options.format.encoding);
    this.#rowNumber = start.rowNumber;
    this.#byteOffset = start.byteOffset;
  }

  push(bytes: Buffer): void {
    this.#text += this.#decoder.write(bytes);
  }

  end(): void {
    this.#isEnded = true;
  }

  /** The records complete so far; blank ones are counted and left out. */
  *take(): Generator<CsvRecord> {
    const text = this.#text;
    const { delimiter, newline } = this.#format;
    const syntax = { delimiter, newline, maxRecordLength: MAX_RECORD_LENGTH };
    let at = 0;
    while (at < text.length) {
      if (this.#droppedBytes !== null) {
        const newlineAt = text.indexOf(newline, at);
        const end = newlineAt === -1 ? text.length : newlineAt + 1;
        this.#droppedBytes += this.#bytes(end - at);
        at = end;
        if (newlineAt !== -1) yield this.#finishDropped(this.#droppedBytes);
        continue;
      }
      const record = scanRecord({ text, start: at, isLast: this.#isEnded }, syntax);
      if (record.kind === 'incomplete') break;
      if (record.end === null) {
        this.#droppedBytes = 0;
        continue;
      }
      const result = this.#interpret(record, text.slice(at, record.end));
      at = record.end;
      if (result !== null) yield result;
    }
    this.#text = text.slice(at);
    if (this.#isEnded && this.#droppedBytes !== null) yield this.#finishDropped(this.#droppedBytes);
  }

  #interpret(record: ScannedRecord, units: string): CsvRecord | null {
    const byteLength = this.#bytes(units.length);
    switch (record.kind) {
      case 'record':
        if (!isBlank(record.cells)) return this.#readRow(byteLength, record.cells);
        this.#advance(byteLength);
        return null;
      case 'unbalanced': {
        const value = decodeCell(units.slice(0, MAX_SHOWN_LENGTH), this.#format.encoding) ?? '';
        const column = this.#header?.[record.column] ?? null;
        return this.#refuse(byteLength, [{ ...valueProblem('quote-unbalanced'), column, value: value.trimEnd() }]);
      }
      case 'too-long':
        return this.#refuseTooLong(byteLength);
      case 'incomplete':
        return null;
      default:
        return assertNever(record);
    }
  }

  #readRow(byteLength: number, units: readonly string[]): CsvRecord {
    const header = this.#header;
    const problems: CellProblem[] = [];
    const cells: string[] = [];
    for (const unit of units) {
      const cell = readCell(unit, this.#format.encoding);
      if (typeof cell === 'string') cells.push(cell);
      else problems.push({ ...cell, column: header?.[cells.length + problems.length] ?? null, value: '' });
    }
    if (problems.length > 0) return this.#refuse(byteLength, problems.slice(0, MAX_PROBLEMS));
    if (header === null || cells.length === header.length) return { kind: 'row', ...this.#advance(byteLength), cells };
    const detail = { actual: String(cells.length), expected: String(header.length) };
    if (cells.length < header.length) {
      return this.#refuse(byteLength, [{ ...valueProblem('too-few-cells', detail), column: null, value: '' }]);
    }
    const extra = cells.slice(header.length).find((cell) => cell.trim() !== '');
    if (extra === undefined) return { kind: 'row', ...this.#advance(byteLength), cells: cells.slice(0, header.length) };
    return this.#refuse(byteLength, [{ ...valueProblem('too-many-cells', detail), column: null, value: extra }]);
  }

  #finishDropped(byteLength: number): CsvRecord {
    this.#droppedBytes = null;
    return this.#refuseTooLong(byteLength);
  }

  #refuseTooLong(byteLength: number): CsvRecord {
    const problem = valueProblem('row-too-long', { limit: String(MAX_RECORD_LENGTH) });
    return this.#refuse(byteLength, [{ ...problem, column: null, value: '' }]);
  }

  #refuse(byteLength: number, problems: readonly CellProblem[]): CsvRecord {
    const place = this.#advance(byteLength);
    return { kind: 'bad', ...place, problems: problems.map((problem) => ({ rowNumber: place.rowNumber, ...problem })) };
  }

  #advance(byteLength: number): CsvPlace {
    const place = { rowNumber: this.#rowNumber, byteOffset: this.#byteOffset, nextByteOffset: this.#byteOffset + byteLength };
    this.#rowNumber += 1;
    this.#byteOffset += byteLength;
    return place;
  }

  #bytes(unitCount: number): number {
    return unitCount * this.#decoder.unitBytes;
  }
}

type CellProblem = ValueProblem & { readonly column: string | null; readonly value: string };

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

function readCell(units: string, encoding: CsvEncoding): string | ValueProblem {
  if (units.length > MAX_CELL_LENGTH) return valueProblem('cell-too-long', { limit: String(MAX_CELL_LENGTH) });
  if (units.includes('\u0000')) return valueProblem('control-character');
  return decodeCell(units, encoding) ?? valueProblem('encoding-invalid', { encoding });
}
