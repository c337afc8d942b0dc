/** A row to save: column names to values of their types as column-codec.ts takes them. */
export type Row = Readonly<Record<string, unknown>>;

export type RowsByTable = Record<string, Row[]>;

/** int8 as its digits: a number loses money above 2^53. */
export function bigintText(value: bigint | null | undefined): string | null {
  return value === null || value === undefined ? null : value.toString();
}

/** Null as an absent key: half the columns of a usual row are null, and both are read alike. */
export function sparse<T>(value: T | null): T | undefined {
  return value ?? undefined;
}
