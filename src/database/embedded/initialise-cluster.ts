import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pid as ownPid } from 'node:process';
import { StartRefused } from '../../start-refused.ts';
import { systemErrorCode } from '../../system-error.ts';
import type { ClusterPlace } from './cluster-place.ts';
import { findCause } from './find-cause.ts';
import type { PostgresPrograms } from './postgres-package.ts';
import { listClientAccounts, runAs, type ServerAccount } from './server-account.ts';

/** The roles of the embedded database: the superuser makes the other two, the owner migrates, the app may not change history. */
export const embeddedRoles = { superuser: 'postgres', owner: 'sarafan_owner', app: 'sarafan_app' } as const;

const dataChecksumAndLocale = ['--locale=C', '--encoding=UTF8', '--auth=reject'];

/** Makes the cluster directory when there is none, and refuses one that another major version made. Call under the start lock. */
export async function initialiseCluster(place: ClusterPlace, programs: PostgresPrograms, account: ServerAccount): Promise<void> {
  const majorVersion = await findMajorVersion(place.clusterDirectory);
  if (majorVersion === undefined) await createCluster(place, programs, account);
  else if (majorVersion !== programs.majorVersion) {
    throw new StartRefused(
      `The database in ${place.clusterDirectory} was made by PostgreSQL ${majorVersion}, this program brings ${programs.majorVersion}: restore a backup into a new data directory.`,
    );
  }
  await writeAccessRules(place.clusterDirectory, account);
}

async function findMajorVersion(clusterDirectory: string): Promise<number | undefined> {
  try {
    return Number((await readFile(join(clusterDirectory, 'PG_VERSION'), 'utf8')).trim());
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT') return undefined;
    throw new StartRefused(`The database in ${clusterDirectory} cannot be read (${code}): it belongs to another user.`);
  }
}

/** Made beside its place and moved there whole: a start killed half-way leaves nothing that looks like a database. */
async function createCluster(place: ClusterPlace, programs: PostgresPrograms, account: ServerAccount): Promise<void> {
  const base = dirname(place.clusterDirectory);
  for (const name of await readdir(base)) {
    if (name.startsWith('postgres.new-')) await rm(join(base, name), { recursive: true, force: true });
  }
  const unfinished = join(base, `postgres.new-${ownPid}`);
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await chown(unfinished, account.uid, account.gid);
    const made = await runAs(account, [programs.initdb, '-D', unfinished, '-U', embeddedRoles.superuser, ...dataChecksumAndLocale]);
    if (made.exitCode !== 0) throw new StartRefused(`The database could not be created in ${base}: ${findCause(made.output)}.`);
    await rename(unfinished, place.clusterDirectory);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/**
 * Only the account Sarafan runs under (and root) may connect, checked by the kernel through the socket: there is no
 * password to store. Written at each start, since the account may have changed.
 */
async function writeAccessRules(clusterDirectory: string, account: ServerAccount): Promise<void> {
  const roles = Object.values(embeddedRoles);
  const map = listClientAccounts().flatMap((system) => roles.map((role) => `sarafan "${system}" ${role}\n`));
  await writeOwned(join(clusterDirectory, 'pg_ident.conf'), map.join(''), account);
  await writeOwned(join(clusterDirectory, 'pg_hba.conf'), 'local all all peer map=sarafan\n', account);
}

async function writeOwned(path: string, text: string, account: ServerAccount): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  await chown(path, account.uid, account.gid);
}
