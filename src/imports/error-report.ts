import { type FileHandle, open, rm } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { LOCALES, type Locale } from '../domain/words/number-words.ts';
import { explainProblem, type ImportProblem, type ImportReason } from './import-problem.ts';

const MAX_VALUE_LENGTH = 100;
const MAX_BUFFERED_ROWS = 500;
/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const HEADER: Readonly<Record<Locale, readonly string[]>> = {
  ru: ['строка', 'столбец', 'причина', 'значение', 'код'],
  en: ['row', 'column', 'reason', 'value', 'code'],
};

export interface ErrorReportSummary {
  /** Where the report was written; null = there was nothing to write. */
  readonly path: string | null;
  readonly problemCount: number;
  readonly countByReason: ReadonlyMap<ImportReason, number>;
}

/** The language of the report that begins so; null = it is none. */
export function localeOfReport(head: string): Locale | null {
  return LOCALES.find((locale) => head.startsWith(headerLine(HEADER[locale]))) ?? null;
}

function headerLine(names: readonly string[]): string {
  return `${BYTE_ORDER_MARK}${stringify([[...names]])}`;
}

/** `number` from 2 on: where the usual name is taken. */
export function errorReportPath(importedPath: string, number = 1): string {
  return `${importedPath}.errors${number === 1 ? '' : `-${number}`}.csv`;
}

/**
 * The problems of an import as CSV for a spreadsheet: row, column, reason in the owner's language, the value (cut, and shielded
 * from being run as a formula), the reason's code. The file appears with the first problem, readable by its owner only since
 * values may be personal data; a report that an earlier import left there is removed, any other file is not. A resumed import continues the report of the part
 * before it, cut to where that part was known to be done.
 */
export class ErrorReport {
  readonly #path: string;
  readonly #locale: Locale;
  readonly #keptBytes: number;
  readonly #isStaleThere: boolean;
  readonly #countByReason = new Map<ImportReason, number>();
  #problemCount = 0;
  #byteCount: number;
  #buffered: string[][] = [];
  #file: FileHandle | null = null;

  /** `keptBytes` of the file are an earlier part of the same import; 0 = none. `isStaleThere`: an earlier import's report is in the place. */
  constructor(options: {
    readonly path: string;
    readonly locale: Locale;
    readonly keptBytes: number;
    readonly isStaleThere: boolean;
  }) {
    this.#path = options.path;
    this.#locale = options.locale;
    this.#keptBytes = options.keptBytes;
    this.#byteCount = options.keptBytes;
    this.#isStaleThere = options.isStaleThere;
  }

  /** Of the file once it is flushed. */
  get byteCount(): number {
    return this.#byteCount;
  }

  /** Throws what the file system throws, as `flush` and `close` do. */
  async write(problems: readonly ImportProblem[]): Promise<void> {
    for (const problem of problems) {
      this.#problemCount += 1;
      this.#countByReason.set(problem.reason, (this.#countByReason.get(problem.reason) ?? 0) + 1);
      this.#buffered.push([
        problem.rowNumber === 0 ? '' : String(problem.rowNumber),
        problem.column ?? '',
        explainProblem(problem, this.#locale),
        shorten(problem.value),
        problem.reason,
      ]);
    }
    if (this.#buffered.length >= MAX_BUFFERED_ROWS) await this.flush();
  }

  /** Brings what was written so far into the file: call it where the import could resume. */
  async flush(): Promise<void> {
    const rows = this.#buffered;
    if (rows.length === 0) return;
    this.#buffered = [];
    this.#file ??= await this.#open();
    await this.#append(this.#file, stringify(rows, { escape_formulas: true }));
  }

  async close(): Promise<ErrorReportSummary> {
    await this.flush();
    if (this.#keptBytes > 0) this.#file ??= await this.#open();
    const isThere = this.#file !== null;
    await this.#file?.close();
    if (!isThere && this.#isStaleThere) await rm(this.#path, { force: true });
    return { path: isThere ? this.#path : null, problemCount: this.#problemCount, countByReason: this.#countByReason };
  }

  async #open(): Promise<FileHandle> {
    const file = await open(this.#path, this.#keptBytes === 0 ? 'w' : 'a', 0o600);
    const { size } = await file.stat();
    // The part before may have written more than it could say was done; a report that was moved away starts anew.
    this.#byteCount = Math.min(size, this.#keptBytes);
    if (size > this.#byteCount) await file.truncate(this.#byteCount);
    if (this.#byteCount === 0) await this.#append(file, headerLine(HEADER[this.#locale]));
    return file;
  }

  async #append(file: FileHandle, text: string): Promise<void> {
    await file.writeFile(text);
    this.#byteCount += Buffer.byteLength(text);
  }
}

/** Cut between characters, never inside one. */
function shorten(value: string): string {
  if (value.length <= MAX_VALUE_LENGTH) return value;
  return `${value.slice(0, MAX_VALUE_LENGTH).replace(/[\ud800-\udbff]$/, '')}…`;
}
