/** A person signed in to the console, asking the API as its pages do. */
import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/contract/staff-roles.ts';
import { sessionCookie } from '../../src/staff/session-cookie.ts';
import { openSession } from '../../src/staff/sign-in.ts';
import { insertStaff } from '../../src/staff/staff.store.ts';
import type { Api, Question, Reply } from './api.ts';

export interface Staff {
  readonly id: string;
  readonly cookie: string;
  readonly get: (url: string) => Promise<Reply>;
  readonly send: (method: Question['method'], url: string, body?: unknown) => Promise<Reply>;
}

export async function signIn(api: Api, role: Role, name: string = role): Promise<Staff> {
  const { kysely } = api.test.database;
  const { tenantId } = api.business;
  const id = randomUUID();
  const person = { id, email: `${id}@tea.example`, name, role, locale: 'ru', passwordHash: 'unused' } as const;
  await insertStaff(kysely, tenantId, { ...person, createdAt: api.clock.now(), invite: null });
  const token = (await openSession({ db: kysely, clock: api.clock }, tenantId, id, { address: '127.0.0.1', agent: 'test' })) ?? '';
  const cookie = sessionCookie(token).split(';')[0] ?? '';
  const headers = { cookie, 'x-sarafan-console': '1', 'sec-fetch-site': 'same-origin' };
  const send: Staff['send'] = (method, url, body) => api.ask({ method, url, key: null, headers, ...(body === undefined ? {} : { body }) });
  return { id, cookie, send, get: (url) => send('GET', url) };
}
