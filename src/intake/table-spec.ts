/** How each table of the road is written: columns with their types, its key, and what a repeated key means. */
export interface TableSpec {
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  /** `update`: a fact that changes; `ignore`: a fact once written stays; `error`: must be new; `add`: a sum that grows by it. */
  readonly onConflict: 'update' | 'ignore' | 'error' | 'add';
}

export const UUID = 'uuid';
export const AT = 'timestamptz';
