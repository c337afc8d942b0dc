// Makes a fresh clone runnable: installs packages and builds when something is missing or stale.
// Written without dependencies, since it runs before there are any. Says nothing when there is nothing to do;
// writes to stderr only, because stdout of `npm start -- --json` belongs to the server.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockWaitMs = 600_000;

/** Installs and builds what is missing or stale. `tolerateTypeErrors` keeps the emitted code when only types are wrong. */
export function setUp({ tolerateTypeErrors = false } = {}) {
  requireNodeVersion();
  if (packagesAreInstalled() && buildIsFresh(tolerateTypeErrors)) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  const release = takeLock(join(root, 'dist', 'setup.lock'));
  try {
    if (!packagesAreInstalled()) installPackages();
    linkOwnCommand();
    if (!buildIsFresh(tolerateTypeErrors)) build(tolerateTypeErrors);
  } finally {
    release();
  }
}

function requireNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Sarafan needs Node.js 20.19 or later; this is ${process.versions.node}.`);
}

/** npm writes what it installed to node_modules/.package-lock.json as its last act, so an interrupted install counts as none. */
function packagesAreInstalled() {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link === true) return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function installPackages() {
  say('installing packages (npm ci) …');
  run('npm', ['ci', '--no-progress', '--loglevel=error'], 'Installing packages failed; the lines above say why.');
}

/** `npx sarafan` looks here first; npm links the commands of dependencies but not of the project itself. */
function linkOwnCommand() {
  const link = join(root, 'node_modules', '.bin', 'sarafan');
  if (existsSync(link)) return;
  try {
    symlinkSync(join('..', '..', 'bin', 'sarafan.mjs'), link);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

function projects() {
  return listSources('sdk/src').length === 0 ? ['tsconfig.src.json'] : ['tsconfig.src.json', 'sdk/tsconfig.json'];
}

function buildIsFresh(tolerateTypeErrors) {
  const stamp = readJson(stampPath());
  return (
    stamp?.sources === hashSources() && (tolerateTypeErrors || stamp.typesAreRight === true) && existsSync(join(root, 'dist', 'main.js'))
  );
}

function build(tolerateTypeErrors) {
  say('building …');
  const sources = hashSources();
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const result = spawnSync(process.execPath, [compiler, '-b', ...projects()], { cwd: root, stdio: ['ignore', 2, 2] });
  const typesAreRight = result.status === 0;
  if (!typesAreRight && !tolerateTypeErrors) throw new Error('The build failed; the lines above say why.');
  buildPages();
  writeFileSync(stampPath(), JSON.stringify({ sources, typesAreRight }));
}

/** Console, cabinet and widget; a page that cannot be built stops a start as wrong types do. */
function buildPages() {
  const result = spawnSync(process.execPath, [join(root, 'scripts', 'build-web.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) throw new Error('Building the pages failed; the lines above say why.');
}

function stampPath() {
  return join(root, 'dist', 'setup-stamp.json');
}

/** Content, not time: a checkout or a copy changes times without changing the program. */
function hashSources() {
  const hash = createHash('sha256');
  const files = [
    ...listSources('src'),
    ...listSources('sdk/src'),
    ...listPages(),
    'tsconfig.base.json',
    'package-lock.json',
    ...projects(),
  ];
  for (const path of files.sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function listPages() {
  if (!existsSync(join(root, 'web'))) return [];
  return readdirSync(join(root, 'web'), { recursive: true })
    .map((name) => `web/${name}`)
    .filter((path) => /\.(tsx?|json|css|html|svg|woff2)$/.test(path));
}

function listSources(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'));
}

/**
 * The lock is a file holding its owner's pid, put in place by link(2), which is atomic and fails when the name exists.
 * A lock whose owner is dead is moved aside; that the moved file is the one that was read guards against a race of two.
 */
function takeLock(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  const deadline = Date.now() + lockWaitMs;
  try {
    while (true) {
      try {
        linkSync(mine, path);
        return () => unlinkSync(path);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const owner = readText(path);
      if (owner !== undefined && !isAlive(Number(owner))) breakLock(path, owner);
      else if (Date.now() > deadline)
        throw new Error(`Another setup (pid ${owner}) has been running for ten minutes; end it and start again.`);
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function breakLock(path, deadOwner) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readText(aside) !== deadOwner) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function run(command, args, sentence) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.error !== undefined) throw new Error(`${sentence} (${result.error.message})`);
  if (result.status !== 0) throw new Error(sentence);
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function readJson(path) {
  const text = readText(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function say(text) {
  process.stderr.write(`setup: ${text}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    setUp({ tolerateTypeErrors: process.argv.includes('--tolerate-type-errors') });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
