/** Every endpoint of the API by every role of the console (reliability.md 5.7): who may is written here by hand, by path. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { ROLES, type Role, rightsOf } from '../../src/contract/staff-roles.ts';
import { allRoutes } from '../../src/http/all-routes.ts';
import { sessionCookie } from '../../src/staff/session-cookie.ts';
import { openSession } from '../../src/staff/sign-in.ts';
import { insertStaff } from '../../src/staff/staff.store.ts';
import { type Api, openApi } from '../support/api.ts';

const endpoints: readonly Endpoint[] = allRoutes(Object.create(null)).map((route) => route.endpoint);

/** What only some may read: keys, people, whole accounts, where messages go. */
const SENSITIVE =
  /^\/v1\/(self-check|keys|staff|audit|payouts|webhooks|tenant|connectors|exports\/(payouts|tax-years|webhooks|deliveries|connectors|staff))\b|\/(payee|payable|statement|statement\.csv)$/;

/** What a role may change, beside reading what is not sensitive. */
const MAY_CHANGE: Readonly<Record<Exclude<Role, 'owner'>, RegExp>> = {
  marketer: /^\/v1\/(programs|access|calculators|referrals|friend-claims|mail)\b|\/(perks|choose)$|\/referrer$/,
  sales:
    /^\/v1\/(friend-claims|events|connector-payloads|uploads|upload-sources|exports\/upload-sources|codes|customers|referrals|reservations|checkout)\b(?!.*(payee|perks))/,
  accountant: /^\/v1\/payouts\b|\/payee$/,
  support:
    /^\/v1\/(friend-claims|connector-payloads|codes|customers|referrals|rewards|events|coupons|access)\b(?!.*payee)|\/perks\/.*codes$/,
  cashier: /^\/v1\/(events|connector-payloads|reservations|checkout|coupons)\b/,
  readOnly: /^$/,
};
const MAY_READ: Partial<Record<Role, RegExp>> = {
  marketer: /^\/v1\/(tenant|self-check)$/,
  accountant: /^\/v1\/(payouts|tenant|self-check|exports\/(payouts|tax-years))\b|\/(payee|payable|statement|statement\.csv)$/,
};

/** What somebody else puts in force. */
const DRAFTS = /^\/v1\/programs(\/\{id\}(\/(versions(\/\{number\})?|goal))?)?$/;

/** Whole lists as files. */
const MAY_EXPORT: readonly Role[] = ['owner', 'marketer', 'sales', 'accountant'];

function may(role: Role, { method, path, access }: Endpoint): boolean {
  if (role === 'owner' || access === 'session' || access === 'anyone') return true;
  if (path.startsWith('/v1/exports/') && !MAY_EXPORT.includes(role)) return false;
  if (access === 'read') return !SENSITIVE.test(path) || MAY_READ[role]?.test(path) === true;
  if (access === 'admin' && role === 'marketer' && DRAFTS.test(path)) return true;
  if (access === 'admin') return role === 'accountant' && path.startsWith('/v1/payouts');
  return (
    (method !== 'GET' || /\/report\.csv$|upload-sources(\.csv|\.xlsx)?$|connector-payloads\/\{id\}$/.test(path)) &&
    MAY_CHANGE[role].test(path)
  );
}

it('tells pages who writes drafts and who puts them in force', () => {
  const who = (room: string) => ROLES.filter((role) => rightsOf(role).mayChange.includes(room));
  expect(who('programs')).toEqual(['owner', 'marketer']);
  expect(who('publishing')).toEqual(['owner']);
  expect(who('uploads')).toEqual(['owner', 'sales']);
});

describe('what each role of the console may do', () => {
  let api: Api;

  beforeAll(async () => {
    api = await openApi();
  });

  it.each(ROLES)('%s: every endpoint, allowed or refused as it is written down', async (role) => {
    const { kysely } = api.test.database;
    const { tenantId } = api.business;
    const id = randomUUID();
    await insertStaff(kysely, tenantId, {
      id,
      email: `${role}@tea.example`,
      name: role,
      role,
      locale: 'ru',
      passwordHash: 'unused',
      createdAt: api.clock.now(),
      invite: null,
    });
    const differing: string[] = [];
    for (const endpoint of endpoints) {
      if (endpoint.access === 'anyone' || endpoint.access === 'member' || endpoint.path.endsWith('/sign-out')) continue;
      const token = (await openSession({ db: kysely, clock: api.clock }, tenantId, id, { address: '127.0.0.1', agent: 'test' })) ?? '';
      const reply = await api.ask({
        method: endpoint.method,
        url: endpoint.path.replaceAll(/\{\w+\}/g, 'none'),
        key: null,
        headers: { cookie: sessionCookie(token).split(';')[0] ?? '', 'x-sarafan-console': '1', 'sec-fetch-site': 'same-origin' },
        ...(endpoint.body === null ? {} : { body: {} }),
      });
      expect(reply.status, `${endpoint.method} ${endpoint.path}`).not.toBe(401);
      expect(reply.status, `${endpoint.method} ${endpoint.path}`).toBeLessThan(500);
      const isRefused = reply.status === 403 && reply.body.code === 'forbidden';
      if (isRefused === may(role, endpoint))
        differing.push(`${endpoint.method} ${endpoint.path} (${endpoint.tag}, ${endpoint.access}): ${reply.status}`);
    }
    expect(differing).toEqual([]);
  });
});
