/** Who a cookie of the console belongs to, and what that lets them do: the API's own caller, with the role's permissions. */
import type { Clock } from '../clock.ts';
import type { Caller } from '../contract/caller.ts';
import { SCOPES } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { findTenantByRoute } from '../tenants/tenants.store.ts';
import { readSessionCookie } from './session-cookie.ts';
import { IDLE_MS } from './sign-in.ts';
import { findSession, touchSession } from './staff-sessions.store.ts';

/** The time of last use is kept to the minute: a page of a list is not worth a write each. */
const TOUCH_EVERY_MS = 60_000;

/** Asked of the database each time: a role taken away counts on the very next request. */
export async function findStaffCaller(
  deps: { readonly db: Db; readonly clock: Clock },
  cookieHeader: string | undefined,
): Promise<Caller | null> {
  const token = readSessionCookie(cookieHeader);
  if (token === null) return null;
  const tenantId = await findTenantByRoute(deps.db, { kind: 'key', value: token.split('.', 1)[0] ?? '' });
  if (tenantId === null) return null;
  const now = deps.clock.now();
  const session = await findSession(deps.db, { tenantId, token }, { now, idleSince: new Date(now.getTime() - IDLE_MS) });
  if (session === null) return null;
  const { sessionId, staffId, name, role } = session;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS) await touchSession(deps.db, tenantId, sessionId, now);
  return {
    ...session.tenant,
    keyId: `staff:${staffId}`,
    kind: 'secret',
    source: 'console',
    scopes: SCOPES,
    staff: { id: staffId, name, role, sessionId },
  };
}
