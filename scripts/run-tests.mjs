// Runs every test and prints as its last line exactly `N passed, N failed`. `--soak` lets tests that scale run long.
// Arguments after `--` go to vitest: `npm test -- test/start`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installBrowser } from './install-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = new Set(['--soak']);
const options = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'sarafan-tests-'));
const reportPath = join(scratch, 'report.json');

installBrowser();
const child = spawn(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
    ...options.filter((option) => !own.has(option)),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(options.includes('--soak') ? { SARAFAN_SOAK: '1' } : {}) },
  },
);
// The terminal sends Ctrl-C to vitest as well, which then ends what the tests have started; we only wait for it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));

child.on('close', (code) => {
  const { passed, failed } = readCounts();
  rmSync(scratch, { recursive: true, force: true });
  const isGreen = code === 0 && failed === 0 && passed > 0;
  // A run that broke outside any test (a file that does not load, an unhandled error) must not read as "0 failed".
  const shownFailed = isGreen || failed > 0 ? failed : 1;
  process.exitCode = isGreen ? 0 : 1;
  process.stdout.write(`${passed} passed, ${shownFailed} failed\n`);
});

function readCounts() {
  try {
    const report = JSON.parse(readFileSync(reportPath, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
