// The tests of pages need a real browser: Debian's own, since nothing else may be fetched. Root gets it installed; anybody else is told
// the one command by the first test that needs it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PATHS = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PACKAGES = ['chromium', 'fonts-dejavu-core'];

/** Undefined when there is none. */
export function browserPath() {
  return PATHS.find((path) => path !== '' && existsSync(path));
}

/** Installs Chromium when it is missing and we may; says nothing when there is nothing to do. */
export function installBrowser() {
  if (browserPath() !== undefined) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write('tests: installing Chromium (apt-get) …\n');
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES]);
}

function run(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env });
  if (status !== 0) process.stderr.write(`tests: apt-get ${args.join(' ')} failed; the lines above say why.\n`);
}
