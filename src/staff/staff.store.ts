/** People of the business. */
import { createHash } from 'node:crypto';
import type { Role } from '../contract/staff-roles.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

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
