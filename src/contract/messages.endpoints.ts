import { z } from 'zod';
import { MAIL_KINDS, MEMBER_MAIL_KINDS } from '../domain/messages/mail.ts';
import { endpoint } from './endpoint.ts';
import { email, idOf, name, pageOf, pageQuery, text, wireText, wireTime } from './primitives.ts';

const NONE = z.strictObject({});
/** As it goes into an envelope: one address, without a name. */
const address = email.regex(/^[^\s@<>",;]+@[^\s@<>",;]+$/, 'email');
const LOCALES = ['ru', 'en'] as const;
const SECURITY = ['tls', 'starttls', 'none'] as const;

const wireError = z
  .strictObject({ code: z.string().describe('For programs.'), text: wireText })
  .nullable()
  .describe('Why it was not sent; null where nothing is wrong.');

const settings = z
  .strictObject({
    source: z
      .enum(['own', 'installation', 'none'])
      .describe('Whose settings count: those of the business, of the installation (SMTP_URL), or nobody’s: then nothing is written.'),
    host: z.string().nullable().describe('Name or address of the mail server.'),
    port: z.int().nullable(),
    security: z.enum(SECURITY).nullable().describe('`tls` from the first byte, `starttls` demanded, `none` for a server on this machine.'),
    username: z.string().nullable().describe('Null: the server asks for none.'),
    hasPassword: z.boolean().describe('Whether a password is kept; it is never shown.'),
    fromName: z.string().nullable().describe('Null: the name of the business.'),
    fromAddress: z.string().nullable().describe('Whom the messages come from.'),
    replyTo: z.string().nullable().describe('Where answers go; null: to the sender.'),
  })
  .meta({ id: 'MailSettings' });

const shared = { params: NONE, query: NONE, body: null, status: 200, idempotencyKey: false } as const;
const owners = { ...shared, tag: 'settings', access: 'admin', path: '/v1/mail/settings', answer: settings } as const;

export const getMailSettings = endpoint({ ...owners, method: 'GET', summary: 'How mail leaves' });

export const putMailSettings = endpoint({
  ...owners,
  method: 'PUT',
  summary: 'Set how mail leaves; a password left out is kept while server and user stay the same',
  body: z.strictObject({
    host: z
      .string()
      .max(253, 'size')
      .regex(/^[a-zA-Z0-9_.:-]+$/, 'format')
      .describe('Name or address of the mail server.'),
    port: z.int('type').min(1, 'size').max(65_535, 'size').describe('465 for `tls`, 587 for `starttls`.'),
    security: z.enum(SECURITY, 'choice').describe('`none` sends everything readable: for a server on this machine.'),
    username: name(320).nullable().default(null).describe('Null: the server asks for none.'),
    password: z.string().min(1, 'size').max(1_000, 'size').optional().describe('Never shown again.'),
    fromName: text(100).nullable().default(null).describe('Null: the name of the business.'),
    fromAddress: address.describe('Whom the messages come from.'),
    replyTo: address.nullable().default(null).describe('Where answers go; null: to the sender.'),
  }),
});

export const deleteMailSettings = endpoint({
  ...owners,
  method: 'DELETE',
  summary: 'Forget how mail leaves; what waits is dropped',
});

export const testMail = endpoint({
  ...owners,
  method: 'POST',
  path: '/v1/mail/test',
  summary: 'Send a test message now, and tell what the server said',
  body: z.strictObject({ to: address.describe('Who gets it.') }),
  answer: z.strictObject({
    sent: z.boolean().describe('Whether the server took the message.'),
    error: wireError,
    response: z.string().nullable().describe('The server’s own words; null where there were none.'),
  }),
});

const wireOwnText = z.strictObject({ subject: z.string(), body: z.string() });

const mailText = z
  .strictObject({
    kind: z.enum(MAIL_KINDS),
    locale: z.enum(LOCALES),
    name: wireText.describe('What the message is called.'),
    canDecline: z.boolean().describe('Whether customers can decline it; codes and invitations they cannot.'),
    subject: z.string(),
    body: z.string(),
    isOwn: z.boolean().describe('Whether the business wrote it.'),
    original: wireOwnText.describe('The product’s own text.'),
    fields: z
      .array(z.strictObject({ name: z.string(), meaning: wireText, example: z.string(), fallback: z.string() }))
      .describe('What the text may name, as in `{{ name }}`; `fallback` is printed where nothing is known.'),
  })
  .meta({ id: 'MailText' });

const texts = { ...shared, tag: 'messages', path: '/v1/mail/texts/{kind}/{locale}', answer: mailText } as const;
const ofText = z.strictObject({
  kind: z.enum(MAIL_KINDS, 'choice').describe('Which message.'),
  locale: z.enum(LOCALES, 'choice').describe('In which language.'),
});
/** Checked by the template engine: what is wrong is told with its place. */
const anyText = z.strictObject({
  subject: z.string().max(20_000, 'size').describe('One line, with fields.'),
  body: z.string().max(100_000, 'size').describe('Plain text with fields, `if`, `unless` and `case`; an empty line parts paragraphs.'),
});

export const listMailTexts = endpoint({
  ...texts,
  method: 'GET',
  path: '/v1/mail/texts',
  access: 'read',
  summary: 'The seven messages in both languages, with the fields of each',
  answer: z.strictObject({ items: z.array(mailText) }),
});

export const putMailText = endpoint({
  ...texts,
  method: 'PUT',
  access: 'write',
  summary: 'Write a message in one’s own words; 422 names the place of a fault',
  params: ofText,
  body: anyText,
});

export const deleteMailText = endpoint({
  ...texts,
  method: 'DELETE',
  access: 'write',
  summary: 'Back to the product’s own text',
  params: ofText,
});

export const previewMailText = endpoint({
  ...texts,
  method: 'POST',
  path: '/v1/mail/texts/{kind}/{locale}/preview',
  access: 'read',
  summary: 'A text with example data, as it would leave; nothing is sent',
  params: ofText,
  body: anyText,
  answer: z.strictObject({ subject: z.string(), text: z.string(), html: z.string() }),
});

const mail = z
  .strictObject({
    id: z.string().describe('`msg_…`; the start of its Message-ID, the same in every attempt.'),
    kind: z.enum(MAIL_KINDS),
    name: wireText,
    customerId: z.string().nullable().describe('Whom it is for; null for staff.'),
    status: z.enum(['waiting', 'sent', 'failed', 'skipped']),
    attempts: z.int(),
    createdAt: wireTime,
    settledAt: wireTime.nullable().describe('When it was sent, given up or dropped.'),
    nextAttemptAt: wireTime.nullable(),
    error: wireError,
  })
  .meta({ id: 'Mail' });
export type MailInput = z.input<typeof mail>;

export const listMails = endpoint({
  ...shared,
  tag: 'messages',
  method: 'GET',
  path: '/v1/mail/log',
  access: 'read',
  summary: 'Messages, newest first: what waits, what was sent, and why not',
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(['waiting', 'sent', 'failed', 'skipped'], 'choice').optional(),
    kind: z.enum(MAIL_KINDS, 'choice').optional(),
  }),
  answer: pageOf(mail),
});

export const resendMail = endpoint({
  ...shared,
  tag: 'messages',
  method: 'POST',
  path: '/v1/mail/log/{id}/resend',
  access: 'write',
  summary: 'Try a message again that could not be sent',
  params: z.strictObject({ id: idOf('msg') }),
  answer: mail,
});

const choices = z
  .strictObject({
    declinedAll: z.boolean().describe('They want no messages at all; codes they ask for are still sent.'),
    declined: z.array(z.enum(MEMBER_MAIL_KINDS, 'choice')).describe('Kinds they do not want.'),
  })
  .meta({ id: 'MailChoices' });

const ofCustomer = {
  ...shared,
  tag: 'customers',
  path: '/v1/customers/{id}/mail-choices',
  params: z.strictObject({ id: name() }),
  answer: choices,
} as const;

export const getMailChoices = endpoint({
  ...ofCustomer,
  method: 'GET',
  access: 'read',
  summary: 'What a customer does not want to be written about',
});

export const putMailChoices = endpoint({
  ...ofCustomer,
  method: 'PUT',
  access: 'write',
  summary: 'Note what a customer does not want to be written about; counts at once',
  body: z.strictObject({
    declinedAll: z.boolean('type').describe('They want no messages at all.'),
    declined: z.array(z.enum(MEMBER_MAIL_KINDS, 'choice')).max(MEMBER_MAIL_KINDS.length, 'too-many').describe('Kinds they do not want.'),
  }),
});
