import type { Beneficiary, ProgramDocument, Rule } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { doerOf, gainWords, happeningWords } from '../texts/rule-words.ts';
import { termsSections } from '../texts/terms-page.ts';
import { capitalized, inBoth } from '../texts/wording.ts';

/** What a document that is not published says in words (2-06): changing a rule changes them. */
export function documentTexts(document: ProgramDocument) {
  const of = { document, versionNumber: 1, effectiveFrom: null };
  const sections = (locale: Locale) =>
    termsSections(of, locale).map(({ id, title, paragraphs }) => ({ id, title, paragraphs: [...paragraphs] }));
  return {
    offer: inBoth((locale) => offerSentence(document, { locale, to: 'member', tierId: null })),
    friendOffer: inBoth((locale) => offerSentence(document, { locale, to: 'friend', tierId: null })),
    rules: rulesWithPaths(document).map(({ path, rule }) => ({ path, text: inBoth((locale) => ruleSentence(rule, document, locale)) })),
    terms: { ru: sections('ru'), en: sections('en') },
  };
}

function rulesWithPaths(document: ProgramDocument): readonly { readonly path: string; readonly rule: Rule }[] {
  return [
    ...document.rules.map((rule, index) => ({ path: `/rules/${index}`, rule })),
    ...document.tiers.flatMap((tier, at) => tier.rules.map((rule, index) => ({ path: `/tiers/${at}/rules/${index}`, rule }))),
  ];
}

const TO: Readonly<Record<Beneficiary, { readonly ru: string; readonly en: string }>> = {
  friend: { ru: 'другу', en: 'the friend gets' },
  referrer: { ru: 'пригласившему', en: 'the referrer gets' },
  buyer: { ru: 'покупателю', en: 'the buyer gets' },
};
const ORDER = ['friend', 'referrer', 'buyer'] as const;

function ruleSentence(rule: Rule, document: ProgramDocument, locale: Locale): string {
  const when = capitalized(happeningWords(rule, document, { doer: doerOf(rule) === 'friend' ? 'theFriend' : 'you', locale }));
  const gains = ORDER.flatMap((to) => {
    const gain = gainWords(rule, document, { to, locale });
    return gain === null ? [] : [`${TO[to][locale]}${locale === 'ru' ? ' —' : ''} ${gain}`];
  });
  return `${when}: ${gains.join('; ')}.`;
}
