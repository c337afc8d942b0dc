import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlantedTree, root, runTool } from './planted-tree.ts';

/** A whole compilation, where nothing has been built yet and others have the processors. */
const LIMIT_MS = 240_000;

describe('the types of the tests', () => {
  it(
    'hold, so that a test does not pass by meaning something else',
    () => {
      // Incremental: what the last build has seen is not looked at again.
      expect(
        runTool(root, ['tsc', '-b', 'tsconfig.test.json', '--pretty', 'false'])
          .output.split('\n')
          .filter((line) => / error TS/.test(line)),
      ).toEqual([]);
    },
    LIMIT_MS,
  );

  it('are checked in the files of tests', () => {
    const tree = createPlantedTree({
      'package.json': '{ "type": "module" }',
      'test/rewards/pay.test.ts': 'export const paid: number = String(1);\n',
      'src/one.ts': 'export const one = 1;\n',
      'sdk/src/client.ts': 'export const one = 1;\n',
      'sdk/tsconfig.json': '{ "extends": "../tsconfig.base.json", "compilerOptions": { "rootDir": "src" }, "include": ["src"] }',
    });
    const { exitCode, output } = runTool(tree, ['tsc', '-p', 'tsconfig.test.json', '--pretty', 'false']);
    expect(output).toContain('test/rewards/pay.test.ts(1,14): error TS2322');
    expect(exitCode).not.toBe(0);
  });
});

/** The build of the pages strips types without looking at them. */
describe('the types of the pages', () => {
  const apps = readdirSync(join(root, 'web')).filter((app) => existsSync(join(root, 'web', app, 'tsconfig.json')));

  it.each(apps)(
    'hold in web/%s',
    (app) => {
      expect(runTool(root, ['tsc', '-p', `web/${app}/tsconfig.json`, '--noEmit', '--pretty', 'false'])).toMatchObject({
        output: '',
        exitCode: 0,
      });
    },
    LIMIT_MS,
  );
});
