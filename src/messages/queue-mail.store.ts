/**
 * Mail that an act of its own asks for: a code, an invitation. Its row is written in the act's transaction, so that nothing is sent of
 * what was rolled back, and once for each cause.
 */
import { randomInt } from 'node:crypto';
import type { Db } from '../database/schema.ts';
import { type CustomerId, deriveId, idFromUuid, type MessageId, type TenantId } from '../domain/ids.ts';
import type { SecurityMailKind } from '../domain/messages/mail.ts';
import { hasMail } from './mail-setup.store.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export interface SignInCodeMail {
  readonly tenantId: TenantId;
  /** Whose code it is, so that erasing them takes it along. */
  readonly customerId: CustomerId;
  /** As the customer's record has it, never as it was typed. */
  readonly email: string;
  readonly code: string;
  /** The id of the code: one mail for each. */
  readonly cause: string;
  /** Null = the language of the business. */
  readonly locale: 'ru' | 'en' | null;
  readonly now: Date;
  readonly expiresAt: Date;
}

/**
 * Writes the mail that carries a sign-in code, in the transaction that stores the code. False: no mail is set up and nothing was
 * written. `installationMail` is that of `ServerDeps`.
 */
export async function queueSignInCode(tx: Db, mail: SignInCodeMail, installationMail: SmtpSettings | undefined): Promise<boolean> {
  return queue(tx, installationMail, {
    ...mail,
    kind: 'sign-in-code',
    cause: `code:${mail.cause}`,
    data: { code: mail.code },
  });
}

export interface StaffInvitationMail {
  readonly tenantId: TenantId;
  readonly email: string;
  /** Who is invited, and the console's link for them. */
  readonly name: string;
  readonly link: string;
  /** Of the invitation: one mail for each that is sent. */
  readonly cause: string;
  readonly locale: 'ru' | 'en';
  readonly now: Date;
  readonly expiresAt: Date;
}

/**
 * Writes the mail that invites to the console, in the transaction that stores the invitation; one to the same person that has not left is not
 * sent, its link is over. False: no mail is set up.
 */
export async function queueStaffInvitation(
  tx: Db,
  mail: StaffInvitationMail,
  installationMail: SmtpSettings | undefined,
): Promise<boolean> {
  await tx
    .updateTable('mail')
    .set({ status: 'skipped', last_error: 'no-longer-true', settled_at: mail.now, recipient: null, data: '{}', lease: null })
    .where('tenant_id', '=', mail.tenantId)
    .where('kind', '=', 'staff-invitation')
    .where('recipient', '=', mail.email)
    .where('status', 'in', ['waiting', 'failed'])
    .execute();
  return queue(tx, installationMail, {
    ...mail,
    customerId: null,
    kind: 'staff-invitation',
    cause: `invitation:${mail.cause}`,
    data: { name: mail.name, link: mail.link },
  });
}

interface QueuedMail {
  readonly tenantId: TenantId;
  readonly kind: SecurityMailKind;
  readonly cause: string;
  readonly customerId: CustomerId | null;
  readonly email: string;
  readonly locale: 'ru' | 'en' | null;
  readonly data: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly expiresAt: Date;
}

async function queue(tx: Db, installationMail: SmtpSettings | undefined, mail: QueuedMail): Promise<boolean> {
  const { tenantId, now } = mail;
  if (!(await hasMail(tx, tenantId, installationMail))) return false;
  await tx
    .insertInto('mail')
    .values({
      tenant_id: tenantId,
      mail_id: drawMailId(tenantId, now),
      kind: mail.kind,
      cause: mail.cause,
      customer_id: mail.customerId,
      recipient: mail.email,
      locale: mail.locale,
      data: JSON.stringify(mail.data),
      next_attempt_at: now,
      expires_at: mail.expiresAt,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'cause']).doNothing())
    .execute();
  return true;
}

/** In the order of their making, as ids of decisions are; drawn from sequences that no log will reach. */
export function drawMailId(tenantId: TenantId, at: Date): MessageId {
  const sequence = BigInt(2 ** 39 + randomInt(2 ** 39));
  return idFromUuid<MessageId>(deriveId({ tenantId, sequence, ordinal: randomInt(2 ** 14), storedAt: at }));
}
