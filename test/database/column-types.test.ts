import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { kyselyOn, withReadTransaction, withTransaction } from '../../src/database/transaction.ts';
import { createTestDatabase } from '../support/database.ts';

describe.each([18, 15] as const)('values of PostgreSQL %i', async (major) => {
  const { database } = await createTestDatabase({ major });

  it('reads an amount above 2^53 exactly, alone and inside an array', async () => {
    const { rows } = await database.pool.query(
      `select 9007199254740993::bigint as amount, array[9007199254740993::bigint, null] as amounts`,
    );
    expect(rows).toEqual([{ amount: 9007199254740993n, amounts: [9007199254740993n, null] }]);
  });

  it('keeps a calendar day and a numeric as they are written, and reads an instant as UTC', async () => {
    const { rows } = await database.pool.query(
      `select date '2026-03-29' as day, 0.1::numeric as rate, array[0.1::numeric] as rates, timestamptz '2026-03-29 03:00+03' as at`,
    );
    expect(rows).toEqual([{ day: '2026-03-29', rate: '0.1', rates: ['0.1'], at: new Date('2026-03-29T00:00:00Z') }]);
  });

  it('joins a built query to the transaction of the connection it is given', async () => {
    const attempt = withTransaction(database.pool, async (client) => {
      await sql`create temporary table seen on commit preserve rows as select 1 as one`.execute(kyselyOn(client));
      throw new Error('stop');
    });
    await expect(attempt).rejects.toThrow('stop');
    const { rows } = await database.pool.query(`select to_regclass('seen') as found`);
    expect(rows).toEqual([{ found: null }]);
  });

  it('refuses a write inside a read transaction', async () => {
    const attempt = withReadTransaction(database.pool, (client) => client.query('delete from tenant'));
    await expect(attempt).rejects.toMatchObject({ code: '25006' });
  });
});
