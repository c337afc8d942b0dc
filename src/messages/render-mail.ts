/** A message as it leaves: subject, plain text, and the same text as simple HTML. */
import type { MailKind } from '../domain/messages/mail.ts';
import { defaultText, type MailText } from './default-texts.ts';
import { completeFields, type FieldValues } from './mail-fields.ts';
import { renderText } from './mail-template.ts';

export interface MailToRender {
  readonly kind: MailKind;
  readonly locale: 'ru' | 'en';
  /** As the business wrote it; null = the text of the product. */
  readonly text: MailText | null;
  readonly fields: FieldValues;
  readonly shopName: string;
  /** Sentences under the message that no text can leave out. */
  readonly notes: readonly string[];
  /** Null for messages nobody can decline. */
  readonly unsubscribeUrl: string | null;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const WORDS = {
  ru: {
    service: 'Это служебное сообщение о вашем участии в программе магазина.',
    security: 'Это сообщение отправлено по запросу на этот адрес.',
    unsubscribe: 'Не присылать такие письма',
  },
  en: {
    service: 'This is a service message about your part in the shop’s programme.',
    security: 'This message was sent because somebody asked for it at this address.',
    unsubscribe: 'Do not send me such messages',
  },
} as const;

const SUBJECT_SHOWN_MAX = 250;

/** Falls back to the product's own text where the stored one can no longer be used: a message must not be lost for its wording. */
export function renderMail(mail: MailToRender): RenderedMail {
  const { kind, locale, notes, unsubscribeUrl } = mail;
  const fields = completeFields(kind, locale, mail.fields);
  const filled = mail.text === null ? null : fill(mail.text, fields);
  const { subject, body } = filled ?? fill(defaultText(kind, locale), fields) ?? defaultText(kind, locale);
  const words = WORDS[locale];
  const footer = [...notes, unsubscribeUrl === null ? words.security : words.service];
  const end = unsubscribeUrl === null ? [] : [`${words.unsubscribe}: ${unsubscribeUrl}`];
  return {
    subject: oneLine(subject),
    text: `${body}\n\n-- \n${[mail.shopName, ...footer, ...end].join('\n')}\n`,
    html: page({ ...mail, subject: oneLine(subject), body, footer }),
  };
}

function fill(text: MailText, fields: FieldValues): MailText | null {
  const subject = renderText(text.subject, fields);
  const body = renderText(text.body, fields);
  if (!subject.ok || !body.ok || subject.value.trim() === '' || body.value.trim() === '') return null;
  return { subject: subject.value, body: body.value.replaceAll(/\r\n?/g, '\n').trim() };
}

/** What goes into a header holds no line ends and no other controls: a name with a line break must not become a header. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, SUBJECT_SHOWN_MAX);
}

interface Page {
  readonly locale: 'ru' | 'en';
  readonly subject: string;
  readonly body: string;
  readonly shopName: string;
  readonly footer: readonly string[];
  readonly unsubscribeUrl: string | null;
}

/** A message of the product itself as HTML, without a footer. */
export function htmlOf(mail: Pick<Page, 'locale' | 'subject' | 'body' | 'shopName'>): string {
  return page({ ...mail, footer: [], unsubscribeUrl: null });
}

/** No image, no font, no tracking: what is read here is told to nobody. */
function page({ locale, subject, body, shopName, footer, unsubscribeUrl }: Page): string {
  const paragraphs = body.split(/\n{2,}/).map((part) => `<p style="margin:0 0 16px">${withLinks(part)}</p>`);
  const unsubscribe =
    unsubscribeUrl === null
      ? ''
      : `<br><a href="${escapeHtml(unsubscribeUrl)}" style="color:inherit">${escapeHtml(WORDS[locale].unsubscribe)}</a>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 24px;font-weight:600">${escapeHtml(shopName)}</p>
${paragraphs.join('\n')}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #d8d4cf;font-size:13px;opacity:.8">${footer.map(escapeHtml).join('<br>')}${unsubscribe}</p>
</div>
</body>
</html>
`;
}

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

function withLinks(text: string): string {
  let html = '';
  let last = 0;
  for (const found of text.matchAll(LINK)) {
    const url = escapeHtml(found[0]);
    html += `${escapeHtml(text.slice(last, found.index))}<a href="${url}">${url}</a>`;
    last = found.index + found[0].length;
  }
  return (html + escapeHtml(text.slice(last))).replaceAll('\n', '<br>');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
