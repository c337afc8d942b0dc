/** Links that let somebody in without a password: each is looked at before the costly work, and taken once. */
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { findStaff, hashToken, type StaffRecord } from './staff.store.ts';

/** Whose invitation a token is, while it lasts. */
export async function findInvited(
  db: Db,
  tenantId: TenantId,
  invite: { readonly token: string; readonly now: Date },
): Promise<StaffRecord | null> {
  const row = await db
    .selectFrom('staff')
    .select('staff_id')
    .where('tenant_id', '=', tenantId)
    .where('invite_hash', '=', hashToken(invite.token))
    .where('invite_expires_at', '>', invite.now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : findStaff(db, tenantId, row.staff_id);
}

/** Takes an invitation once: its token is forgotten with the same statement. */
export async function takeInvite(
  db: Db,
  tenantId: TenantId,
  invite: { readonly token: string; readonly passwordHash: string; readonly now: Date },
): Promise<StaffRecord | null> {
  const row = await db
    .updateTable('staff')
    .set({ password_hash: invite.passwordHash, invite_hash: null, invite_expires_at: null })
    .where('tenant_id', '=', tenantId)
    .where('invite_hash', '=', hashToken(invite.token))
    .where('invite_expires_at', '>', invite.now)
    .where('disabled_at', 'is', null)
    .returning('staff_id')
    .executeTakeFirst();
  return row === undefined ? null : findStaff(db, tenantId, row.staff_id);
}

/** Whether a setup token is the one that was printed and not used yet. */
export async function isSetupToken(db: Db, tenantId: TenantId, token: string): Promise<boolean> {
  const row = await db
    .selectFrom('tenant')
    .select('tenant_id')
    .where('tenant_id', '=', tenantId)
    .where('setup_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row !== undefined;
}
