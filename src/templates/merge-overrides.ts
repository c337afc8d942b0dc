/**
 * A template's document with the owner's changes over it: objects are merged field by field, lists of things with an `id` thing by
 * thing (a new id is added at the end), everything else is replaced; null takes a field out.
 */
export function mergeOverrides(base: unknown, overrides: unknown): unknown {
  if (isList(base) && isList(overrides) && overrides.length > 0 && overrides.every(hasId) && base.every(hasId)) {
    return mergeById(base, overrides);
  }
  if (!isRecord(base) || !isRecord(overrides)) return overrides;
  const merged = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(overrides)) {
    if (value === null) merged.delete(name);
    else merged.set(name, merged.has(name) ? mergeOverrides(merged.get(name), value) : value);
  }
  return Object.fromEntries(merged);
}

type Identified = Readonly<Record<string, unknown>> & { readonly id: string };

function mergeById(base: readonly Identified[], overrides: readonly Identified[]): readonly unknown[] {
  const known = new Set(base.map(({ id }) => id));
  const merged = base.map((item) => {
    const override = overrides.find(({ id }) => id === item.id);
    return override === undefined ? item : mergeOverrides(item, override);
  });
  return [...merged, ...overrides.filter(({ id }) => !known.has(id))];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function hasId(value: unknown): value is Identified {
  return isRecord(value) && typeof value['id'] === 'string';
}
