/** By whose settings a business sends, and how far they may reach. */
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { STRICT_RULES, type TargetRules } from '../webhooks/target-rules.ts';
import { findMailSetup } from './mail-setup.store.ts';
import type { MailSender } from './smtp-client.ts';
import type { SmtpSettings } from './smtp-settings.ts';

interface Installation {
  readonly installationMail?: SmtpSettings | undefined;
  readonly webhookRules?: TargetRules | undefined;
}

/**
 * Null: nothing can be sent; the installation's settings never serve a demo's people. Settings of a business reach no private network
 * where other businesses live too (SSRF, reliability.md 2), but by what the installation allows webhooks; a single business is whoever
 * runs the installation, and its mail server is often its neighbour.
 */
export async function findMailSender(
  db: Db,
  tenantId: TenantId,
  { installationMail, webhookRules = STRICT_RULES }: Installation,
): Promise<MailSender | null> {
  const own = await findMailSetup(db, tenantId);
  if (own !== null) return { settings: own, rules: (await isAlone(db)) ? null : webhookRules };
  if (installationMail === undefined) return null;
  const tenant = await db.selectFrom('tenant').select('is_demo').where('tenant_id', '=', tenantId).executeTakeFirstOrThrow();
  return tenant.is_demo ? null : { settings: installationMail, rules: null };
}

async function isAlone(db: Db): Promise<boolean> {
  const some = await db.selectFrom('tenant').select('tenant_id').limit(2).execute();
  return some.length === 1;
}
