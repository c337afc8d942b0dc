/** A row of `mail` as a message to somebody, or why nothing is sent: what was true when it was written may be over by now. */
import type { Db } from '../database/schema.ts';
import { MEMBER_MAIL_KINDS, type MemberMailKind } from '../domain/messages/mail.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { counted } from '../domain/words/number-words.ts';
import { dateWords } from '../texts/wording.ts';
import type { ClaimedMail, SkipReason } from './claimed-mail.ts';
import { type Addressee, findAddressee, type MailTenant } from './mail-facts.store.ts';
import type { FieldValues } from './mail-fields.ts';
import { findOwnText } from './mail-texts.store.ts';
import { factsOfMember } from './member-mail-facts.ts';
import { renderMail } from './render-mail.ts';
import type { Envelope } from './smtp-client.ts';
import { unsubscribeUrl } from './unsubscribe-token.ts';

export type Composed = { readonly kind: 'send'; readonly envelope: Envelope } | { readonly kind: 'skip'; readonly why: SkipReason };

export interface ComposeContext {
  readonly tenant: MailTenant;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Beyond it nobody waits for the message any more; the schedule of retries ends before. */
const WORTH_SENDING_MS = 7 * 86_400_000;
const MINUTE_MS = 60_000;

export async function composeMail(db: Db, mail: ClaimedMail, context: ComposeContext): Promise<Composed> {
  const { now } = context;
  const isOver = mail.expiresAt !== null && mail.expiresAt <= now;
  if (isOver || now.getTime() - mail.createdAt.getTime() > WORTH_SENDING_MS) return skip('too-late');
  const kind = MEMBER_MAIL_KINDS.find((each) => each === mail.kind);
  return kind === undefined ? composeSecurity(db, mail, context) : composeMember(db, kind, mail, context);
}

/** To the address its act named, whatever its owner has declined. */
async function composeSecurity(db: Db, mail: ClaimedMail, { tenant, publicUrl, now }: ComposeContext): Promise<Composed> {
  if (mail.recipient === null) return skip('no-address');
  const locale = mail.locale ?? tenant.locale;
  const { data, expiresAt } = mail;
  const left = expiresAt === null ? null : Math.max(1, Math.round((expiresAt.getTime() - now.getTime()) / MINUTE_MS));
  const fields: FieldValues = {
    ...data,
    ...shopFields(tenant, publicUrl),
    ...(left === null ? {} : { minutes: counted(left, 'minute', locale) }),
    ...(expiresAt === null ? {} : { valid_until: dateWords(expiresAt, tenant.timeZone, locale) }),
  };
  return send(db, mail, { tenant, publicUrl, locale, fields, to: mail.recipient, notes: [], unsubscribe: null });
}

async function composeMember(db: Db, kind: MemberMailKind, mail: ClaimedMail, context: ComposeContext): Promise<Composed> {
  const { tenant, publicUrl } = context;
  const { tenantId } = tenant;
  if (mail.customerId === null) return skip('erased');
  const programId = mail.data['programId'] ?? null;
  const addressee = await findAddressee(db, { tenantId, customerId: mail.customerId, programId, kind });
  if (addressee === null || addressee.isErased) return skip('erased');
  const quiet = quietReason(addressee);
  if (quiet !== null) return skip(quiet);
  if (addressee.email === null) return skip('no-address');
  const locale = addressee.locale ?? tenant.locale;
  const facts = await factsOfMember(db, { tenant, addressee, kind, data: mail.data, now: context.now });
  if (facts === null) return skip('no-longer-true');
  const { customerId, name } = addressee;
  const fields: FieldValues = {
    ...facts.fields[locale],
    ...shopFields(tenant, publicUrl),
    name: name ?? '',
    greeting: greeting(name, locale),
  };
  const notes = facts.notes.map((note: LocalizedText) => note[locale]);
  const unsubscribe = unsubscribeUrl(publicUrl, { tenantId, customerId, kind }, tenant.hashKey);
  return send(db, mail, { tenant, publicUrl, locale, fields, to: addressee.email, notes, unsubscribe });
}

/** I-21, ADR 0015: nobody is written to against their will, without a ground of their own making, nor in dispute with the shop. */
function quietReason(addressee: Addressee): SkipReason | null {
  if (addressee.hasDeclined) return 'declined';
  if (addressee.isQuiet) return 'quiet';
  if (addressee.hasOpenComplaint) return 'complaint-open';
  if (addressee.hasWithdrawnConsent) return 'consent-withdrawn';
  if (addressee.membership === 'blocked') return 'blocked';
  if (addressee.membership === 'left') return 'left';
  return addressee.hasBasis ? null : 'no-basis';
}

interface Ready {
  readonly tenant: MailTenant;
  readonly publicUrl: string;
  readonly locale: 'ru' | 'en';
  readonly fields: FieldValues;
  readonly to: string;
  readonly notes: readonly string[];
  readonly unsubscribe: string | null;
}

async function send(db: Db, { mailId, kind }: ClaimedMail, ready: Ready): Promise<Composed> {
  const { tenant, locale, fields, notes, unsubscribe } = ready;
  const text = await findOwnText(db, { tenantId: tenant.tenantId, kind, locale });
  const mail = renderMail({ kind, locale, text, fields, shopName: tenant.name, notes, unsubscribeUrl: unsubscribe });
  const messageId = `${mailId}@${mailDomain(ready.publicUrl)}`;
  return { kind: 'send', envelope: { messageId, to: ready.to, shopName: tenant.name, mail, unsubscribeUrl: unsubscribe } };
}

/** Where `Message-ID` comes from: the installation's own name, which does not change between two attempts. */
function mailDomain(publicUrl: string): string {
  const host = new URL(publicUrl).hostname;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/i.test(host) ? host : 'sarafan.localhost';
}

function shopFields(tenant: MailTenant, publicUrl: string): FieldValues {
  return { shop: tenant.name, shop_link: tenant.landingUrl ?? publicUrl };
}

function greeting(name: string | null, locale: 'ru' | 'en'): string {
  const known = name?.trim() ?? '';
  if (known === '') return '';
  return locale === 'ru' ? `Здравствуйте, ${known}!` : `Hello ${known},`;
}

function skip(why: SkipReason): Composed {
  return { kind: 'skip', why };
}
