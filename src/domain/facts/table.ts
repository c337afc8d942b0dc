/** Index functions of a table, by name: the key a record is found under, or null when it is not in that index. */
export type Indexes<V> = Readonly<Record<string, (value: V) => string | null>>;

/** Most entries file one record: a set of its own for each would be most of what a batch allocates. */
type Filed = string | Set<string>;

const NO_KEYS: readonly string[] = [];

/** Records by key, with secondary indexes. What the intake loaded, plus what earlier events of the batch changed. */
export class Table<V> {
  readonly #byKey = new Map<string, V>();
  readonly #byIndex = new Map<string, Map<string, Filed>>();
  /** Keys of what has changed, with what was there before the first change. */
  readonly #changed = new Map<string, V | null>();
  readonly keyOf: (value: V) => string;
  readonly #indexes: Indexes<V>;
  readonly #indexList: readonly (readonly [(value: V) => string | null, Map<string, Filed>])[];
  /** Told of what comes, goes or takes another's place, but not of what is read for the first time: that was there before. */
  onChange: ((before: V | null, after: V | null) => void) | null = null;

  constructor(keyOf: (value: V) => string, indexes: Indexes<V>) {
    this.keyOf = keyOf;
    this.#indexes = indexes;
    this.#indexList = Object.entries(indexes).map(([name, indexOf]) => {
      const entries = new Map<string, Filed>();
      this.#byIndex.set(name, entries);
      return [indexOf, entries];
    });
  }

  get(key: string): V | null {
    return this.#byKey.get(key) ?? null;
  }

  load(value: V): void {
    const key = this.keyOf(value);
    if (this.onChange !== null) {
      const before = this.get(key);
      if (before !== null) this.onChange(before, value);
    }
    this.#byKey.set(key, value);
    for (const [indexOf, entries] of this.#indexList) {
      const entry = indexOf(value);
      if (entry === null) continue;
      const filed = entries.get(entry);
      if (filed === undefined) entries.set(entry, key);
      else if (typeof filed !== 'string') filed.add(key);
      else if (filed !== key) entries.set(entry, new Set([filed, key]));
    }
  }

  /** Takes in a record that was read, unless there is one under its key: that one is newer. */
  meet(value: V): void {
    if (!this.#byKey.has(this.keyOf(value))) this.load(value);
  }

  /** Takes a decided record over and marks it to be saved. */
  apply(value: V): void {
    const key = this.keyOf(value);
    this.#noteBefore(key);
    if (!this.#byKey.has(key)) this.onChange?.(null, value);
    this.load(value);
  }

  /** Keys once filed under the entry; a record may have moved since, so readers re-check. */
  keysBy(name: string, entry: string): Iterable<string> {
    const filed = this.#byIndex.get(name)?.get(entry);
    if (filed === undefined) return NO_KEYS;
    return typeof filed === 'string' ? [filed] : filed;
  }

  indexOf(name: string, value: V): string | null {
    const indexOf = this.#indexes[name];
    return indexOf === undefined ? null : indexOf(value);
  }

  remove(key: string): void {
    this.#noteBefore(key);
    const before = this.get(key);
    if (before !== null) this.onChange?.(before, null);
    this.#byKey.delete(key);
  }

  #noteBefore(key: string): void {
    if (!this.#changed.has(key)) this.#changed.set(key, this.get(key));
  }

  /** What lay under the key before anything changed. */
  before(key: string): V | null {
    const noted = this.#changed.get(key);
    return noted === undefined ? this.get(key) : noted;
  }

  all(): Iterable<V> {
    return this.#byKey.values();
  }

  /** What has changed is saved: from here on only later changes count. */
  forgetChanges(): void {
    this.#changed.clear();
  }

  *changed(): Iterable<V> {
    for (const key of this.#changed.keys()) {
      const value = this.#byKey.get(key);
      if (value !== undefined) yield value;
    }
  }

  /** Every change by its two ends: null before what is new, null after what has moved away. */
  *changes(): Iterable<{ readonly before: V | null; readonly after: V | null }> {
    for (const [key, before] of this.#changed) yield { before, after: this.get(key) };
  }
}

/** What one decision sees and changes: reads fall through to the table, writes stay here until `apply`. */
export class Overlay<V> {
  readonly #table: Table<V>;
  /** Made at the first write: an event touches a third of the tables. */
  #changed: Map<string, V> | null = null;
  /** Keys whose record now lies under another; almost always none. */
  #moved: Set<string> | null = null;

  constructor(table: Table<V>) {
    this.#table = table;
  }

  get(key: string): V | null {
    return this.#changed?.get(key) ?? (this.#moved?.has(key) === true ? null : this.#table.get(key));
  }

  put(value: V): void {
    this.#changed ??= new Map();
    this.#changed.set(this.#table.keyOf(value), value);
  }

  /** Puts a record in the place of one with another key. */
  move(before: V, after: V): void {
    const key = this.#table.keyOf(before);
    this.#changed?.delete(key);
    this.#moved ??= new Set();
    this.#moved.add(key);
    this.put(after);
  }

  /** Current records under an index entry, in key order: the order must not depend on how facts were loaded. */
  by(name: string, entry: string): readonly V[] {
    const found: [key: string, value: V][] = [];
    const take = (key: string, value: V | null): void => {
      if (value !== null && this.#table.indexOf(name, value) === entry) found.push([key, value]);
    };
    for (const key of this.#table.keysBy(name, entry))
      if (this.#changed?.has(key) !== true && this.#moved?.has(key) !== true) take(key, this.#table.get(key));
    if (this.#changed !== null) for (const [key, value] of this.#changed) take(key, value);
    if (found.length > 1) found.sort(([a], [b]) => (a < b ? -1 : 1));
    return found.map(([, value]) => value);
  }

  /** False for most tables of most decisions. */
  get isTouched(): boolean {
    return this.#changed !== null;
  }

  changes(): Iterable<V> {
    return this.#changed?.values() ?? [];
  }

  movedKeys(): Iterable<string> {
    return this.#moved ?? [];
  }

  /** What the facts hold under keys that have moved away, and where nothing else lies now. */
  *moved(): Iterable<V> {
    for (const key of this.movedKeys()) {
      const before = this.#changed?.has(key) === true ? null : this.#table.get(key);
      if (before !== null) yield before;
    }
  }

  /** What the facts hold in the place of a changed record; true until the decision is applied. */
  before(value: V): V | null {
    return this.#table.get(this.#table.keyOf(value));
  }
}
