/** Whether and how a business sends mail. What changes it takes the tenant's row first, which the road holds while it saves. */
import type { Kysely } from 'kysely';
import type { Database, Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import type { SmsGateway } from './sms-gateway.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export async function findMailSetup(db: Db, tenantId: TenantId): Promise<SmtpSettings | null> {
  const row = await db
    .selectFrom('mail_setup')
    .select(['host', 'port', 'security', 'username', 'password', 'from_name', 'from_address', 'reply_to'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { host, port, security, username, password } = row;
  return { host, port, security, username, password, fromName: row.from_name, fromAddress: row.from_address, replyTo: row.reply_to };
}

/** Whether anything can be sent: mail is set up for the business, or for the installation, whose settings never serve a demo's people. */
export async function hasMail(db: Db, tenantId: TenantId, installationMail: SmtpSettings | undefined): Promise<boolean> {
  const row = await db.selectFrom('tenant').select(['has_mail', 'is_demo']).where('tenant_id', '=', tenantId).executeTakeFirstOrThrow();
  return row.has_mail || (installationMail !== undefined && !row.is_demo);
}

/** Whether a text message can be sent: the installation has a gateway, which never serves a demo's people. */
export async function hasSms(db: Db, tenantId: TenantId, sms: SmsGateway | undefined): Promise<boolean> {
  if (sms === undefined) return false;
  const row = await db.selectFrom('tenant').select('is_demo').where('tenant_id', '=', tenantId).executeTakeFirstOrThrow();
  return !row.is_demo;
}

export async function saveMailSetup(db: Db, tenantId: TenantId, settings: SmtpSettings, now: Date): Promise<void> {
  const { host, port, security, username, password } = settings;
  const columns = {
    host,
    port,
    security,
    username,
    password,
    from_name: settings.fromName,
    from_address: settings.fromAddress,
    reply_to: settings.replyTo,
    updated_at: now,
  };
  await changeSetup(db, tenantId, true, async (tx) => {
    await tx
      .insertInto('mail_setup')
      .values({ tenant_id: tenantId, ...columns })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(columns))
      .execute();
  });
}

/** What waits is not sent by settings nobody chose for it: it is dropped. */
export async function deleteMailSetup(db: Db, tenantId: TenantId, now: Date): Promise<void> {
  await changeSetup(db, tenantId, false, async (tx) => {
    await tx.deleteFrom('mail_setup').where('tenant_id', '=', tenantId).execute();
    await tx
      .updateTable('mail')
      .set({ status: 'skipped', last_error: 'mail-switched-off', settled_at: now, recipient: null, data: '{}', lease: null })
      .where('tenant_id', '=', tenantId)
      .where('status', '=', 'waiting')
      .execute();
  });
}

async function changeSetup(db: Db, tenantId: TenantId, has: boolean, change: (tx: Kysely<Database>) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('tenant').set({ has_mail: has }).where('tenant_id', '=', tenantId).execute();
    await change(tx);
  });
}
