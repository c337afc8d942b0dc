import { err, ok, type Result } from '../domain/result.ts';
import { invalidField, type Problem } from './problems.ts';

/** Where a keyset page starts: the key of the last row before it, opaque to the reader. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key behind a cursor whose parts all match `shape`; null for the first page. */
export function decodeCursor(cursor: string | undefined, shape: readonly RegExp[]): Result<readonly string[] | null, Problem> {
  if (cursor === undefined) return ok(null);
  const text = Buffer.from(cursor, 'base64url').toString();
  const parts = text.startsWith('["') && text.endsWith('"]') ? text.slice(2, -2).split('","') : [];
  const isWhole = parts.length === shape.length && parts.every((part, index) => shape[index]?.test(part) === true);
  return isWhole ? ok(parts) : err(invalidField({ field: 'cursor', issue: 'cursor' }));
}

export const UUID_PART = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const SEQUENCE_PART = /^\d{1,18}$/;
export const ORDINAL_PART = /^\d{1,9}$/;

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
