import { describe, expect, it } from 'vitest';
import { encodeColumn, wireTypeOf } from '../../src/intake/column-codec.ts';
import { createTestDatabase } from '../support/database.ts';

describe.each([18, 15] as const)('columns sent to PostgreSQL %i', async (major) => {
  const { database } = await createTestDatabase({ major });

  const sent = async (type: string, values: readonly unknown[]): Promise<readonly unknown[]> => {
    const column = encodeColumn(
      values.map((value) => ({ value })),
      'value',
      type,
    );
    const { rows } = await database.pool.query<{ value: unknown }>(
      `select value::${type} from (select unnest($1::${wireTypeOf(type)}[]) as value) sent`,
      [column],
    );
    return rows.map(({ value }) => value);
  };

  it('keep an amount above 2^53, the ends of int8 and what is not there', async () => {
    const amounts = [0n, -1n, 9_007_199_254_740_993n, 9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n, 4_294_967_296n];
    expect(await sent('bigint', [...amounts.map(String), null, undefined])).toEqual([...amounts, null, null]);
  });

  it('keep text in any alphabet and length, with marks that JSON or an array would quote', async () => {
    const texts = ['', 'plain', 'Ñandú «сарафан» 🍵', `{"a":"\\",b}`, 'x'.repeat(100_000), 'ж'.repeat(48), 'null'];
    expect(await sent('text', texts)).toEqual(texts);
  });

  it('keep instants to the millisecond from the first to the last year', async () => {
    const instants = ['0001-01-01T00:00:00.001Z', '1969-12-31T23:59:59.999Z', '2026-11-20T12:00:00.123Z', '9999-12-31T23:59:59.999Z'];
    const dates = instants.map((text) => new Date(text));
    expect(await sent('timestamptz', [...dates, instants[2]])).toEqual([...dates, dates[2]]);
  });

  it('keep ids, bytes, numbers, flags and lists', async () => {
    const id = '0192f0c1-7e5a-7bcd-8eef-00ff10a2b3c4';
    expect(await sent('uuid', [id, null])).toEqual([id, null]);
    expect(await sent('bytea', ['\\x00ff7a', '\\x'])).toEqual([Buffer.from([0, 255, 122]), Buffer.alloc(0)]);
    expect(await sent('integer', [0, -2_147_483_648, 2_147_483_647])).toEqual([0, -2_147_483_648, 2_147_483_647]);
    expect(await sent('boolean', [true, false, null])).toEqual([true, false, null]);
    expect(await sent('text[]', [[], ['a"b', 'c\\d', 'null', 'e,f']])).toEqual([[], ['a"b', 'c\\d', 'null', 'e,f']]);
    expect(await sent('uuid[]', [[id, id]])).toEqual([[id, id]]);
  });

  it('are nothing at all where no row has a value', () => {
    expect(encodeColumn([{ value: null }, {}], 'value', 'text')).toBeNull();
  });

  it('refuse what their type cannot hold', () => {
    expect(() => encodeColumn([{ value: '0192' }], 'value', 'uuid')).toThrow('not a uuid');
    expect(() => encodeColumn([{ value: '0192f0c1-7e5a-7bcd-8eef-00ff10a2b3cg' }], 'value', 'uuid')).toThrow('not a uuid');
    expect(() => encodeColumn([{ value: new Date(Number.NaN) }], 'value', 'timestamptz')).toThrow('not an instant');
    expect(() => encodeColumn([{ value: '\\x0g' }], 'value', 'bytea')).toThrow('not hexadecimal');
  });
});
