import { describe, expect, it } from 'vitest';
import { findClickCounts } from '../../src/clicks/find-click-counts.ts';
import { startClockAt } from '../../src/clock.ts';
import { createTestDatabase } from '../support/database.ts';
import { type GateState, openDatabaseGate } from '../support/database-gate.ts';
import { clickIdOf, findClick, insertCode, insertTenant, startClickApp, until, visit } from './click-app.ts';

const answerLimitMs = 250;
const day = '2026-11-22';

/** An app that has served a code once, and the gate to its database. */
async function startBehindGate() {
  const test = await createTestDatabase();
  const { pool } = test.database;
  const tenantId = await insertTenant(pool);
  await insertCode(pool, tenantId, 'MARINA');
  await insertCode(pool, tenantId, 'NEVERCLICKED');
  const gate = await openDatabaseGate(test.access);
  const served = await startClickApp(gate.access, { clock: startClockAt(new Date(`${day}T10:00:00Z`)) });
  expect(await until(5_000, async () => served.clicks.loader.isWarm)).toBe(true);
  expect((await visit(`${served.url}/r/MARINA`)).status).toBe(302);
  return { pool, tenantId, gate, served };
}

async function timed(url: string): Promise<{ readonly response: Response; readonly tookMs: number }> {
  const startedMs = performance.now();
  const response = await visit(url);
  return { response, tookMs: performance.now() - startedMs };
}

describe.each<GateState>(['refusing', 'silent'])('while the database is %s', (outage) => {
  it('redirects from memory within 250 ms, also codes nobody has clicked yet, and counts and shows what was lost', async () => {
    const { pool, tenantId, gate, served } = await startBehindGate();
    gate.set(outage);
    const answers = [];
    for (let visits = 0; visits < 15; visits += 1) {
      answers.push(await timed(`${served.url}/r/MARINA`), await timed(`${served.url}/r/NEVERCLICKED`));
    }
    expect(answers.map(({ response }) => response.headers.get('location')?.split('?')[0])).toEqual(
      answers.map(() => 'https://shop.example/'),
    );
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThanOrEqual(answerLimitMs);
    expect(await until(4_000, async () => served.clicks.losses.total.database === answers.length)).toBe(true);
    expect(await served.registry.metrics()).toContain(`sarafan_clicks_lost_total{reason="database"} ${answers.length}`);
    expect(await served.registry.metrics()).toContain('sarafan_clicks_database_away 1');
    expect(served.troubles.some((message) => message.includes('counted as lost'))).toBe(true);

    gate.set('open');
    const question = { tenantId, timeZone: 'UTC', firstDay: day, lastDay: day };
    expect(await until(8_000, async () => (await findClickCounts(pool, question))[0]?.lost.database === answers.length)).toBe(true);
    const clickId = clickIdOf(await visit(`${served.url}/r/MARINA`));
    expect(await findClick(pool, clickId ?? '')).toBeDefined();
    expect(served.troubles).toContain('links: clicks are stored again');
  });

  it('shows a friendly page within 250 ms for a code that is not in memory', async () => {
    const { gate, served } = await startBehindGate();
    gate.set(outage);
    for (let visits = 0; visits < 5; visits += 1) {
      const { response, tookMs } = await timed(`${served.url}/r/UNHEARD${visits}`);
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
      expect(tookMs).toBeLessThanOrEqual(answerLimitMs);
    }
  });
});

describe.each<GateState>(['refusing', 'silent'])('our own page while the database is %s', (outage) => {
  it('is shown from memory within 250 ms, from the first visit of the outage on', async () => {
    const test = await createTestDatabase();
    const { pool } = test.database;
    const tenantId = await insertTenant(pool, { landingUrl: null, name: 'Чайная' });
    await insertCode(pool, tenantId, 'MARINA');
    await insertCode(pool, tenantId, 'OLDCODE', 'retired');
    const gate = await openDatabaseGate(test.access);
    const served = await startClickApp(gate.access, { hasPages: true });
    expect(await until(5_000, async () => served.clicks.loader.isWarm)).toBe(true);
    for (const code of ['MARINA', 'OLDCODE']) expect(await (await visit(`${served.url}/r/${code}`)).text()).toContain('Чайная');
    gate.set(outage);
    const answers: { readonly code: string; readonly response: Response; readonly tookMs: number }[] = [];
    for (let visits = 0; visits < 6; visits += 1)
      for (const code of ['MARINA', 'OLDCODE', 'NOBODY']) answers.push({ code, ...(await timed(`${served.url}/r/${code}`)) });
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThanOrEqual(answerLimitMs);
    const statuses = (of: string) => new Set(answers.filter(({ code }) => code === of).map(({ response }) => response.status));
    expect([statuses('MARINA'), statuses('OLDCODE'), statuses('NOBODY')]).toEqual([new Set([200]), new Set([410]), new Set([503])]);
  });
});

describe('a database that is slow but there', () => {
  it('lets the friend go in time and stores the click all the same', async () => {
    const { pool, served } = await startBehindGate();
    const blocker = await pool.connect();
    await blocker.query('begin');
    await blocker.query('lock table click in share row exclusive mode');
    const { response, tookMs } = await timed(`${served.url}/r/MARINA`);
    expect(tookMs).toBeLessThanOrEqual(answerLimitMs);
    await blocker.query('rollback');
    blocker.release();
    expect(await until(3_000, async () => (await findClick(pool, clickIdOf(response) ?? '')) !== undefined)).toBe(true);
    expect(await until(1_000, async () => served.clicks.writer.lateCount === 1)).toBe(true);
    expect(served.clicks.losses.total.database).toBe(0);
  });
});

describe('a business made since the last look', () => {
  it('is not said to be unknown while the database has not told of it', async () => {
    const test = await createTestDatabase();
    const { pool } = test.database;
    const gate = await openDatabaseGate(test.access);
    const served = await startClickApp(gate.access);
    expect((await visit(`${served.url}/r/MARINA`)).status).toBe(404);
    await insertCode(pool, await insertTenant(pool), 'MARINA');
    // Not before a visit makes it look again.
    await new Promise((resolve) => setTimeout(resolve, 200));
    gate.set('silent');
    const { response, tookMs } = await timed(`${served.url}/r/MARINA`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(tookMs).toBeLessThanOrEqual(answerLimitMs);
    gate.set('open');
    expect(await until(8_000, async () => (await visit(`${served.url}/r/MARINA`)).status === 302)).toBe(true);
  });
});

describe('a start without a database', () => {
  it('shows a friendly page, and serves links once the database is there', async () => {
    const test = await createTestDatabase();
    await insertCode(test.database.pool, await insertTenant(test.database.pool), 'MARINA');
    const gate = await openDatabaseGate(test.access);
    gate.set('refusing');
    const served = await startClickApp(gate.access);
    expect((await visit(`${served.url}/r/MARINA`)).status).toBe(503);
    gate.set('open');
    expect(await until(5_000, async () => (await visit(`${served.url}/r/MARINA`)).status === 302)).toBe(true);
  });
});
