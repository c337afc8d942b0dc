import { createHash } from 'node:crypto';
import type { MemberMailKind } from '../domain/messages/mail.ts';
import { mailKindText } from './mail-kind-texts.ts';
import { escapeHtml } from './render-mail.ts';

export type UnsubscribeState = 'asking' | 'declined' | 'wanted' | 'unknown';

interface Page {
  readonly state: UnsubscribeState;
  readonly locale: 'ru' | 'en';
  readonly shopName: string | null;
  readonly kind: MemberMailKind | null;
}

const style = `:root{color-scheme:light dark;--ground:#fff;--ink:#1c1b1a;--quiet:#5c5854;--accent:#8f2818;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ground:#171615;--ink:#f2efec;--quiet:#b3ada7;--accent:#ff9d87;--on:#171615}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:32rem;margin:0 auto;padding:max(2rem,12vh) 1.25rem 2rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem;overflow-wrap:anywhere}
p{margin:0 0 1.25rem}
.shop{color:var(--quiet);margin:0 0 .25rem;overflow-wrap:anywhere}
button{font:inherit;font-weight:600;padding:.75rem 1.25rem;min-height:2.75rem;border:0;border-radius:.5rem;background:var(--accent);color:var(--on);cursor:pointer}
button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}`;

const TEXTS = {
  ru: {
    asking: { title: 'Не присылать такие письма?', text: 'Больше не будем писать вам: ', button: 'Не присылать' },
    declined: {
      title: 'Больше не пришлём',
      text: 'Отключено: ',
      button: 'Всё-таки присылать',
    },
    wanted: { title: 'Снова будем присылать', text: 'Включено: ', button: 'Не присылать' },
    unknown: { title: 'Ссылка не подошла', text: 'Откройте ссылку из последнего письма или напишите в магазин.', button: '' },
  },
  en: {
    asking: { title: 'Stop these messages?', text: 'We will no longer write to you about: ', button: 'Stop them' },
    declined: { title: 'No more of these', text: 'Switched off: ', button: 'Send them after all' },
    wanted: { title: 'We will send them again', text: 'Switched on: ', button: 'Stop them' },
    unknown: { title: 'The link does not fit', text: 'Open the link of the latest message, or write to the shop.', button: '' },
  },
} as const;

/** The page's own style, and a form that goes back to where it came from: nothing else. */
export function unsubscribePolicy(): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
}

export function renderUnsubscribePage({ state, locale, shopName, kind }: Page): string {
  const { title, text, button } = TEXTS[locale][state];
  const shop = shopName === null ? '' : `<p class="shop">${escapeHtml(shopName)}</p>`;
  const about = kind === null ? '' : quoted(mailKindText(kind)[locale], locale);
  const choice = state === 'declined' ? 'wanted' : 'declined';
  // Without an action the form posts to the page's own address, which holds the token.
  const form =
    button === ''
      ? ''
      : `<form method="post"><input type="hidden" name="choice" value="${choice}"><button type="submit">${escapeHtml(button)}</button></form>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main>${shop}<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}${about}</p>${form}</main></body>
</html>
`;
}

function quoted(text: string, locale: 'ru' | 'en'): string {
  return escapeHtml(locale === 'ru' ? `«${text}».` : `“${text}”.`);
}
