import { type Compilable, CompiledQuery } from 'kysely';
import type { Db } from './schema.ts';

/** Stands for a value while a statement is built. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const names = new Map<string, string>();

/** The name under which a connection keeps the plan of a text that was built once; undefined for any other text. */
export function nameOfBuilt(text: string): string | undefined {
  return names.get(text);
}

/**
 * A statement built and compiled at its first use and asked with other values ever after: for a long one that takes longer than the
 * answer. `build` must not look at the values: each reaches the database as a parameter of its own.
 */
export function builtOnce<Values extends object, Row>(build: (db: Db, values: Values) => Compilable<Row>) {
  let built: { readonly sql: string; readonly parameters: readonly unknown[] } | undefined;
  return async (db: Db, values: Values): Promise<readonly Row[]> => {
    if (built === undefined) {
      built = build(db, placeholders<Values>()).compile();
      // Two that read the same text share its plan, and no name stands for two texts.
      if (!names.has(built.sql)) names.set(built.sql, `built-${names.size + 1}`);
    }
    const given = new Map<string, unknown>(Object.entries(values));
    const parameters = built.parameters.map((each) => (each instanceof Placeholder ? given.get(each.name) : each));
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(built.sql, parameters));
    return rows;
  };
}

function placeholders<Values extends object>(): Values {
  // The builder carries values to the parameters and nowhere else, so anything may stand in for them.
  return new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Values;
}
