import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { Agent, get } from 'node:http';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { waitForLine, watch } from '../support/sarafan-process.ts';
import { insertCode, insertTenant, iphone } from './click-app.ts';

const rounds = 5;
const visitors = 32;

beforeAll(() => {
  const built = spawnSync(execPath, [fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url)), '--tolerate-type-errors'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
}, 120_000);

/** Opens the link over and over until the server is gone; collects the click id of every redirect received. */
async function visitUntilGone(url: string, clickIds: string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let isUp = true; isUp; ) {
    isUp = await new Promise<boolean>((resolve) => {
      const request = get(url, { agent, headers: { 'user-agent': iphone } }, (response) => {
        const clickId = /clk_([0-9a-f]{32})/.exec(response.headers.location ?? '')?.[1];
        if (clickId !== undefined) clickIds.push(clickId);
        response.resume().on('close', () => resolve(true));
      });
      request.on('error', () => resolve(false));
    });
  }
  agent.destroy();
}

describe('a server killed in the middle of its work (I-06)', () => {
  it('has stored the click of every redirect that any visitor has received', async () => {
    const test = await createTestDatabase();
    const { pool } = test.database;
    await insertCode(pool, await insertTenant(pool), 'MARINA');
    const clickIds: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const server = fileURLToPath(new URL('./click-server.mjs', import.meta.url));
      const { child, output, exited } = watch(
        spawn(execPath, [server, JSON.stringify(test.access)], { stdio: ['ignore', 'pipe', 'pipe'] }),
      );
      const { url }: { readonly url: string } = JSON.parse(await waitForLine(child, output));
      const received: string[] = [];
      const killAfter = randomInt(50, 1_500);
      const visits = Promise.all(Array.from({ length: visitors }, () => visitUntilGone(`${url}/r/MARINA`, received)));
      const watching = setInterval(() => received.length >= killAfter && child.kill('SIGKILL'), 1);
      await exited;
      clearInterval(watching);
      await visits;
      expect(received.length).toBeGreaterThanOrEqual(killAfter);
      clickIds.push(...received);
    }
    const { rows } = await pool.query('select count(*) as stored from click where click_id = any($1::uuid[]) and kind = any($2)', [
      clickIds,
      ['human', 'repeat'],
    ]);
    expect(Number(rows[0]?.stored)).toBe(new Set(clickIds).size);
    expect(new Set(clickIds).size).toBe(clickIds.length);
  }, 60_000);
});
