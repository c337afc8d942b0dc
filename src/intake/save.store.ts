/** Statements 4 and 5 of the road: everything a batch decided, in one write, and the tenant's counter moved on (contract.md 6.1). */
import type pg from 'pg';
import { noteWritten } from '../database/road-plans.ts';
import type { TenantId } from '../domain/ids.ts';
import { encodeColumn, isWireType, wireTypeOf } from './column-codec.ts';
import type { Row, RowsByTable } from './row.ts';
import type { TableSpec } from './table-spec.ts';
import { TABLE_SPECS } from './table-specs.ts';

export interface TenantAdvance {
  readonly nextSequence: bigint;
  readonly chainHash: Buffer;
  readonly programsChanged: boolean;
}

/** Statement 4: rows written before the batch is whole. Only the tables that have rows take part: one prepared statement for each mix. */
export async function saveRows(client: pg.ClientBase, tenantId: TenantId, rows: RowsByTable): Promise<void> {
  const tables = tablesOf(rows);
  if (tables.length === 0) return;
  await client.query({ name: nameOf('rows', tables), text: statementFor(tables, 'rows'), values: [tenantId, ...valuesOf(tables, rows)] });
}

/** Statement 5: the rest of the rows, and the tenant moved on. */
export async function saveAndAdvance(client: pg.ClientBase, tenantId: TenantId, rows: RowsByTable, advance: TenantAdvance): Promise<void> {
  const tables = tablesOf(rows);
  const { nextSequence, chainHash, programsChanged } = advance;
  await client.query({
    name: nameOf('last', tables),
    text: statementFor(tables, 'last'),
    values: [tenantId, ...valuesOf(tables, rows), nextSequence, chainHash, programsChanged ? 1 : 0],
  });
}

function tablesOf(rows: RowsByTable): readonly string[] {
  return Object.keys(TABLE_SPECS).filter((table) => (rows[table] ?? []).length > 0);
}

/** One parameter for each column; a column without any value is null as a whole. */
function valuesOf(tables: readonly string[], rows: RowsByTable): readonly (Buffer | null)[] {
  return tables.flatMap((table) => {
    const unique = uniqueRows(table, rows[table] ?? []);
    noteWritten(table, unique.length);
    return Object.entries(specOf(table).columns).map(([column, type]) => encodeColumn(unique, column, type));
  });
}

function nameOf(kind: StatementKind, tables: readonly string[]): string {
  return `${kind}:${tables.map((table) => SHORT_NAMES.get(table)).join('')}`;
}

/** Takes out what was parked for orders whose payment has come. */
export async function deleteParked(client: pg.ClientBase, tenantId: TenantId, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await client.query('delete from parked_event where tenant_id = $1 and order_id = any($2::text[])', [tenantId, orderIds]);
}

const SHORT_NAMES = new Map(Object.keys(TABLE_SPECS).map((table, index) => [table, String.fromCharCode(97 + index)]));

type StatementKind = 'rows' | 'last';

const statements = new Map<string, string>();

function statementFor(tables: readonly string[], kind: StatementKind): string {
  const key = nameOf(kind, tables);
  const known = statements.get(key);
  if (known !== undefined) return known;
  let next = 2;
  const writes = tables.map((table) => {
    const written = `${table}_written as (\n${insertOf(table, next)}\n)`;
    next += Object.keys(specOf(table).columns).length;
    return written;
  });
  const advance = `advanced as (
  update tenant set next_sequence = $${next}, chain_hash = $${next + 1}, program_revision = program_revision + $${next + 2}::integer
  where tenant_id = $1 returning 1
)`;
  const parts = kind === 'last' ? [...writes, advance] : writes;
  const text = `with ${parts.join(', ')} select 1`;
  statements.set(key, text);
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
  ${conflictOf(spec, columns)}`;
}

function conflictOf(spec: TableSpec, columns: readonly string[]): string {
  if (spec.onConflict === 'error') return '';
  const key = `on conflict (${['tenant_id', ...spec.key].map((column) => `"${column}"`).join(', ')})`;
  const changing = columns.filter((column) => !spec.key.includes(column));
  if (spec.onConflict === 'ignore' || changing.length === 0) return `${key} do nothing`;
  return `${key} do update set ${changing.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`;
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
