/**
 * Where one CSV record ends, and its cells (RFC 4180). A quote opens a quoted cell only as the first character of a cell;
 * inside an unquoted cell (`ООО "Ромашка"`) it is text. A quoted cell that never closes, or closes before other text, spoils
 * its own physical line only: reading goes on with the next line. A library parser would take everything up to the next
 * quote, and good rows with it.
 */

export type CsvDelimiter = ',' | ';' | '\t';
export type CsvNewline = '\n' | '\r';

export interface RecordSyntax {
  readonly delimiter: CsvDelimiter;
  readonly newline: CsvNewline;
  /** A quoted cell still open after this many characters counts as unbalanced. */
  readonly maxRecordLength: number;
}

export type ScannedRecord =
  | { readonly kind: 'record'; readonly end: number; readonly cells: string[] }
  /** `column` is the index of the cell whose quotes are broken. */
  | { readonly kind: 'unbalanced'; readonly end: number; readonly column: number }
  /** The line is longer than `maxRecordLength`; null = its end has not been seen yet. */
  | { readonly kind: 'too-long'; readonly end: number | null }
  | { readonly kind: 'incomplete' };

/** Reads the record that starts at `start`. `isLast` says that nothing follows `text`. */
export function scanRecord(input: { text: string; start: number; isLast: boolean }, syntax: RecordSyntax): ScannedRecord {
  const { text, start, isLast } = input;
  const newlineAt = text.indexOf(syntax.newline, start);
  if (newlineAt === -1 && !isLast) {
    return text.length - start > syntax.maxRecordLength ? { kind: 'too-long', end: null } : { kind: 'incomplete' };
  }
  const line = text.slice(start, lineLength(text, newlineAt));
  const next = newlineAt === -1 ? text.length : newlineAt + 1;
  if (next - start > syntax.maxRecordLength) return { kind: 'too-long', end: next };
  if (!line.includes('"')) return { kind: 'record', end: next, cells: line.split(syntax.delimiter) };
  return scanQuoted(input, syntax, next);
}

/** Position just behind the line's text: without its newline, and without the CR of CRLF. */
function lineLength(text: string, newlineAt: number): number {
  if (newlineAt === -1) return text.endsWith('\r') ? text.length - 1 : text.length;
  return text[newlineAt] === '\n' && newlineAt > 0 && text[newlineAt - 1] === '\r' ? newlineAt - 1 : newlineAt;
}

function scanQuoted(input: { text: string; start: number; isLast: boolean }, syntax: RecordSyntax, nextLine: number): ScannedRecord {
  const { text, start, isLast } = input;
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? scanQuotedCell(text, at, syntax) : scanBareCell(text, at, syntax);
    const isCut = cell === 'open' || (cell !== 'broken' && cell.stop >= text.length && cell.ending === 'end');
    if (isCut && !isLast && text.length - start <= syntax.maxRecordLength) return { kind: 'incomplete' };
    if (cell === 'open' || cell === 'broken') return { kind: 'unbalanced', end: nextLine, column: cells.length };
    cells.push(cell.value);
    if (cell.ending !== 'delimiter') return { kind: 'record', end: cell.stop, cells };
    at = cell.stop;
  }
}

interface ScannedCell {
  readonly value: string;
  readonly ending: 'delimiter' | 'newline' | 'end';
  /** Where the next cell or record starts. */
  readonly stop: number;
}

function scanBareCell(text: string, start: number, syntax: RecordSyntax): ScannedCell {
  const newlineAt = text.indexOf(syntax.newline, start);
  const lineEnd = Math.max(lineLength(text, newlineAt), start);
  const delimiterAt = text.indexOf(syntax.delimiter, start);
  if (delimiterAt !== -1 && delimiterAt < lineEnd) {
    return { value: text.slice(start, delimiterAt), ending: 'delimiter', stop: delimiterAt + 1 };
  }
  const value = text.slice(start, lineEnd);
  return newlineAt === -1 ? { value, ending: 'end', stop: text.length } : { value, ending: 'newline', stop: newlineAt + 1 };
}

function scanQuotedCell(text: string, start: number, syntax: RecordSyntax): ScannedCell | 'open' | 'broken' {
  let quoteAt = text.indexOf('"', start + 1);
  let hasEscapedQuotes = false;
  while (quoteAt !== -1 && text[quoteAt + 1] === '"') {
    hasEscapedQuotes = true;
    quoteAt = text.indexOf('"', quoteAt + 2);
  }
  if (quoteAt === -1) return 'open';
  const inner = text.slice(start + 1, quoteAt);
  const value = hasEscapedQuotes ? inner.replaceAll('""', '"') : inner;
  let at = quoteAt + 1;
  while (text[at] === ' ') at += 1;
  if (at >= text.length) return { value, ending: 'end', stop: at };
  if (text[at] === syntax.delimiter) return { value, ending: 'delimiter', stop: at + 1 };
  if (text[at] === syntax.newline) return { value, ending: 'newline', stop: at + 1 };
  if (text[at] !== '\r') return 'broken';
  if (at + 1 >= text.length) return { value, ending: 'end', stop: at + 1 };
  return text[at + 1] === '\n' ? { value, ending: 'newline', stop: at + 2 } : 'broken';
}
