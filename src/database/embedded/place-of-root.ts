/**
 * Where the database of a data directory lives that PostgreSQL's account cannot enter: /var/lib/sarafan/<id>/postgres.
 *
 * The two name each other. `<data>/postgres` is a link to the database: a data directory that was moved finds it, and a new one at
 * the same path, having no link, gets a new id (earlier versions took the hash of the path for it). `<id>/data` is a link back: it
 * tells a copy of the data directory from one that was moved, and whose a place is when its data directory is gone.
 * The link to the database is made last, so that a start killed at any moment leaves a place that is whole or one nobody uses.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pid as ownPid } from 'node:process';
import { StartRefused } from '../../start-refused.ts';
import { systemErrorCode } from '../../system-error.ts';

export const ROOTS_OWN_PLACE = '/var/lib/sarafan';

/** The place a data directory names; undefined when it names none. Throws `StartRefused` when that place is gone or another's. */
export async function findPlaceOfRoot(data: string): Promise<string | undefined> {
  const base = await readPlace(data);
  if (base === undefined) return undefined;
  if ((await stat(base).catch(() => undefined)) === undefined) {
    throw new StartRefused(
      `The database of ${data} was in ${base}, which is gone: bring it back, or remove the link ${join(data, 'postgres')} to begin with an empty one.`,
    );
  }
  await rememberData(base, data);
  return base;
}

/** Call it where `findPlaceOfRoot` found none. Of several at once the first wins. Throws `StartRefused` when `data` holds a database. */
export async function createPlaceOfRoot(data: string): Promise<string> {
  const base = join(ROOTS_OWN_PLACE, randomBytes(8).toString('hex'));
  const firstMade = await mkdir(base, { recursive: true });
  // Whatever the umask, PostgreSQL's account passes through what was made here; a place that was there is its owner's business.
  for (const directory of firstMade === base ? [base] : [ROOTS_OWN_PLACE, base]) await chmod(directory, 0o711);
  await symlink(data, join(base, 'data'));
  try {
    await symlink(join(base, 'postgres'), join(data, 'postgres'));
    return base;
  } catch (error) {
    await rm(base, { recursive: true });
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
  const found = await findPlaceOfRoot(data);
  if (found !== undefined) return found;
  throw new StartRefused(
    `PostgreSQL does not run as root, and its account cannot enter ${data}, where the database is: let others pass through the directories above (chmod o+x), run Sarafan as an ordinary user, or set SARAFAN_DATA.`,
  );
}

async function readPlace(data: string): Promise<string | undefined> {
  const target = await readlink(join(data, 'postgres')).catch(() => undefined);
  if (target === undefined || basename(target) !== 'postgres') return undefined;
  const base = dirname(target);
  return dirname(base) === ROOTS_OWN_PLACE ? base : undefined;
}

/** A moved data directory is written down anew; a copy of one that is still there would change the other's database. */
async function rememberData(base: string, data: string): Promise<void> {
  const link = join(base, 'data');
  const known = await readlink(link).catch(() => undefined);
  if (known === data) return;
  if (known !== undefined && (await readPlace(known)) === base && !(await isSameDirectory(known, data))) {
    throw new StartRefused(
      `The data directory ${data} is a copy of ${known}, and the database of both is the one in ${base}: restore a backup of it into a new data directory instead (sarafan backup, sarafan restore).`,
    );
  }
  const next = `${link}.${ownPid}`;
  await rm(next, { force: true });
  await symlink(data, next);
  await rename(next, link);
}

/** Reached by another path: through a link, or mounted twice. */
async function isSameDirectory(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  return a.dev === b.dev && a.ino === b.ino;
}
