/** How money, points, dates and lists are written in the texts a programme makes of itself. */
import { formatMoney } from '../domain/money/money.ts';
import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { counted, type Locale } from '../domain/words/number-words.ts';

/** The same text in both languages, from a function of one. */
export function inBoth(write: (locale: Locale) => string): LocalizedText {
  return { ru: write('ru'), en: write('en') };
}

/** Points under the programme's own name: `5 баллов`, or `5 баллов «Листики»`. */
export function pointsWords(
  points: bigint,
  of: { readonly document: ProgramDocument; readonly noun?: 'point' | 'ofPoint' },
  locale: Locale,
): string {
  const name = of.document.points?.name[locale] ?? '';
  const isPlain = name === '' || /^(баллы|points)$/i.test(name.trim());
  const words = counted(points, of.noun ?? 'point', locale);
  if (isPlain) return words;
  return locale === 'ru' ? `${words} «${name}»` : `${words} “${name}”`;
}

export function moneyWords(amountMinor: bigint, document: Pick<ProgramDocument, 'currency'>, locale: Locale): string {
  return formatMoney(amountMinor, document.currency, locale);
}

const DATE_LOCALE = { ru: 'ru-RU', en: 'en-GB' } as const;

/** `4 декабря 2026 г.`, `4 December 2026`: the local day in the programme's zone. */
export function dateWords(at: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(DATE_LOCALE[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at);
}

/** `a, b и c`. */
export function listWords(items: readonly string[], join: 'and' | 'or', locale: Locale): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const word = { and: { ru: 'и', en: 'and' }, or: { ru: 'или', en: 'or' } }[join][locale];
  return `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of goods and channels: quoted, at most a handful. */
export function namesWords(names: readonly string[], locale: Locale): string {
  const quoted = names.slice(0, MAX_NAMES).map((name) => (locale === 'ru' ? `«${name}»` : `“${name}”`));
  const rest = names.length > MAX_NAMES ? [locale === 'ru' ? 'другие из списка' : 'others on the list'] : [];
  return listWords([...quoted, ...rest], 'or', locale);
}

const MAX_NAMES = 5;
