/** What a member prints and sends: cards and a poster with their code, and a text for each way, the sentence that they are rewarded in each. */
import type { WireCabinetShare } from '../contract/cabinet-home.endpoints.ts';
import { paperStyle } from './brand.ts';
import type { AdMark } from './friend-page.ts';
import { Html, html, NOTHING } from './html.ts';
import { type MaterialWords, materialWords, type TextChannel } from './material-words.ts';
import type { PageLanguage } from './page-language.ts';
import { type Page, type PageLook, renderPage, shopLine } from './page-shell.ts';
import { pageWords } from './page-words.ts';
import { qrSvg } from './qr-picture.ts';

export type Paper = 'a6' | 'a4';

/** One programme the member invites to. */
export interface InvitedTo {
  readonly name: string;
  /** The offer in one sentence, to the friend. */
  readonly sentence: string;
  /** That the sender is rewarded, to the friend. */
  readonly disclosure: string | null;
  readonly share: WireCabinetShare;
  readonly isPublic: boolean;
  readonly adMark: AdMark | null;
}

export interface Materials {
  readonly language: PageLanguage;
  readonly look: PageLook;
  readonly code: string;
  /** As people type it. */
  readonly link: string;
  /** The link as the printed code leads to it. */
  readonly printedLink: string;
  /** Path of the folder these pages lie in, with a slash at its end. */
  readonly folder: string;
  readonly programs: readonly [InvitedTo, ...InvitedTo[]];
}

const COPY_SCRIPT = `for(const b of document.querySelectorAll('[data-done]')){if(!navigator.clipboard)break;b.hidden=false;b.onclick=()=>navigator.clipboard.writeText(b.previousElementSibling.textContent).then(()=>{b.textContent=b.dataset.done})}`;
const PRINT_SCRIPT = `const b=document.getElementById('print');b.hidden=false;b.onclick=()=>print()`;
const TEXT_STYLE = `pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0 0 .6rem;user-select:all;-webkit-user-select:all}.text{margin:0 0 1rem}.text h3{margin:0 0 .4rem}.files{display:grid;gap:.6rem}`;

/** Where all of it is found. */
export function renderMaterials(materials: Materials): Page {
  const { language, look, programs, folder } = materials;
  const words = materialWords[language];
  const isPublic = programs.some((program) => program.isPublic);
  const link = (path: string, text: string, file: string | null = null): Html =>
    html`<a class="button plain" href="${folder}${path}"${file === null ? NOTHING : html` download="${file}"`}>${text}</a>`;
  const { code } = materials;
  const paper = html`<section><h2>${words.paper}</h2><div class="files">${link('card?size=a6', words.card)}${link('card?size=a4', isPublic ? words.poster : words.sheet)}</div></section>`;
  const files = html`<section><h2>${words.files}</h2><div class="files">${link('qr.svg', words.svg, `${code}.svg`)}${link('qr.png', words.png, `${code}.png`)}</div></section>`;
  const lead = `${words.lead} ${isPublic ? '' : words.inPerson}`.trim();
  return renderPage({
    language,
    look,
    title: words.title,
    description: lead,
    address: null,
    body: html`<h1>${words.title}</h1><p class="lead">${lead}</p>${paper}${files}${programs.map((program) => textsOf(program, { words, language, isNamed: programs.length > 1 }))}`,
    style: TEXT_STYLE,
    script: COPY_SCRIPT,
  });
}

function textsOf(
  { name, share }: InvitedTo,
  { words, language, isNamed }: { readonly words: MaterialWords; readonly language: PageLanguage; readonly isNamed: boolean },
): Html {
  const texts = share.channels.flatMap(({ channel, link }) =>
    channel === 'native' || channel === 'copy' || channel === 'qr'
      ? []
      : [{ channel, text: textFor(channel, share, { words, language, link }) }],
  );
  const keep = share.disclosure === null ? NOTHING : html`<p class="quiet">${words.keep}</p>`;
  return html`<section><h2>${words.texts}${isNamed ? `: ${name}` : ''}</h2>${keep}${texts.map(
    ({ channel, text }) =>
      html`<div class="card text"><h3>${words.channels[channel]}</h3><pre>${text}</pre><button class="button plain" type="button" data-done="${words.copied}" hidden>${words.copy}</button></div>`,
  )}</section>`;
}

/** As that way is written in: a letter greets, an SMS is one line. */
function textFor(
  channel: TextChannel,
  { message, disclosure }: WireCabinetShare,
  { words, language, link }: { readonly words: MaterialWords; readonly language: PageLanguage; readonly link: string },
): string {
  const said = [message[language], ...(disclosure === null ? [] : [disclosure[language]])];
  if (channel === 'sms') return [message[language], link, ...said.slice(1)].join(' ');
  return [...(channel === 'email' ? [words.greeting, ''] : []), ...said, link].join('\n');
}

/** To be printed: one card, four of them on a sheet to be cut, or a poster where the programme may be shared in public. */
export function renderPaper(materials: Materials, paper: Paper): Page {
  const { language, look, programs } = materials;
  const words = materialWords[language];
  const [program] = programs;
  const isPoster = paper === 'a4' && program.isPublic;
  const faces = Array.from({ length: paper === 'a4' && !isPoster ? 4 : 1 }, () => face(materials, program));
  const button = html`<p class="screen"><button class="button" id="print" type="button" hidden>${words.print}</button></p><p class="screen quiet">${words.printHint}</p>`;
  return renderPage({
    language,
    look,
    title: `${isPoster ? words.poster : paper === 'a4' ? words.sheet : words.card} — ${materials.code}`,
    description: program.sentence,
    address: null,
    body: html`${button}<div class="paper ${paper} ${isPoster ? 'poster' : ''}">${faces}</div>`,
    style: `${paperStyle(look.brand, '.paper')}${paperLayout(paper)}`,
    script: PRINT_SCRIPT,
  });
}

function face({ language, look, code, link, printedLink }: Materials, { sentence, disclosure, adMark }: InvitedTo): Html {
  const words = materialWords[language];
  const small = [
    ...(disclosure === null ? [] : [disclosure]),
    ...(adMark === null ? [] : [pageWords[language].adMark(adMark.advertiser, adMark.erid)]),
  ];
  return html`<article class="face">${shopLine(look)}<p class="offer">${sentence}</p><div class="qr">${new Html(qrSvg(printedLink))}</div><p class="scan">${words.scan}</p><p class="codetext">${code}</p><p class="link">${link}</p>${small.map((text) => html`<p class="small">${text}</p>`)}</article>`;
}

function paperLayout(paper: Paper): string {
  const [width, height] = paper === 'a6' ? [105, 148] : [210, 297];
  return `
main{max-width:none;width:fit-content}main>.shop{display:none}
.paper{box-sizing:border-box;width:${width}mm;height:${height}mm;overflow:hidden;background:var(--ground);color:var(--ink);border:1px solid var(--line);display:grid;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.a4:not(.poster){grid-template-columns:1fr 1fr;grid-template-rows:1fr 1fr}
.a4:not(.poster) .face:nth-child(-n+2){border-bottom:1px dashed var(--quiet)}
.a4:not(.poster) .face:nth-child(odd){border-right:1px dashed var(--quiet)}
.face{min-width:0;padding:9mm 8mm 7mm;display:flex;flex-direction:column;align-items:center;text-align:center;gap:2.5mm;overflow:hidden}
.face p{margin:0}
.face .shop{font-size:12pt;margin:0}
.face .offer{font-size:13pt;line-height:1.25;font-weight:700;text-wrap:balance}
.qr{flex:1;min-height:0;width:100%}
.qr svg{display:block;width:100%;height:100%}
.scan{font-size:9pt;color:var(--quiet)}
.face .codetext{flex:none;align-self:stretch;font-size:16pt;padding:2mm}
.link{font-size:8.5pt;overflow-wrap:anywhere}
.small{font-size:6.5pt;line-height:1.3;color:var(--quiet)}
.poster .face{padding:22mm 20mm 16mm;gap:7mm}
.poster .shop{font-size:20pt}.poster .offer{font-size:28pt}.poster .scan{font-size:16pt}.poster .codetext{font-size:34pt;padding:5mm}.poster .link{font-size:15pt}.poster .small{font-size:9pt}
@media screen and (max-width:52rem){.a4{zoom:.4}.a6{zoom:.8}}
@media print{@page{size:${width}mm ${height}mm;margin:0}.screen{display:none}body{background:none}main{padding:0;margin:0}.paper{border:0}}`;
}
