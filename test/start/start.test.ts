import { chmodSync, readlinkSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { geteuid } from 'node:process';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { atFileEnd } from '../support/file-end.ts';
import { createDataDirectory, startSarafan } from '../support/sarafan-process.ts';

const nobody = 65_534;
const isRoot = geteuid?.() === 0;

describe('a start', () => {
  it('prints exactly one line on stdout with --json, and logs to stderr', async () => {
    const server = await startSarafan();
    await server.stop();
    expect(server.output.stdout).toMatch(/^\{"url":"http:\/\/127\.0\.0\.1:\d+".*\}\n$/);
    expect(server.output.stderr).toContain('"msg":"ready"');
  });

  it('gives keys that work at the first start, and never again', async () => {
    const first = await startSarafan();
    const headers = { authorization: `Bearer ${first.secretKey}` };
    expect((await fetch(`${first.url}/v1/tenant`, { headers })).status).toBe(200);
    expect(first.publishableKey).toMatch(/^pk_/);
    await first.stop();
    expect(first.output.stderr).not.toContain(first.secretKey);

    const next = await startSarafan({ env: { SARAFAN_DATA: first.dataDirectory } });
    expect(next.tenantId).toBe(first.tenantId);
    expect([next.secretKey, next.publishableKey]).toEqual([undefined, undefined]);
    expect((await fetch(`${next.url}/v1/tenant`, { headers })).status).toBe(200);
    await next.stop();
  });

  it('warns while PUBLIC_URL is a loopback address, and not otherwise', async () => {
    const local = await startSarafan();
    await local.stop();
    expect(local.output.stderr).toContain('WARNING: PUBLIC_URL is http://127.0.0.1');
    const open = await startSarafan({ env: { SARAFAN_DATA: local.dataDirectory, PUBLIC_URL: 'https://friends.example' } });
    await open.stop();
    expect(open.output.stderr).not.toContain('WARNING');
  });

  it('runs on the clock of SARAFAN_TEST_CLOCK and says so', async () => {
    const server = await startSarafan({ env: { SARAFAN_TEST_CLOCK: '2031-03-30T01:50:00+03:00' } });
    await server.stop();
    expect(server.output.stderr).toContain('WARNING: The clock of this process is not real');
    expect(server.output.stderr).toMatch(/"now":"2031-03-29T22:5/);
  });

  it('works in a directory whose path is too long for a socket', async () => {
    const dataDirectory = join(createDataDirectory(), 'deep'.repeat(40));
    const server = await startSarafan({ env: { SARAFAN_DATA: dataDirectory } });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it('works in a directory whose name has what PostgreSQL would take for a list: commas and quotes', async () => {
    const dataDirectory = join(createDataDirectory(), `Лавка "Чай", ИП О'Нил`);
    const server = await startSarafan({ env: { SARAFAN_DATA: dataDirectory } });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it.runIf(isRoot)('works for an ordinary user', async () => {
    const server = await startSarafan({ uid: nobody });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it.runIf(isRoot)('works for root in a directory closed to others, keeping the database where PostgreSQL may go', async () => {
    const closed = createDataDirectory();
    const dataDirectory = join(closed, 'data');
    chmodSync(closed, 0o700);
    const server = await startSarafan({ env: { SARAFAN_DATA: dataDirectory } });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    const moved = readlinkSync(join(dataDirectory, 'postgres'));
    expect(moved).toMatch(/^\/var\/lib\/sarafan\//);
    atFileEnd(() => rmSync(dirname(moved), { recursive: true }));

    chmodSync(closed, 0o711);
    const next = await startSarafan({ env: { SARAFAN_DATA: dataDirectory } });
    expect(await next.stop()).toBe(0);
  });

  it('serves a database named by DATABASE_URL, and several servers may share it', async () => {
    const { url } = await createTestDatabase();
    const one = await startSarafan({ env: { DATABASE_URL: url } });
    const two = await startSarafan({ env: { DATABASE_URL: url } });
    expect((await fetch(`${one.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${two.url}/health/ready`)).status).toBe(200);
    expect([await one.stop(), await two.stop()]).toEqual([0, 0]);
  });

  it('works on PostgreSQL 15', async () => {
    const { url } = await createTestDatabase({ major: 15 });
    const server = await startSarafan({ env: { DATABASE_URL: url } });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});

describe('the role of the app', () => {
  it('reads and writes rows but makes no tables and does not touch the list of migrations', async () => {
    const { database } = await createTestDatabase();
    await expect(database.pool.query('create table mine (one integer)')).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('delete from migration')).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('select from migration')).resolves.toMatchObject({ command: 'SELECT' });
  });
});
