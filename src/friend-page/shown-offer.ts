/** A programme in force as the page of a link shows it, all of it made of the document. */
import { wireId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { rulesFor } from '../domain/program/program-rules.ts';
import type { FriendProgram } from '../offers/find-friend-programs.ts';
import { disclosureToFriend } from '../texts/disclosure.ts';
import { friendOffers } from '../texts/friend-offers.ts';
import { howItWorks } from '../texts/how-it-works.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { termsSections } from '../texts/terms-page.ts';
import type { ShownOffer, ShownStory } from './friend-page.ts';
import type { PageBusiness } from './page-business.ts';
import type { PageLanguage } from './page-language.ts';
import { isOwnPicture } from './shop-link.ts';

export function showOffer(
  { program, version, tierId }: FriendProgram,
  { language, business }: { readonly language: PageLanguage; readonly business: PageBusiness },
): ShownOffer {
  const { document } = version;
  const reader = { locale: language, to: 'friend', tierId } as const;
  const disclosure = disclosureToFriend(document);
  return {
    name: document.name[language],
    sentence: offerSentence(document, reader),
    gains: friendOffers(document, tierId).map(({ text, conditions }) => ({
      text: text[language],
      conditions: conditions.map((condition) => condition[language]),
    })),
    steps: howItWorks(document, reader),
    story: showStory(document, { language, domains: business.tenant.domains }),
    terms: termsSections({ document, versionNumber: version.number, effectiveFrom: version.effectiveFrom }, language),
    disclosure: disclosure === null ? null : disclosure[language],
    isForNewCustomers: rulesFor(document, tierId).some(
      (rule) =>
        rule.grant.some(({ to }) => to === 'friend') && rule.if.some((condition) => condition.kind === 'newCustomer' && condition.is),
    ),
    adMark: document.sharing === 'public' ? (document.marking ?? null) : null,
    pageUrl: `${business.base}/programs/${wireId('prg', program.id)}`,
  };
}

/** A picture from elsewhere is left out: the page asks nobody but the business. */
export function showStory(
  { story }: ProgramDocument,
  { language, domains }: { readonly language: PageLanguage; readonly domains: readonly string[] },
): ShownStory | null {
  if (story === undefined) return null;
  const isOwn = story.imageUrl !== null && isOwnPicture(story.imageUrl, domains);
  return { title: story.title[language], text: story.text[language], imageUrl: isOwn ? story.imageUrl : null };
}
