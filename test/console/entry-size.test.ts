/** What a first visit of the console loads, as it travels: architecture.md's budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('leaves the editor and the first run to those who open them', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/editor-page|wizard-page|setup-/);
  });
});
