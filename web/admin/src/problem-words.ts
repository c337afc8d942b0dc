/** What the API refuses, for who sits before the console: fields are called what they are called there, and nothing of the wire is named. */
import i18next from 'i18next';

interface Texts {
  readonly ru: string;
  readonly en: string;
}

export interface ApiProblem {
  readonly code: string;
  readonly status: number;
  readonly field: string | null;
  readonly detail: string;
  readonly text: Texts;
  readonly reasons?: readonly { readonly code: string; readonly field: string; readonly text: Texts }[];
}

/** A text of the console in both languages, as those of the API come. */
export function inBoth(key: string): Texts {
  return { ru: i18next.getFixedT('ru')(key), en: i18next.getFixedT('en')(key) };
}

export function inOurWords(problem: ApiProblem): ApiProblem {
  // What is said to a program ("send a key", "see reasons") has words of its own for a person.
  const own = `problem.${problem.code}`;
  return { ...problem, text: i18next.exists(own) ? inBoth(own) : { ru: said(problem, 'ru'), en: said(problem, 'en') } };
}

function said({ field, text, reasons }: ApiProblem, language: keyof Texts): string {
  const [reason] = reasons ?? [];
  // The reasons stand under it, one by one.
  const words = reason === undefined ? text[language] : text[language].replace(` ${reason.field}: ${reason.text[language]}`, '');
  const beginning = `${field}: `;
  return field !== null && words.startsWith(beginning) ? `${nameOf(field, language)}: ${words.slice(beginning.length)}` : words;
}

/** Of `margin.basisPoints` or `order.lines[0].total` the innermost part that has a name. */
function nameOf(field: string, language: keyof Texts): string {
  const t = i18next.getFixedT(language);
  const parts = field.replaceAll(/\[\d+\]/g, '').split('.');
  const named = parts.findLast((part) => i18next.exists(`fieldNamed.${part}`));
  return t(named === undefined ? 'fieldNamed.other' : `fieldNamed.${named}`);
}
