import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDataDirectory, findPostgres, runSarafan, startSarafan, waitForLine, watch } from '../support/sarafan-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('an end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s ends PostgreSQL too, and the exit code is 0', async (signal) => {
    const server = await startSarafan();
    expect(await findPostgres(server.dataDirectory)).toBeTypeOf('number');
    expect(await server.stop(signal)).toBe(0);
    expect(await findPostgres(server.dataDirectory)).toBeUndefined();
  });

  it('by Ctrl-C in the terminal of npm start ends npm, the server and PostgreSQL', async () => {
    const dataDirectory = createDataDirectory();
    const npm = watch(
      spawn('npm', ['start', '--', '--json'], {
        cwd: root,
        env: { PATH: process.env['PATH'], HOME: dataDirectory, PORT: '0', SARAFAN_DATA: dataDirectory },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      }),
    );
    await waitForLine(npm.child, npm.output);
    const postgres = await findPostgres(dataDirectory);
    expect(postgres).toBeTypeOf('number');
    // A terminal signals the whole foreground process group, npm, shell and server alike.
    process.kill(-Number(npm.child.pid), 'SIGINT');
    await npm.exited;
    expect(npm.output.stderr).toContain('"msg":"stopped"');
    expect(await findPostgres(dataDirectory)).toBeUndefined();
  });

  it('by SIGTERM to npm alone reaches the server', async () => {
    const dataDirectory = createDataDirectory();
    const npm = watch(
      spawn('npm', ['start', '--', '--json'], {
        cwd: root,
        env: { PATH: process.env['PATH'], HOME: dataDirectory, PORT: '0', SARAFAN_DATA: dataDirectory },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    await waitForLine(npm.child, npm.output);
    npm.child.kill('SIGTERM');
    await npm.exited;
    expect(npm.output.stderr).toContain('"msg":"stopped"');
    expect(await findPostgres(dataDirectory)).toBeUndefined();
  });

  it('is no matter of who reads the log: with nobody left to read it the server serves on, and ends as asked', async () => {
    const { child, output, exited } = runSarafan();
    // Closed before the first line of the log, as by `npm start 2>&1 | head -1`.
    child.stderr?.destroy();
    const { url } = JSON.parse(await waitForLine(child, output)) as { readonly url: string };
    child.stdout?.destroy();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
  });

  it('by kill -9 leaves PostgreSQL running, and the next start takes it over', async () => {
    const killed = await startSarafan();
    const postgres = await findPostgres(killed.dataDirectory);
    await killed.kill();
    expect(await findPostgres(killed.dataDirectory)).toBe(postgres);
    const next = await startSarafan({ env: { SARAFAN_DATA: killed.dataDirectory } });
    expect((await fetch(`${next.url}/health/ready`)).status).toBe(200);
    expect(await next.stop()).toBe(0);
    expect(await findPostgres(killed.dataDirectory)).toBeUndefined();
  });

  it('of PostgreSQL by kill -9 is answered by starting it again, without a restart of the server', async () => {
    const server = await startSarafan();
    const postgres = await findPostgres(server.dataDirectory);
    process.kill(Number(postgres), 'SIGKILL');
    await expect.poll(() => findPostgres(server.dataDirectory), { timeout: 15_000 }).not.toBe(postgres);
    await expect.poll(async () => (await fetch(`${server.url}/health/ready`)).status, { timeout: 15_000 }).toBe(200);
    expect(await server.stop()).toBe(0);
    expect(await findPostgres(server.dataDirectory)).toBeUndefined();
  });
});
