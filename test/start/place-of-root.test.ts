/** Run by root in a directory closed to others the database lives under /var/lib/sarafan: whose it is must never be mistaken. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { geteuid } from 'node:process';
import { describe, expect, it } from 'vitest';
import { prepareClusterPlace } from '../../src/database/embedded/cluster-place.ts';
import { findPostmaster, stopPostmaster } from '../../src/database/embedded/postmaster.ts';
import { atFileEnd } from '../support/file-end.ts';
import { createDataDirectory, type SarafanProcess, startSarafan } from '../support/sarafan-process.ts';

const isRoot = geteuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534, isOwn: false };
const rootsOwnPlace = '/var/lib/sarafan';

/** A directory only root may enter. What its data directories put under /var/lib/sarafan goes with the test file. */
function createClosedDirectory(): string {
  const closed = createDataDirectory();
  chmodSync(closed, 0o700);
  const before = new Set(listPlaces());
  atFileEnd(async () => {
    for (const place of listPlaces()) {
      if (before.has(place) || !isOf(place, closed)) continue;
      const postmaster = await findPostmaster(join(place, 'postgres'));
      if (postmaster !== undefined) await stopPostmaster(postmaster);
      rmSync(place, { recursive: true });
    }
  });
  return closed;
}

function listPlaces(): readonly string[] {
  return existsSync(rootsOwnPlace) ? readdirSync(rootsOwnPlace).map((name) => join(rootsOwnPlace, name)) : [];
}

/** Others may use the same place meanwhile: only what names a directory of this file is its own. */
function isOf(place: string, closed: string): boolean {
  return existsSync(place) && readdirSync(place).includes('data') && readlinkSync(join(place, 'data')).startsWith(`${closed}/`);
}

function placeOf(dataDirectory: string): string {
  return dirname(readlinkSync(join(dataDirectory, 'postgres')));
}

async function startAndStop(dataDirectory: string): Promise<SarafanProcess> {
  const server = await startSarafan({ env: { SARAFAN_DATA: dataDirectory } });
  expect(await server.stop()).toBe(0);
  return server;
}

describe.runIf(isRoot)('the database of root in a directory closed to others', () => {
  it('is found again where the directory was moved, and not by a new directory of the same name', async () => {
    const closed = createClosedDirectory();
    const data = join(closed, 'data');
    const first = await startAndStop(data);
    expect(first.secretKey).toBeDefined();

    const moved = join(closed, 'moved');
    renameSync(data, moved);
    const again = await startAndStop(moved);
    expect([again.tenantId, again.secretKey]).toEqual([first.tenantId, undefined]);

    const fresh = await startAndStop(data);
    expect(fresh.secretKey).toBeDefined();
    expect(fresh.tenantId).not.toBe(first.tenantId);
    expect((await startAndStop(moved)).tenantId).toBe(first.tenantId);
  });

  it('stays, and stays unused, when its data directory is thrown away', async () => {
    const data = join(createClosedDirectory(), 'data');
    await prepareClusterPlace(data, nobody);
    const before = placeOf(data);
    writeFileSync(join(before, 'of the shop before'), '');
    rmSync(data, { recursive: true });
    const { clusterDirectory } = await prepareClusterPlace(data, nobody);
    expect(dirname(clusterDirectory)).not.toBe(before);
    expect(existsSync(join(before, 'of the shop before'))).toBe(true);
  });

  it('keeps the name that earlier versions gave it, also where the directory moves; a new directory does not take it', async () => {
    const closed = createClosedDirectory();
    const data = join(closed, 'data');
    const old = join(rootsOwnPlace, createHash('sha256').update(data).digest('hex').slice(0, 16));
    mkdirSync(join(old, 'postgres'), { recursive: true });
    mkdirSync(data);
    symlinkSync(join(old, 'postgres'), join(data, 'postgres'));
    expect((await prepareClusterPlace(data, nobody)).clusterDirectory).toBe(join(old, 'postgres'));
    const moved = join(closed, 'moved');
    renameSync(data, moved);
    expect((await prepareClusterPlace(moved, nobody)).clusterDirectory).toBe(join(old, 'postgres'));
    expect((await prepareClusterPlace(data, nobody)).clusterDirectory).not.toBe(join(old, 'postgres'));
  });

  it('is that of one directory: a copy beside it is refused, one that follows it is not', async () => {
    const closed = createClosedDirectory();
    const [data, copy] = [join(closed, 'data'), join(closed, 'copy')];
    const { clusterDirectory } = await prepareClusterPlace(data, nobody);
    cpSync(data, copy, { recursive: true, verbatimSymlinks: true });
    await expect(prepareClusterPlace(copy, nobody)).rejects.toThrow(`The data directory ${copy} is a copy of ${data}`);
    expect((await prepareClusterPlace(data, nobody)).clusterDirectory).toBe(clusterDirectory);
    rmSync(data, { recursive: true });
    expect((await prepareClusterPlace(copy, nobody)).clusterDirectory).toBe(clusterDirectory);
  });

  it('is made again after a first start that was killed between any two of its steps', async () => {
    const data = join(createClosedDirectory(), 'data');
    const whole = await prepareClusterPlace(data, nobody);
    // Killed before PostgreSQL has made anything: the same place is used.
    expect((await prepareClusterPlace(data, nobody)).clusterDirectory).toBe(whole.clusterDirectory);
    // Before the place was named in the data directory: another one is.
    unlinkSync(join(data, 'postgres'));
    const { clusterDirectory } = await prepareClusterPlace(data, nobody);
    expect(basename(dirname(clusterDirectory))).toMatch(/^[0-9a-f]{16}$/);
    expect(clusterDirectory).not.toBe(whole.clusterDirectory);
    expect(readlinkSync(join(data, 'postgres'))).toBe(clusterDirectory);
  });

  it('is one when two first starts meet', async () => {
    const data = join(createClosedDirectory(), 'data');
    const places = await Promise.all([1, 2, 3].map(() => prepareClusterPlace(data, nobody)));
    expect(new Set(places.map(({ clusterDirectory }) => clusterDirectory)).size).toBe(1);
    expect(listPlaces().filter((place) => isOf(place, dirname(data)))).toEqual([placeOf(data)]);
  });

  it('that is gone is missed, not made anew, and one that lies in the closed directory itself is named', async () => {
    const closed = createClosedDirectory();
    const data = join(closed, 'data');
    await prepareClusterPlace(data, nobody);
    const place = placeOf(data);
    rmSync(place, { recursive: true });
    await expect(prepareClusterPlace(data, nobody)).rejects.toThrow(`The database of ${data} was in ${place}, which is gone`);

    const own = join(closed, 'own');
    mkdirSync(join(own, 'postgres'), { recursive: true });
    await expect(prepareClusterPlace(own, nobody)).rejects.toThrow(`cannot enter ${own}, where the database is`);
  });
});
