/** The cabinet's door: the shop's token, codes by e-mail, sessions (ADR 0015; reliability.md 2: sessions, enumeration, throttles). */
import { beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/http/all-routes.ts';
import { saveMailSetup } from '../../src/messages/mail-setup.store.ts';
import { type CabinetShop, openCabinetShop, PAGE, program } from './cabinet-shop.ts';

const START = new Date('2026-11-20T12:00:00Z');
const SAMPLES = 200;
const later = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

describe('opening the cabinet by the shop’s token', () => {
  let shop: CabinetShop;
  let programId: string;
  beforeAll(async () => {
    shop = await openCabinetShop({ now: START });
    programId = await shop.publish(program);
    await shop.join('marina', programId, 'MARINA');
  });

  it('lets in who the shop says is there, and makes who is new', async () => {
    const cabinet = await shop.open('marina', programId);
    const home = await cabinet.get('home');
    expect(home.status, home.text).toBe(200);
    expect(home.body.code.code).toBe('MARINA');
    const fresh = await shop.open('just-signed-up', programId);
    expect((await fresh.get('home')).body.programs[0]).toMatchObject({ id: programId, status: 'none', canJoin: true });
  });

  it('says clearly what is wrong with a token', async () => {
    const good = { aud: programId, sub: 'marina' };
    const cases: readonly [string, Parameters<CabinetShop['signToken']>[0], number, string][] = [
      ['another secret', { ...good, secret: 'x'.repeat(40) }, 401, 'cabinet_token_invalid'],
      ['another algorithm', { ...good, algorithm: 'HS512' }, 401, 'cabinet_token_invalid'],
      ['no subject', { aud: programId }, 422, 'cabinet_token_incomplete'],
      ['no jti', { ...good, jti: null }, 422, 'cabinet_token_incomplete'],
      ['no audience', { sub: 'marina' }, 422, 'cabinet_token_incomplete'],
      ['several audiences', { ...good, aud: [programId, 'prg_x'] }, 422, 'cabinet_token_incomplete'],
      ['another audience', { ...good, aud: `prg_${'0'.repeat(32)}` }, 422, 'cabinet_token_audience'],
      ['what is no programme', { ...good, aud: 'cabinet' }, 422, 'cabinet_token_audience'],
      ['an hour of life', { ...good, lifeSeconds: 3600 }, 422, 'cabinet_token_long'],
      ['the past', { ...good, issuedAt: later(-30) }, 401, 'cabinet_token_expired'],
      ['the future', { ...good, issuedAt: later(30) }, 401, 'cabinet_token_early'],
    ];
    for (const [what, of, status, code] of cases) {
      const reply = await shop.knock('sessions', { token: await shop.signToken(of) }, '203.0.113.1');
      expect([reply.status, reply.body.code], what).toEqual([status, code]);
    }
    for (const token of ['x', 'a.b.c', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`]) {
      expect((await shop.knock('sessions', { token }, '203.0.113.2')).body.code).toBe('cabinet_token_invalid');
    }
  });

  it('takes each token once', async () => {
    const token = await shop.signToken({ aud: programId, sub: 'marina' });
    const both = await Promise.all([shop.knock('sessions', { token }), shop.knock('sessions', { token })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await shop.knock('sessions', { token })).body.code).toBe('cabinet_token_used');
  });

  it('takes both secrets of a rotation, and the oldest no more after the next', async () => {
    const old = shop.secret;
    const countSessions = async (): Promise<number> => (await shop.api.get('/v1/tenant/cabinet-secrets')).body.tokenSessions;
    const before = await countSessions();
    const sign = (secret: string) => shop.signToken({ aud: programId, sub: 'marina', secret });
    shop.api.clock.set(later(1));
    const second = (await shop.api.post('/v1/tenant/cabinet-secrets')).body.secret;
    expect((await shop.knock('sessions', { token: await sign(old) })).status).toBe(201);
    expect((await shop.knock('sessions', { token: await sign(second) })).status).toBe(201);
    shop.api.clock.set(later(2));
    const third = (await shop.api.post('/v1/tenant/cabinet-secrets')).body;
    expect((await shop.knock('sessions', { token: await sign(old) })).body.code).toBe('cabinet_token_invalid');
    const listed = await shop.api.get('/v1/tenant/cabinet-secrets');
    expect(listed.body.items).toHaveLength(2);
    expect(listed.body.tokenSessions, 'who would be signed out').toBe(before + 2);
    expect(listed.text).not.toContain(third.secret);
    const opened = shop.cabinetOf((await shop.knock('sessions', { token: await sign(third.secret) })).body.token);
    expect((await opened.get('home')).status).toBe(200);
    await shop.api.ask({ method: 'DELETE', url: `/v1/tenant/cabinet-secrets/${third.id}` });
    expect((await shop.knock('sessions', { token: await sign(third.secret) })).status).toBe(401);
    expect((await opened.get('home')).status, 'what was opened by tokens ends with a deleted secret').toBe(401);
    expect(await countSessions()).toBe(0);
  });

  it('slows a network that guesses', async () => {
    const token = 'a.b.c';
    let last = 0;
    for (let tries = 0; tries < 31; tries += 1) last = (await shop.knock('sessions', { token }, '198.51.100.9')).status;
    expect(last).toBe(429);
    expect((await shop.knock('sessions', { token }, '198.51.101.9')).status).toBe(401);
  });

  it('is called by our own pages only', async () => {
    const ask = (headers: Record<string, string>) =>
      shop.api.ask({ method: 'POST', url: '/v1/cabinet/sessions', key: null, headers, body: { token: 'x' } });
    expect((await ask({ ...PAGE, 'sec-fetch-site': 'cross-site' })).body.code).toBe('page_foreign');
    expect((await ask({ 'sec-fetch-site': 'same-origin' })).body.code).toBe('page_foreign');
  });
});

describe('sessions of members', () => {
  let shop: CabinetShop;
  let programId: string;
  beforeAll(async () => {
    shop = await openCabinetShop({ now: START });
    programId = await shop.publish(program);
    await shop.join('marina', programId, 'MARINA');
  });

  it('end after 30 idle days and after 90 in any case, and are kept as hashes', async () => {
    shop.api.clock.set(START);
    const cabinet = await shop.open('marina', programId);
    const stored = await shop.api.rows<{ row: string }>('select member_session::text as row from member_session');
    for (const { row } of stored) expect(row).not.toContain(cabinet.token.split('_')[2]);
    for (const day of [29, 58, 87]) {
      shop.api.clock.set(later(day * 1440));
      expect((await cabinet.get('home')).status, `day ${day}`).toBe(200);
    }
    shop.api.clock.set(later(90 * 1440));
    expect((await cabinet.get('home')).body.code).toBe('member_session_over');
    shop.api.clock.set(START);
    const idle = await shop.open('marina', programId);
    shop.api.clock.set(later(30 * 1440));
    expect((await idle.get('home')).status).toBe(401);
    shop.api.clock.set(START);
  });

  it('are listed and ended by the member', async () => {
    await shop.join('olga', programId, 'OLGA');
    const [here, there] = [await shop.open('olga', programId), await shop.open('olga', programId)];
    const { items } = (await here.get('sessions')).body;
    expect(items.map((each: { isThis: boolean }) => each.isThis).sort()).toEqual([false, true]);
    const other = items.find((each: { isThis: boolean }) => !each.isThis);
    expect((await here.send('DELETE', `sessions/${other.id}`)).status).toBe(204);
    expect((await there.get('home')).status).toBe(401);
    const stranger = await shop.open('marina', programId);
    const mine = items.find((each: { isThis: boolean }) => each.isThis);
    expect((await stranger.send('DELETE', `sessions/${mine.id}`)).status).toBe(404);
    expect((await here.send('DELETE', 'sessions/this')).status).toBe(204);
    expect((await here.get('home')).status).toBe(401);
  });

  it('open nothing of the API but the cabinet, and no key opens the cabinet', async () => {
    const cabinet = await shop.open('marina', programId);
    const routes = allRoutes(Object.create(null)).map(({ endpoint }) => endpoint);
    for (const { method, path, access } of routes) {
      const url = path.replaceAll(/\{\w+\}/g, 'x');
      if (access === 'member') {
        for (const key of [shop.api.business.secretKey, shop.api.business.publishableKey, null, `ms_${'a'.repeat(8)}_${'b'.repeat(43)}`])
          expect((await shop.api.ask({ method, url, key })).status, `${method} ${path}`).toBe(401);
      } else if (access !== 'anyone') {
        expect((await shop.api.ask({ method, url, key: cabinet.token })).status, `${method} ${path}`).toBe(401);
      }
    }
  });
});

describe('signing in by a code', () => {
  let shop: CabinetShop;
  beforeAll(async () => {
    shop = await openCabinetShop({ now: START });
    await shop.api.ask({ method: 'PUT', url: '/v1/customers/anna', body: { email: 'anna@tea.example', name: 'Анна' } });
  });

  const mailed = async (): Promise<string[]> =>
    (await shop.api.rows<{ data: string }>(`select data from mail where kind = 'sign-in-code' order by mail_id`)).map(
      ({ data }) => JSON.parse(data).code,
    );
  const door = async () => (await shop.api.ask({ method: 'GET', url: '/v1/cabinet/door', key: null })).body.ways;

  it('is offered only where mail is set up', async () => {
    expect(await door()).toEqual({ token: true, email: false, phone: false });
    expect((await shop.knock('codes', { email: 'anna@tea.example' })).status).toBe(404);
    await saveMailSetup(
      shop.api.test.database.kysely,
      shop.api.business.tenantId,
      {
        host: '127.0.0.1',
        port: 2525,
        security: 'none',
        username: null,
        password: null,
        fromName: null,
        fromAddress: 'shop@tea.example',
        replyTo: null,
      },
      START,
    );
    expect(await door()).toEqual({ token: true, email: true, phone: false });
  });

  it('lets in with the code, once, within ten minutes', async () => {
    expect((await shop.knock('codes', { email: 'Anna@tea.example' })).status).toBe(202);
    const [code = ''] = await mailed();
    expect(code).toMatch(/^\d{6}$/);
    const stored = await shop.api.rows<{ row: string }>('select sign_in_code::text as row from sign_in_code');
    expect(stored[0]?.row).not.toContain(code);
    const opened = await shop.knock('sessions/code', { email: 'anna@tea.example', code });
    expect(opened.status, opened.text).toBe(201);
    expect((await shop.cabinetOf(opened.body.token).get('home')).body.name).toBe('Анна');
    expect((await shop.knock('sessions/code', { email: 'anna@tea.example', code })).body.code).toBe('sign_in_code_wrong');
    await shop.knock('codes', { email: 'anna@tea.example' });
    shop.api.clock.set(later(10));
    const late = { email: 'anna@tea.example', code: (await mailed()).at(-1) };
    expect((await shop.knock('sessions/code', late)).body.code).toBe('sign_in_code_wrong');
    shop.api.clock.set(START);
  });

  it('takes five wrong tries, then no right one', async () => {
    await shop.knock('codes', { email: 'anna@tea.example' });
    const code = (await mailed()).at(-1) ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1)
      expect((await shop.knock('sessions/code', { email: 'anna@tea.example', code: wrong })).body.code).toBe('sign_in_code_wrong');
    expect((await shop.knock('sessions/code', { email: 'anna@tea.example', code })).body.code).toBe('sign_in_code_wrong');
  });

  it('sends an address ten codes a day, known or not, whatever was used of them, and tomorrow again (review L9)', async () => {
    await shop.api.ask({ method: 'PUT', url: '/v1/customers/vera', body: { email: 'vera@tea.example' } });
    for (const email of ['vera@tea.example', 'nobody-today@tea.example']) {
      const ask = async () => (await shop.knock('codes', { email }, '203.0.113.77')).status;
      shop.api.clock.set(later(2 * 1440));
      expect(await ask()).toBe(202);
      if (email.startsWith('vera')) {
        const entered = await shop.knock('sessions/code', { email, code: (await mailed()).at(-1) }, '203.0.113.77');
        expect(entered.status, entered.text).toBe(201);
      }
      await shop.api.rows('update sign_in_code set asked = asked + 8 where asked = 1');
      expect([await ask(), await ask()], email).toEqual([202, 429]);
      shop.api.clock.set(later(3 * 1440));
      expect(await ask(), email).toBe(202);
    }
    shop.api.clock.set(START);
  });

  it('answers at whole multiples of a moment, so that work that takes longer tells nothing either (review L8)', async () => {
    await shop.knock('codes', { email: 'slow@tea.example' }, '203.0.113.78');
    const busy = shop.api.test.database.pool.query('do $$ begin perform 1 from sign_in_code for update; perform pg_sleep(0.22); end $$');
    const from = performance.now();
    const reply = await shop.knock('codes', { email: 'slow@tea.example' }, '203.0.113.78');
    expect([reply.status, performance.now() - from >= 299]).toEqual([202, true]);
    await busy;
  });

  it('answers an address nobody has as one that is known: text, status and time', async () => {
    const time = async (email: string, address: string) => {
      const from = performance.now();
      const reply = await shop.knock('codes', { email }, address);
      return { ms: performance.now() - from, told: [reply.status, reply.text] };
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < SAMPLES / 4; round += 1) {
      await shop.api.ask({ method: 'PUT', url: `/v1/customers/known${round}`, body: { email: `known${round}@tea.example` } });
      const pair = [0, 1].flatMap((turn) => [
        time(`known${round}@tea.example`, `203.${turn}.${round}.1`).then((there) => ({ there, of: known })),
        time(`nobody${round}@tea.example`, `203.${turn}.${round}.2`).then((there) => ({ there, of: unknown })),
      ]);
      const samples = await Promise.all(pair);
      expect(new Set(samples.map(({ there }) => JSON.stringify(there.told))).size).toBe(1);
      for (const { there, of } of samples) of.push(there.ms);
    }
    expect(known.length + unknown.length).toBe(SAMPLES);
    const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(median(known) * 0.1);
    const wrong = await shop.knock('sessions/code', { email: 'nobody1@tea.example', code: '123456' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign_in_code_wrong']);
  });

  it('is throttled by account whatever the network, and by network whatever the account', async () => {
    const statuses: number[] = [];
    for (let each = 0; each < 6; each += 1)
      statuses.push((await shop.knock('codes', { email: 'victim@tea.example' }, `192.0.${each}.7`)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    let last = 0;
    for (let each = 0; each < 31; each += 1) last = (await shop.knock('codes', { email: `v${each}@tea.example` }, '192.1.0.7')).status;
    expect(last).toBe(429);
  });
});
