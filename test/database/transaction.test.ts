import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { withTransaction } from '../../src/database/transaction.ts';
import { createTestDatabase } from '../support/database.ts';

describe('a transaction', () => {
  it('that caught the failure of a statement is not told to be kept: PostgreSQL has rolled it back', async () => {
    const { access } = await createTestDatabase();
    const { pool, close } = openDatabase(access, { limits: { connectionsMax: 1, connectTimeoutMs: 2_000 } });
    try {
      const attempt = withTransaction(pool, async (client) => {
        await client.query('select 1 / 0').catch(() => undefined);
        return 'kept';
      });
      await expect(attempt).rejects.toThrow('rolled back at its commit');
      expect(await withTransaction(pool, async (client) => (await client.query<{ one: number }>('select 1 as one')).rows)).toEqual([
        { one: 1 },
      ]);
    } finally {
      await close();
    }
  });
});
