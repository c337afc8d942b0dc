import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { geteuid } from 'node:process';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { createDataDirectory, findPostgres, runSarafan, startSarafan, waitForLine } from '../support/sarafan-process.ts';

const nobody = 65_534;
const isRoot = geteuid?.() === 0;

interface SmallDisk {
  resizeMegabytes(size: number): void;
  unmount(): void;
}

/** A file system of a few megabytes in memory; undefined where this root may not mount one. */
function mountSmallDisk(directory: string, megabytes: number): SmallDisk | undefined {
  const mount = (options: string): number | null => spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory]).status;
  if (mount(`size=${megabytes}m,mode=0711`) !== 0) return undefined;
  return {
    resizeMegabytes: (size) => void mount(`remount,size=${size}m`),
    unmount: () => void spawnSync('umount', [directory]),
  };
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
  async function refusalOf(env: Readonly<Record<string, string>>, uid?: number): Promise<string> {
    const { output, exited } = runSarafan({ env, ...(uid === undefined ? {} : { uid }) });
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
    const said = await refusalOf({ SARAFAN_DATA: join(locked, 'data') }, isRoot ? nobody : undefined);
    expect(said).toContain('cannot be used: permission denied. Mend that, or set SARAFAN_DATA to another directory.');
  });

  it.runIf(isRoot)('says that the disk is full, at a first start and at a later one, and starts when there is space again', async () => {
    const mount = createDataDirectory();
    const env = { SARAFAN_DATA: join(mount, 'data') };
    const disk = mountSmallDisk(mount, 20);
    if (disk === undefined) return;
    expect(await refusalOf(env)).toContain('the disk is full');
    disk.resizeMegabytes(80);
    await (await startSarafan({ env })).stop();
    writeUntilFull(join(mount, 'filler'));
    expect(await refusalOf(env)).toContain('the disk is full');
    rmSync(join(mount, 'filler'));
    expect(await (await startSarafan({ env })).stop()).toBe(0);
    disk.unmount();
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

  it('says that the database of DATABASE_URL does not answer', async () => {
    expect(await refusalOf({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })).toContain(
      'The database of DATABASE_URL cannot be used',
    );
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
