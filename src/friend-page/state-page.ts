/** One kind, true sentence where a link leads to no invitation; it tells nothing about anybody. */
import { type Html, html, NOTHING } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { type Page, type PageLook, renderPage } from './page-shell.ts';
import { type StatePageKind, stateTexts, stateWords } from './state-texts.ts';

export interface StatePage {
  readonly kind: StatePageKind;
  readonly language: PageLanguage;
  readonly look: PageLook;
  /** Where the shop is, shown as a link. */
  readonly shopUrl: string | null;
  /** Shown to be copied. */
  readonly code: string | null;
  /** Further true sentences. */
  readonly notes?: readonly string[];
}

export function renderStatePage(page: StatePage): Page {
  const { kind, language, look, shopUrl, code, notes = [] } = page;
  const { title, text } = stateTexts[language][kind];
  const words = stateWords[language];
  const link =
    shopUrl === null ? NOTHING : html`<p class="go"><a class="button" href="${shopUrl}" rel="noreferrer">${words.toShop}</a></p>`;
  const body = html`<h1>${title}</h1><p class="lead">${text}</p>${code === null ? NOTHING : codeField(code, words.code)}${link}${
    notes.length === 0 ? NOTHING : html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`
  }`;
  return renderPage({ language, look, title, description: text, address: null, body });
}

/** Chosen whole by one tap, so that the code can be copied without a script. */
export function codeField(code: string, label: string, button: Html = NOTHING): Html {
  return html`<div class="go"><p class="label" id="code-label">${label}</p><div class="code"><output class="codetext" id="code" aria-labelledby="code-label">${code}</output>${button}</div></div>`;
}
