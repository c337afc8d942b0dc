/** The pictures people look at must not leave a page out. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('every page of the console is among the screens, and no other', () => {
  const routes = [...textOf('web/admin/src/router.tsx').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(routes.length).toBeGreaterThan(10);
  const shown = new Set([...textOf('scripts/screen-pages.mjs').matchAll(/\broute: '([^']+)'/g)].map(([, route]) => route));
  expect([...shown].sort()).toEqual(routes.sort());
});
