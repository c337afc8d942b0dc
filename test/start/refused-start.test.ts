import { chmodSync, closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { geteuid } from 'node:process';
import { describe, expect, it } from 'vitest';
import { createEmptyDatabase, createTestDatabase } from '../support/database.ts';
import {
  createDataDirectory,
  findPostgres,
  runSarafan,
  type SarafanOptions,
  startSarafan,
  waitForLine,
} from '../support/sarafan-process.ts';
import { canMountSmallDisk, mountSmallDisk } from '../support/small-disk.ts';

const nobody = 65_534;
const isRoot = geteuid?.() === 0;

/** No file of the server's, nor of its PostgreSQL's, may grow longer: the limit of a system account, which needs no mount. */
function withFilesOfAtMost(kilobytes: number): readonly string[] {
  return ['/bin/sh', '-c', `ulimit -f ${kilobytes * 2}; exec "$0" "$@"`];
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'w');
  try {
    while (true) writeSync(file, Buffer.alloc(1_000_000));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  } finally {
    closeSync(file);
  }
}

describe('a start that cannot be', () => {
  /** The whole of what a refused start says: one sentence for the operator, no stack. */
  async function refusalOf(env: Readonly<Record<string, string>>, how: Pick<SarafanOptions, 'uid' | 'within'> = {}): Promise<string> {
    const { output, exited } = runSarafan({ env, ...how });
    expect(await exited).toBe(1);
    expect(output.stdout).toBe('');
    const lines = output.stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('WARNING'));
    expect(lines).toHaveLength(1);
    return lines.join('');
  }

  it('names each wrong setting and each SARAFAN_ name that is none', async () => {
    expect(await refusalOf({ PORT: '70000', SARAFAN_DATE: './data' })).toBe(
      'sarafan: Wrong setting. SARAFAN_DATE: there is no such setting. PORT: must be a number from 0 to 65535.',
    );
  });

  it('says that the port is taken and makes nothing in the data directory', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const dataDirectory = join(createDataDirectory(), 'never');
    expect(await refusalOf({ PORT: String(port), SARAFAN_DATA: dataDirectory })).toContain(`Port ${port} on 127.0.0.1 is already used`);
    expect(() => chmodSync(dataDirectory, 0o700)).toThrow('ENOENT');
    other.close();
  });

  it('says that the data directory cannot be written', async () => {
    const locked = createDataDirectory();
    chmodSync(locked, 0o555);
    const said = await refusalOf({ SARAFAN_DATA: join(locked, 'data') }, isRoot ? { uid: nobody } : {});
    expect(said).toContain('cannot be used: permission denied. Mend that, or set SARAFAN_DATA to another directory.');
  });

  it.runIf(canMountSmallDisk())(
    'says that the disk is full, at a first start and at a later one, and starts when there is space again',
    async () => {
      const mount = createDataDirectory();
      const env = { SARAFAN_DATA: join(mount, 'data') };
      const { within, seenFrom } = await mountSmallDisk(mount, 80);
      const filler = join(seenFrom, 'filler');
      writeFileSync(filler, Buffer.alloc(60_000_000));
      expect(await refusalOf(env, { within })).toContain('the disk is full');
      rmSync(filler);
      await (await startSarafan({ env, within })).stop();
      writeUntilFull(filler);
      expect(await refusalOf(env, { within })).toContain('the disk is full');
      rmSync(filler);
      expect(await (await startSarafan({ env, within })).stop()).toBe(0);
    },
  );

  it('says that files may not grow, at a first start and at a later one, loses nothing by it, and starts when they may', async () => {
    const env = { SARAFAN_DATA: join(createDataDirectory(), 'data') };
    const tight = { within: withFilesOfAtMost(4_000) };
    expect(await refusalOf(env, tight)).toMatch(/^sarafan: The database could not be created in .*: File too large\.$/);
    const first = await startSarafan({ env });
    expect(first.secretKey).toBeDefined();
    await first.stop();
    expect(await refusalOf(env, { within: withFilesOfAtMost(200) })).toMatch(/^sarafan: PostgreSQL did not start: .*: File too large/);
    const again = await startSarafan({ env });
    expect(again.tenantId).toBe(first.tenantId);
    expect(await again.stop()).toBe(0);
  });

  it('refuses a second server on the data directory of a running one', async () => {
    const first = await startSarafan();
    expect(await refusalOf({ SARAFAN_DATA: first.dataDirectory })).toContain('Another Sarafan already serves the data directory');
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  it('refuses a database that a newer Sarafan has used, and leaves it as it is', async () => {
    const { url, database } = await createTestDatabase();
    const owner = await database.connectAsOwner();
    await owner.query(`insert into migration (number, name, checksum, applied_at) values (9999, '9999_from_the_future', 'x', now())`);
    expect(await refusalOf({ DATABASE_URL: url })).toContain('The database was used by a newer Sarafan (migration 9999_from_the_future');
    const { rows } = await owner.query('select max(number) as newest from migration');
    expect(rows).toEqual([{ newest: 9999 }]);
    await owner.end();
  });

  it('says that the user of DATABASE_URL may not make the tables, and makes none', async () => {
    const { url, database } = await createEmptyDatabase();
    const appUrl = url.replace('sarafan_owner', 'sarafan_app');
    const says =
      /^sarafan: The user of DATABASE_URL may not make the tables \(.+\): let this user own the database, or use one who does\.$/;
    expect(await refusalOf({ DATABASE_URL: appUrl })).toMatch(says);
    const owner = await database.connectAsOwner();
    await owner.query('grant usage on schema public to sarafan_app');
    expect(await refusalOf({ DATABASE_URL: appUrl })).toMatch(says);
    expect((await owner.query(`select from information_schema.tables where table_schema = 'public'`)).rowCount).toBe(0);
    await owner.end();
  });

  it('says that the database of DATABASE_URL does not answer', async () => {
    expect(await refusalOf({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })).toContain(
      'The database of DATABASE_URL cannot be used',
    );
  });

  it.each([
    ['a port there is not', 'postgres://shop:secret@127.0.0.1:99999/shop', 'it must be like postgres://user:password@host'],
    ['a # in the password', 'postgres://shop:sec#ret@127.0.0.1/shop', 'are written %23'],
    ['a % that is no character', 'postgres://shop:%FFsecret@127.0.0.1/shop', 'it must be like postgres://user:password@host'],
    ['a certificate that is not there', 'postgres://shop@127.0.0.1/shop?sslrootcert=/nonexistent.pem', "open '/nonexistent.pem'"],
  ])('says in one sentence what is wrong with a DATABASE_URL that has %s, and no password', async (_what, url, says) => {
    const refusal = await refusalOf({ DATABASE_URL: url });
    expect(refusal).toMatch(/^sarafan: DATABASE_URL cannot be read: /);
    expect(refusal).toContain(says);
    expect(refusal).not.toMatch(/secret|sec#ret/);
  });

  it('lets exactly one of two concurrent starts on a fresh directory win', async () => {
    const dataDirectory = join(createDataDirectory(), 'data');
    const runs = [runSarafan({ env: { SARAFAN_DATA: dataDirectory } }), runSarafan({ env: { SARAFAN_DATA: dataDirectory } })];
    const outcomes = runs.map(({ child, output, exited }) =>
      waitForLine(child, output).then(
        () => 'ready',
        async () => `${await exited}: ${output.stderr}`,
      ),
    );
    const settled = await Promise.all(outcomes);
    expect(settled.filter((outcome) => outcome === 'ready')).toHaveLength(1);
    expect(settled.filter((outcome) => outcome.includes('Another Sarafan already serves'))).toHaveLength(1);
    for (const run of runs) run.child.kill('SIGTERM');
    await Promise.all(runs.map((run) => run.exited));
    expect(await findPostgres(dataDirectory)).toBeUndefined();
  });
});
