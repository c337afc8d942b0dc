import { err, ok, type Result } from '../domain/result.ts';
import { invalidField, type Problem } from './problems.ts';

/** Where a keyset page starts: the key of the last row before it, opaque to the reader. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What one part of a list's key may be. A part is what the list writes there and nothing else, so that no cursor asks the database for more. */
export interface CursorPart {
  test(part: string): boolean;
}

/** The key behind a cursor that a list of this `shape` may have made; null for the first page. */
export function decodeCursor(cursor: string | undefined, shape: readonly CursorPart[]): Result<readonly string[] | null, Problem> {
  if (cursor === undefined) return ok(null);
  const text = Buffer.from(cursor, 'base64url').toString();
  const parts = text.startsWith('["') && text.endsWith('"]') ? text.slice(2, -2).split('","') : [];
  const isWhole = parts.length === shape.length && parts.every((part, index) => shape[index]?.test(part) === true);
  return isWhole && encodeCursor(parts) === cursor ? ok(parts) : err(invalidField({ field: 'cursor', issue: 'cursor' }));
}

export const UUID_PART = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const SEQUENCE_PART = /^(?:0|[1-9]\d{0,17})$/;
export const ORDINAL_PART = /^(?:0|[1-9]\d{0,8})$/;
/** Of a time the database and a Date both have: up to the year 33658. */
export const EPOCH_MS_PART = /^(?:0|[1-9]\d{0,14})$/;
/** A text in hex, since it may be anything a shop calls its people: UTF-8 without a NUL, as the database has it. */
export const TEXT_PART: CursorPart = {
  test: (part) => {
    const text = textFromPart(part);
    return !text.includes('\0') && textToPart(text) === part;
  },
};

export function textToPart(text: string): string {
  return Buffer.from(text).toString('hex');
}

export function textFromPart(part: string): string {
  return Buffer.from(part, 'hex').toString();
}

/** Cuts a page out of rows fetched with one more than the limit. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  page: { readonly limit: number; readonly keyOf: (row: Row) => readonly string[]; readonly toItem: (row: Row) => Item },
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > page.limit && last !== undefined;
  return { items: shown.map(page.toItem), nextCursor: hasMore ? encodeCursor(page.keyOf(last)) : null };
}
