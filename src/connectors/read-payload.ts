/** What other systems send, as one tree: JSON, a form with brackets in its names, or nothing but the address's own query. */
import { err, ok, type Result } from '../domain/result.ts';

export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [name: string]: Tree };

export interface RawPayload {
  readonly contentType: string;
  readonly body: string;
  /** Of the address, without what we put there ourselves. */
  readonly query: string;
}

const FIELDS_MAX = 2_000;
const DEPTH_MAX = 10;

/** The error is for a body that is neither JSON nor a form. Fields of the query stand beside those of the body, which win. */
export function readPayload({ contentType, body, query }: RawPayload): Result<Tree, 'unreadable'> {
  const fromQuery = readForm(query);
  const text = body.trim();
  if (text === '') return ok(fromQuery);
  const isJson = /[/+]json\b/i.test(contentType) || /^[[{]/.test(text);
  if (!isJson) return ok(text.includes('=') ? { ...fromQuery, ...readForm(text) } : fromQuery);
  const value = parseJson(text);
  if (value === undefined) return err('unreadable');
  return ok(isRecord(value) ? { ...fromQuery, ...value } : value);
}

interface Branch {
  [name: string]: Tree | Branch;
}

/** `payment[amount]=12` is the field `amount` in `payment`. What would reach into the language itself is left out. */
function readForm(text: string): { readonly [name: string]: Tree } {
  const root: Branch = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > FIELDS_MAX) break;
    const steps = [name.split('[')[0] ?? '', ...[...name.matchAll(/\[([^\]]*)\]/g)].map(([, step = '']) => step)];
    if (steps.length > DEPTH_MAX || steps.includes('__proto__')) continue;
    put(root, steps, value);
  }
  return root;
}

function put(root: Branch, steps: readonly string[], value: string): void {
  let at = root;
  for (const step of steps.slice(0, -1)) {
    const name = step === '' ? String(Object.keys(at).length) : step;
    const next = at[name];
    const branch: Branch = isBranch(next) ? next : Object.create(null);
    at[name] = branch;
    at = branch;
  }
  const last = steps.at(-1) ?? '';
  at[last === '' ? String(Object.keys(at).length) : last] = value;
}

function isBranch(value: Tree | Branch | undefined): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): Tree | undefined {
  try {
    const value: Tree = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export function isRecord(value: Tree | undefined): value is { readonly [name: string]: Tree } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path; a text that is JSON itself is gone into, since forms carry such. Undefined: nothing does. */
export function treeAt(tree: Tree, path: string): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const step of path.split('/').slice(1)) {
    at = stepInto(typeof at === 'string' ? opened(at) : at, step.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (at === undefined) return undefined;
  }
  return at;
}

function stepInto(at: Tree | undefined, step: string): Tree | undefined {
  if (Array.isArray(at)) return /^\d{1,6}$/.test(step) ? at[Number(step)] : undefined;
  return isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined;
}

/** A text that holds an object or a list, as the tree inside it. */
export function opened(text: string): Tree | undefined {
  return /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
}

/** A list, also one written as a form: `products[0]…`. */
export function itemsOf(value: Tree | undefined): readonly Tree[] {
  const inner = typeof value === 'string' ? opened(value) : value;
  if (Array.isArray(inner)) return inner;
  return isRecord(inner) && Object.keys(inner).every((name) => /^\d+$/.test(name)) ? Object.values(inner) : [];
}

/** A leaf as text; null for nothing, an empty text, and what is no leaf. */
export function textOf(value: Tree | undefined): string | null {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : String(value);
  const text = typeof value === 'string' ? value.normalize('NFC').replace(/\s+/gu, ' ').trim() : '';
  return text === '' ? null : text;
}

/** A body is a few hundred fields; a flood of them shall not keep the process busy. */
const LEAVES_MAX = 5_000;

/** Every leaf as text, also of what a text holds as JSON, however deep; the first five thousand. */
export function leavesOf(tree: Tree): readonly string[] {
  const found: string[] = [];
  let level: readonly Tree[] = [tree];
  while (level.length > 0) {
    const below: Tree[] = [];
    for (const value of level) {
      const inner = typeof value === 'string' ? (opened(value) ?? value) : value;
      if (typeof inner === 'object' && inner !== null) for (const child of Object.values(inner)) below.push(child);
      else if (found.push(String(inner)) >= LEAVES_MAX) return found;
    }
    level = below;
  }
  return found;
}

const SHOWN_MAX = 200;
const SHOWN_LENGTH_MAX = 200;

/** Every leaf with its path, for a page that lets one choose. */
export function listPaths(tree: Tree): readonly { readonly path: string; readonly value: string }[] {
  const found: { path: string; value: string }[] = [];
  const walk = (value: Tree | undefined, path: string, depth: number): void => {
    if (found.length >= SHOWN_MAX || depth > DEPTH_MAX) return;
    const inner = typeof value === 'string' ? (opened(value) ?? value) : value;
    if (typeof inner === 'object' && inner !== null) {
      for (const [name, child] of Object.entries(inner))
        walk(child, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
      return;
    }
    const text = textOf(inner);
    if (text !== null) found.push({ path, value: text.slice(0, SHOWN_LENGTH_MAX) });
  };
  walk(tree, '', 0);
  return found;
}
