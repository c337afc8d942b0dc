/** Statements 4 and 5 of the road: everything a batch decided, in one write, and the tenant's counter moved on (contract.md 6.1). */
import type pg from 'pg';
import type { TenantId } from '../domain/ids.ts';
import type { Row, RowsByTable } from './row.ts';
import type { TableSpec } from './table-spec.ts';
import { TABLE_SPECS } from './table-specs.ts';

export interface TenantAdvance {
  readonly nextSequence: bigint;
  readonly chainHash: Buffer;
  readonly programsChanged: boolean;
}

/** Writes the rows and advances the tenant. Only the tables that have rows take part: one prepared statement for each mix. */
export async function saveBatch(client: pg.ClientBase, tenantId: TenantId, rows: RowsByTable, advance: TenantAdvance): Promise<void> {
  const tables = Object.keys(TABLE_SPECS).filter((table) => (rows[table] ?? []).length > 0);
  await client.query({
    name: `save:${tables.map((table) => SHORT_NAMES.get(table)).join('')}`,
    text: statementFor(tables),
    values: [
      tenantId,
      advance.nextSequence,
      advance.chainHash,
      advance.programsChanged ? 1 : 0,
      ...tables.map((table) => JSON.stringify(uniqueRows(table, rows[table] ?? []))),
    ],
  });
}

/** Takes out what was parked for orders whose payment has come. */
export async function deleteParked(client: pg.ClientBase, tenantId: TenantId, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await client.query('delete from parked_event where tenant_id = $1 and order_id = any($2::text[])', [tenantId, orderIds]);
}

const SHORT_NAMES = new Map(Object.keys(TABLE_SPECS).map((table, index) => [table, String.fromCharCode(97 + index)]));

/** Draft columns of a version are filled by its own editor; publishing must not lose them. */
const statements = new Map<string, string>();

function statementFor(tables: readonly string[]): string {
  const key = tables.join(',');
  const known = statements.get(key);
  if (known !== undefined) return known;
  const writes = tables.map((table, index) => `${table}_written as (\n${insertOf(table, 5 + index)}\n)`);
  const text = `with ${writes.length > 0 ? `${writes.join(', ')}, ` : ''}advanced as (
  update tenant set next_sequence = $2, chain_hash = $3, program_revision = program_revision + $4::integer where tenant_id = $1 returning 1
) select 1 from advanced`;
  statements.set(key, text);
  return text;
}

function insertOf(table: string, parameter: number): string {
  const spec = specOf(table);
  const columns = Object.keys(spec.columns);
  const typed = columns.map((column) => `"${column}" ${spec.columns[column]}`);
  const list = columns.map((column) => `"${column}"`).join(', ');
  return `  insert into ${table} (tenant_id, ${list})
  select $1, ${list} from json_to_recordset($${parameter}::json) as r(${typed.join(', ')})
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
