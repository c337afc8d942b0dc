/** What live traffic and replay wrote, compared table by table: every column a decision fills, both ways at once. */
import type pg from 'pg';
import { ROLLUP_ROWS_THAT_SAY } from '../intake/rollup-table-specs.ts';
import { TABLE_SPECS } from '../intake/table-specs.ts';

/** Schema names, quoted already. */
export interface ComparedSchemas {
  readonly live: string;
  readonly replayed: string;
}

export interface TableDifference {
  readonly table: string;
  /** Rows that are missing on one side or differ. */
  readonly count: number;
  readonly examples: readonly RowDifference[];
}

export interface RowDifference {
  readonly key: string;
  /** `column: live → replayed`, or which side has no such row. */
  readonly found: readonly string[];
}

const EXAMPLES_MAX = 3;

/**
 * Written beside the log from what must be erasable, by the redirect, or for other systems, to whom a replay tells nothing: no
 * decision reads them.
 */
const NOT_DECIDED = new Set(['event_personal', 'person', 'identity', 'consent', 'click', 'webhook_message', 'webhook_delivery', 'mail']);

/** A programme exists for the engine from its first publication on; drafts are the console's. Rollups are compared where they say anything. */
const DECIDED_ROWS: Readonly<Record<string, string>> = {
  program: 'created_sequence is not null',
  program_version: `status = 'published'`,
  ...ROLLUP_ROWS_THAT_SAY,
};

const DECIDED_TABLES: readonly string[] = Object.keys(TABLE_SPECS).filter((table) => !NOT_DECIDED.has(table));

export async function compareTables(
  client: pg.ClientBase,
  tenantId: string,
  schemas: ComparedSchemas,
): Promise<readonly TableDifference[]> {
  const differences: TableDifference[] = [];
  for (const table of DECIDED_TABLES) {
    const difference = await compareTable(client, tenantId, schemas, table);
    if (difference !== null) differences.push(difference);
  }
  return differences;
}

type JsonRow = Readonly<Record<string, unknown>>;

async function compareTable(
  client: pg.ClientBase,
  tenantId: string,
  schemas: ComparedSchemas,
  table: string,
): Promise<TableDifference | null> {
  const spec = TABLE_SPECS[table];
  if (spec === undefined) throw new Error(`no table ${table}`);
  const columns = Object.keys(spec.columns).map((column) => `"${column}"`);
  const keys = spec.key.map((column) => `"${column}"`);
  const rowsIn = (schema: string): string =>
    `(select ${columns.join(', ')} from ${schema}."${table}" where tenant_id = $1 and (${DECIDED_ROWS[table] ?? 'true'}))`;
  const row = (side: string): string => `(${columns.map((column) => `${side}.${column}`).join(', ')})`;
  const { rows } = await client.query<{ readonly total: bigint; readonly live: JsonRow | null; readonly replayed: JsonRow | null }>(
    `select count(*) over () as total, case when l.${keys[0]} is not null then to_jsonb(l) end as live, case when r.${keys[0]} is not null then to_jsonb(r) end as replayed
     from ${rowsIn(schemas.live)} l full join ${rowsIn(schemas.replayed)} r on ${keys.map((key) => `l.${key} = r.${key}`).join(' and ')}
     where ${row('l')} is distinct from ${row('r')}
     order by ${keys.map((key) => `coalesce(l.${key}, r.${key})`).join(', ')}
     limit ${EXAMPLES_MAX}`,
    [tenantId],
  );
  const [first] = rows;
  if (first === undefined) return null;
  return { table, count: Number(first.total), examples: rows.map(({ live, replayed }) => rowDifference(spec.key, live, replayed)) };
}

function rowDifference(keyColumns: readonly string[], live: JsonRow | null, replayed: JsonRow | null): RowDifference {
  const known = live ?? replayed ?? {};
  const key = keyColumns.map((column) => String(known[column])).join(' ');
  if (live === null) return { key, found: ['only in the replay'] };
  if (replayed === null) return { key, found: ['only in the live tables'] };
  const changed = Object.keys(live).filter((column) => JSON.stringify(live[column]) !== JSON.stringify(replayed[column]));
  return { key, found: changed.map((column) => `${column}: ${JSON.stringify(live[column])} → ${JSON.stringify(replayed[column])}`) };
}
