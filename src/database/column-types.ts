import pg from 'pg';

type Parse = (text: string) => unknown;

const oid = { int8: 20, int8Array: 1016, date: 1082, dateArray: 1182, numericArray: 1231, textArray: 1009 } as const;

// The driver's list of type ids leaves arrays out, though its table of parsers has them; hence the cast.
const parseTextArray: (text: string) => readonly (string | null)[] = pg.types.getTypeParser(oid.textArray as never);

/**
 * How values of the database become values of the program, where the driver's own way would lose something: int8 is a
 * bigint (the driver gives text), a calendar day stays text (the driver gives a local midnight), numeric is text also
 * inside arrays (the driver gives floats there).
 */
const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [oid.int8, (text) => BigInt(text)],
  [oid.int8Array, (text) => parseTextArray(text).map((item) => (item === null ? null : BigInt(item)))],
  [oid.date, (text) => text],
  [oid.dateArray, (text) => parseTextArray(text)],
  [oid.numericArray, (text) => parseTextArray(text)],
]);

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (typeOid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(typeOid)) || pg.types.getTypeParser(typeOid, format),
};
