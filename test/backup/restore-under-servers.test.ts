/** `sarafan restore --replace` while servers work (2-11, ADR 0009): they give way for a moment and go on with what was restored. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseWireId, type TenantId } from '../../src/domain/ids.ts';
import { createTestDatabase } from '../support/database.ts';
import { atFileEnd } from '../support/file-end.ts';
import { type HttpReply, type HttpShop, makeReferrer, openHttpShop, publishProgram, rub } from '../support/http-shop.ts';
import { createDataDirectory, runSarafan, startSarafan, watch } from '../support/sarafan-process.ts';
import { referAFriend } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'sarafan-test-restore-'));
atFileEnd(() => rmSync(directory, { recursive: true, force: true }));

async function sarafan(settings: Readonly<Record<string, string>>, ...args: string[]) {
  const env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', ...settings };
  const { exited, output } = watch(spawn(execPath, [command, ...args], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] }));
  return { code: await exited, stdout: output.stdout, stderr: output.stderr };
}

function pay(shop: HttpShop, id: string, more: object = {}): Promise<HttpReply> {
  const order = { id, total: rub(100_000) };
  const event = { id: `paid-${id}`, type: 'order.paid', occurredAt: new Date().toISOString(), customer: { externalId: `of-${id}` }, order };
  return shop.post('/v1/events', { ...event, ...more });
}

function statusOf(shop: HttpShop, path: string): Promise<number> {
  return shop.ask({ method: 'GET', path }).then(({ status }) => status);
}

/** Whether anybody who comes at any moment is answered: by the server, or by the door, which says when to come again. */
async function keepAsking(url: string, stop: AbortSignal): Promise<ReadonlySet<number | 'no answer'>> {
  const seen = new Set<number | 'no answer'>();
  while (!stop.aborted) {
    const reply = await fetch(`${url}/v1/orders/o-1`).catch(() => null);
    if (reply?.status === 503) expect(reply.headers.get('retry-after')).toBe('1');
    await reply?.arrayBuffer();
    seen.add(reply?.status ?? 'no answer');
  }
  return seen;
}

function tenantOf(server: { readonly tenantId: string | undefined }): TenantId {
  const tenantId = parseWireId('ten', server.tenantId ?? '');
  if (tenantId === null) throw new Error('the ready line names the tenant');
  return tenantId;
}

describe('restore --replace while servers work (2-11)', () => {
  it('two servers of one database give way, forget what came after the backup, and go on deciding soundly', async () => {
    const test = await createTestDatabase();
    const env = { DATABASE_URL: test.url };
    const file = join(directory, 'two.gz');
    const first = await startSarafan({ env });
    const second = await startSarafan({ env });
    const { secretKey = '' } = first;
    const shops = [openHttpShop({ url: first.url, secretKey }), openHttpShop({ url: second.url, secretKey })] as const;
    const programId = await publishProgram(shops[0], referAFriend);
    await makeReferrer(shops[0], programId, 'marina');
    expect((await pay(shops[0], 'o-1')).status).toBe(200);
    expect((await sarafan(env, 'backup', file)).code).toBe(0);

    // Known to both servers by heart: orders, a code, a key, a programme that has ended.
    expect((await pay(shops[1], 'o-2')).status).toBe(200);
    await makeReferrer(shops[1], programId, 'oleg');
    const made = await shops[0].must({ method: 'POST', path: '/v1/keys', body: { name: 'later', scopes: ['read'] } });
    const later = openHttpShop({ url: second.url, secretKey: String(made.body.key) });
    expect(await statusOf(later, '/v1/orders/o-2')).toBe(200);
    await shops[1].must({ method: 'POST', path: `/v1/programs/${programId}/end`, body: {} });

    const stop = new AbortController();
    const asking = [first, second].map(({ url }) => keepAsking(url, stop.signal));
    const restored = await sarafan(env, 'restore', '--replace', file);
    expect(restored, restored.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('Every invariant holds.') });
    for (const server of [first, second])
      await expect.poll(() => server.output.stderr, { timeout: 20_000 }).toContain('the restored data are served');
    stop.abort();
    for (const seen of await Promise.all(asking)) expect([...seen].sort()).toEqual([401, 503]);

    for (const shop of shops) {
      expect([await statusOf(shop, '/v1/orders/o-1'), await statusOf(shop, '/v1/orders/o-2')]).toEqual([200, 404]);
    }
    expect(await statusOf(later, '/v1/orders/o-1')).toBe(401);
    for (const [index, shop] of shops.entries()) {
      const decided = await pay(shop, `o-3-${index}`, { attribution: { code: 'MARINA' } });
      expect(decided.body, decided.text).toMatchObject({ outcome: 'processed', attribution: { by: 'code' } });
      // Whoever was made after the backup is not there.
      const unknown = await pay(shop, `o-4-${index}`, { attribution: { code: 'OLEG' } });
      expect(unknown.body, unknown.text).toMatchObject({ outcome: 'processed', attribution: { referrerId: null } });
    }
    await expectSound({ test, tenantId: tenantOf(first) });
    expect([await first.stop(), await second.stop()]).toEqual([0, 0]);
  });

  it('the server of an embedded database does so as well, and a file that is damaged does not even interrupt it', async () => {
    const from = await startSarafan();
    const file = join(directory, 'one.gz');
    const key = { secretKey: from.secretKey ?? '' };
    expect((await pay(openHttpShop({ url: from.url, ...key }), 'o-1')).status).toBe(200);
    expect((await sarafan({ SARAFAN_DATA: from.dataDirectory }, 'backup', file)).code).toBe(0);
    await from.stop();

    // Another machine: a fresh start, whose business is thrown away for the one of the backup.
    const to = await startSarafan({ env: { SARAFAN_DATA: createDataDirectory() } });
    const settings = { SARAFAN_DATA: to.dataDirectory };
    expect(await sarafan(settings, 'restore', file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The database is not empty'),
    });
    expect(await sarafan(settings, 'restore', '--replace', command)).toMatchObject({ code: 1 });
    expect(to.output.stderr).not.toContain('gives way');
    const restored = await sarafan(settings, 'restore', '--replace', file);
    expect(restored, restored.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('Every invariant holds.') });
    await expect.poll(() => to.output.stderr, { timeout: 20_000 }).toContain('the restored data are served');
    expect(to.output.stderr).toContain(from.tenantId ?? 'no tenant');
    expect(await statusOf(openHttpShop({ url: to.url, ...key }), '/v1/orders/o-1')).toBe(200);
    expect(await statusOf(openHttpShop({ url: to.url, secretKey: to.secretKey ?? '' }), '/v1/orders/o-1')).toBe(401);
    expect(await to.stop()).toBe(0);
  });

  it('a server that waits for a restore stops when asked to, and so does one that starts meanwhile', async () => {
    const test = await createTestDatabase();
    const env = { DATABASE_URL: test.url };
    const server = await startSarafan({ env });
    const restoring = await test.database.connectAsOwner();
    await restoring.query('select pg_advisory_lock($1, $2)', [0x5a_4f, 4]);
    await expect.poll(() => server.output.stderr, { timeout: 10_000 }).toContain('gives way');
    const late = runSarafan({ env });
    const waiting = `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'sarafan owner'`;
    await expect.poll(async () => (await restoring.query(waiting)).rows[0].n, { timeout: 20_000 }).toBe(3);
    const limit = new Promise((resolve) => setTimeout(resolve, 10_000, 'still waits'));
    late.child.kill('SIGTERM');
    expect(await Promise.race([Promise.all([server.stop(), late.exited]), limit])).toEqual([0, 0]);
    await restoring.end();
  });
});
