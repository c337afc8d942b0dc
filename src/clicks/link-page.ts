import { createHash } from 'node:crypto';
import { type LinkPageKind, linkPageTexts, linkPageWords, type PageLanguage } from './link-page-texts.ts';

export interface LinkPage {
  readonly kind: LinkPageKind;
  readonly language: PageLanguage;
  /** The shop's own name; absent where no shop is known. */
  readonly shopName?: string;
  /** Where the shop is, shown as a link. */
  readonly shopUrl?: string;
  /** Shown to be copied. */
  readonly code?: string;
}

const style = `:root{color-scheme:light dark;--ground:#fff;--ink:#1c1b1a;--quiet:#5c5854;--card:#f4f1ee;--accent:#a8321f}
@media(prefers-color-scheme:dark){:root{--ground:#171615;--ink:#f2efec;--quiet:#b3ada7;--card:#262422;--accent:#ff9d87}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:32rem;margin:0 auto;padding:max(2rem,12vh) 1.25rem 2rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem;overflow-wrap:anywhere}
p{margin:0 0 1.25rem}
.shop,.label{color:var(--quiet);margin:0 0 .25rem;overflow-wrap:anywhere}
.code{display:block;background:var(--card);border-radius:.75rem;padding:1rem;margin:0 0 1.5rem;font:600 1.5rem/1.3 ui-monospace,monospace;text-align:center;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all}
a{color:var(--accent);display:inline-block;padding:.5rem 0}`;

/** Allows the page's own style and nothing else: no script, no image, no frame around it. */
export function linkPagePolicy(): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** A whole page without scripts and without personal data: the code is the only thing of the referrer's on it. */
export function renderLinkPage(page: LinkPage): string {
  const { title, text } = linkPageTexts[page.language][page.kind];
  const words = linkPageWords[page.language];
  const shop = page.shopName === undefined ? '' : `<p class="shop">${escapeHtml(page.shopName)}</p>`;
  const site = page.shopName === undefined ? '' : `<meta property="og:site_name" content="${escapeHtml(page.shopName)}">\n`;
  const code =
    page.code === undefined
      ? ''
      : `<p class="label" id="label">${words.code}</p><output class="code" aria-labelledby="label">${escapeHtml(page.code)}</output>`;
  const link = page.shopUrl === undefined ? '' : `<p><a href="${escapeHtml(page.shopUrl)}" rel="noreferrer">${words.toShop}</a></p>`;
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta property="og:type" content="website">
${site}<meta property="og:title" content="${escapeHtml(title)}">
<meta property="og:description" content="${escapeHtml(text)}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main>${shop}<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${code}${link}</main></body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
