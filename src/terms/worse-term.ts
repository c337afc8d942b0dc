import type { LocalizedText } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { inBoth } from '../texts/wording.ts';

/** One thing that a newer version makes worse for a member. */
export interface WorseTerm {
  /** JSON pointer into the document: of the newer version, or of the older where the newer has no such thing. */
  readonly path: string;
  readonly text: LocalizedText;
}

/** `Окно приглашения: было 60 дней, стало 30 дней.` */
export function worsened(
  path: string,
  what: LocalizedText,
  words: (locale: Locale) => { readonly before: string; readonly now: string },
): WorseTerm {
  return {
    path,
    text: inBoth((locale) => {
      const { before, now } = words(locale);
      return locale === 'ru' ? `${what.ru}: было — ${before}, стало — ${now}.` : `${what.en}: was ${before}, now ${now}.`;
    }),
  };
}

export function dropped(path: string, what: LocalizedText): WorseTerm {
  return { path, text: { ru: `Больше нет: ${what.ru}.`, en: `No longer there: ${what.en}.` } };
}

export const NO_LIMIT: LocalizedText = { ru: 'без ограничения', en: 'no limit' };
