import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildOnce } from '../support/sarafan-process.ts';

/** Passes the place five times in a process of its own, and says after each that it has. */
function passFiveTimes(setting: string | undefined): { readonly signal: string | null; readonly passes: number } {
  buildOnce();
  const modulePath = fileURLToPath(new URL('../../dist/fault-point.js', import.meta.url));
  const script = `
    import { writeSync } from 'node:fs';
    import { armFaultPoint, faultPoint } from ${JSON.stringify(modulePath)};
    armFaultPoint(${JSON.stringify(setting)});
    for (let pass = 0; pass < 5; pass += 1) {
      faultPoint('elsewhere');
      faultPoint('before-commit');
      writeSync(1, '.');
    }`;
  const { signal, stdout } = spawnSync(execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { signal, passes: stdout.length };
}

it.each([
  [undefined, { signal: null, passes: 5 }],
  ['after-commit', { signal: null, passes: 5 }],
  ['before-commit', { signal: 'SIGKILL', passes: 0 }],
  ['before-commit:3', { signal: 'SIGKILL', passes: 2 }],
])('FAULT_POINT=%s kills the process at that place and pass only', (setting, outcome) => {
  expect(passFiveTimes(setting)).toEqual(outcome);
});
