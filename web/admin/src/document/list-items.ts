/** Items of a list in a document: put elsewhere, written twice. Nothing is changed in place. */
import { isList, isRecord, type Json } from './pointer.ts';

export function inserted(items: readonly Json[], at: number, item: Json): readonly Json[] {
  return [...items.slice(0, at), item, ...items.slice(at)];
}

export function without(items: readonly Json[], at: number): readonly Json[] {
  return items.filter((_, index) => index !== at);
}

/** The numbers of a list's places, each standing for the item that was there; a fresh one is -1. */
export function placesOf(items: readonly Json[]): readonly number[] {
  return items.map((_, index) => index);
}

/** Paths that led into items of a list, after the list was put in another order (`placesOf`); of an item that is gone there is none. */
export function relocated(paths: ReadonlySet<string>, listPath: string, places: readonly number[]): ReadonlySet<string> {
  const moved = [...paths].flatMap((path) => {
    if (!path.startsWith(`${listPath}/`)) return [path];
    const [index = '', ...rest] = path.slice(listPath.length + 1).split('/');
    const to = places.indexOf(Number(index));
    return to === -1 ? [] : [[`${listPath}/${to}`, ...rest].join('/')];
  });
  return new Set(moved);
}

/** Every id in the document, of rules, tiers and perks alike. */
export function idsIn(node: Json): readonly string[] {
  if (isList(node)) return node.flatMap(idsIn);
  if (!isRecord(node)) return [];
  const { id } = node;
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(node).flatMap(idsIn)];
}

/** The same once more, with ids nobody has: its own and those of the rules inside it. */
export function copyOf(item: Json, taken: readonly string[]): Json {
  const used = [...taken];
  const copy = (node: Json): Json => {
    if (isList(node)) return node.map(copy);
    if (!isRecord(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, value]) => {
        if (name !== 'id' || typeof value !== 'string') return [name, copy(value)];
        const id = freeId(value.replace(/-\d+$/, ''), used);
        used.push(id);
        return [name, id];
      }),
    );
  };
  return copy(item);
}

/** `rule-3`: the first number nobody has. */
export function freeId(stem: string, taken: readonly string[]): string {
  const number = Array.from({ length: taken.length + 1 }, (_, index) => index + 1).find((each) => !taken.includes(`${stem}-${each}`));
  return `${stem}-${number ?? taken.length + 1}`;
}
