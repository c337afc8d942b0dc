import { randomUUID } from 'node:crypto';
import type { TenantId } from '../domain/ids.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findMailTenant } from './mail-facts.store.ts';
import { findMailSender } from './mail-sender.store.ts';
import { htmlOf } from './render-mail.ts';
import { type Sent, sendMail } from './smtp-client.ts';

const TEXTS = {
  ru: {
    subject: 'Проверка почты',
    body: 'Почта настроена: это письмо отправил Сарафан по нажатию кнопки.\n\nОтвечать на него не нужно.',
  },
  en: {
    subject: 'A test of your mail settings',
    body: 'Mail works: Sarafan sent this message because somebody pressed the button.\n\nThere is no need to answer.',
  },
} as const;

/** Sends a message at once, beside the queue, so that whoever waits hears what the server says; null when mail is not set up. */
export async function sendTestMail(
  { db, publicUrl, installationMail, webhookRules }: Pick<ServerDeps, 'db' | 'publicUrl' | 'installationMail' | 'webhookRules'>,
  tenantId: TenantId,
  to: string,
): Promise<Sent | null> {
  const sender = await findMailSender(db, tenantId, { installationMail, webhookRules });
  const tenant = await findMailTenant(db, tenantId);
  if (sender === null || tenant === null) return null;
  const { subject, body } = TEXTS[tenant.locale];
  const mail = {
    subject,
    text: `${body}\n\n-- \n${tenant.name}\n`,
    html: htmlOf({ locale: tenant.locale, subject, body, shopName: tenant.name }),
  };
  const messageId = `${randomUUID()}@${new URL(publicUrl).hostname}`;
  return sendMail(sender, { messageId, to, shopName: tenant.name, mail, unsubscribeUrl: null });
}
