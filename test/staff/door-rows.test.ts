/** Rows of reliability.md section 2 at the console's door: cookies, CSRF, headers, proxies, enumeration, re-authentication, logs (issue 4, section 7). */
import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { allRoutes } from '../../src/http/all-routes.ts';
import { Passwords } from '../../src/staff/password.ts';
import { insertStaff, setInvite, setSetupToken, updateStaff } from '../../src/staff/staff.store.ts';
import { type Api, openApi, type Question, type Reply } from '../support/api.ts';
import { type Staff, signIn } from '../support/console.ts';
import { buildOnce } from '../support/sarafan-process.ts';

const PASSWORD = 'медовый чай на закате';
const PAGE = { 'x-sarafan-console': '1', 'sec-fetch-site': 'same-origin' };
const PROXY = '10.9.9.9';
const COOKIE = /^__Host-sarafan=[a-z0-9]{4,32}\.[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/;
let api: Api;
let hash: string;
let networks = 0;

beforeAll(async () => {
  buildOnce();
  api = await openApi({ publicUrl: 'https://friends.tea.example', trustProxy: [`${PROXY}/32`] });
  hash = await new Passwords().hash(PASSWORD);
});

function nextNetwork(): string {
  networks += 1;
  return `172.${16 + Math.floor(networks / 250)}.${networks % 250}.7`;
}

const post = (path: string, body: object, more: Partial<Question> = {}): Promise<Reply> =>
  api.ask({
    method: 'POST',
    url: `/v1/console/${path}`,
    key: null,
    body,
    remoteAddress: nextNetwork(),
    ...more,
    headers: { ...PAGE, ...more.headers },
  });

interface Person {
  readonly id: string;
  readonly email: string;
}

async function addPerson(more: { readonly passwordHash?: string | null; readonly isDisabled?: true } = {}): Promise<Person> {
  const { kysely } = api.test.database;
  const { tenantId } = api.business;
  const id = randomUUID();
  const email = `${id}@tea.example`;
  const passwordHash = more.passwordHash === undefined ? hash : more.passwordHash;
  await insertStaff(kysely, tenantId, {
    id,
    email,
    name: 'Света',
    role: 'support',
    locale: 'ru',
    passwordHash,
    createdAt: api.clock.now(),
    invite: null,
  });
  if (more.isDisabled === true) await updateStaff(kysely, tenantId, id, { disabledAt: api.clock.now() });
  return { id, email };
}

async function addTotp(cookie: string): Promise<TOTP> {
  const started = await post('totp', { password: PASSWORD }, { headers: { cookie } });
  const app = new TOTP({ secret: started.body.secret });
  const done = await post('totp/confirm', { code: codeOf(app, 0) }, { headers: { cookie } });
  expect(done.status, done.text).toBe(200);
  return app;
}

const codeOf = (app: TOTP, shift: number): string => app.generate({ timestamp: api.clock.now().getTime() + shift });
const cookieOf = (reply: Reply): string => String(reply.headers['set-cookie']).split(';')[0] ?? '';

async function enter(email: string): Promise<string> {
  const reply = await post('sign-in', { email, password: PASSWORD });
  expect(reply.status, reply.text).toBe(200);
  return cookieOf(reply);
}

describe('who may not come in', () => {
  it('is told the same whatever the reason: text, status and headers', async () => {
    const known = await addPerson();
    const disabled = await addPerson({ isDisabled: true });
    const invited = await addPerson({ passwordHash: null });
    const answers = [];
    for (const given of [
      { email: known.email, password: 'не тот пароль совсем' },
      { email: 'nobody@tea.example', password: PASSWORD },
      { email: disabled.email, password: PASSWORD },
      { email: disabled.email, password: 'не тот пароль совсем' },
      { email: invited.email, password: PASSWORD },
    ]) {
      const { status, body, headers } = await post('sign-in', given);
      const { date: _date, 'x-request-id': _id, ...others } = headers;
      answers.push({ status, body: { ...body, instance: null }, others });
    }
    expect(answers[0]?.status).toBe(401);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('has to wait, and is told how long, after guesses at a password, at a code and at a link', async () => {
    const person = await addPerson();
    const app = await addTotp(await enter(person.email));
    api.clock.set(new Date(api.clock.now().getTime() + 90_000));
    const guesses = {
      password: (n: number) => post('sign-in', { email: 'victim@tea.example', password: `догадка ${n}` }),
      code: (n: number) => post('sign-in', { email: person.email, password: PASSWORD, code: String(n).padStart(6, '0') }),
      link: (n: number) => post('accept-invite', { token: `guess-${n}`, password: PASSWORD }, { remoteAddress: '198.51.100.1' }),
      setup: (n: number) =>
        post('setup', { token: `guess-${n}`, email: 'eve@x.example', password: PASSWORD, name: 'Ева' }, { remoteAddress: '198.51.100.2' }),
    };
    for (const [what, guess] of Object.entries(guesses)) {
      let last: Reply | null = null;
      for (let n = 0; n < 31; n += 1) last = await guess(n);
      expect([last?.status, last?.body.code], what).toEqual([429, 'too_many_requests']);
      // The window of guesses is ten minutes, and its first was just now.
      const waitSeconds = Number(last?.headers['retry-after']);
      expect([waitSeconds > 540, waitSeconds <= 600], `${what}: ${waitSeconds}`).toEqual([true, true]);
      expect(last?.body.text.en, what).toBe('Too many requests. Try again in 10 min.');
    }
    const right = { email: person.email, password: PASSWORD, code: codeOf(app, 0) };
    expect((await post('sign-in', right)).status, 'the right code comes too late as well').toBe(429);
  });

  it('is counted by the address of the proxy that was set, never by one they write themselves', async () => {
    const guess = (n: number, remoteAddress: string) =>
      post(
        'accept-invite',
        { token: `guess-${n}`, password: PASSWORD },
        { remoteAddress, headers: { 'x-forwarded-for': `203.0.${n}.113` } },
      );
    const spoofed: number[] = [];
    for (let n = 0; n < 31; n += 1) spoofed.push((await guess(n, '198.51.100.77')).status);
    expect(spoofed.at(-1)).toBe(429);
    // What the proxy of this installation says is believed: each of these is another network.
    const forwarded: number[] = [];
    for (let n = 0; n < 31; n += 1) forwarded.push((await guess(n, PROXY)).status);
    expect(new Set(forwarded)).toEqual(new Set([410]));
  });
});

describe('the cookie', () => {
  it('of every door is bound to this host and to TLS, unread by pages, and taken back at the end', async () => {
    const other = await openApi();
    const ask = (url: string, body: object, cookie?: string) =>
      other.ask({ method: 'POST', url, key: null, body, headers: { ...PAGE, ...(cookie === undefined ? {} : { cookie }) } });
    const { kysely } = other.test.database;
    await setSetupToken(kysely, other.business.tenantId, 'printed');
    const owner = { email: 'olga@tea.example', password: PASSWORD };
    const made = await ask('/v1/console/setup', { ...owner, token: 'printed', name: 'Ольга' });
    const entered = await ask('/v1/console/sign-in', owner);
    await setInvite(kysely, other.business.tenantId, made.body.id, { token: 'mailed', expiresAt: new Date('2099-01-01') });
    const invited = await ask('/v1/console/accept-invite', { token: 'mailed', password: PASSWORD });
    for (const reply of [made, entered, invited]) {
      expect(reply.headers['set-cookie'], reply.text).toMatch(COOKIE);
      expect(reply.headers['cache-control']).toBe('no-store');
    }
    const left = await ask('/v1/console/sign-out', {}, cookieOf(invited));
    expect(left.headers['set-cookie']).toBe('__Host-sarafan=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0');
  });

  it('that somebody else chose is never taken over by signing in', async () => {
    const { email } = await addPerson();
    const own = await enter(email);
    const chosen = `${own.split('.')[0]}.${'A'.repeat(43)}`;
    const reply = await post('sign-in', { email, password: PASSWORD }, { headers: { cookie: chosen } });
    expect(cookieOf(reply)).not.toBe(chosen);
    expect((await api.ask({ method: 'GET', url: '/v1/console/me', key: null, headers: { ...PAGE, cookie: chosen } })).status).toBe(401);
  });
});

describe('a page of somebody else', () => {
  const foreign = [
    ['cross-site', { 'x-sarafan-console': '1', 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour host', { 'x-sarafan-console': '1', 'sec-fetch-site': 'same-site' }],
    ['known by its Origin only', { 'x-sarafan-console': '1', origin: 'https://evil.example' }],
    ['with a form, which sends no header of ours', { 'sec-fetch-site': 'same-origin' }],
  ] as const;

  it.each(foreign)('%s changes nothing by the cookie of who looks at it, at any endpoint', async (_, headers) => {
    const owner: Staff = await signIn(api, 'owner');
    const endpoints: readonly Endpoint[] = allRoutes(Object.create(null)).map((route) => route.endpoint);
    const changing = endpoints.filter(({ method, access }) => method !== 'GET' && access !== 'member');
    expect(changing.length).toBeGreaterThan(80);
    const let_in: string[] = [];
    for (const { method, path, body } of changing) {
      const reply = await api.ask({
        method,
        url: path.replaceAll(/\{\w+\}/g, 'none'),
        key: null,
        headers: { ...headers, cookie: owner.cookie },
        ...(body === null ? {} : { body: {} }),
      });
      // A publishable endpoint is open to pages of any host, by a key and never by a cookie.
      if (reply.status !== 403 || reply.body.code !== 'page_foreign') let_in.push(`${method} ${path}: ${reply.status} ${reply.body.code}`);
    }
    expect(let_in).toEqual([]);
  });

  it('cannot sign anybody in by a form: neither its types nor its methods are taken', async () => {
    const { email } = await addPerson();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const body = type.startsWith('application') ? `email=${email}&password=x` : JSON.stringify({ email, password: PASSWORD });
      const reply = await post('sign-in', {}, { body, headers: { 'content-type': type } });
      expect([reply.status, reply.headers['set-cookie']], type).toEqual([415, undefined]);
    }
    const override = { 'x-http-method-override': 'POST' };
    const got = await api.ask({ method: 'GET', url: '/v1/console/sign-in?_method=POST', key: null, headers: { ...PAGE, ...override } });
    expect([got.status, got.headers['set-cookie']]).toEqual([405, undefined]);
  });
});

describe('the pages of the console', () => {
  it('come with headers that let nothing foreign in, and a nonce of their own each time', async () => {
    const nonces = new Set<string>();
    for (let times = 0; times < 2; times += 1) {
      const page = await api.ask({ method: 'GET', url: '/console/', key: null });
      expect(page.status).toBe(200);
      expect(page.headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
      });
      const policy = String(page.headers['content-security-policy']);
      for (const rule of ["default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy.split('; ')).toContain(rule);
      expect(policy).not.toMatch(/script-src[^;]*'unsafe|https?:|\*/);
      const nonce = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1] ?? '';
      expect(page.text).toContain(nonce);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });
});

describe('what changes a way in', () => {
  it('asks for the password again, and nothing changes without it', async () => {
    const { id, email } = await addPerson();
    const cookie = await enter(email);
    const state = () =>
      api.rows('select password_hash, totp_secret, totp_pending_secret, totp_confirmed_at from staff where staff_id = $1', [id]);
    const before = await state();
    for (const password of ['', 'не тот пароль совсем']) {
      const given = password === '' ? {} : { currentPassword: password };
      const change = { method: 'PATCH', url: '/v1/console/me', key: null, headers: { ...PAGE, cookie } } as const;
      expect((await api.ask({ ...change, body: { newPassword: 'рыжий кот на подоконнике', ...given } })).status).toBe(401);
      for (const path of ['totp', 'totp/remove'])
        expect((await post(path, { password: password || 'x' }, { headers: { cookie } })).status).toBe(401);
    }
    expect(await state()).toEqual(before);
  });

  it('takes a password of 128 characters, and one typed on a keyboard that composes letters otherwise', async () => {
    const owner = await signIn(api, 'owner');
    const long = `${'ёй'.repeat(63)}1!`;
    const invited = await owner.send('POST', '/v1/staff', { email: 'long@tea.example', name: 'Лена', role: 'support' });
    const accepted = await post('accept-invite', { token: invited.body.link.split('/').at(-1), password: long.normalize('NFD') });
    expect(accepted.status, accepted.text).toBe(200);
    expect((await post('sign-in', { email: 'Long@Tea.example', password: long.normalize('NFC') })).status).toBe(200);
  });
});

it('nothing of a person or a secret gets into the log, whatever they did at the door', () => {
  expect(api.log()).toContain('sign-in');
  expect(api.log()).not.toMatch(/tea\.example|чай|догадка|guess-|__Host-sarafan=[a-z]|203\.0\.\d/);
});
