import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clones: string[] = [];

afterAll(() => {
  for (const clone of clones) rmSync(clone, { recursive: true, force: true });
});

/** A clone with our scripts and packages, and a program of one file. */
function createClone(files: Readonly<Record<string, string>>): string {
  const clone = mkdtempSync(join(tmpdir(), 'sarafan-clone-'));
  clones.push(clone);
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  cpSync(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.src.json'])
    copyFileSync(join(root, name), join(clone, name));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(clone, path, '..'), { recursive: true });
    writeFileSync(join(clone, path), text);
  }
  return clone;
}

interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(clone: string, script: string, ...args: readonly string[]): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(execPath, [join(clone, 'scripts', script), ...args], { cwd: clone, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

const program = { 'src/main.ts': 'export const one: number = 1;\n' };
const wrongProgram = { 'src/main.ts': `export const one: number = '1';\n` };

describe('setup', () => {
  it('builds what is missing, says nothing when nothing is to do, and never writes to stdout', async () => {
    const clone = createClone(program);
    expect(await run(clone, 'setup.mjs')).toEqual({ exitCode: 0, stdout: '', stderr: 'setup: building …\n' });
    expect(existsSync(join(clone, 'dist', 'main.js'))).toBe(true);
    expect(await run(clone, 'setup.mjs')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('builds again when a source changed', async () => {
    const clone = createClone(program);
    await run(clone, 'setup.mjs');
    writeFileSync(join(clone, 'src/main.ts'), 'export const two: number = 2;\n');
    expect((await run(clone, 'setup.mjs')).stderr).toBe('setup: building …\n');
  });

  it('builds once when two run at the same time', async () => {
    const clone = createClone(program);
    const both = await Promise.all([run(clone, 'setup.mjs'), run(clone, 'setup.mjs')]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(both.filter(({ stderr }) => stderr.includes('building'))).toHaveLength(1);
  });

  it('is not held up by the lock of a killed setup', async () => {
    const clone = createClone({ ...program, 'dist/setup.lock': '4194399' });
    expect((await run(clone, 'setup.mjs')).exitCode).toBe(0);
    expect(existsSync(join(clone, 'dist', 'setup.lock'))).toBe(false);
  });

  it('fails on a type error, unless told to leave types to the check', async () => {
    const clone = createClone(wrongProgram);
    const tolerant = await run(clone, 'setup.mjs', '--tolerate-type-errors');
    expect(tolerant.exitCode).toBe(0);
    const strict = await run(clone, 'setup.mjs');
    expect(strict.exitCode).toBe(1);
    expect(strict.stderr).toContain('src/main.ts(1,14)');
    expect(strict.stderr).toMatch(/The build failed; the lines above say why\.\n$/);
  });
});

describe('the test run', () => {
  const config = { 'vitest.config.ts': 'export default { test: { include: ["src/**/*.test.ts"] } };\n' };
  const pass = `import { expect, it } from 'vitest';\nit('passes', () => expect(1).toBe(1));\n`;
  const fail = `import { expect, it } from 'vitest';\nit('fails', () => expect(1).toBe(2));\n`;
  const lastLine = ({ stdout }: Finished): string | undefined => stdout.trimEnd().split('\n').at(-1);

  it.each([
    [{ 'src/a.test.ts': pass }, '1 passed, 0 failed', 0],
    [{ 'src/a.test.ts': pass, 'src/b.test.ts': fail }, '1 passed, 1 failed', 1],
    [{ 'src/a.test.ts': pass, 'src/b.test.ts': `throw new Error('does not load');\n` }, '1 passed, 1 failed', 1],
    [{ 'src/a.ts': '' }, '0 passed, 1 failed', 1],
  ])('of %j ends with "%s" and exit code %i', async (files, line, exitCode) => {
    const finished = await run(createClone({ ...config, ...files }), 'run-tests.mjs');
    expect(lastLine(finished)).toBe(line);
    expect(finished.exitCode).toBe(exitCode);
  });
});
