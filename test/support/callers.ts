/** Somebody let in to every endpoint: a key where a key is asked for, a member's token, a person's session, or our own page. */
import { randomUUID } from 'node:crypto';
import { allRoutes } from '../../src/http/all-routes.ts';
import { sessionCookie } from '../../src/staff/session-cookie.ts';
import { openSession } from '../../src/staff/sign-in.ts';
import { insertStaff } from '../../src/staff/staff.store.ts';
import { openCabinetShop, PAGE, program } from '../cabinet/cabinet-shop.ts';
import type { Api, Question } from './api.ts';

/** By method and path of the document, what a question needs to be let in; {} where the key of `api.ask` will do. */
export async function openCallers(api: Api): Promise<(method: string, path: string) => Pick<Question, 'key' | 'headers'>> {
  const shop = await openCabinetShop({}, api);
  const programId = await shop.publish(program);
  await shop.join('caller', programId, 'CALLER');
  const { token } = await shop.open('caller', programId);
  const { kysely: db } = api.test.database;
  const { tenantId } = api.business;
  const staffId = randomUUID();
  await insertStaff(db, tenantId, {
    id: staffId,
    email: 'caller@tea.example',
    name: 'Caller',
    role: 'owner',
    locale: 'ru',
    passwordHash: 'unused',
    createdAt: api.clock.now(),
    invite: null,
  });
  const session = (await openSession({ db, clock: api.clock }, tenantId, staffId, { address: '127.0.0.1', agent: 'test' })) ?? '';
  const cookie = sessionCookie(session).split(';')[0] ?? '';
  const accesses = new Map<string, string>(
    allRoutes(Object.create(null)).map(({ endpoint }) => [`${endpoint.method} ${endpoint.path}`, endpoint.access] as const),
  );
  return (method, path) => {
    switch (accesses.get(`${method} ${path}`)) {
      case 'member':
        return { key: token };
      case 'session':
        return { key: null, headers: { ...PAGE, cookie } };
      case 'anyone':
        return { key: null, headers: PAGE };
      default:
        return {};
    }
  };
}
