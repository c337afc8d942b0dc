import { type FileHandle, open } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { explainProblem, type ImportLocale, type ImportProblem, type ImportReason } from './import-problem.ts';

const MAX_VALUE_LENGTH = 100;
const MAX_BUFFERED_ROWS = 500;
/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const HEADER: Readonly<Record<ImportLocale, readonly string[]>> = {
  ru: ['строка', 'столбец', 'причина', 'значение', 'код'],
  en: ['row', 'column', 'reason', 'value', 'code'],
};

export interface ErrorReportSummary {
  /** Where the report was written; null = there was nothing to write. */
  readonly path: string | null;
  readonly problemCount: number;
  readonly countByReason: ReadonlyMap<ImportReason, number>;
}

export function errorReportPath(importedPath: string): string {
  return `${importedPath}.errors.csv`;
}

/**
 * The problems of an import as CSV for a spreadsheet: row, column, reason in the owner's language, the value (cut, and shielded
 * from being run as a formula), the reason's code. The file appears with the first problem, readable by its owner only since
 * values may be personal data. A resumed import continues the report of the part before it.
 */
export class ErrorReport {
  readonly #path: string;
  readonly #locale: ImportLocale;
  readonly #mode: 'new' | 'continue';
  readonly #countByReason = new Map<ImportReason, number>();
  #problemCount = 0;
  #buffered: string[][] = [];
  #file: FileHandle | null = null;

  constructor(options: { readonly path: string; readonly locale: ImportLocale; readonly mode: 'new' | 'continue' }) {
    this.#path = options.path;
    this.#locale = options.locale;
    this.#mode = options.mode;
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
    await this.#file.writeFile(stringify(rows, { escape_formulas: true }));
  }

  async close(): Promise<ErrorReportSummary> {
    await this.flush();
    const path = this.#file === null ? null : this.#path;
    await this.#file?.close();
    return { path, problemCount: this.#problemCount, countByReason: this.#countByReason };
  }

  async #open(): Promise<FileHandle> {
    const file = await open(this.#path, this.#mode === 'new' ? 'w' : 'a', 0o600);
    const isEmpty = (await file.stat()).size === 0;
    if (isEmpty) await file.writeFile(`${BYTE_ORDER_MARK}${stringify([[...HEADER[this.#locale]]])}`);
    return file;
  }
}

/** Cut between characters, never inside one. */
function shorten(value: string): string {
  if (value.length <= MAX_VALUE_LENGTH) return value;
  return `${value.slice(0, MAX_VALUE_LENGTH).replace(/[\ud800-\udbff]$/, '')}…`;
}
