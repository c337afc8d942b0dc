/** A list as a table: its headers, and its rows page by page. */
import type { Caller } from '../contract/caller.ts';
import type { ExportQuery } from '../contract/exports.endpoints.ts';
import type { Db } from '../database/schema.ts';
import type { TableCell } from './table-cell.ts';

export interface TablePage {
  /** Where the next page begins; null: this was the last. */
  readonly next: readonly string[] | null;
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableRequest {
  readonly db: Db;
  readonly caller: Caller;
  readonly query: ExportQuery;
  readonly after: readonly string[] | null;
  readonly limit: number;
}

export interface TableList {
  readonly headers: readonly string[];
  readonly page: (request: TableRequest) => Promise<TablePage>;
}

/** What was found, one more than `limit` where more follows, as a page and the key the next one begins after. */
export function cutPage<Row>(
  found: readonly Row[],
  limit: number,
  keyOf: (last: Row) => readonly string[],
): { readonly rows: readonly Row[]; readonly next: readonly string[] | null } {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last !== undefined ? keyOf(last) : null };
}
