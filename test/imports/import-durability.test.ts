/** What an import says is done survives a power loss, though its single commits do not wait for the disk. */
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { beginRun, type ImportRunKey, saveRun } from '../../src/imports/import-run.store.ts';
import { openShop } from '../support/shop.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
/** How much of the write-ahead log is on the disk. */
const ON_DISK = `select pg_current_wal_flush_lsn() >= $1::pg_lsn as there`;

it('a remembered point is on the disk with everything before it', async () => {
  const { test, tenantId } = await openShop();
  const access = { ...test.access, app: { ...test.access.app, options: '-c synchronous_commit=on' } };
  const { pool, kysely, close } = openDatabase(access, { isCommitAsynchronous: true, isPipelined: true });
  const reader = await test.database.connectAsOwner();
  const key: ImportRunKey = { tenantId, kind: 'orders', fileHash: Buffer.alloc(32, 1), optionsHash: Buffer.alloc(32, 2) };
  try {
    expect((await pool.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'off' }]);
    const run = await beginRun(kysely, key, NOW);
    for (let rowNumber = 1; rowNumber <= 20; rowNumber += 1) {
      await pool.query('update tenant set name = $2 where tenant_id = $1', [tenantId, `row ${rowNumber}`]);
      const { rows } = await reader.query<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn');
      await saveRun(kysely, key, { ...run, rowNumber }, NOW);
      expect((await reader.query(ON_DISK, [rows[0]?.lsn])).rows).toEqual([{ there: true }]);
    }
  } finally {
    await reader.end();
    await close();
  }
});
