/** Sessions of people of the business. */
import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Role } from '../contract/staff-roles.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';
import { hashToken } from './staff.store.ts';

export interface SessionRecord {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly agent: string;
  readonly address: string;
}

export interface LiveSession {
  readonly sessionId: string;
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly lastSeenAt: Date;
  readonly tenant: Pick<Caller, 'tenantId' | 'slug' | 'hashKey'>;
}

/** The session of a token that is neither idle too long nor over, of a person who is not disabled. */
export async function findSession(
  db: Db,
  { tenantId, token }: { readonly tenantId: TenantId; readonly token: string },
  at: { readonly now: Date; readonly idleSince: Date },
): Promise<LiveSession | null> {
  const row = await db
    .selectFrom('staff_session')
    .innerJoin('staff', (join) =>
      join.onRef('staff.tenant_id', '=', 'staff_session.tenant_id').onRef('staff.staff_id', '=', 'staff_session.staff_id'),
    )
    .innerJoin('tenant', 'tenant.tenant_id', 'staff_session.tenant_id')
    .select(['staff_session.session_id', 'staff.staff_id', 'staff.name', 'staff.role', 'staff_session.last_seen_at'])
    .select(['tenant.tenant_id', 'tenant.slug', 'tenant.hash_key'])
    .where('staff_session.tenant_id', '=', tenantId)
    .where('staff_session.token_hash', '=', hashToken(token))
    .where('staff_session.ends_at', '>', at.now)
    .where('staff_session.last_seen_at', '>', at.idleSince)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    sessionId: row.session_id,
    staffId: row.staff_id,
    name: row.name,
    role: row.role,
    lastSeenAt: row.last_seen_at,
    tenant: { tenantId: idFromUuid<TenantId>(row.tenant_id), slug: row.slug, hashKey: row.hash_key },
  };
}

export interface NewSession {
  readonly tenantId: TenantId;
  readonly token: string;
  readonly sessionId: string;
  readonly staffId: string;
  readonly at: Date;
  readonly endsAt: Date;
  readonly agent: string;
  readonly address: string;
}

/**
 * False, with nothing opened, where the password it was proved by is theirs no more: who changes it ends what the old one opened, and one
 * that is checked at that moment would open a session behind them. The row is held so that one of the two waits for the other.
 */
export async function insertSession(db: Db, session: NewSession, provedBy: string | null): Promise<boolean> {
  const { tenantId, staffId } = session;
  const { rows } = await sql<{ readonly id: string }>`
    with person as (
      select staff_id from staff
      where tenant_id = ${tenantId} and staff_id = ${staffId} and (${provedBy}::text is null or password_hash = ${provedBy})
      for share
    )
    insert into staff_session (tenant_id, token_hash, session_id, staff_id, created_at, last_seen_at, ends_at, agent, address)
    select ${tenantId}::uuid, ${hashToken(session.token)}::bytea, ${session.sessionId}::uuid, staff_id, ${session.at}::timestamptz,
      ${session.at}::timestamptz, ${session.endsAt}::timestamptz, ${session.agent}::text, ${session.address}::text
    from person
    returning session_id as id`.execute(db);
  return rows.length > 0;
}

export async function touchSession(db: Db, tenantId: TenantId, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('staff_session')
    .set({ last_seen_at: now })
    .where('tenant_id', '=', tenantId)
    .where('session_id', '=', sessionId)
    .execute();
}

export async function listSessions(
  db: Db,
  tenantId: TenantId,
  of: { readonly staffId: string; readonly now: Date; readonly idleSince: Date },
): Promise<readonly SessionRecord[]> {
  const rows = await db
    .selectFrom('staff_session')
    .select(['session_id', 'created_at', 'last_seen_at', 'agent', 'address'])
    .where('tenant_id', '=', tenantId)
    .where('staff_id', '=', of.staffId)
    .where('ends_at', '>', of.now)
    .where('last_seen_at', '>', of.idleSince)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.session_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    agent: row.agent,
    address: row.address,
  }));
}

/** Ends one session, or all of a person but one. */
export async function endSessions(
  db: Db,
  tenantId: TenantId,
  which: { readonly staffId: string; readonly sessionId?: string; readonly except?: string },
): Promise<number> {
  let query = db.deleteFrom('staff_session').where('tenant_id', '=', tenantId).where('staff_id', '=', which.staffId);
  if (which.sessionId !== undefined) query = query.where('session_id', '=', which.sessionId);
  if (which.except !== undefined) query = query.where('session_id', '!=', which.except);
  const result = await query.executeTakeFirst();
  return Number(result.numDeletedRows);
}
