/** A list as a table: its headers, and its rows page by page. */
import type { Caller } from '../contract/caller.ts';
import type { ExportQuery } from '../contract/exports.endpoints.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { TableCell } from './table-cell.ts';

export interface TablePage {
  /** Where the next page begins; null: this was the last. */
  readonly next: readonly string[] | null;
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TablePlace {
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** What a file is written from. */
export interface TableSource {
  readonly headers: readonly string[];
  readonly page: (place: TablePlace) => Promise<TablePage>;
}

export interface TableRequest extends TablePlace {
  readonly db: Db;
  readonly caller: Caller;
  readonly query: ExportQuery;
  /** Whom `query.customerId` names. */
  readonly customerId: CustomerId | undefined;
}

/** A list with a table of its own. */
export interface TableList {
  readonly headers: readonly string[];
  readonly page: (request: TableRequest) => Promise<TablePage>;
}

export function sourceOf(list: TableList, asked: Omit<TableRequest, keyof TablePlace>): TableSource {
  return { headers: list.headers, page: (place) => list.page({ ...asked, ...place }) };
}

/** A word of a query as one of those the list knows: the endpoint has refused any other. */
export function oneOf<T extends string>(known: readonly T[], word: string | undefined): T | undefined {
  return known.find((each) => each === word);
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
