import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlantedTree, root, runTool } from './planted-tree.ts';

describe('the check of unused code', () => {
  const tree = createPlantedTree({
    'package.json': '{ "name": "planted", "type": "module", "dependencies": { "canonicalize": "2.1.0" } }',
    'src/main.ts': `import { used } from './rewards.ts';\nused();\n`,
    'src/rewards.ts': 'export const used = (): number => 1;\nexport const unused = (): number => 2;\n',
    'src/forgotten.ts': 'export const forgotten = 1;\n',
  });
  copyFileSync(join(root, 'knip.json'), join(tree, 'knip.json'));
  const { exitCode, output } = runTool(tree, ['knip', '--reporter', 'compact']);

  it.each(['src/forgotten.ts', 'unused', 'canonicalize'])('finds %s, which nothing uses', (name) => {
    expect(output).toContain(name);
    expect(exitCode).not.toBe(0);
  });
});
