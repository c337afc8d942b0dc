import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SarafanProcess, startSarafan, watch } from '../support/sarafan-process.ts';

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const STOPPED_WITHIN_MS = 1_000;

describe('sarafan keys, beside a running server', () => {
  let server: SarafanProcess;
  beforeAll(async () => {
    server = await startSarafan();
  });

  async function sarafan(...args: string[]): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
    const env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', SARAFAN_DATA: server.dataDirectory };
    const { exited, output } = watch(spawn(execPath, [command, ...args], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] }));
    return { code: await exited, ...output };
  }

  const statusWith = async (key: string) =>
    (await fetch(`${server.url}/v1/tenant`, { headers: { authorization: `Bearer ${key}` } })).status;

  it('makes a key that works, and revokes it within a second for the server too', async () => {
    const made = await sarafan('keys', 'create', '--name', 'Касса', '--scopes', 'read');
    expect(made.code, made.stderr).toBe(0);
    const key = made.stdout.trim();
    expect(await statusWith(key)).toBe(200);
    const id = key.split('_')[2] ?? '';
    expect((await sarafan('keys', 'list')).stdout).toMatch(new RegExp(`^${id}\tsecret\tactive\tread\tapi\t.*\tКасса$`, 'm'));
    expect((await sarafan('keys', 'revoke', id)).code).toBe(0);
    const revokedAtMs = performance.now();
    while ((await statusWith(key)) !== 401) expect(performance.now() - revokedAtMs).toBeLessThan(STOPPED_WITHIN_MS);
    expect((await sarafan('keys', 'list')).stdout).toContain(`${id}\tsecret\trevoked`);
  });

  it('says in a sentence what it cannot do', async () => {
    expect(await sarafan('keys', 'revoke', 'nosuchkey')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no key nosuchkey.'),
    });
    expect(await sarafan('keys', 'create', '--name', 'x', '--scopes', 'root')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no scope "root"'),
    });
  });
});
