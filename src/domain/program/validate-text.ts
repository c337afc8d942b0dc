import type { LocalizedText } from './document.ts';
import { type ProgramIssue, pointer } from './program-issue.ts';

/** Both languages have something to say. */
export function checkText(text: LocalizedText, field: string): ProgramIssue[] {
  const locales = ['ru', 'en'] as const;
  return locales
    .filter((locale) => text[locale].trim() === '')
    .map((locale) => ({
      code: 'text_empty',
      field: pointer(field, locale),
      text: { ru: 'Напишите здесь хотя бы одно слово.', en: 'Write at least one word here.' },
    }));
}
