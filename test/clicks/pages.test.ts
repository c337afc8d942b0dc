import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type ClickApp, insertCode, insertTenant, logAct, startClickApp, until, visit } from './click-app.ts';

describe('pages for friends', () => {
  let test: TestDatabase;
  let served: ClickApp;
  let tenantId: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    tenantId = await insertTenant(test.database.pool, { name: 'Чайная <"&>', landingUrl: null });
    await insertCode(test.database.pool, tenantId, 'МАРИНА');
    await insertCode(test.database.pool, tenantId, 'OLDCODE', 'retired');
    served = await startClickApp(test.access, { trustProxy: true });
  });

  async function open(
    code: string,
    language: string,
  ): Promise<{ readonly status: number; readonly html: string; readonly headers: Headers }> {
    const response = await visit(`${served.url}/r/${code}`, { 'accept-language': language, 'x-forwarded-for': '203.0.113.9' });
    return { status: response.status, html: await response.text(), headers: response.headers };
  }

  it.each([
    ['without a landing address', 'МАРИНА', 200, 'Вас пригласил друг', 'A friend invited you'],
    ['of an unknown code', 'NOBODY', 404, 'Такой ссылки нет', 'There is no such link'],
    ['of a retired code', 'OLDCODE', 410, 'Ссылка больше не действует', 'This link is no longer valid'],
  ])('shows the page %s in Russian and in English', async (_which, code, status, russian, english) => {
    const ru = await open(code, 'ru-RU,ru;q=0.9,en;q=0.8');
    const en = await open(code, 'de,en-GB;q=0.7,ru;q=0.3');
    expect([ru.status, en.status]).toEqual([status, status]);
    expect(ru.html).toContain(`<h1>${russian}</h1>`);
    expect(en.html).toContain(`<h1>${english}</h1>`);
    expect([ru.headers.get('content-language'), en.headers.get('content-language')]).toEqual(['ru', 'en']);
  });

  it('shows the code to copy as it was shared, and stores the click', async () => {
    const { html } = await open('Марина', 'ru');
    expect(html).toContain('>МАРИНА</output>');
    const { rows } = await test.database.pool.query(`select from click where tenant_id = $1 and kind = 'human'`, [tenantId]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('needs no script, escapes the name of the shop, and allows nothing but its own style', async () => {
    const { html, headers } = await open('МАРИНА', 'ru');
    expect(html).toContain('Чайная &lt;&quot;&amp;&gt;');
    expect(html).not.toMatch(/<script|onload|<img|<link/);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src( 'sha256-[^']+'){2}; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('counts visits that led nowhere by reason', async () => {
    await open('OLDCODE', 'ru');
    const written = await until(3_000, async () => {
      const { rows } = await test.database.pool.query(`select from click_loss where tenant_id = $1 and reason = 'code-retired'`, [
        tenantId,
      ]);
      return rows.length === 1;
    });
    expect(written).toBe(true);
  });

  it('answers 20 unknown codes in 10 minutes to one network, then 429; codes that exist still work (F11)', async () => {
    const guess = (index: number, address: string): Promise<Response> =>
      visit(`${served.url}/r/GUESS${index}`, { 'x-forwarded-for': address });
    const answered = [];
    for (let index = 0; index < 60; index += 1) answered.push((await guess(index, `198.51.100.${index}`)).status);
    expect(answered.filter((status) => status === 404)).toHaveLength(20);
    const refused = await guess(61, '198.51.100.250');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 500]).toEqual([429, true]);
    expect((await guess(62, '2001:db8:5:6::1')).status).toBe(404);
    expect((await visit(`${served.url}/r/МАРИНА`, { 'x-forwarded-for': '198.51.100.3' })).status).toBe(200);
  });
});

describe('a code whose owner no longer takes part', () => {
  it('shows the paused page within two seconds of the act, and redirects again when it ends', async () => {
    const test = await createTestDatabase();
    const { pool } = test.database;
    const tenantId = await insertTenant(pool);
    const marina = await insertCode(pool, tenantId, 'MARINA');
    const oleg = await insertCode(pool, tenantId, 'OLEG');
    await insertLiveProgram(pool, tenantId, [marina.customerId, oleg.customerId]);
    const served = await startClickApp(test.access);
    const statusOf = async (code: string): Promise<number> => (await visit(`${served.url}/r/${code}`)).status;
    const changes = async (code: string, status: number): Promise<boolean> => until(2_000, async () => (await statusOf(code)) === status);
    expect([await statusOf('MARINA'), await statusOf('OLEG')]).toEqual([302, 302]);

    await pool.query(`update membership set status = 'blocked' where tenant_id = $1 and customer_id = $2`, [tenantId, marina.customerId]);
    await logAct(pool, tenantId, 'membership.changed', marina.customerId);
    expect(await changes('MARINA', 200)).toBe(true);
    expect(await statusOf('OLEG')).toBe(302);

    await pool.query(`update program set pauses = '[{"from":"2026-01-01T00:00:00.000Z","until":null}]' where tenant_id = $1`, [tenantId]);
    await logAct(pool, tenantId, 'program.paused', null);
    expect(await changes('OLEG', 200)).toBe(true);
    expect(await (await visit(`${served.url}/r/OLEG`, { 'accept-language': 'ru' })).text()).toContain('href="https://shop.example/"');

    await pool.query(
      `update program set pauses = '[{"from":"2026-01-01T00:00:00.000Z","until":"2026-01-02T00:00:00.000Z"}]' where tenant_id = $1`,
      [tenantId],
    );
    await logAct(pool, tenantId, 'program.resumed', null);
    expect(await changes('OLEG', 302)).toBe(true);

    await pool.query(`update code set status = 'retired' where tenant_id = $1 and code_id = $2`, [tenantId, oleg.codeId]);
    await logAct(pool, tenantId, 'code.retired', oleg.customerId);
    expect(await changes('OLEG', 410)).toBe(true);
  });
});

async function insertLiveProgram(pool: TestDatabase['database']['pool'], tenantId: string, members: readonly string[]): Promise<void> {
  const programId = randomUUID();
  await pool.query('insert into program (tenant_id, program_id, created_at) values ($1, $2, clock_timestamp())', [tenantId, programId]);
  await pool.query(
    `insert into program_version (tenant_id, program_id, version_id, number, status, effective_from, parsed, created_at)
     values ($1, $2, $3, 1, 'published', '2020-01-01T00:00:00Z', '{}', clock_timestamp())`,
    [tenantId, programId, randomUUID()],
  );
  for (const customerId of members) {
    await pool.query(
      `insert into membership (tenant_id, membership_id, program_id, customer_id, status) values ($1, $2, $3, $4, 'active')`,
      [tenantId, randomUUID(), programId, customerId],
    );
  }
}
