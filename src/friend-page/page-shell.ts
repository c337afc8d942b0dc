/** A whole page: head, preview for messengers, style and the policy that allows exactly what stands in it. */
import { createHash } from 'node:crypto';
import { type Brand, brandStyle, DEFAULT_BRAND } from './brand.ts';
import { Html, html, NOTHING } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PREVIEW } from './qr-picture.ts';

export interface PageLook {
  /** The business's own name; null where no business is known. */
  readonly shopName: string | null;
  readonly brand: Brand;
  /** Absolute, on our own host; null without one. */
  readonly logoUrl: string | null;
}

export const PLAIN_LOOK: PageLook = { shopName: null, brand: DEFAULT_BRAND, logoUrl: null };

export interface PageContent {
  readonly language: PageLanguage;
  readonly look: PageLook;
  readonly title: string;
  readonly description: string;
  /** Absolute; null where the page has no address to be shared by. */
  readonly address: string | null;
  readonly body: Html;
  /** What messengers draw where the business has no logo: absolute, on our own host, of the size of `PREVIEW`; absent = nothing. */
  readonly pictureUrl?: string;
  /** Beside the one style sheet. */
  readonly style?: string;
  /** A script of ours that makes the page handier; all it has to say, it says without. */
  readonly script?: string;
  /** Origins of pictures beside our own. */
  readonly pictureOrigins?: readonly string[];
  readonly hasForm?: boolean;
  /** Meant for anybody to find; every other page is kept out of search. */
  readonly isPromoted?: boolean;
}

export interface Page {
  readonly isPromoted: boolean;
  readonly html: string;
  /** Its content security policy. */
  readonly policy: string;
  readonly language: PageLanguage;
}

const styleHash = hashOf(PAGE_STYLE);

export function renderPage(content: PageContent): Page {
  const { language, look, title, description, body, script, isPromoted = false } = content;
  const brand = brandStyle(look.brand) + (content.style ?? '');
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${isPromoted ? NOTHING : html`<meta name="robots" content="noindex">\n`}<meta name="theme-color" media="(prefers-color-scheme: light)" content="${look.brand.light.ground}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${look.brand.dark.ground}">
<title>${title}</title>
<meta name="description" content="${description}">
${preview(content)}<style>${new Html(PAGE_STYLE)}</style>
<style>${new Html(brand)}</style>
</head>
<body><main>${shopLine(look)}${body}</main>${script === undefined ? NOTHING : html`<script>${new Html(script)}</script>`}</body>
</html>
`;
  return { html: page.text, policy: policyOf(content, brand), language, isPromoted };
}

/** What a messenger draws under the link (ogp.me). */
function preview({ look, title, description, address, pictureUrl }: PageContent): Html {
  const line = (property: string, content: string | null): Html =>
    content === null ? NOTHING : html`<meta property="${property}" content="${content}">\n`;
  return html`${[
    line('og:type', 'website'),
    line('og:site_name', look.shopName),
    line('og:title', title),
    line('og:description', description),
    line('og:url', address),
    ...(look.logoUrl === null && pictureUrl !== undefined
      ? [line('og:image', pictureUrl), line('og:image:width', String(PREVIEW.width)), line('og:image:height', String(PREVIEW.height))]
      : [line('og:image', look.logoUrl)]),
  ]}`;
}

/** Who the page is of. */
export function shopLine({ shopName, logoUrl }: PageLook): Html {
  if (shopName === null) return NOTHING;
  const [initial] = new Intl.Segmenter().segment(shopName);
  const letter = html`<span class="mark" aria-hidden="true">${initial?.segment.toLocaleUpperCase() ?? ''}</span>`;
  const logo = logoUrl === null ? letter : html`<img src="${new URL(logoUrl).pathname}" alt="">`;
  return html`<p class="shop">${logo}<span>${shopName}</span></p>`;
}

function policyOf({ look, script, pictureOrigins = [], hasForm = false }: PageContent, brand: string): string {
  const pictures = [...(look.logoUrl === null ? [] : ["'self'"]), ...pictureOrigins];
  return [
    "default-src 'none'",
    `style-src ${styleHash} ${hashOf(brand)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    ...(pictures.length === 0 ? [] : [`img-src ${pictures.join(' ')}`]),
    "base-uri 'none'",
    "object-src 'none'",
    `form-action ${hasForm ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
