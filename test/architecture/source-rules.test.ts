import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './planted-tree.ts';
import { type SourceFile, sourceRules } from './source-rules.ts';

/** What git knows or would take: files being written count, what is ignored does not. */
function listSourceFiles(): readonly SourceFile[] {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  return listed.stdout
    .split('\n')
    .filter((path) => /^(src|sdk|web|test|scripts|bin|migrations)\/.*\.(ts|tsx|mjs|sql)$/.test(path))
    .filter((path) => !path.startsWith('sdk/src/generated') && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const files = listSourceFiles();

describe('every source file', () => {
  it('is looked at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(sourceRules)('$name', ({ isBroken, reason }) => {
    expect(files.filter(isBroken).map(({ path }) => `${path}: ${reason}`)).toEqual([]);
  });
});

describe('a planted violation', () => {
  it.each(sourceRules)('is seen by the rule: $name', ({ isBroken, planted }) => {
    expect(isBroken(planted)).toBe(true);
  });
});
