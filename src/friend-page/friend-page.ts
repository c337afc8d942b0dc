/** The page of a link: who invites, to what, what for, and how to take it (1-03, 2-06, 2-07, 4-11). Readable without scripts. */
import type { TermsSection } from '../texts/terms-page.ts';
import { type ClaimForm, claimSection } from './claim-form.ts';
import { type Html, html, NOTHING } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { type Page, type PageLook, renderPage } from './page-shell.ts';
import { type PageWords, pageWords } from './page-words.ts';
import { codeField } from './state-page.ts';

export interface ShownOffer {
  readonly name: string;
  /** The offer in one sentence. */
  readonly sentence: string;
  readonly gains: readonly { readonly text: string; readonly conditions: readonly string[] }[];
  readonly steps: readonly { readonly title: string; readonly text: string }[];
  readonly story: ShownStory | null;
  readonly terms: readonly TermsSection[];
  readonly disclosure: string | null;
  readonly isForNewCustomers: boolean;
  /** Of a programme that may be shared in public: who advertises, by which number of the register. */
  readonly adMark: AdMark | null;
  readonly pageUrl: string;
}

export interface ShownStory {
  readonly title: string;
  readonly text: string;
  readonly imageUrl: string | null;
}

export interface AdMark {
  readonly advertiser: string;
  readonly erid: string;
}

export interface FriendPage {
  readonly language: PageLanguage;
  readonly look: PageLook & { readonly shopName: string };
  readonly address: string;
  /** What messengers draw where there is no logo. */
  readonly pictureUrl: string;
  readonly code: string;
  /** As the referrer lets themselves be named; null = not at all. */
  readonly from: string | null;
  readonly words: string | null;
  readonly offers: readonly ShownOffer[];
  readonly shop: { readonly url: string; readonly takesCode: boolean } | null;
  readonly claim: ClaimForm | null;
}

/** The page says all of it without; with it, a tap copies the code. */
const COPY_SCRIPT = `const b=document.getElementById('copy');if(b&&navigator.clipboard){b.hidden=false;b.onclick=()=>navigator.clipboard.writeText(document.getElementById('code').textContent).then(()=>{b.textContent=b.dataset.done})}`;

export function renderFriendPage(page: FriendPage): Page {
  const { language, look, offers } = page;
  const words = pageWords[language];
  const title = words.invites(page.from ?? words.friend, look.shopName);
  const [first] = offers;
  const body = html`<h1>${title}</h1>${quote(page, words)}${offers.map((offer) => offerCard(offer, offers.length > 1))}${wayIn(page, words)}${
    first === undefined ? NOTHING : [stepsOf(first, words), storyOf(first.story)]
  }${page.claim === null ? NOTHING : claimSection(page.claim, words)}${fairness(offers, words)}${termsOf(offers, words)}${adMarks(offers, words)}`;
  return renderPage({
    language,
    look,
    title,
    description: first?.sentence ?? words.giveCode,
    address: page.address,
    pictureUrl: page.pictureUrl,
    body,
    script: COPY_SCRIPT,
    pictureOrigins: offers.flatMap(({ story }) => (story === null || story.imageUrl === null ? [] : [new URL(story.imageUrl).origin])),
    hasForm: page.claim !== null,
  });
}

function quote({ words: said, from }: FriendPage, words: PageWords): Html {
  if (said === null) return NOTHING;
  return html`<blockquote><p>${said}</p><footer>${from === null ? words.wordsOfFriend : words.wordsBy(from)}</footer></blockquote>`;
}

/** The offer in one sentence with what it asks for, that the sender is rewarded right beside it, and each gain where there are several. */
function offerCard({ name, sentence, gains: list, disclosure }: ShownOffer, isNamed: boolean): Html {
  const [only] = list;
  const conditions = list.length === 1 && only !== undefined ? only.conditions : [];
  const quiet = [...conditions.map((condition) => `${condition}.`), ...(disclosure === null ? [] : [disclosure])].join(' ');
  return html`<div class="card offer">${isNamed ? html`<h2>${name}</h2>` : NOTHING}<p class="lead">${sentence}</p>${
    list.length > 1 ? gainList(list) : NOTHING
  }${quiet === '' ? NOTHING : html`<p class="quiet">${quiet}</p>`}</div>`;
}

export function gainList(gains: ShownOffer['gains']): Html {
  const items = gains.map(
    ({ text, conditions }) =>
      html`<li><b>${text}</b>${conditions.length === 0 ? NOTHING : html`<span>${conditions.join('. ')}</span>`}</li>`,
  );
  return html`<ul class="gains">${items}</ul>`;
}

function wayIn({ shop, code }: FriendPage, words: PageWords): Html {
  const button = html`<button class="button plain" id="copy" type="button" data-done="${words.copied}" hidden>${words.copy}</button>`;
  if (shop === null) return codeField(code, words.giveCode, button);
  const link = html`<p class="go"><a class="button" href="${shop.url}" rel="noreferrer">${shop.takesCode ? words.toShopWithCode : words.toShop}</a></p>`;
  return html`${link}${codeField(code, shop.takesCode ? words.codeGoesAlong : words.giveCode, button)}`;
}

export function stepsOf({ steps }: Pick<ShownOffer, 'steps'>, words: PageWords): Html {
  return html`<section><h2>${words.steps}</h2><ol class="steps">${steps.map(({ title, text }) => html`<li><b>${title}</b><span>${text}</span></li>`)}</ol></section>`;
}

export function storyOf(story: ShownStory | null): Html {
  if (story === null) return NOTHING;
  const picture =
    story.imageUrl === null ? NOTHING : html`<img src="${story.imageUrl}" alt="" loading="lazy" referrerpolicy="no-referrer">`;
  return html`<section class="story">${picture}<h2>${story.title}</h2><p>${story.text}</p></section>`;
}

function fairness(offers: readonly ShownOffer[], words: PageWords): Html {
  const notes = [...(offers.some(({ isForNewCustomers }) => isForNewCustomers) ? [words.alreadyCustomer] : []), words.ownCode];
  return html`<section><h2>${words.fairTitle}</h2><ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul></section>`;
}

function termsOf(offers: readonly ShownOffer[], words: PageWords): Html {
  if (offers.length === 0) return NOTHING;
  return html`<section>${offers.map(
    (offer) =>
      html`<details><summary>${words.terms}${offers.length === 1 ? '' : `: ${offer.name}`}</summary>${termsParagraphs(offer.terms)}<p><a href="${offer.pageUrl}">${words.programPage}</a></p></details>`,
  )}</section>`;
}

export function termsParagraphs(terms: readonly TermsSection[]): readonly Html[] {
  return terms.map(({ title, paragraphs }) => html`<h3>${title}</h3>${paragraphs.map((text) => html`<p>${text}</p>`)}`);
}

export function adMarks(offers: readonly Pick<ShownOffer, 'adMark'>[], words: PageWords): readonly Html[] {
  return offers.flatMap(({ adMark }) => (adMark === null ? [] : [html`<p class="ad">${words.adMark(adMark.advertiser, adMark.erid)}</p>`]));
}
