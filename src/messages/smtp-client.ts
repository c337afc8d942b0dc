/** One message to one address by SMTP: a connection for each, so that settings count at once. What went wrong becomes a code without addresses. */
import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { isAllowedAddress, isTrustedHost, type TargetRules } from '../webhooks/target-rules.ts';
import { nameResolver } from '../webhooks/webhook-client.ts';
import type { RenderedMail } from './render-mail.ts';
import { oneLine } from './render-mail.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export interface Envelope {
  /** Stands for this message through every attempt, so that a second copy is seen to be one. */
  readonly messageId: string;
  readonly to: string;
  readonly shopName: string;
  readonly mail: RenderedMail;
  /** Null for messages nobody can decline. */
  readonly unsubscribeUrl: string | null;
}

/** Rules: where the server may be, as with webhooks, its port aside; null = anywhere, for settings of who runs the installation. */
export interface MailSender {
  readonly settings: SmtpSettings;
  readonly rules: TargetRules | null;
}

export type Sent =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'failed';
      /** `auth`, `refused-550`…: words for it are in contract/mail-error-texts.ts. */
      readonly error: string;
      /** The server will not take this message, however often it comes. */
      readonly isFinal: boolean;
      /** The server's own line: for who pressed the test button, never for a log. */
      readonly response: string | null;
    };

const LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 } as const;

export async function sendMail({ settings, rules }: MailSender, envelope: Envelope): Promise<Sent> {
  try {
    const address = rules === null ? settings.host : await checkedAddress(settings.host, rules);
    if (address === null) return { kind: 'failed', error: 'host-not-allowed', isFinal: false, response: null };
    return await sendTo(address, settings, envelope);
  } catch (error) {
    return failureOf(error, settings.security);
  }
}

/** What the name stands for now, since names change hands; null when any of it may not be reached. */
async function checkedAddress(host: string, rules: TargetRules): Promise<string | null> {
  const addresses = isIP(host) === 0 ? await nameResolver(rules)(host) : [host];
  const isAllowed = addresses.every((address) => isTrustedHost(host, rules) || isAllowedAddress(address, rules));
  return isAllowed ? (addresses[0] ?? null) : null;
}

async function sendTo(address: string, settings: SmtpSettings, { messageId, to, shopName, mail, unsubscribeUrl }: Envelope): Promise<Sent> {
  const { host, port, security, username, password } = settings;
  const transport = createTransport({
    ...LIMITS,
    host: address,
    // Connected to what was checked, the certificate is still that of the name.
    ...(isIP(host) === 0 ? { tls: { servername: host } } : {}),
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(username === null ? {} : { auth: { user: username, pass: password ?? '' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sending = transport.sendMail({
    messageId: `<${messageId}>`,
    from: { name: oneLine(settings.fromName ?? shopName), address: settings.fromAddress },
    to: { name: '', address: to },
    ...(settings.replyTo === null ? {} : { replyTo: { name: '', address: settings.replyTo } }),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    headers: headersOf(unsubscribeUrl),
  });
  return sending.then((): Sent => ({ kind: 'sent' })).finally(() => transport.close());
}

/** RFC 3834 keeps out-of-office answers away; RFC 8058 lets a mail program unsubscribe with one press. */
function headersOf(unsubscribeUrl: string | null): Readonly<Record<string, string>> {
  const always = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  if (unsubscribeUrl === null) return always;
  return { ...always, 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

interface SmtpFailure {
  readonly code: string;
  readonly command: string;
  readonly responseCode: number | null;
  readonly response: string | null;
}

function failureOf(error: unknown, security: SmtpSettings['security']): Sent {
  const failure = read(error);
  const { responseCode, command, response } = failure;
  // A refused sender or sign-in is mended in the settings; a refused recipient or message stays refused.
  const isFinal = responseCode !== null && responseCode >= 500 && /^(RCPT TO|DATA)$/i.test(command);
  const code = errorCode(failure, isFinal);
  // A server that speaks plainly may cut a connection that begins with TLS before it says anything.
  return { kind: 'failed', error: code === 'connection' && security === 'tls' ? 'tls' : code, isFinal, response };
}

function errorCode({ code, command, responseCode }: SmtpFailure, isFinal: boolean): string {
  if (code === 'EAUTH' || code === 'ENOAUTH' || /^AUTH/i.test(command)) return 'auth';
  if (isFinal || (responseCode !== null && /^RCPT TO$/i.test(command))) return `recipient-${responseCode}`;
  if (responseCode !== null && /^MAIL FROM$/i.test(command)) return `sender-${responseCode}`;
  if (/^STARTTLS$/i.test(command)) return 'tls';
  if (code === 'EENVELOPE') return 'address';
  if (responseCode !== null && responseCode >= 400) return `answer-${responseCode}`;
  return CODES[code] ?? 'connection';
}

const CODES: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'timeout',
  EDNS: 'host-unknown',
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  ENODATA: 'host-unknown',
  ESERVFAIL: 'host-unknown',
  ETIMEOUT: 'timeout',
  ECONNREFUSED: 'connection-refused',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
  EPROTOCOL: 'not-smtp',
  ESOCKET: 'connection',
  ECONNECTION: 'connection',
};

const RESPONSE_MAX = 300;

function read(error: unknown): SmtpFailure {
  const field = (name: string): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined);
  const text = (name: string): string => {
    const value = field(name);
    return typeof value === 'string' ? value : '';
  };
  const responseCode = field('responseCode');
  const message = text('message');
  const isRefused = message.includes('ECONNREFUSED');
  const isTls = /certificate|self.signed|SSL|TLS|wrong version number/i.test(message);
  return {
    code: isRefused ? 'ECONNREFUSED' : isTls ? 'ETLS' : text('code'),
    command: text('command'),
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    response: oneLine(text('response')).slice(0, RESPONSE_MAX) || null,
  };
}
