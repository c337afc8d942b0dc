/** A row to save: column names to JSON values. */
export type Row = Readonly<Record<string, unknown>>;

export type RowsByTable = Record<string, Row[]>;

/** int8 travels as text: a JSON number loses money above 2^53. */
export function bigintText(value: bigint | null | undefined): string | null {
  return value === null || value === undefined ? null : value.toString();
}

/**
 * Null as an absent key: JSON leaves it out, and half the columns of a usual row are null. PostgreSQL reads an absent key as null.
 */
export function sparse<T>(value: T | null): T | undefined {
  return value ?? undefined;
}
