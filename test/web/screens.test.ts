/** The pictures people look at must not leave a page out. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONSOLE_PAGES } from '../../scripts/screen-pages.mjs';

it('every page of the console is among the screens, and no other', () => {
  const router = readFileSync(new URL('../../web/admin/src/router.tsx', import.meta.url), 'utf8');
  const routes = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(routes.length).toBeGreaterThan(10);
  expect([...new Set(CONSOLE_PAGES.map(({ route }) => route))].sort()).toEqual(routes.sort());
});
