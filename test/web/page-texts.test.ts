/** A page of the console brings the texts it shows: one left out would show its key instead, in a corner nobody tries. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../web/admin/src', import.meta.url));
const FRAME = 'console';
const textOf = (path: string): string => readFileSync(join(source, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** Which file of texts a group of them stands in. */
const roomOf = new Map(
  readdirSync(join(source, 'texts/ru')).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(source, 'texts/ru', file), 'utf8'))).map(
      (group) => [group, file.replace('.json', '')] as const,
    ),
  ),
);

/** Every module that comes with this one, itself included; what is asked for later comes with its own. */
function comesWith(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, to] of textOf(path).matchAll(/^(?:import|export)(?! type)\b[^;]*?from '(\.[^']+\.tsx?)';/gms))
    if (to !== undefined) comesWith(normalize(join(dirname(path), to)), found);
  return found;
}

/** The rooms whose texts these modules name, whole or as the beginning of a key put together. */
function roomsNamedIn(paths: Iterable<string>): ReadonlySet<string> {
  const rooms = [...paths].flatMap((path) =>
    [...textOf(path).matchAll(/(?<!from )['"`](\w+)\.[\w$]/g)].flatMap(([, group]) => roomOf.get(group ?? '') ?? []),
  );
  return new Set(rooms);
}

const first = comesWith('main.tsx');
const pages = [...textOf('router.tsx').matchAll(/import\('\.\/(pages\/[^']+)'\)((?:,\s*'[\w-]+')*)\s*\)?,/g)].map(
  ([, page = '', rooms = '']) => ({
    page,
    rooms: [...rooms.matchAll(/'([\w-]+)'/g)].map(([, room]) => room ?? ''),
  }),
);

describe('the texts of the console', () => {
  it('are in the first load where the frame shows them', () => {
    expect([...roomsNamedIn(first)].filter((room) => room !== FRAME)).toEqual([]);
  });

  it('are known of every page', () => {
    expect(pages.map(({ page }) => page)).toEqual(
      [...textOf('router.tsx').matchAll(/import\('\.\/(pages\/[^']+)'\)/g)].map(([, page]) => page),
    );
    expect(pages.length).toBeGreaterThan(10);
  });

  it.each(pages)('come with $page, and no others', ({ page, rooms }) => {
    const named = roomsNamedIn([...comesWith(page)].filter((path) => !first.has(path)));
    expect([...rooms].sort()).toEqual([...named].filter((room) => room !== FRAME).sort());
  });
});
