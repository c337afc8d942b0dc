/** The console's door: setup, sign-in, codes, sessions, roles, foreign pages, throttles (reliability.md 2: sessions, passwords, CSRF, enumeration). */
import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { Passwords } from '../../src/staff/password.ts';
import { setInvite, setSetupToken, updateStaff } from '../../src/staff/staff.store.ts';
import { type Api, openApi, type Question, type Reply } from '../support/api.ts';
import { signIn } from '../support/console.ts';

const PASSWORD = 'медовый чай на закате';
const PAGE = { 'x-sarafan-console': '1', 'sec-fetch-site': 'same-origin' };

describe('signing in to the console', () => {
  let api: Api;
  let owner: string;

  const ask = (question: Omit<Question, 'key'>, cookie: string | null = null): Promise<Reply> =>
    api.ask({ ...question, key: null, headers: { ...PAGE, ...question.headers, ...(cookie === null ? {} : { cookie }) } });
  const post = (url: string, body: unknown, cookie: string | null = null) => ask({ method: 'POST', url, body }, cookie);
  const get = (url: string, cookie: string) => ask({ method: 'GET', url }, cookie);
  const cookieOf = (reply: Reply): string => String(reply.headers['set-cookie']).split(';')[0] ?? '';

  beforeAll(async () => {
    api = await openApi();
    await setSetupToken(api.test.database.kysely, api.business.tenantId, 'printed-at-first-start');
    const wrong = await post('/v1/console/setup', { token: 'guessed', email: 'olga@tea.example', password: PASSWORD, name: 'Ольга' });
    expect([wrong.status, wrong.body.code]).toEqual([410, 'link_over']);
    const made = await post('/v1/console/setup', {
      token: 'printed-at-first-start',
      email: 'Olga@tea.example',
      password: PASSWORD,
      name: 'Ольга',
    });
    expect(made.status, made.text).toBe(201);
    owner = cookieOf(made);
  });

  it('makes one owner, once, with a cookie no page can read', async () => {
    const again = await post('/v1/console/setup', {
      token: 'printed-at-first-start',
      email: 'eve@x.example',
      password: PASSWORD,
      name: 'Ева',
    });
    expect([again.status, again.body.code]).toEqual([409, 'setup_done']);
    const entered = await post('/v1/console/sign-in', { email: 'olga@tea.example', password: PASSWORD });
    expect(entered.headers['set-cookie']).toMatch(/^__Host-sarafan=[^;]+; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect((await get('/v1/console/me', cookieOf(entered))).body).toMatchObject({
      email: 'olga@tea.example',
      role: 'owner',
      name: 'Ольга',
    });
    expect(cookieOf(entered)).not.toBe(owner);
    const stored = await api.rows<{ password_hash: string }>('select password_hash from staff');
    expect(stored[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('answers a wrong password and a wrong address alike', async () => {
    const bodies = [];
    for (const given of [
      { email: 'olga@tea.example', password: 'не тот пароль совсем' },
      { email: 'nobody@tea.example', password: PASSWORD },
    ]) {
      const reply = await post('/v1/console/sign-in', given);
      expect(reply.status).toBe(401);
      bodies.push({ ...reply.body, instance: null });
    }
    expect(bodies[0]).toEqual(bodies[1]);
  });

  it('refuses weak passwords by name', async () => {
    for (const newPassword of ['короткий', 'aaaaaaaaaaaaaa', 'password123456', 'x'.repeat(129)]) {
      const reply = await ask({ method: 'PATCH', url: '/v1/console/me', body: { newPassword, currentPassword: PASSWORD } }, owner);
      expect([reply.status, reply.body.code], newPassword).toEqual([422, 'password_weak']);
    }
  });

  it('takes changes from its own pages only', async () => {
    const change = { method: 'PATCH', url: '/v1/console/me', body: { name: 'Ева' } } as const;
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'x-sarafan-console': '' },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
    ]) {
      const sent: Record<string, string> = { ...PAGE, cookie: owner, ...headers };
      for (const [name, value] of Object.entries(sent)) if (value === '') delete sent[name];
      const reply = await api.ask({ ...change, key: null, headers: sent });
      expect([reply.status, reply.body.code], JSON.stringify(headers)).toEqual([403, 'page_foreign']);
    }
    expect((await get('/v1/console/me', owner)).body.name).toBe('Ольга');
  });

  it('asks for a code once an app is confirmed, and takes each code once', async () => {
    const started = await post('/v1/console/totp', { password: PASSWORD }, owner);
    const app = new TOTP({ secret: started.body.secret });
    const codeAt = (shift: number) => app.generate({ timestamp: api.clock.now().getTime() + shift });
    expect((await post('/v1/console/totp/confirm', { code: '000000' }, owner)).body.code).toBe('totp_wrong');
    expect((await post('/v1/console/totp/confirm', { code: codeAt(0) }, owner)).body.hasTotp).toBe(true);
    const first = { email: 'olga@tea.example', password: PASSWORD };
    expect((await post('/v1/console/sign-in', first)).body.code).toBe('totp_needed');
    expect((await post('/v1/console/sign-in', { ...first, code: codeAt(0) })).body.code).toBe('totp_wrong');
    expect((await post('/v1/console/sign-in', { ...first, code: codeAt(30_000) })).status).toBe(200);
    expect((await post('/v1/console/sign-in', { ...first, code: codeAt(30_000) })).body.code).toBe('totp_wrong');
    expect((await post('/v1/console/totp/remove', { password: PASSWORD }, owner)).body.hasTotp).toBe(false);
  });

  it('keeps the app in force while another is being set up, and asks a link for its code (review M2, M3)', async () => {
    const started = await post('/v1/console/totp', { password: PASSWORD }, owner);
    const app = new TOTP({ secret: started.body.secret });
    const codeAt = (shift: number) => app.generate({ timestamp: api.clock.now().getTime() + shift });
    api.clock.set(new Date(api.clock.now().getTime() + 120_000));
    expect((await post('/v1/console/totp/confirm', { code: codeAt(0) }, owner)).body.hasTotp).toBe(true);
    await post('/v1/console/totp', { password: PASSWORD }, owner);
    expect((await post('/v1/console/sign-in', { email: 'olga@tea.example', password: PASSWORD })).body.code).toBe('totp_needed');

    const { kysely } = api.test.database;
    const { tenantId } = api.business;
    const [self] = (await get('/v1/staff', owner)).body.items;
    const link = { token: 'sent-by-mail', expiresAt: new Date(api.clock.now().getTime() + 60_000) };
    await setInvite(kysely, tenantId, self.id, link);
    const given = { token: link.token, password: PASSWORD };
    expect((await post('/v1/console/accept-invite', given)).body.code).toBe('totp_needed');
    expect((await post('/v1/console/accept-invite', { ...given, code: '000000' })).body.code).toBe('totp_wrong');
    expect((await get('/v1/console/me', owner)).status).toBe(200);
    const entered = await post('/v1/console/accept-invite', { ...given, code: codeAt(30_000) });
    expect(entered.status, entered.text).toBe(200);
    expect((await get('/v1/console/me', owner)).status).toBe(401);
    owner = cookieOf(entered);
    const { items } = (await get('/v1/audit?limit=3', owner)).body;
    expect(items.map((each: { act: string }) => each.act)).toContain('password-set-by-link');
    expect((await post('/v1/console/totp/remove', { password: PASSWORD }, owner)).body.hasTotp).toBe(false);
  });

  it('counts guesses of a password behind a session that is open', async () => {
    const guest = await signIn(api, 'support');
    await updateStaff(api.test.database.kysely, api.business.tenantId, guest.id, { passwordHash: await new Passwords().hash(PASSWORD) });
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1)
      statuses.push((await guest.send('POST', '/v1/console/totp', { password: `догадка ${guess}` })).status);
    expect(statuses.slice(-2)).toEqual([401, 429]);
  });

  it('lets nobody lock the invitations of all: guessed links count by network (review M4)', async () => {
    const guess = (network: number) =>
      ask({
        method: 'POST',
        url: '/v1/console/accept-invite',
        body: { token: 'guessed', password: PASSWORD },
        remoteAddress: `10.77.${network}.1`,
      });
    const statuses: number[] = [];
    for (let network = 0; network < 15; network += 1) statuses.push((await guess(network)).status);
    expect(new Set(statuses)).toEqual(new Set([410]));
    for (let more = 0; more < 30; more += 1) await guess(0);
    expect((await guess(0)).status).toBe(429);
    expect((await guess(99)).status).toBe(410);
  });

  it('lets a person end their other sessions, and ends them with a new password', async () => {
    const other = cookieOf(await post('/v1/console/sign-in', { email: 'olga@tea.example', password: PASSWORD }));
    const listed = (await get('/v1/console/sessions', owner)).body.items;
    expect(listed.filter((each: { isThis: boolean }) => each.isThis)).toHaveLength(1);
    expect((await get('/v1/console/me', other)).status).toBe(200);
    const changed = await ask(
      { method: 'PATCH', url: '/v1/console/me', body: { newPassword: `${PASSWORD} снова`, currentPassword: PASSWORD } },
      owner,
    );
    expect(changed.status, changed.text).toBe(200);
    expect((await get('/v1/console/me', other)).status).toBe(401);
    expect((await get('/v1/console/me', owner)).status).toBe(200);
  });

  it('ends a session after 30 idle minutes and after 12 hours at most', async () => {
    const start = api.clock.now();
    const cookie = cookieOf(await post('/v1/console/sign-in', { email: 'olga@tea.example', password: `${PASSWORD} снова` }));
    for (let minutes = 29; minutes < 12 * 60; minutes += 29) {
      api.clock.set(new Date(start.getTime() + minutes * 60_000));
      expect((await get('/v1/console/me', cookie)).status, `${minutes} min`).toBe(200);
    }
    api.clock.set(new Date(start.getTime() + 12 * 3_600_000));
    expect((await get('/v1/console/me', cookie)).status).toBe(401);
    const next = cookieOf(await post('/v1/console/sign-in', { email: 'olga@tea.example', password: `${PASSWORD} снова` }));
    api.clock.set(new Date(api.clock.now().getTime() + 30 * 60_000));
    expect((await get('/v1/console/me', next)).status).toBe(401);
    owner = cookieOf(await post('/v1/console/sign-in', { email: 'olga@tea.example', password: `${PASSWORD} снова` }));
  });

  it('invites people with a role: a marketer edits programmes and sees no keys, and loses it at once', async () => {
    const invited = await post('/v1/staff', { email: 'max@tea.example', name: 'Максим', role: 'marketer' }, owner);
    expect(invited.status, invited.text).toBe(201);
    const token = invited.body.link.split('/').at(-1);
    const entered = await post('/v1/console/accept-invite', { token, password: 'рыжий кот на подоконнике' });
    expect(entered.status, entered.text).toBe(200);
    expect((await post('/v1/console/accept-invite', { token, password: 'рыжий кот на подоконнике' })).body.code).toBe('link_over');
    const max = cookieOf(entered);
    expect((await get('/v1/programs', max)).status).toBe(200);
    expect((await get('/v1/keys', max)).status).toBe(403);
    expect((await get('/v1/payouts/register', max)).status).toBe(403);
    expect((await post('/v1/staff', { email: 'eve@tea.example', name: 'Ева', role: 'owner' }, max)).status).toBe(403);
    const { id } = invited.body.staff;
    expect((await ask({ method: 'PATCH', url: `/v1/staff/${id}`, body: { disabled: true } }, owner)).status).toBe(200);
    expect((await get('/v1/programs', max)).status).toBe(401);
  });

  it('never loses its last owner', async () => {
    const [self] = (await get('/v1/staff', owner)).body.items;
    const reply = await ask({ method: 'PATCH', url: `/v1/staff/${self.id}`, body: { role: 'readOnly' } }, owner);
    expect([reply.status, reply.body.code]).toEqual([409, 'last_owner']);
  });

  it('signs acts with who did them, whatever the page says', async () => {
    await api.ask({ method: 'PUT', url: '/v1/customers/anna', body: {} });
    const adjusted = await post(
      '/v1/customers/anna/adjustments',
      { amount: { amountMinor: '100', currency: 'RUB' }, reason: 'подарок', actor: 'somebody else' },
      owner,
    );
    expect(adjusted.status, adjusted.text).toBeLessThan(300);
    const [self] = (await get('/v1/staff', owner)).body.items;
    const rows = await api.rows<{ body: string }>(`select body from event where type = 'adjustment.posted'`);
    expect(rows[0]?.body).toContain(`staff:${self.id}`);
  });

  it('keeps an audit chain that names each change', async () => {
    const { items } = (await get('/v1/audit?limit=200', owner)).body;
    expect(items.map((each: { act: string }) => each.act)).toEqual(
      expect.arrayContaining(['owner-made', 'signed-in', 'totp-added', 'password-changed', 'staff-invited', 'staff-changed']),
    );
    await expect(api.rows('delete from audit_entry')).rejects.toThrow(/permission denied/);
  });

  it('slows down guessing on one account, from whatever addresses', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 14; guess += 1) {
      const reply = await ask({
        method: 'POST',
        url: '/v1/console/sign-in',
        body: { email: 'max@tea.example', password: `guess number ${guess}` },
        remoteAddress: `10.${guess}.0.1`,
      });
      statuses.push(reply.status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses.slice(10)).toEqual(Array.from({ length: 4 }, () => 429));
  });
});
