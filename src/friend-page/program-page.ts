/** The hosted page of a programme: what it gives both sides, how it works, its story and terms (2-07, 4-11). */
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import { type ProgramId, type TenantId, wireId } from '../domain/ids.ts';
import { statusAt, versionAt } from '../programs/program-status.ts';
import { findProgram, type ProgramRecord } from '../programs/programs.store.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import { disclosureByMember } from '../texts/disclosure.ts';
import { howItWorks } from '../texts/how-it-works.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { adMarks, gainList, type ShownOffer, stepsOf, storyOf, termsParagraphs } from './friend-page.ts';
import { html, NOTHING } from './html.ts';
import { readBusiness } from './page-business.ts';
import type { PageLanguage } from './page-language.ts';
import { type Page, renderPage } from './page-shell.ts';
import { pageWords } from './page-words.ts';
import { showOffer } from './shown-offer.ts';
import { renderStatePage } from './state-page.ts';

export interface ProgramPageVisit {
  readonly tenantId: TenantId;
  readonly language: PageLanguage;
  readonly named: { readonly id: ProgramId } | { readonly slug: string };
}

interface PageDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** Null where no programme of that name was ever published: a draft is nobody's to read. */
export async function showProgramPage(deps: PageDeps, { tenantId, language, named }: ProgramPageVisit): Promise<Page | null> {
  const now = deps.clock.now();
  const program =
    'id' in named ? await findProgram(deps.db, { tenantId, programId: named.id }) : await findBySlug(deps, tenantId, named.slug);
  const version = program === null ? null : versionAt(program, now);
  if (program === null || version === null) return null;
  const business = await readBusiness(deps, tenantId);
  const status = statusAt(program, now);
  if (status !== 'live') {
    const { landingUrl } = business.tenant;
    return renderStatePage({
      kind: status === 'ended' ? 'expired' : 'paused',
      language,
      look: business.look,
      shopUrl: landingUrl,
      code: null,
    });
  }
  const { document } = version;
  const reader = { locale: language, to: 'member', tierId: null } as const;
  const shown = showOffer({ program, version, tierId: null }, { language, business });
  const disclosure = disclosureByMember(document);
  const title = `${document.name[language]} — ${business.look.shopName}`;
  const sentence = offerSentence(document, reader);
  return renderPage({
    language,
    look: business.look,
    title,
    description: sentence,
    address: `${business.base}/programs/${wireId('prg', program.id)}`,
    pictureUrl: `${business.base}/programs/${wireId('prg', program.id)}/preview.png`,
    body: bodyOf(shown, {
      language,
      sentence,
      steps: howItWorks(document, reader),
      disclosure: disclosure === null ? null : disclosure[language],
      cabinetUrl: `${business.base}/cabinet/`,
    }),
    isPromoted: document.sharing === 'public',
    pictureOrigins: shown.story?.imageUrl == null ? [] : [new URL(shown.story.imageUrl).origin],
  });
}

interface MemberSide {
  readonly cabinetUrl: string;
  readonly language: PageLanguage;
  readonly sentence: string;
  readonly steps: ShownOffer['steps'];
  readonly disclosure: string | null;
}

function bodyOf(shown: ShownOffer, { language, sentence, steps, disclosure, cabinetUrl }: MemberSide) {
  const words = pageWords[language];
  const forFriend =
    shown.gains.length === 0 ? NOTHING : html`<section><h2>${words.program.forFriend}</h2>${gainList(shown.gains)}</section>`;
  const terms = html`<section><h2>${words.terms}</h2>${termsParagraphs(shown.terms)}</section>`;
  const quiet = disclosure === null ? NOTHING : html`<p class="quiet">${disclosure}</p>`;
  const top = html`<p class="label">${words.program.heading}</p><h1>${shown.name}</h1><div class="card offer"><p class="lead">${sentence}</p>${quiet}</div><p><a href="${cabinetUrl}">${words.program.join}</a></p>`;
  return html`${top}${stepsOf({ steps }, words)}${forFriend}${storyOf(shown.story)}${terms}${adMarks([shown], words)}`;
}

/** Whether a programme was ever published: a draft is nobody's to see. */
export async function hasProgramPage({ db, clock }: PageDeps, tenantId: TenantId, programId: ProgramId): Promise<boolean> {
  const program = await findProgram(db, { tenantId, programId });
  return program !== null && versionAt(program, clock.now()) !== null;
}

/** By the name the programme has now, as it would be written in an address: the id stays when the name changes. */
async function findBySlug({ db }: PageDeps, tenantId: TenantId, slug: string): Promise<ProgramRecord | null> {
  const programs = await listPublishedPrograms(db, tenantId);
  const found = programs.filter((program) =>
    program.versions.some(({ status, document }) => status === 'published' && slugOf(document.name.en) === slug),
  );
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
