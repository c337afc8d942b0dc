import type { ProgramDocument } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { conditionWords } from './condition-words.ts';
import { listWords } from './wording.ts';

/** Who may take part, in one sentence. */
export function enrolmentWords(document: ProgramDocument, locale: Locale): string {
  const { mode, if: conditions } = document.enrolment;
  const asked = listWords(
    conditions.map((condition) => conditionWords(condition, document, locale)),
    'and',
    locale,
  );
  switch (mode) {
    case 'automatic':
      if (asked === '') return locale === 'ru' ? 'Участником становится каждый покупатель.' : 'Every customer takes part.';
      return locale === 'ru' ? `Участником становится каждый при условии: ${asked}.` : `Everybody takes part on this condition: ${asked}.`;
    case 'optIn':
      if (asked === '') return locale === 'ru' ? 'Участником становится каждый, кто вступил сам.' : 'Everybody takes part who joins.';
      return locale === 'ru' ? `Вступить может каждый при условии: ${asked}.` : `Everybody may join on this condition: ${asked}.`;
    case 'staff':
      if (asked === '') return locale === 'ru' ? 'Участников приглашаем мы сами.' : 'We invite the members ourselves.';
      return locale === 'ru' ? `Участников приглашаем мы сами; нужно: ${asked}.` : `We invite the members ourselves; needed: ${asked}.`;
  }
}
