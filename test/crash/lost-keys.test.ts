import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createDataDirectory, runSarafan, startSarafan, watch } from '../support/sarafan-process.ts';
import { crashLimitMs } from './crash-site.ts';

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Runs the command beside whatever serves the data directory, or alone. */
async function makeKey(dataDirectory: string, ...args: string[]): Promise<string> {
  const env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', SARAFAN_DATA: dataDirectory };
  const { exited, output } = watch(
    spawn(execPath, [command, 'keys', 'create', ...args], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  expect(await exited, output.stderr).toBe(0);
  return output.stdout.trim();
}

it(
  'a first start killed before it could show its keys: sarafan keys create makes others, and the server works with them',
  async () => {
    const dataDirectory = createDataDirectory();
    const { exited, output } = runSarafan({ env: { SARAFAN_DATA: dataDirectory, FAULT_POINT: 'before-keys-shown' } });
    expect(await exited, output.stderr).toBeNull();
    expect(output.stdout).toBe('');
    const secret = await makeKey(dataDirectory, '--name', 'owner', '--scopes', 'read,write,staff,admin');
    const server = await startSarafan({ env: { SARAFAN_DATA: dataDirectory } });
    expect(server.secretKey).toBeUndefined();
    const publishable = await makeKey(dataDirectory, '--name', 'pages', '--publishable');
    const ask = (path: string, key: string, body?: object): Promise<Response> =>
      fetch(`${server.url}${path}`, {
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
    expect((await ask('/v1/keys', secret)).status).toBe(200);
    expect((await ask('/v1/claims', publishable, { code: 'NOBODY', email: 'a@example.com' })).status).toBe(202);
    expect(await server.stop()).toBe(0);
  },
  crashLimitMs,
);
