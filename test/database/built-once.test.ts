import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtOnce } from '../../src/database/built-once.ts';
import type { Db } from '../../src/database/schema.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
let built = 0;

const echo = builtOnce((db, asked: { readonly word: string; readonly count: number; readonly at: Date | null }) => {
  built += 1;
  return db.selectNoFrom((eb) => [
    eb.cast<string>(eb.val(asked.word), 'text').as('word'),
    eb.cast<string>(eb.val(asked.word), 'text').as('again'),
    eb.cast<number>(eb.val(asked.count), 'integer').as('count'),
    eb.cast<Date | null>(eb.val(asked.at), 'timestamptz').as('at'),
    eb.cast<string>(eb.val('fixed'), 'text').as('fixed'),
  ]);
});

beforeAll(async () => {
  test = await createTestDatabase();
});

describe('a statement that is built once', () => {
  it('answers for the values of each call, each in its place, and is built only the first time', async () => {
    const { kysely } = test.database;
    const at = new Date('2026-05-01T10:00:00.123Z');
    expect(await echo(kysely, { word: 'one', count: 1, at })).toEqual([{ word: 'one', again: 'one', count: 1, at, fixed: 'fixed' }]);
    expect(await echo(kysely, { word: "two'; --", count: -2, at: null })).toEqual([
      { word: "two'; --", again: "two'; --", count: -2, at: null, fixed: 'fixed' },
    ]);
    expect(built).toBe(1);
  });

  it('is prepared by name on the connection that asks it, in a transaction too', async () => {
    const prepared = await test.database.kysely.transaction().execute(async (tx) => {
      await echo(tx, { word: 'one', count: 1, at: null });
      await echo(tx, { word: 'two', count: 2, at: null });
      return listPrepared(tx);
    });
    expect(prepared).toEqual([expect.stringContaining('as "again"')]);
  });

  it('answers many at once without mixing them up', async () => {
    const words = Array.from({ length: 200 }, (_, index) => `word ${index}`);
    const answers = await Promise.all(words.map((word, count) => echo(test.database.kysely, { word, count, at: null })));
    expect(answers.map(([row]) => row?.word)).toEqual(words);
  });
});

async function listPrepared(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}
