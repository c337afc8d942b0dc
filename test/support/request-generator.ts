/** Requests made from the OpenAPI document itself: valid ones, and where their fields are, so that one can be spoilt. */
import fc from 'fast-check';

export type Json = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Json }[];
  readonly body: Json | null;
  readonly isBodyRequired: boolean;
}

/** A value and its parts; `kind` is the name of a list in bad-values.json. */
export interface Leaf {
  readonly path: Path;
  readonly kind: LeafKind;
}

export type LeafKind =
  | 'amount'
  | 'currency'
  | 'time'
  | 'id'
  | 'text'
  | 'integer'
  | 'boolean'
  | 'choice'
  | 'array'
  | 'object'
  | 'email'
  | 'phone'
  | 'free';

export interface Generated {
  readonly value: unknown;
  readonly leaves: readonly Leaf[];
  /** Objects that take no other field than theirs. */
  readonly closed: readonly Path[];
  readonly required: readonly Path[];
  /** What may be null beside what it holds. */
  readonly nullable: readonly Path[];
}

export function operationsOf(document: Json): readonly Operation[] {
  return Object.entries(jsonAt(document, ['paths'])).flatMap(([path, item]) =>
    Object.entries(asJson(item)).map(([method, operation]) => operationOf(path, method, asJson(operation))),
  );
}

function operationOf(path: string, method: string, operation: Json): Operation {
  const body = asJson(operation['requestBody'] ?? {});
  const content = jsonAt(body, ['content', 'application/json', 'schema']);
  return {
    // The document's methods are the five of the contract.
    method: method.toUpperCase() as Operation['method'],
    path,
    parameters: (Array.isArray(operation['parameters']) ? operation['parameters'] : []) as Operation['parameters'],
    body: operation['requestBody'] === undefined ? null : content,
    isBodyRequired: body['required'] === true,
  };
}

/** Makes values of schemas; the same seed makes the same values. */
export class RequestGenerator {
  readonly #document: Json;
  readonly #known: ReadonlyMap<string, readonly string[]>;
  readonly #knownShare: number;
  #seed: number;

  /** `known`: values for fields of a name, such as ids that exist, in `knownShare` of the cases. */
  constructor(
    document: Json,
    options: { readonly seed: number; readonly known: Readonly<Record<string, readonly string[]>>; readonly knownShare?: number },
  ) {
    this.#document = document;
    this.#seed = options.seed;
    this.#known = new Map(Object.entries(options.known));
    this.#knownShare = options.knownShare ?? 0.8;
  }

  /** With every optional field, with each one by chance, or with none. */
  generate(schema: Json, fields: Fields): Generated {
    const leaves: Leaf[] = [];
    const closed: Path[] = [];
    const required: Path[] = [];
    const nullable: Path[] = [];
    const value = this.#value(schema, { path: [], name: '', fields, leaves, closed, required, nullable });
    return { value, leaves, closed, required, nullable };
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** In [0, 1), by mulberry32. */
  random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  #value(given: Json, at: Place): unknown {
    const schema = this.#resolve(given);
    const variants = schema['anyOf'] ?? schema['oneOf'];
    if (Array.isArray(variants)) {
      if (variants.some((each) => asJson(each)['type'] === 'null')) at.nullable.push(at.path);
      return this.#value(asJson(this.pick(variants)), at);
    }
    if (schema['const'] !== undefined) return this.#leaf(schema['const'], 'choice', at);
    if (Array.isArray(schema['enum'])) return this.#leaf(this.pick(schema['enum']), 'choice', at);
    switch (schema['type']) {
      case 'object':
        return this.#object(schema, at);
      case 'array':
        return this.#array(schema, at);
      case 'string':
        return this.#string(schema, at);
      case 'integer':
      case 'number':
        return this.#leaf(this.#number(schema), 'integer', at);
      case 'boolean':
        return this.#leaf(this.random() < 0.5, 'boolean', at);
      case 'null':
        return null;
      default:
        throw new Error(`no values for ${JSON.stringify(schema)} at ${at.path.join('.')}`);
    }
  }

  #object(schema: Json, at: Place): unknown {
    if (at.path.length > 0) at.leaves.push({ path: at.path, kind: 'object' });
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    const made: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(asJson(schema['properties'] ?? {}))) {
      const isRequired = required.includes(name);
      if (!isRequired && (at.fields === 'required' || (at.fields === 'some' && this.random() < 0.5))) continue;
      const path = [...at.path, name];
      if (isRequired) at.required.push(path);
      made[name] = this.#value(asJson(property), { ...at, path, name });
    }
    if (schema['additionalProperties'] === false) at.closed.push(at.path);
    if (schema['propertyNames'] !== undefined) made['size'] = 42;
    return made;
  }

  #array(schema: Json, at: Place): unknown {
    at.leaves.push({ path: at.path, kind: 'array' });
    const least = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0;
    const length = Math.max(least, at.fields === 'all' ? 1 : Math.floor(this.random() * 3));
    return Array.from({ length }, (_each, index) => this.#value(asJson(schema['items']), { ...at, path: [...at.path, index] }));
  }

  #number(schema: Json): number {
    const least = Number(schema['minimum'] ?? (schema['exclusiveMinimum'] === undefined ? 0 : Number(schema['exclusiveMinimum']) + 1));
    const most = Math.min(Number(schema['maximum'] ?? least + 20), least + 20);
    return least + Math.floor(this.random() * (most - least + 1));
  }

  #string(schema: Json, at: Place): string {
    const known = this.#known.get(at.name);
    const pattern = typeof schema['pattern'] === 'string' ? schema['pattern'] : null;
    const kind = kindOf(schema, pattern, at.name);
    if (known !== undefined && this.random() < this.#knownShare) return this.#leaf(this.pick(known), kind, at);
    return this.#leaf(this.#text(schema, { pattern, kind }), kind, at);
  }

  #text(schema: Json, { pattern, kind }: { readonly pattern: string | null; readonly kind: LeafKind }): string {
    if (kind === 'email') return `person${Math.floor(this.random() * 1e6)}@example.com`;
    if (kind === 'phone') return `+7912${String(1e6 + Math.floor(this.random() * 8e6))}`;
    if (kind === 'currency') return this.pick(['RUB', 'USD', 'JPY', 'KWD']);
    if (kind === 'time') return this.pick(['2026-11-20T12:00:00Z', '2026-11-20T15:05:00+03:00', '2026-11-19T23:59:59.999-05:00']);
    if (kind === 'amount') return this.pick(['0', '1', '100', '9007199254740993', '5000']);
    if (kind === 'free' || pattern === null || pattern.includes('(?')) return `text ${Math.floor(this.random() * 1e6)}`;
    if (kind === 'text') return this.pick(['Марина', "O'Brien", 'evt-', '👩', 'x']) + String(Math.floor(this.random() * 1e9));
    const [made = ''] = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: Math.floor(this.random() * 2 ** 31) });
    return made.slice(0, Number(schema['maxLength'] ?? 200));
  }

  #leaf<T>(value: T, kind: LeafKind, at: Place): T {
    at.leaves.push({ path: at.path, kind });
    return value;
  }

  #resolve(schema: Json): Json {
    const ref = schema['$ref'];
    return typeof ref === 'string' ? this.#resolve(jsonAt(this.#document, ref.slice(2).split('/'))) : schema;
  }
}

type Fields = 'all' | 'some' | 'required';

interface Place {
  readonly path: Path;
  /** Of the nearest property. */
  readonly name: string;
  readonly fields: Fields;
  readonly leaves: Leaf[];
  readonly closed: Path[];
  readonly required: Path[];
  readonly nullable: Path[];
}

function kindOf(schema: Json, pattern: string | null, name: string): LeafKind {
  if (schema['format'] === 'date-time') return 'time';
  if (name === 'email' || name === 'phone' || name === 'currency') return name;
  if (pattern === null) return 'free';
  if (/^\^\(\?:0\|-?/.test(pattern)) return 'amount';
  if (/^\^[a-z]{3}_\[0-9a-f\]/.test(pattern)) return 'id';
  if (pattern.startsWith('^[^\\u0000')) return 'text';
  return 'choice';
}

/** The value with what stands at `path` replaced; undefined takes it out. */
export function withValueAt(value: unknown, path: Path, replacement: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return replacement;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? withValueAt(item, rest, replacement) : item));
  const entries = Object.entries(asJson(value)).filter(([key]) => key !== step || rest.length > 0 || replacement !== undefined);
  const changed = entries.map(([key, inner]) => [key, key === step ? withValueAt(inner, rest, replacement) : inner] as const);
  const isNew = rest.length === 0 && replacement !== undefined && !entries.some(([key]) => key === step);
  return Object.fromEntries(isNew ? [...changed, [String(step), replacement]] : changed);
}

function jsonAt(value: Json, path: readonly string[]): Json {
  return path.reduce((at, step) => asJson(at[step] ?? {}), value);
}

function asJson(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new Error(`no object: ${JSON.stringify(value)}`);
  return value as Json;
}
