import type pg from 'pg';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { RoadConnection } from '../../src/database/road-connection.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
let owner: pg.Client;
const opened: { close(): Promise<void> }[] = [];

/** A pool of so many connections, and a connection of the road in it. */
function openRoad(connectionsMax: number): { readonly pool: pg.Pool; readonly road: RoadConnection } {
  const database = openDatabase(test.access, { isPipelined: true, limits: { connectionsMax, connectTimeoutMs: 2_000 } });
  const road = new RoadConnection(database.pool);
  opened.push({
    close: async () => {
      road.release();
      await database.close();
    },
  });
  return { pool: database.pool, road };
}

const write = async (client: pg.ClientBase, word: string): Promise<void> => {
  await client.query('insert into road_word (word) values ($1)', [word]);
};
const writeAlone = (road: RoadConnection, word: string): Promise<void> =>
  road.transaction(async ({ client, begun }) => {
    await begun;
    await write(client, word);
  });
const words = async (): Promise<readonly string[]> =>
  (await owner.query<{ word: string }>('select word from road_word order by word')).rows.map(({ word }) => word);

beforeAll(async () => {
  test = await createTestDatabase();
  owner = await test.database.connectAsOwner();
  await owner.query('create table road_word (word text primary key)');
  await owner.query('grant select, insert on road_word to public');
  return () => owner.end();
});

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
  await owner.query('truncate road_word');
});

describe('the connection of a lane', () => {
  it('commits what the work has written, and keeps the connection for the next', async () => {
    const { pool, road } = openRoad(2);
    const pids: number[] = [];
    for (const word of ['one', 'two']) {
      await road.transaction(async ({ client, begun }) => {
        await begun;
        pids.push((await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0);
        await write(client, word);
      });
    }
    expect(await words()).toEqual(['one', 'two']);
    expect(new Set(pids).size).toBe(1);
    road.release();
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it('rolls everything back when a write fails, tells why, and works on', async () => {
    const { road } = openRoad(1);
    const attempt = road.transaction(async ({ client, begun }) => {
      await begun;
      await write(client, 'first');
      await write(client, 'first');
    });
    await expect(attempt).rejects.toMatchObject({ code: '23505' });
    expect(await words()).toEqual([]);
    await writeAlone(road, 'after');
    expect(await words()).toEqual(['after']);
  });

  it('rolls back when the work itself fails, also with a write still on its way, and gives the connection back', async () => {
    const { pool, road } = openRoad(1);
    const attempt = road.transaction(async ({ client, begun }) => {
      await begun;
      await write(client, 'lost');
      void write(client, 'lost too');
      throw new Error('decided otherwise');
    });
    await expect(attempt).rejects.toThrow('decided otherwise');
    expect(await words()).toEqual([]);
    expect(pool.idleCount).toBe(1);
  });

  it('does not answer for a commit that PostgreSQL turned into a rollback', async () => {
    const { road } = openRoad(1);
    const attempt = road.transaction(async ({ client, begun }) => {
      await begun;
      await write(client, 'lost');
      await client.query('select 1 / 0').catch(() => undefined);
    });
    await expect(attempt).rejects.toThrow('rolled back at its commit');
    expect(await words()).toEqual([]);
  });

  it('takes a new connection after one that was cut', async () => {
    const { road } = openRoad(1);
    const attempt = road.transaction(async ({ client, begun }) => {
      await begun;
      const pid = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
      await owner.query('select pg_terminate_backend($1)', [pid]);
      await write(client, 'cut');
    });
    await expect(attempt).rejects.toThrow();
    await writeAlone(road, 'next');
    expect(await words()).toEqual(['next']);
  });

  it('lets those who wait for a connection have it between two transactions', async () => {
    const { pool, road } = openRoad(1);
    let waiting: Promise<unknown> | undefined;
    await road.transaction(async ({ client, begun }) => {
      await begun;
      waiting = pool.query('select 1');
      await write(client, 'one');
    });
    // With the only connection kept, this would end with the pool's time for connecting.
    await expect(waiting).resolves.toMatchObject({ rowCount: 1 });
    await writeAlone(road, 'two');
    expect(await words()).toEqual(['one', 'two']);
  });
});
