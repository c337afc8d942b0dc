/** The texts a business has written itself. */
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import type { MailKind } from '../domain/messages/mail.ts';
import type { MailText } from './default-texts.ts';

export interface OwnText extends MailText {
  readonly kind: string;
  readonly locale: 'ru' | 'en';
  readonly updatedAt: Date;
}

export interface TextRef {
  readonly tenantId: TenantId;
  readonly kind: MailKind;
  readonly locale: 'ru' | 'en';
}

export async function listOwnTexts(db: Db, tenantId: TenantId): Promise<readonly OwnText[]> {
  const rows = await db
    .selectFrom('mail_text')
    .select(['kind', 'locale', 'subject', 'body', 'updated_at'])
    .where('tenant_id', '=', tenantId)
    .execute();
  return rows.map(({ updated_at, ...text }) => ({ ...text, updatedAt: updated_at }));
}

export async function findOwnText(db: Db, { tenantId, kind, locale }: TextRef): Promise<MailText | null> {
  const row = await db
    .selectFrom('mail_text')
    .select(['subject', 'body'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveOwnText(db: Db, { tenantId, kind, locale }: TextRef, text: MailText, now: Date): Promise<void> {
  const { subject, body } = text;
  await db
    .insertInto('mail_text')
    .values({ tenant_id: tenantId, kind, locale, subject, body, updated_at: now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'locale']).doUpdateSet({ subject, body, updated_at: now }))
    .execute();
}

/** Back to the product's own. */
export async function deleteOwnText(db: Db, { tenantId, kind, locale }: TextRef): Promise<void> {
  await db.deleteFrom('mail_text').where('tenant_id', '=', tenantId).where('kind', '=', kind).where('locale', '=', locale).execute();
}
