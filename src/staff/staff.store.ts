/** People of the business and their sessions. */
import { createHash } from 'node:crypto';
import type { Caller } from '../contract/caller.ts';
import type { Role } from '../contract/staff-roles.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';

export interface StaffRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: 'ru' | 'en';
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  /** Set up and not confirmed yet: it opens nothing. */
  readonly totpPendingSecret: string | null;
  readonly totpConfirmedAt: Date | null;
  readonly totpLastStep: bigint;
  /** Until when the link lasts that was sent last; null = none is out. */
  readonly inviteExpiresAt: Date | null;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
}

export interface SessionRecord {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly agent: string;
  readonly address: string;
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export async function findStaffByEmail(db: Db, tenantId: TenantId, email: string): Promise<StaffRecord | null> {
  const row = await selectStaff(db, tenantId).where('email', '=', email).executeTakeFirst();
  return row === undefined ? null : staffFromRow(row);
}

export async function findStaff(db: Db, tenantId: TenantId, id: string): Promise<StaffRecord | null> {
  const row = await selectStaff(db, tenantId).where('staff_id', '=', id).executeTakeFirst();
  return row === undefined ? null : staffFromRow(row);
}

export async function listStaff(db: Db, tenantId: TenantId): Promise<readonly StaffRecord[]> {
  return (await selectStaff(db, tenantId).orderBy('created_at').execute()).map(staffFromRow);
}

/** A person, and all owners where asked, held until the transaction ends; in the order of their ids, so that nobody waits for each other. */
export async function lockStaff(
  tx: Db,
  tenantId: TenantId,
  { id, withOwners = false }: { readonly id: string; readonly withOwners?: boolean },
): Promise<readonly StaffRecord[]> {
  const rows = await selectStaff(tx, tenantId)
    .where((eb) => (withOwners ? eb.or([eb('staff_id', '=', id), eb('role', '=', 'owner')]) : eb('staff_id', '=', id)))
    .orderBy('staff_id')
    .forUpdate()
    .execute();
  return rows.map(staffFromRow);
}

export async function insertStaff(
  db: Db,
  tenantId: TenantId,
  staff: Pick<StaffRecord, 'id' | 'email' | 'name' | 'role' | 'locale' | 'passwordHash' | 'createdAt'> & {
    readonly invite: { readonly hash: Buffer; readonly expiresAt: Date } | null;
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('staff')
    .values({
      tenant_id: tenantId,
      staff_id: staff.id,
      email: staff.email,
      name: staff.name,
      role: staff.role,
      locale: staff.locale,
      password_hash: staff.passwordHash,
      invite_hash: staff.invite?.hash ?? null,
      invite_expires_at: staff.invite?.expiresAt ?? null,
      created_at: staff.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'email']).doNothing())
    .returning('staff_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export type StaffChange = Partial<
  Pick<StaffRecord, 'name' | 'role' | 'locale' | 'passwordHash' | 'totpSecret' | 'totpPendingSecret' | 'totpConfirmedAt' | 'disabledAt'>
>;

export async function updateStaff(db: Db, tenantId: TenantId, id: string, change: StaffChange): Promise<void> {
  const columns = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.role === undefined ? {} : { role: change.role }),
    ...(change.locale === undefined ? {} : { locale: change.locale }),
    ...(change.passwordHash === undefined ? {} : { password_hash: change.passwordHash }),
    ...(change.totpSecret === undefined ? {} : { totp_secret: change.totpSecret }),
    ...(change.totpPendingSecret === undefined ? {} : { totp_pending_secret: change.totpPendingSecret }),
    ...(change.totpConfirmedAt === undefined ? {} : { totp_confirmed_at: change.totpConfirmedAt }),
    ...(change.disabledAt === undefined ? {} : { disabled_at: change.disabledAt }),
  };
  if (Object.keys(columns).length === 0) return;
  await db.updateTable('staff').set(columns).where('tenant_id', '=', tenantId).where('staff_id', '=', id).execute();
}

/** Takes a time step once; false when another sign-in was faster with the same code. */
export async function takeTotpStep(db: Db, tenantId: TenantId, id: string, step: bigint): Promise<boolean> {
  const row = await db
    .updateTable('staff')
    .set({ totp_last_step: step })
    .where('tenant_id', '=', tenantId)
    .where('staff_id', '=', id)
    .where('totp_last_step', '<', step)
    .returning('staff_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A link for somebody who is known: who opens it sets a new password. */
export async function setInvite(
  db: Db,
  tenantId: TenantId,
  id: string,
  invite: { readonly token: string; readonly expiresAt: Date },
): Promise<void> {
  await db
    .updateTable('staff')
    .set({ invite_hash: hashToken(invite.token), invite_expires_at: invite.expiresAt })
    .where('tenant_id', '=', tenantId)
    .where('staff_id', '=', id)
    .execute();
}

/** A fresh installation has a setup token until its first person exists. */
export async function takeSetup(db: Db, tenantId: TenantId, token: string): Promise<boolean> {
  const row = await db
    .updateTable('tenant')
    .set({ setup_hash: null })
    .where('tenant_id', '=', tenantId)
    .where('setup_hash', '=', hashToken(token))
    .returning('tenant_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setSetupToken(db: Db, tenantId: TenantId, token: string): Promise<void> {
  await db
    .updateTable('tenant')
    .set({ setup_hash: hashToken(token) })
    .where('tenant_id', '=', tenantId)
    .execute();
}

function selectStaff(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('staff')
    .select(['staff_id', 'email', 'name', 'role', 'locale', 'password_hash', 'totp_secret', 'totp_confirmed_at', 'totp_last_step'])
    .select(['totp_pending_secret', 'invite_expires_at', 'disabled_at', 'created_at'])
    .where('tenant_id', '=', tenantId);
}

function staffFromRow(row: Awaited<ReturnType<ReturnType<typeof selectStaff>['execute']>>[number]): StaffRecord {
  return {
    id: row.staff_id,
    email: row.email,
    name: row.name,
    role: row.role,
    locale: row.locale === 'en' ? 'en' : 'ru',
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    totpPendingSecret: row.totp_pending_secret,
    totpConfirmedAt: row.totp_confirmed_at,
    totpLastStep: row.totp_last_step,
    inviteExpiresAt: row.invite_expires_at,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
  };
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

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('staff_session')
    .values({
      tenant_id: session.tenantId,
      token_hash: hashToken(session.token),
      session_id: session.sessionId,
      staff_id: session.staffId,
      created_at: session.at,
      last_seen_at: session.at,
      ends_at: session.endsAt,
      agent: session.agent,
      address: session.address,
    })
    .execute();
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
