import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deleteOldClicks } from '../../src/clicks/delete-old-clicks.ts';
import { findClickCounts } from '../../src/clicks/find-click-counts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { insertTenant } from './click-app.ts';

type Pool = TestDatabase['database']['pool'];

async function insertClicks(
  pool: Pool,
  tenantId: string,
  clicks: { readonly at: string; readonly kind?: string; readonly count?: number },
): Promise<void> {
  await pool.query(
    `insert into click (tenant_id, click_id, code_id, kind, clicked_at)
     select $1, gen_random_uuid(), $2, $3, $4 from generate_series(1, $5)`,
    [tenantId, randomUUID(), clicks.kind ?? 'human', clicks.at, clicks.count ?? 1],
  );
}

describe('deleteOldClicks', () => {
  it('deletes what each tenant no longer keeps, however much it is, and nothing younger', async () => {
    const { pool } = (await createTestDatabase()).database;
    const month = await insertTenant(pool, { retentionDays: 30 });
    const year = await insertTenant(pool, { retentionDays: 365 });
    for (const tenantId of [month, year]) {
      await insertClicks(pool, tenantId, { at: '2026-01-01T00:00:00Z', count: 5_001 });
      await insertClicks(pool, tenantId, { at: '2026-01-31T12:00:00Z' });
    }
    const now = new Date('2026-03-02T12:00:00Z');
    expect(await deleteOldClicks(pool, now)).toBe(5_001);
    expect(await deleteOldClicks(pool, now)).toBe(0);
    const { rows } = await pool.query('select tenant_id as "tenantId", count(*) as count from click group by 1');
    expect(new Map(rows.map((row) => [row.tenantId, row.count]))).toEqual(
      new Map([
        [month, 1n],
        [year, 5_002n],
      ]),
    );
  });
});

describe('findClickCounts', () => {
  it('counts by local day and kind, and tells what was lost', async () => {
    const { pool } = (await createTestDatabase()).database;
    const tenantId = await insertTenant(pool);
    const other = await insertTenant(pool);
    await insertClicks(pool, tenantId, { at: '2026-11-21T21:30:00Z', count: 3 });
    await insertClicks(pool, tenantId, { at: '2026-11-21T20:30:00Z', kind: 'bot', count: 2 });
    await insertClicks(pool, tenantId, { at: '2026-11-22T21:00:00Z' });
    await insertClicks(pool, other, { at: '2026-11-22T10:00:00Z' });
    await pool.query(`insert into click_loss (tenant_id, day, reason, count) values ($1, '2026-11-22', 'database', 7)`, [tenantId]);
    const counts = await findClickCounts(pool, { tenantId, timeZone: 'Europe/Moscow', firstDay: '2026-11-21', lastDay: '2026-11-22' });
    expect(counts.map(({ day, clicks, lost }) => [day, clicks.human, clicks.bot, lost.database])).toEqual([
      ['2026-11-21', 0, 2, 0],
      ['2026-11-22', 3, 0, 7],
    ]);
  });
});
