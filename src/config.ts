import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { StartRefused } from './start-refused.ts';

/** One line of `--help` and of the guide for each setting of the environment. */
interface Setting<T> {
  readonly schema: z.ZodType<T>;
  readonly unit: string;
  readonly defaultText: string;
  readonly description: string;
}

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'must be a number from 0 to 65535');

const publicUrlSchema = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address', abort: true })
  .refine((url) => new URL(url).search === '' && new URL(url).hash === '', 'must have no query and no fragment')
  // It stands in every link, so what is in it is told to everybody.
  .refine((url) => new URL(url).username === '' && new URL(url).password === '', 'must have no name and no password')
  .transform((url) => url.replace(/\/+$/, ''));

const databaseUrlSchema = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://');

const trustProxySchema = z.string().transform((text, context) => {
  const ranges = text.split(',').map((part) => part.trim());
  for (const range of ranges) {
    if (!isAddressRange(range)) context.addIssue({ code: 'custom', message: `"${range}" is not an address range like 10.0.0.0/8` });
  }
  return Object.freeze(ranges);
});

/** Host names as they stand in an address: lower case, no port. */
const allowPrivateSchema = z.string().transform((text, context) => {
  const targets = text.split(',').map((part) => part.trim());
  for (const target of targets) {
    if (!isAddressRange(target) && !HOST_NAME.test(target))
      context.addIssue({ code: 'custom', message: `"${target}" is neither an address range like 10.0.0.0/8 nor a host name` });
  }
  return Object.freeze(targets);
});

const portsSchema = z.string().transform((text, context) => {
  const parts = text.split(',').map((part) => part.trim());
  for (const part of parts)
    if (!portSchema.safeParse(part).success) context.addIssue({ code: 'custom', message: `"${part}" is not a port` });
  return Object.freeze(parts.map(Number));
});

const proxySchema = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

const SECURITY = { 'smtps:': 'tls', 'smtp:': 'starttls' } as const;
const SMTP_PORTS = { tls: 465, starttls: 587, none: 25 } as const;

const smtpUrlSchema = z.url({ protocol: /^smtps?$/, error: 'must be an smtp or smtps address', abort: true }).transform((text, context) => {
  const url = new URL(text);
  const isPlain = url.search === '?security=none';
  if (url.hostname === '' || (url.search !== '' && !isPlain) || (isPlain && url.protocol === 'smtps:'))
    context.addIssue({ code: 'custom', message: 'must be like smtp://user:password@host:587, with nothing after it but ?security=none' });
  const security = isPlain ? 'none' : SECURITY[url.protocol === 'smtps:' ? 'smtps:' : 'smtp:'];
  return Object.freeze({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? SMTP_PORTS[security] : Number(url.port),
    security,
    username: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
  });
});

const mailFromSchema = z.string().transform((text, context) => {
  const named = /^([^<>]*)<([^<>]+)>$/.exec(text.trim());
  const fromAddress = (named?.[2] ?? text).trim();
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(fromAddress)) context.addIssue({ code: 'custom', message: 'must be an e-mail address' });
  return Object.freeze({ fromName: named?.[1]?.trim() || null, fromAddress });
});

const smsSecretSchema = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, 'must be whsec_ and at least 24 bytes in base64')
  .transform((text) => Buffer.from(text.slice('whsec_'.length), 'base64'));

const testClockSchema = z.iso
  .datetime({ offset: true, error: 'must be a time with a zone, like 2026-11-20T12:00:00+03:00' })
  .transform((text) => new Date(text));

const megabytesSchema = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, 'must be a number of megabytes, at least 1')
  .transform((megabytes) => Number(megabytes) * 1_048_576);

const faultPointSchema = z.string().regex(/^[a-z0-9.-]+(:[1-9]\d*)?$/, 'must be the name of a place, as in before-commit:2');

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

const settings = {
  HOST: setting(z.string().min(1).default('127.0.0.1'), 'address', '127.0.0.1', 'Address the server listens on; 0.0.0.0 for all.'),
  PORT: setting(portSchema.default(3000), 'port number', '3000', 'Port the server listens on; 0 takes a free one.'),
  SARAFAN_DATA: setting(
    z.string().min(1).default('./data'),
    'directory',
    './data',
    'Where the embedded database and its log live; made when missing.',
  ),
  DATABASE_URL: setting(
    databaseUrlSchema.optional(),
    'address',
    'none',
    'PostgreSQL 15 or later to use instead of the embedded one: postgres://user:password@host/database.',
  ),
  PUBLIC_URL: setting(
    publicUrlSchema.optional(),
    'address',
    'http://HOST:PORT',
    'Address by which customers reach the server: in links, QR codes and messages.',
  ),
  TRUST_PROXY: setting(
    trustProxySchema.default([]),
    'address ranges, separated by commas',
    'none',
    'Proxies whose X-Forwarded-For is believed, as in 10.0.0.0/8,::1/128.',
  ),
  WEBHOOK_PORTS: setting(
    portsSchema.default([443]),
    'port numbers, separated by commas',
    '443',
    'Ports webhooks may go to; 80 in the list allows plain http there.',
  ),
  WEBHOOK_ALLOW_PRIVATE: setting(
    allowPrivateSchema.default([]),
    'address ranges and host names, separated by commas',
    'none',
    'Targets in a private network that webhooks may reach all the same, also over http and on any port.',
  ),
  WEBHOOK_PROXY: setting(
    proxySchema.optional(),
    'address',
    'none',
    'Proxy that all webhooks go through; it must itself keep away from private networks.',
  ),
  SMTP_URL: setting(
    smtpUrlSchema.optional(),
    'address',
    'none',
    'Mail server for businesses that set up none of their own: smtps:// (TLS at once) or smtp:// (STARTTLS; plain with ?security=none), user:password@host:port.',
  ),
  MAIL_FROM: setting(
    mailFromSchema.optional(),
    'e-mail address',
    'none',
    'Sender of that mail, as in mail@tea.example or Tea <mail@tea.example>; needed with SMTP_URL.',
  ),
  SMS_GATEWAY_URL: setting(
    z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    'address',
    'none',
    'Takes text messages to hand on: a POST of {to, text}, signed; with it cabinets offer codes by phone. Webhook rules hold for it.',
  ),
  SMS_GATEWAY_SECRET: setting(
    smsSecretSchema.optional(),
    'whsec_ and base64',
    'none',
    'Signs what goes to SMS_GATEWAY_URL (Standard Webhooks); needed with it.',
  ),
  UPLOADS_MB_MAX: setting(
    megabytesSchema.default(1_073_741_824),
    'megabytes',
    '1024',
    'How much the files of one business that wait to be imported may take on the disk; one file has at most 200.',
  ),
  SARAFAN_TEST_CLOCK: setting(
    testClockSchema.optional(),
    'time with zone (RFC 3339)',
    'none',
    'For tests only: the clock starts at this time and runs on; a red banner says so.',
  ),
  FAULT_POINT: setting(faultPointSchema.optional(), 'name or name:pass', 'none', 'For tests only: kills the process at the named place.'),
} satisfies Record<string, Setting<unknown>>;

/** The settings of one process, checked and frozen. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute path. */
  readonly dataDirectory: string;
  readonly databaseUrl: string | undefined;
  /** Without a trailing slash. Undefined means http://HOST:PORT, known once the port is bound. */
  readonly publicUrl: string | undefined;
  readonly trustProxy: readonly string[];
  readonly webhookPorts: readonly number[];
  readonly webhookAllowPrivate: readonly string[];
  readonly webhookProxy: string | undefined;
  /** How mail leaves for businesses that set up none of their own. */
  readonly smtp: z.output<typeof smtpUrlSchema> | undefined;
  readonly mailFrom: z.output<typeof mailFromSchema> | undefined;
  readonly smsUrl: string | undefined;
  readonly smsSecret: Buffer | undefined;
  /** Of one business in the uploads directory. */
  readonly uploadBytesMax: number;
  readonly testClock: Date | undefined;
  readonly faultPoint: string | undefined;
}

/**
 * Reads the settings from an environment; spaces around a value are none of it, and an empty value counts as none. Throws `StartRefused` naming each setting that
 * is wrong, and each SARAFAN_… name that is not a setting, since a misspelt one would silently do nothing.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const read = <T>(name: keyof typeof settings, schema: z.ZodType<T>): T | undefined => {
    const parsed = schema.safeParse(environment[name]?.trim() || undefined);
    if (parsed.success) return parsed.data;
    wrong.push(`${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
    return undefined;
  };
  for (const name of Object.keys(environment)) {
    if (name.startsWith('SARAFAN_') && !(name in settings)) wrong.push(`${name}: there is no such setting`);
  }
  const values = {
    host: read('HOST', settings.HOST.schema),
    port: read('PORT', settings.PORT.schema),
    dataDirectory: read('SARAFAN_DATA', settings.SARAFAN_DATA.schema),
    databaseUrl: read('DATABASE_URL', settings.DATABASE_URL.schema),
    publicUrl: read('PUBLIC_URL', settings.PUBLIC_URL.schema),
    trustProxy: read('TRUST_PROXY', settings.TRUST_PROXY.schema),
    webhookPorts: read('WEBHOOK_PORTS', settings.WEBHOOK_PORTS.schema),
    webhookAllowPrivate: read('WEBHOOK_ALLOW_PRIVATE', settings.WEBHOOK_ALLOW_PRIVATE.schema),
    webhookProxy: read('WEBHOOK_PROXY', settings.WEBHOOK_PROXY.schema),
    smtp: read('SMTP_URL', settings.SMTP_URL.schema),
    mailFrom: read('MAIL_FROM', settings.MAIL_FROM.schema),
    smsUrl: read('SMS_GATEWAY_URL', settings.SMS_GATEWAY_URL.schema),
    smsSecret: read('SMS_GATEWAY_SECRET', settings.SMS_GATEWAY_SECRET.schema),
    uploadBytesMax: read('UPLOADS_MB_MAX', settings.UPLOADS_MB_MAX.schema),
    testClock: read('SARAFAN_TEST_CLOCK', settings.SARAFAN_TEST_CLOCK.schema),
    faultPoint: read('FAULT_POINT', settings.FAULT_POINT.schema),
  };
  if (values.smtp !== undefined && values.mailFrom === undefined && !environment['MAIL_FROM'])
    wrong.push('MAIL_FROM: is needed with SMTP_URL');
  if (values.smsUrl !== undefined && values.smsSecret === undefined && !environment['SMS_GATEWAY_SECRET'])
    wrong.push('SMS_GATEWAY_SECRET: is needed with SMS_GATEWAY_URL');
  const { host, port, dataDirectory, trustProxy, webhookPorts, webhookAllowPrivate, uploadBytesMax } = values;
  const isWhole = host !== undefined && port !== undefined && dataDirectory !== undefined && trustProxy !== undefined;
  if (wrong.length > 0 || !isWhole || webhookPorts === undefined || webhookAllowPrivate === undefined || uploadBytesMax === undefined)
    throw new StartRefused(`Wrong setting. ${wrong.join('. ')}.`);
  const checked = { host, port, dataDirectory: resolve(dataDirectory), trustProxy, webhookPorts, webhookAllowPrivate, uploadBytesMax };
  return Object.freeze({ ...values, ...checked });
}

/** One text block for `--help`: name, default, meaning and unit of every setting. */
export function describeSettings(): string {
  return Object.entries(settings)
    .map(
      ([name, { unit, defaultText, description }]) =>
        `  ${name.padEnd(22)} ${description}\n${' '.repeat(25)}(${unit}; default: ${defaultText})`,
    )
    .join('\n');
}

/** Whether links made from this address work on this machine only. */
export function isLoopbackUrl(url: string): boolean {
  // With the dot of a full name at its end it is the same name.
  const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
}

function setting<T>(schema: z.ZodType<T>, unit: string, defaultText: string, description: string): Setting<T> {
  return { schema, unit, defaultText, description };
}

function isAddressRange(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}
