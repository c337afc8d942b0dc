// Everything a change must pass before it is committed, cheapest first. `--static` leaves the tests out.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const steps = [
  ['lint and format', bin('biome'), 'check', '.'],
  ['types', bin('tsc'), '-b'],
  ['boundaries', bin('depcruise'), 'src', 'sdk/src', 'test'],
  ['unused code', bin('knip')],
  ...(scripts.generate === undefined
    ? []
    : [
        ['generated files', 'npm', 'run', '--silent', 'generate'],
        ['generated files are committed', 'git', 'diff', '--exit-code', '--stat', '--', 'openapi.json', 'sdk/src'],
      ]),
  ...(process.argv.includes('--static') ? [] : [['tests', process.execPath, join(root, 'scripts', 'run-tests.mjs')]]),
];

const failed = steps.filter(([name, command, ...args]) => {
  process.stdout.write(`\n── ${name}\n`);
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0;
});

if (failed.length > 0) {
  process.stdout.write(`\ncheck failed: ${failed.map(([name]) => name).join(', ')}\n`);
  process.exitCode = 1;
} else process.stdout.write('\ncheck passed\n');
