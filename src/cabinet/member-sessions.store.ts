/** Sessions of members. A row ends by its absolute time, by idleness, or by the member. */
import type { Caller } from '../contract/caller.ts';
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid, type ProgramId, type TenantId } from '../domain/ids.ts';
import { hashSecret } from './member-token.ts';

export interface NewMemberSession {
  readonly tenantId: TenantId;
  readonly token: string;
  readonly sessionId: string;
  readonly customerId: CustomerId;
  readonly programId: ProgramId | null;
  readonly method: 'token' | 'code';
  readonly at: Date;
  readonly endsAt: Date;
  readonly agent: string;
  readonly address: string;
}

export async function insertMemberSession(db: Db, session: NewMemberSession): Promise<void> {
  await db
    .insertInto('member_session')
    .values({
      tenant_id: session.tenantId,
      token_hash: hashSecret(session.token),
      session_id: session.sessionId,
      customer_id: session.customerId,
      program_id: session.programId,
      method: session.method,
      signed_in_at: session.at,
      last_seen_at: session.at,
      ends_at: session.endsAt,
      agent: session.agent,
      address: session.address,
    })
    .execute();
}

export interface LiveMemberSession {
  readonly sessionId: string;
  readonly customerId: CustomerId;
  readonly programId: ProgramId | null;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  readonly tenant: Pick<Caller, 'tenantId' | 'slug' | 'hashKey'>;
}

/** The session of a token that is neither idle too long nor over, of a customer who was not erased. */
export async function findMemberSession(
  db: Db,
  of: { readonly tenantId: TenantId; readonly token: string },
  at: { readonly now: Date; readonly idleSince: Date },
): Promise<LiveMemberSession | null> {
  const row = await db
    .selectFrom('member_session')
    .innerJoin('customer', (join) =>
      join.onRef('customer.tenant_id', '=', 'member_session.tenant_id').onRef('customer.customer_id', '=', 'member_session.customer_id'),
    )
    .innerJoin('tenant', 'tenant.tenant_id', 'member_session.tenant_id')
    .select(['member_session.session_id', 'member_session.customer_id', 'member_session.program_id'])
    .select(['member_session.signed_in_at', 'member_session.last_seen_at', 'tenant.tenant_id', 'tenant.slug', 'tenant.hash_key'])
    .where('member_session.tenant_id', '=', of.tenantId)
    .where('member_session.token_hash', '=', hashSecret(of.token))
    .where('member_session.ends_at', '>', at.now)
    .where('member_session.last_seen_at', '>', at.idleSince)
    .where('customer.erased_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    sessionId: row.session_id,
    customerId: idFromUuid<CustomerId>(row.customer_id),
    programId: row.program_id === null ? null : idFromUuid<ProgramId>(row.program_id),
    signedInAt: row.signed_in_at,
    lastSeenAt: row.last_seen_at,
    tenant: { tenantId: idFromUuid<TenantId>(row.tenant_id), slug: row.slug, hashKey: row.hash_key },
  };
}

/** Sessions that tokens of the shop opened and that are neither idle too long nor over. */
export async function countTokenSessions(
  db: Db,
  tenantId: TenantId,
  at: { readonly now: Date; readonly idleSince: Date },
): Promise<number> {
  const { count } = await db
    .selectFrom('member_session')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('method', '=', 'token')
    .where('ends_at', '>', at.now)
    .where('last_seen_at', '>', at.idleSince)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function touchMemberSession(db: Db, tenantId: TenantId, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('member_session')
    .set({ last_seen_at: now })
    .where('tenant_id', '=', tenantId)
    .where('session_id', '=', sessionId)
    .execute();
}

export interface ShownMemberSession {
  readonly id: string;
  readonly method: 'token' | 'code';
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly agent: string;
  /** The network it was opened from. */
  readonly address: string;
}

const MAX_SHOWN = 100;

/** Also those they opened as somebody who was merged into them since. */
export async function listMemberSessions(
  db: Db,
  tenantId: TenantId,
  of: { readonly customerId: CustomerId; readonly now: Date; readonly idleSince: Date },
): Promise<readonly ShownMemberSession[]> {
  const rows = await db
    .selectFrom('member_session')
    .select(['session_id', 'method', 'signed_in_at', 'last_seen_at', 'ends_at', 'agent', 'address'])
    .where('tenant_id', '=', tenantId)
    .where('customer_id', 'in', await listOwnIds(db, tenantId, of.customerId))
    .where('ends_at', '>', of.now)
    .where('last_seen_at', '>', of.idleSince)
    .orderBy('last_seen_at', 'desc')
    .limit(MAX_SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.session_id,
    method: row.method,
    signedInAt: row.signed_in_at,
    lastSeenAt: row.last_seen_at,
    endsAt: row.ends_at,
    agent: row.agent,
    address: row.address,
  }));
}

/** Ends one session, by its id alone where it is the caller's own, or all of a customer, of before a merge too; how many ended. */
export async function endMemberSessions(
  db: Db,
  tenantId: TenantId,
  which: { readonly customerId: CustomerId; readonly sessionId?: string } | { readonly sessionId: string },
): Promise<number> {
  let query = db.deleteFrom('member_session').where('tenant_id', '=', tenantId);
  if ('customerId' in which) query = query.where('customer_id', 'in', await listOwnIds(db, tenantId, which.customerId));
  if (which.sessionId !== undefined) query = query.where('session_id', '=', which.sessionId);
  const result = await query.executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Sessions that are over, of one tenant: nobody can use them, and they name a customer. */
export async function deleteEndedSessions(db: Db, tenantId: TenantId, at: { readonly now: Date; readonly idleSince: Date }): Promise<void> {
  await db
    .deleteFrom('member_session')
    .where('tenant_id', '=', tenantId)
    .where((eb) => eb.or([eb('ends_at', '<=', at.now), eb('last_seen_at', '<=', at.idleSince)]))
    .execute();
}
