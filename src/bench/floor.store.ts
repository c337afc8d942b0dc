import type pg from 'pg';
import { withTransaction } from '../database/transaction.ts';

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

const INSERT = { name: 'bench-floor', text: 'insert into bench_floor (tenant_id, event_id, body) values ($1, $2, $3)' };

/** Each event as one row, the request in one commit: what a plain server that loses nothing does. */
export async function writeFloorRows(pool: pg.Pool, tenantId: string, rows: readonly FloorRow[]): Promise<void> {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) {
    await pool.query({ ...INSERT, values: [tenantId, only.id, only.body] });
    return;
  }
  await withTransaction(pool, async (client) => {
    for (const row of rows) await client.query({ ...INSERT, values: [tenantId, row.id, row.body] });
  });
}
