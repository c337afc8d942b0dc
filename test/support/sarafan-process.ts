import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, kill } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findPostmaster, stopPostmaster } from '../../src/database/embedded/postmaster.ts';
import { atFileEnd } from './file-end.ts';

export interface SarafanOptions {
  /** Settings of the process; PORT and SARAFAN_DATA are provided when absent. Nothing else of the tests' environment reaches it. */
  readonly env?: Readonly<Record<string, string>>;
  /** System account to run under; the tests' own when absent. */
  readonly uid?: number;
  /** What its command line begins with: a program that runs the rest elsewhere, or under a limit. */
  readonly within?: readonly string[];
}

/** A real server process, ready to answer. Whatever it leaves is ended and removed after the test file. */
export interface SarafanProcess {
  readonly url: string;
  readonly tenantId: string | undefined;
  /** Present at the first start on a database only. */
  readonly secretKey: string | undefined;
  readonly publishableKey: string | undefined;
  readonly pid: number;
  readonly dataDirectory: string;
  readonly output: ProcessOutput;
  /** Asks it to end (SIGTERM unless told otherwise) and resolves with its exit code when it has. */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGHUP'): Promise<number | null>;
  /** SIGKILL; the embedded PostgreSQL stays, as after a crash. */
  kill(): Promise<void>;
}

/** What a process has written so far. */
export interface ProcessOutput {
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const nobody = 65_534;
const readyLimitMs = 30_000;
let isBuilt = false;

/** The pid of the embedded PostgreSQL of a data directory, undefined when none runs. */
export async function findPostgres(dataDirectory: string): Promise<number | undefined> {
  const directory = join(dataDirectory, 'postgres');
  return existsSync(directory) ? findPostmaster(realpathSync(directory)) : undefined;
}

/** A new directory that is removed after the test file, with the PostgreSQL that may run in it. */
export function createDataDirectory(owner?: { readonly uid: number }): string {
  const directory = mkdtempSync(join(tmpdir(), 'sarafan-test-data-'));
  // Run by root, PostgreSQL is another user, who must be able to pass through.
  chmodSync(directory, 0o711);
  if (owner !== undefined) chownSync(directory, owner.uid, owner.uid);
  atFileEnd(async () => {
    const postmaster = await findPostgres(directory);
    if (postmaster !== undefined) await stopPostmaster(postmaster);
    rmSync(directory, { recursive: true, force: true });
  });
  return directory;
}

/** Starts the built server on a free port and waits until it says that it is ready. Rejects with what it wrote when it ends instead. */
export async function startSarafan(options: SarafanOptions = {}): Promise<SarafanProcess> {
  const dataDirectory = options.env?.['SARAFAN_DATA'] ?? createDataDirectory(options.uid === undefined ? undefined : { uid: options.uid });
  const { child, output, exited } = runSarafan({ ...options, env: { SARAFAN_DATA: dataDirectory, ...options.env } });
  const ready = readReadyLine(await waitForLine(child, output));
  return {
    ...ready,
    pid: child.pid ?? 0,
    dataDirectory,
    output,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Starts the built server and leaves it to the test what to wait for. */
export function runSarafan(options: SarafanOptions = {}): {
  readonly child: ChildProcess;
  readonly output: ProcessOutput;
  readonly exited: Promise<number | null>;
} {
  buildOnce();
  const dataDirectory = options.env?.['SARAFAN_DATA'] ?? createDataDirectory();
  const [program = execPath, ...args] = [...(options.within ?? []), execPath, join(root, 'dist', 'main.js'), '--json'];
  const child = spawn(program, args, {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent', PORT: '0', SARAFAN_DATA: dataDirectory, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: nobody }),
  });
  return watch(child);
}

/** Collects what a child writes and ends it with the test file. */
export function watch(child: ChildProcess): {
  readonly child: ChildProcess;
  readonly output: ProcessOutput;
  readonly exited: Promise<number | null>;
} {
  atFileEnd(() => end(child));
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (part: Buffer) => (output.stdout += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (output.stderr += part.toString()));
  const exited = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { child, output, exited };
}

/** The `npm start -- --json` line; npm itself may write lines before it. */
export function waitForLine(child: ChildProcess, output: ProcessOutput): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`not ready in ${readyLimitMs} ms:\n${output.stderr}`)), readyLimitMs);
    const look = (): void => {
      const line = output.stdout.split('\n').find((text) => text.startsWith('{') && text.endsWith('}'));
      if (line === undefined) return;
      clearTimeout(limit);
      resolve(line);
    };
    child.stdout?.on('data', look);
    child.on('close', () => {
      clearTimeout(limit);
      reject(new Error(`the process ended before it was ready:\n${output.stderr}`));
    });
  });
}

function readReadyLine(line: string): Pick<SarafanProcess, 'url' | 'tenantId' | 'secretKey' | 'publishableKey'> {
  const fields = new Map(Object.entries(JSON.parse(line)).map(([name, value]) => [name, String(value)]));
  const url = fields.get('url');
  if (url === undefined) throw new Error(`the ready line names no url: ${line}`);
  return { url, tenantId: fields.get('tenantId'), secretKey: fields.get('secretKey'), publishableKey: fields.get('publishableKey') };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = new Promise((resolve) => child.on('close', resolve));
  kill(child.pid, 'SIGKILL');
  await closed;
}

/** Tests run the compiled program, as users do. Type errors are the check's business, not theirs. */
export function buildOnce(): void {
  if (isBuilt) return;
  const made = spawnSync(execPath, [join(root, 'scripts', 'setup.mjs'), '--tolerate-type-errors'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  isBuilt = true;
}
