import { domainToASCII } from 'node:url';
import { err, ok, type Result } from '../domain/result.ts';

const MAX_ADDRESS_LENGTH = 254;
const MAX_LOCAL_BYTES = 64;
const MAX_TEXT_LENGTH = 512;

const INVISIBLE = /\p{C}/u;
const ATEXT_RUN = /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~]+$/u;
const QUOTED = /^"((?:[ !#-[\]-~]|\\[ -~])+)"$/;
const DOMAIN_TEXT = /^[\p{L}\p{M}\p{N}.\-\u3002]+$/u;
const DOMAIN_LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

const GMAIL_DOMAINS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/** One Yandex mailbox answers on all of these. */
const YANDEX_DOMAINS: ReadonlySet<string> = new Set(
  `ya.ru narod.ru yandex.az yandex.by yandex.co.il yandex.com yandex.com.am yandex.com.ge yandex.com.ru yandex.com.tr
   yandex.ee yandex.fr yandex.kg yandex.kz yandex.lt yandex.lv yandex.md yandex.ru yandex.tj yandex.tm yandex.ua
   yandex.uz`.split(/\s+/),
);

/**
 * The one spelling by which an e-mail address finds its person: lower case, NFKC, domain in punycode, `+tag` cut, Gmail
 * dots and Yandex aliases folded. It is for matching only, never to write to. Mail.ru's domains stay different people.
 * Canonical of canonical is the same. Syntax: RFC 5321 lengths, RFC 6531 letters, at least two domain labels.
 */
export function canonicalEmail(text: string): Result<string, { kind: 'invalid-email' }> {
  if (text.length > MAX_TEXT_LENGTH || INVISIBLE.test(text)) return err({ kind: 'invalid-email' });
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
  const at = lower.lastIndexOf('@');
  const local = parseLocal(lower.slice(0, Math.max(at, 0)));
  const domain = parseDomain(lower.slice(at + 1));
  if (local === null || domain === null) return err({ kind: 'invalid-email' });
  const address = joinCanonical(local, domain);
  return address.length <= MAX_ADDRESS_LENGTH ? ok(address) : err({ kind: 'invalid-email' });
}

/** The local part, quotes dropped where they change nothing; null when it breaks RFC 5321. */
function parseLocal(raw: string): string | null {
  if (raw === '' || Buffer.byteLength(raw) > MAX_LOCAL_BYTES) return null;
  const quoted = QUOTED.exec(raw)?.[1];
  if (quoted === undefined) return isDotAtom(raw) ? raw : null;
  const content = quoted.replace(/\\(.)/g, '$1');
  if (isDotAtom(content)) return content;
  return `"${content.replace(/["\\]/g, '\\$&')}"`;
}

function isDotAtom(text: string): boolean {
  return text.split('.').every((run) => ATEXT_RUN.test(run));
}

/** The domain in lower-case punycode without a final dot; null when it is no host name of two labels or more. */
function parseDomain(raw: string): string | null {
  if (!DOMAIN_TEXT.test(raw)) return null;
  const ascii = domainToASCII(raw).replace(/\.$/, '');
  const labels = ascii.split('.');
  if (labels.length < 2 || !labels.every((label) => DOMAIN_LABEL.test(label))) return null;
  // An all-numeric last label is an IP address, which names no mail provider.
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : ascii;
}

function joinCanonical(local: string, domain: string): string {
  if (local.startsWith('"')) return `${local}@${domain}`;
  const base = cutTag(local);
  // Without its dot a combining mark joins the letter before it.
  if (GMAIL_DOMAINS.has(domain)) return `${base.replaceAll('.', '').normalize('NFKC')}@gmail.com`;
  if (YANDEX_DOMAINS.has(domain)) return `${base.replaceAll('.', '-')}@yandex.ru`;
  return `${base}@${domain}`;
}

function cutTag(local: string): string {
  const plus = local.indexOf('+');
  if (plus <= 0) return local;
  return local.slice(0, plus).replace(/\.+$/, '');
}
