/** Statements 4 and 5 of the road: everything a batch decided, in one write, and the tenant's counter moved on (contract.md 6.1). */
import type pg from 'pg';
import { noteWritten } from '../database/road-plans.ts';
import type { TenantId } from '../domain/ids.ts';
import { CLICK_RETURNING, CLICKS_COUNTED } from './click-counting.ts';
import { encodeColumn, isWireType, wireTypeOf } from './column-codec.ts';
import type { Row, RowsByTable } from './row.ts';
import type { TableSpec } from './table-spec.ts';
import { TABLE_SPECS } from './table-specs.ts';

export interface TenantAdvance {
  readonly nextSequence: bigint;
  readonly chainHash: Buffer;
  readonly programsChanged: boolean;
}

/** What waits for an order under a sequence. */
export interface ParkedKey {
  readonly orderId: string;
  readonly sequence: bigint;
}

/** Rows to write, and what was parked before them and is to be taken out. */
export interface RowsToSave {
  readonly rows: RowsByTable;
  readonly freed: readonly ParkedKey[];
}

/** Statement 4: rows written before the batch is whole. Only the tables that have rows take part: one prepared statement for each mix. */
export async function saveRows(client: pg.ClientBase, tenantId: TenantId, save: RowsToSave): Promise<void> {
  const mix = mixOf('rows', save);
  if (mix.tables.length === 0 && !mix.frees) return;
  await client.query({ name: nameOf(mix), text: statementFor(mix), values: [tenantId, ...valuesOf(mix.tables, save)] });
}

/** Statement 5: the rest of the rows, and the tenant moved on. */
export async function saveAndAdvance(client: pg.ClientBase, tenantId: TenantId, save: RowsToSave, advance: TenantAdvance): Promise<void> {
  const mix = mixOf('last', save);
  const { nextSequence, chainHash, programsChanged } = advance;
  await client.query({
    name: nameOf(mix),
    text: statementFor(mix),
    values: [tenantId, ...valuesOf(mix.tables, save), nextSequence, chainHash, programsChanged ? 1 : 0],
  });
}

/** What a statement does; the same mix is the same statement. */
interface Mix {
  readonly kind: 'rows' | 'last';
  readonly tables: readonly string[];
  readonly frees: boolean;
}

function mixOf(kind: Mix['kind'], { rows, freed }: RowsToSave): Mix {
  return { kind, tables: Object.keys(TABLE_SPECS).filter((table) => (rows[table] ?? []).length > 0), frees: freed.length > 0 };
}

/** One parameter for each column; a column without any value is null as a whole. */
function valuesOf(tables: readonly string[], { rows, freed }: RowsToSave): readonly (Buffer | null)[] {
  const columns = tables.flatMap((table) => {
    const unique = uniqueRows(table, rows[table] ?? []);
    noteWritten(table, unique.length);
    return Object.entries(specOf(table).columns).map(([column, type]) => encodeColumn(unique, column, type));
  });
  if (freed.length === 0) return columns;
  const keys = freed.map(({ orderId, sequence }): Row => ({ order_id: orderId, sequence }));
  return [...columns, encodeColumn(keys, 'order_id', 'text'), encodeColumn(keys, 'sequence', 'bigint')];
}

function nameOf({ kind, tables, frees }: Mix): string {
  return `${kind}${frees ? '-freed' : ''}:${tables.map((table) => SHORT_NAMES.get(table)).join('')}`;
}

/** Printable letters from the digit zero on: a name of a statement has 63 bytes at most. */
const SHORT_NAMES = new Map(Object.keys(TABLE_SPECS).map((table, index) => [table, String.fromCharCode(48 + index)]));

const statements = new Map<string, string>();

function statementFor(mix: Mix): string {
  const name = nameOf(mix);
  const known = statements.get(name);
  if (known !== undefined) return known;
  let next = 2;
  const parts = mix.tables.flatMap((table) => {
    const isClick = table === 'click';
    const written = `${table}_written as (\n${insertOf(table, next)}${isClick ? CLICK_RETURNING : ''}\n)`;
    next += Object.keys(specOf(table).columns).length;
    return isClick ? [written, CLICKS_COUNTED] : [written];
  });
  if (mix.frees) {
    parts.push(`freed as (
  delete from parked_event p using (select unnest($${next}::text[]) as order_id, unnest($${next + 1}::bigint[]) as sequence) f
  where p.tenant_id = $1 and p.order_id = f.order_id and p.sequence = f.sequence
)`);
    next += 2;
  }
  if (mix.kind === 'last') {
    parts.push(`advanced as (
  update tenant set next_sequence = $${next}, chain_hash = $${next + 1}, program_revision = program_revision + $${next + 2}::integer
  where tenant_id = $1 returning 1
)`);
  }
  const text = `with ${parts.join(', ')} select 1`;
  statements.set(name, text);
  return text;
}

/** Columns side by side: `unnest` in the select list goes through them in step, and gives null where one has ended. */
function insertOf(table: string, parameter: number): string {
  const spec = specOf(table);
  const columns = Object.keys(spec.columns);
  const list = columns.map((column) => `"${column}"`).join(', ');
  const wire = Object.entries(spec.columns).map(
    ([column, type], index) => `unnest($${parameter + index}::${wireTypeOf(type)}[]) as "${column}"`,
  );
  const cast = Object.entries(spec.columns).map(([column, type]) => (isWireType(type) ? `"${column}"` : `"${column}"::${type}`));
  return `  insert into ${table} (tenant_id, ${list})
  select $1::uuid, ${cast.join(', ')} from (select ${wire.join(', ')}) r
  ${conflictOf(table, spec)}`;
}

function conflictOf(table: string, spec: TableSpec): string {
  if (spec.onConflict === 'error') return '';
  const key = `on conflict (${['tenant_id', ...spec.key].map((column) => `"${column}"`).join(', ')})`;
  const changing = Object.keys(spec.columns).filter((column) => !spec.key.includes(column));
  if (spec.onConflict === 'ignore' || changing.length === 0) return `${key} do nothing`;
  const before = (column: string): string => (spec.onConflict === 'add' ? `${table}."${column}" + ` : '');
  return `${key} do update set ${changing.map((column) => `"${column}" = ${before(column)}excluded."${column}"`).join(', ')}`;
}

/** Rows that come from a table of facts are one per key already; people and their identities are noted by each event. */
const REPEATED_TABLES = new Set(['person', 'identity', 'program_version', 'parked_event', 'payment', 'refund']);

/** One statement may not touch a row twice: the last word of the batch counts. */
function uniqueRows(table: string, rows: readonly Row[]): readonly Row[] {
  const spec = specOf(table);
  if (!REPEATED_TABLES.has(table)) return rows;
  const byKey = new Map<string, Row>();
  for (const row of rows) byKey.set(spec.key.map((column) => String(row[column])).join('|'), row);
  return byKey.size === rows.length ? rows : [...byKey.values()];
}

function specOf(table: string): TableSpec {
  const spec = TABLE_SPECS[table];
  if (spec === undefined) throw new Error(`no table ${table}`);
  return spec;
}
