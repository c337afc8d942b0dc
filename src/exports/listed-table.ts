/** A list of the API as a table: asked for page by page as anybody asks for it, so that the file holds what the list shows. */
import { LISTED_EXPORTS, type ListedExport } from '../contract/exports.endpoints.ts';
import type { Problem } from '../contract/problems.ts';
import { type Call, type Route, StoredAnswer } from '../contract/route.ts';
import type { Db } from '../database/schema.ts';
import { parseWireId } from '../domain/ids.ts';
import { assert, ok, type Result } from '../domain/result.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { columnsOf, type ListedColumn } from './listed-columns.ts';
import { findNames } from './people-lists.store.ts';
import { countCell, EMPTY, moneyCell, type TableCell, textCell } from './table-cell.ts';
import type { TablePage, TablePlace, TableSource } from './table-list.ts';

export type ListedCall = Call<unknown, Readonly<Record<string, unknown>>>;

interface Asked {
  readonly db: Db;
  readonly call: ListedCall;
  readonly list: ListedExport;
  /** What answers the list itself. */
  readonly target: Route;
}

/** The error is the list's own: what it is asked for is not there. */
export async function openListed({ db, call, list, target }: Asked): Promise<Result<TableSource, Problem>> {
  const columns = columnsOf(list);
  const { locale } = await getTenant(db, call.caller.tenantId);
  const ask = async ({ after, limit }: TablePlace): Promise<Result<Answered, Problem>> => {
    const handled = await target.handle(callOf(call, list, { cursor: after?.[0], limit }));
    return handled.ok ? ok(answeredFrom(target, handled.value)) : handled;
  };
  const toPage = async ({ items, next }: Answered): Promise<TablePage> => {
    const named = items.flatMap((item) => columns.flatMap((column) => customerIn(item, column) ?? []));
    const names = await findNames(db, call.caller.tenantId, named);
    const words = { locale: locale === 'en' ? ('en' as const) : ('ru' as const), names };
    return { next: next === null ? null : [next], rows: items.map((item) => columns.map((column) => cellOf(item, column, words))) };
  };
  // Refused before the first row leaves: a file that has begun cannot say so.
  const first = await ask({ after: null, limit: 1 });
  if (!first.ok) return first;
  return ok({
    headers: columns.map(({ header }) => header),
    page: async (place) => {
      const asked = await ask(place);
      assert(asked.ok, `a list that began was refused in the middle: ${list}`);
      return toPage(asked.value);
    },
  });
}

/** The names of the list's path are words of our query. */
function callOf(call: ListedCall, list: ListedExport, place: { readonly cursor: string | undefined; readonly limit: number }): Call {
  const { path } = LISTED_EXPORTS[list];
  const params = Object.fromEntries(Object.entries(path).map(([inPath, inQuery]) => [inPath, call.query[inQuery]]));
  const filters = Object.entries(call.query).filter(([word]) => !Object.values(path).includes(word));
  return { ...call, params, query: { ...Object.fromEntries(filters), ...place } };
}

interface Answered {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** As it would have been sent. */
function answeredFrom({ endpoint }: Route, value: unknown): Answered {
  const shown: unknown = value instanceof StoredAnswer ? JSON.parse(value.text) : endpoint.answer?.parse(value);
  const items = valueAt(shown, 'items');
  assert(Array.isArray(items), `no list: ${endpoint.path}`);
  const next = valueAt(shown, 'nextCursor');
  return { items, next: typeof next === 'string' ? next : null };
}

interface Words {
  readonly locale: 'ru' | 'en';
  readonly names: ReadonlyMap<string, string>;
}

function cellOf(item: unknown, column: ListedColumn, { locale, names }: Words): TableCell {
  const customer = customerIn(item, column);
  if (customer !== null) return textCell(names.get(customer) ?? null);
  const value = valueAt(item, column.path);
  const { as } = column;
  if (as === 'count') return countCell(Array.isArray(value) ? value.length : 0);
  if (as?.startsWith('each.') !== true) return plainCell(value, locale);
  const each: readonly unknown[] = Array.isArray(value) ? value : [];
  const texts = each.map((one) => wordsOf(valueAt(one, as.slice('each.'.length)), locale)).filter((text) => text !== '');
  return textCell(texts.join('; '));
}

function plainCell(value: unknown, locale: Words['locale']): TableCell {
  if (value === undefined || value === null) return EMPTY;
  if (typeof value === 'number' || typeof value === 'bigint') return countCell(value);
  return moneyIn(value) ?? textCell(wordsOf(value, locale));
}

function wordsOf(value: unknown, locale: Words['locale']): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((each) => wordsOf(each, locale)).join(' ');
  const money = moneyIn(value);
  if (money?.kind === 'number') return `${money.text} ${String(valueAt(value, 'currency'))}`;
  const told = valueAt(value, locale);
  return typeof told === 'string' ? told : JSON.stringify(value);
}

function moneyIn(value: unknown): TableCell | null {
  const [amountMinor, currency] = [valueAt(value, 'amountMinor'), valueAt(value, 'currency')];
  return typeof amountMinor === 'string' && typeof currency === 'string' ? moneyCell(BigInt(amountMinor), currency) : null;
}

function customerIn(item: unknown, { path, as }: ListedColumn): string | null {
  if (as !== 'customer') return null;
  const value = valueAt(item, path);
  return typeof value === 'string' ? parseWireId('cus', value) : null;
}

/** A step of digits is a place in a list; below zero it counts from the end. */
function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const step of path.split('.')) {
    if (Array.isArray(at)) at = /^-?\d+$/.test(step) ? at.at(Number(step)) : undefined;
    else if (typeof at === 'object' && at !== null) at = Reflect.get(at, step);
    else return undefined;
  }
  return at;
}
