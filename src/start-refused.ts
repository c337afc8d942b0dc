import type { LocalizedText } from './domain/program/document.ts';
import type { Locale } from './domain/words/number-words.ts';

/**
 * The program cannot start, or a command cannot do what it was asked, for a reason its operator can mend: a bad setting, a taken port, an
 * unwritable directory. The message is one clear sentence; the edge prints it alone, without a stack, and exits with code 1.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly #text: LocalizedText;

  constructor(text: string | LocalizedText) {
    const both = typeof text === 'string' ? { en: text, ru: text } : text;
    super(both.en);
    this.#text = both;
  }

  /** In the language asked for, where it has words in both. */
  in(locale: Locale): string {
    return this.#text[locale];
  }
}
