/** Which member a bearer token belongs to: the API's own caller, without any scope of a key. */
import type { Clock } from '../clock.ts';
import type { Caller } from '../contract/caller.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import { wireId } from '../domain/ids.ts';
import { findTenantByRoute } from '../tenants/tenants.store.ts';
import { findMemberSession, touchMemberSession } from './member-sessions.store.ts';
import { readMemberToken } from './member-token.ts';
import { idleSince } from './session-times.ts';

/** The time of last use is kept to the minute. */
const TOUCH_EVERY_MS = 60_000;

/** Asked of the database each time: a session that was ended is over on the very next request. Null: no such session. */
export async function findMemberCaller(
  deps: { readonly db: Db; readonly clock: Clock },
  authorization: string | undefined,
): Promise<Caller | null> {
  const given = readMemberToken(authorization);
  if (given === null) return null;
  const tenantId = await findTenantByRoute(deps.db, { kind: 'key', value: given.tenantKey });
  if (tenantId === null) return null;
  const now = deps.clock.now();
  const session = await findMemberSession(deps.db, { tenantId, token: given.token }, { now, idleSince: idleSince(now) });
  if (session === null) return null;
  const { sessionId, programId, signedInAt } = session;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS) await touchMemberSession(deps.db, tenantId, sessionId, now);
  const caller = { ...session.tenant, keyId: `member:${sessionId}`, kind: 'secret', source: 'cabinet', scopes: [] } as const;
  // Who was merged into another customer goes on as that one.
  const customerId = (await findCustomerId(deps.db, caller, wireId('cus', session.customerId))) ?? session.customerId;
  return { ...caller, member: { customerId, sessionId, signedInAt, programId } };
}
