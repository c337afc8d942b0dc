import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atFileEnd } from '../support/file-end.ts';

/** The root of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A directory of the project's shape with the project's own configuration and packages, holding the planted files alone. */
export function createPlantedTree(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), 'sarafan-planted-'));
  atFileEnd(() => rmSync(tree, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const name of [
    '.gitignore',
    '.dependency-cruiser.cjs',
    'biome.json',
    'tsconfig.base.json',
    'tsconfig.src.json',
    'tsconfig.test.json',
  ]) {
    copyFileSync(join(root, name), join(tree, name));
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return tree;
}

/** Runs a tool of node_modules/.bin in a directory. */
export function runTool(
  directory: string,
  command: readonly [string, ...string[]],
): { readonly exitCode: number | null; readonly output: string } {
  const [name, ...args] = command;
  const result = spawnSync(join(root, 'node_modules', '.bin', name), args, {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { exitCode: result.status, output: `${result.stdout}${result.stderr}` };
}
