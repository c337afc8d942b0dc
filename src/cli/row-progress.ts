import process from 'node:process';
import type { Locale } from '../domain/words/number-words.ts';
import { told } from './command-words.ts';

interface RowsSoFar {
  readonly table: string;
  readonly rows: bigint;
  readonly total: bigint;
}

/** Rows copied so far, for a person at a terminal; nothing where nobody looks. */
export function rowProgress(locale: Locale | undefined): (state: RowsSoFar) => void {
  return ({ table, rows, total }) => {
    const shown = { name: table, rows: String(rows), total: String(total) };
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${told('rows-so-far', locale, shown)}`);
  };
}

/** All rows are there, and whoever serves the old ones is asked to stop for a moment. */
export function showGiveWay(locale: Locale | undefined): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${told('servers-give-way', locale)}`);
}

export function endRowProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
