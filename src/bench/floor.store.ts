import type pg from 'pg';

export interface FloorRow {
  readonly id: string;
  readonly body: string;
}

export async function createFloorTable(owner: pg.Client): Promise<void> {
  await owner.query(
    'create table bench_floor (tenant_id uuid not null, event_id text not null, body text not null, primary key (tenant_id, event_id))',
  );
  await owner.query('grant insert on bench_floor to public');
}

/** One row for each event, one commit for the request: the least a server that loses nothing can do. */
export async function writeFloorRows(pool: pg.Pool, tenantId: string, rows: readonly FloorRow[]): Promise<void> {
  await pool.query({
    name: 'bench-floor',
    text: 'insert into bench_floor (tenant_id, event_id, body) select $1, * from unnest($2::text[], $3::text[])',
    values: [tenantId, rows.map((row) => row.id), rows.map((row) => row.body)],
  });
}
