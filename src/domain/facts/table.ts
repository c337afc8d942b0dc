/** Index functions of a table, by name: the key a record is found under, or null when it is not in that index. */
export type Indexes<V> = Readonly<Record<string, (value: V) => string | null>>;

/** Records by key, with secondary indexes. What the intake loaded, plus what earlier events of the batch changed. */
export class Table<V> {
  readonly #byKey = new Map<string, V>();
  readonly #byIndex = new Map<string, Map<string, Set<string>>>();
  readonly #changed = new Set<string>();
  readonly keyOf: (value: V) => string;
  readonly #indexes: Indexes<V>;
  readonly #indexList: readonly (readonly [(value: V) => string | null, Map<string, Set<string>>])[];

  constructor(keyOf: (value: V) => string, indexes: Indexes<V>) {
    this.keyOf = keyOf;
    this.#indexes = indexes;
    this.#indexList = Object.entries(indexes).map(([name, indexOf]) => {
      const entries = new Map<string, Set<string>>();
      this.#byIndex.set(name, entries);
      return [indexOf, entries];
    });
  }

  get(key: string): V | null {
    return this.#byKey.get(key) ?? null;
  }

  load(value: V): void {
    const key = this.keyOf(value);
    this.#byKey.set(key, value);
    for (const [indexOf, entries] of this.#indexList) {
      const entry = indexOf(value);
      if (entry === null) continue;
      const keys = entries.get(entry);
      if (keys === undefined) entries.set(entry, new Set([key]));
      else keys.add(key);
    }
  }

  /** Takes a decided record over and marks it to be saved. */
  apply(value: V): void {
    this.load(value);
    this.#changed.add(this.keyOf(value));
  }

  /** Keys once filed under the entry; a record may have moved since, so readers re-check. */
  keysBy(name: string, entry: string): Iterable<string> {
    return this.#byIndex.get(name)?.get(entry) ?? [];
  }

  indexOf(name: string, value: V): string | null {
    const indexOf = this.#indexes[name];
    return indexOf === undefined ? null : indexOf(value);
  }

  remove(key: string): void {
    this.#byKey.delete(key);
  }

  all(): Iterable<V> {
    return this.#byKey.values();
  }

  *changed(): Iterable<V> {
    for (const key of this.#changed) {
      const value = this.#byKey.get(key);
      if (value !== undefined) yield value;
    }
  }

}

/** What one decision sees and changes: reads fall through to the table, writes stay here until `apply`. */
export class Overlay<V> {
  readonly #table: Table<V>;
  readonly #changed = new Map<string, V>();

  constructor(table: Table<V>) {
    this.#table = table;
  }

  get(key: string): V | null {
    return this.#changed.get(key) ?? this.#table.get(key);
  }

  put(value: V): void {
    this.#changed.set(this.#table.keyOf(value), value);
  }

  /** Current records under an index entry, in key order: the order must not depend on how facts were loaded. */
  by(name: string, entry: string): readonly V[] {
    const found: [key: string, value: V][] = [];
    const take = (key: string, value: V | null): void => {
      if (value !== null && this.#table.indexOf(name, value) === entry) found.push([key, value]);
    };
    for (const key of this.#table.keysBy(name, entry)) if (!this.#changed.has(key)) take(key, this.#table.get(key));
    for (const [key, value] of this.#changed) take(key, value);
    if (found.length > 1) found.sort(([a], [b]) => (a < b ? -1 : 1));
    return found.map(([, value]) => value);
  }

  changes(): Iterable<V> {
    return this.#changed.values();
  }
}
