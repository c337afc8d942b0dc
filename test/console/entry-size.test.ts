/** What a first visit of the console loads, as it travels: architecture.md's budget. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../support/sarafan-process.ts';

const folder = fileURLToPath(new URL('../../dist/public/admin', import.meta.url));
const BUDGET_BYTES = 250_000;

describe('the console’s first load', () => {
  beforeAll(buildOnce);

  it('stays under 250 kB, scripts and styles together', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
    expect(files.filter((path) => path.endsWith('.css')).length).toBeGreaterThan(0);
    const bytes = files.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
    expect(bytes, files.join(', ')).toBeLessThan(BUDGET_BYTES);
  });

  it('has the library’s styles of everything the pages show, which are imported one by one', () => {
    const assets = readdirSync(join(folder, 'assets'));
    const textOf = (end: string) =>
      assets
        .filter((name) => name.endsWith(end))
        .map((name) => readFileSync(join(folder, 'assets', name), 'utf8'))
        .join('\n');
    const classesIn = (text: string) => new Set([...text.matchAll(/\bm_[0-9a-f]{6,8}\b/g)].map(([name]) => name));
    const [used, styled] = [classesIn(textOf('.js')), classesIn(textOf('.css'))];
    const library = join(dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css')), 'styles');
    const missing = readdirSync(library)
      .filter((name) => name.endsWith('.css') && !name.includes('.layer.'))
      .filter((name) => [...classesIn(readFileSync(join(library, name), 'utf8'))].some((each) => used.has(each) && !styled.has(each)));
    expect(missing, 'to be added to web/admin/src/mantine.css').toEqual([]);
  });

  it('leaves the editor and the first run to those who open them', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/editor-page|wizard-page|setup-/);
  });
});
