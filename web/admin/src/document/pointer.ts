/** Values inside a JSON document, by JSON pointer (RFC 6901). Nothing is changed in place. */

export type Json = unknown;

function stepsOf(path: string): readonly string[] {
  return path === ''
    ? []
    : path
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pathOf(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function valueAt(document: Json, path: string): Json {
  return stepsOf(path).reduce<Json>(
    (value, step) => (isList(value) ? value[Number(step)] : isRecord(value) ? value[step] : undefined),
    document,
  );
}

/** The document with a value there; undefined takes it out, `-` adds to a list, missing objects on the way are made. */
export function withValue(document: Json, path: string, value: Json): Json {
  return put(document, stepsOf(path), value);
}

function put(node: Json, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (isList(node)) {
    const at = step === '-' ? node.length : Number(step);
    if (rest.length === 0 && value === undefined) return node.filter((_, index) => index !== at);
    return at >= node.length
      ? [...node, put(undefined, rest, value)]
      : node.map((item, index) => (index === at ? put(item, rest, value) : item));
  }
  if (node === undefined && step === '-') return [put(undefined, rest, value)];
  const record = isRecord(node) ? node : {};
  const next = put(record[step], rest, value);
  if (next !== undefined) return { ...record, [step]: next };
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== step));
}

/** `document.rules[0].if` of a problem is `/rules/0/if` of the document. */
export function pointerFromField(field: string): string {
  return pathOf(
    field
      .replace(/^document\.?/, '')
      .split(/[.[\]]+/)
      .filter((step) => step !== ''),
  );
}

export function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export interface Change {
  readonly path: string;
  readonly before: Json;
  readonly after: Json;
}

/** Every place where two documents differ, as deep as people compare: an amount of money is one thing, a rule is itself wherever it stands. */
export function changesBetween(before: Json, after: Json, path = ''): readonly Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isRecord(before) && isRecord(after) && !('amountMinor' in before)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changesBetween(before[name], after[name], `${path}${pathOf([name])}`));
  }
  if (isList(before) && isList(after) && [...before, ...after].every(isRecord)) return changesOfItems(before, after, path);
  return [{ path, before, after }];
}

/** By id where all have one, else by place. One that went keeps its old place in the path; another order of the same is one change. */
function changesOfItems(before: readonly Json[], after: readonly Json[], path: string): readonly Change[] {
  const [was, is] = [idsOfItems(before), idsOfItems(after)];
  if (was === null || is === null) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index).flatMap((index) =>
      changesBetween(before[index], after[index], `${path}/${index}`),
    );
  }
  const [stayed, stay] = [was.filter((id) => is.includes(id)), is.filter((id) => was.includes(id))];
  return [
    ...is.flatMap((id, index) => changesBetween(before[was.indexOf(id)], after[index], `${path}/${index}`)),
    ...was.flatMap((id, index) => (is.includes(id) ? [] : [{ path: `${path}/${index}`, before: before[index], after: undefined }])),
    ...(stayed.join(' ') === stay.join(' ') ? [] : [{ path, before: stayed, after: stay }]),
  ];
}

function idsOfItems(items: readonly Json[]): readonly string[] | null {
  const ids = items.flatMap((item) => (isRecord(item) && typeof item['id'] === 'string' ? [item['id']] : []));
  return ids.length === items.length && new Set(ids).size === ids.length ? ids : null;
}
