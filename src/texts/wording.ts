/** How numbers, dates and lists are written in the texts a programme makes of itself. */
import { formatMoney } from '../domain/money/money.ts';
import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';

export type Locale = 'ru' | 'en';

/** The same text in both languages, from a function of one. */
export function inBoth(write: (locale: Locale) => string): LocalizedText {
  return { ru: write('ru'), en: write('en') };
}

/** Russian: one, few, many (`1 балл, 2 балла, 5 баллов`); English: one, many. */
interface NounForms {
  readonly ru: readonly [one: string, few: string, many: string];
  readonly en: readonly [one: string, many: string];
}

const NOUNS = {
  day: { ru: ['день', 'дня', 'дней'], en: ['day', 'days'] },
  month: { ru: ['месяц', 'месяца', 'месяцев'], en: ['month', 'months'] },
  point: { ru: ['балл', 'балла', 'баллов'], en: ['point', 'points'] },
  order: { ru: ['заказ', 'заказа', 'заказов'], en: ['order', 'orders'] },
  friend: { ru: ['друг', 'друга', 'друзей'], en: ['friend', 'friends'] },
  reward: { ru: ['награда', 'награды', 'наград'], en: ['reward', 'rewards'] },
  score: { ru: ['отзыв', 'отзыва', 'отзывов'], en: ['review', 'reviews'] },
  seat: { ru: ['место', 'места', 'мест'], en: ['place', 'places'] },
  hour: { ru: ['час', 'часа', 'часов'], en: ['hour', 'hours'] },
  /** Genitive, for "от 1 дня", "не раньше чем через 2 дня" and "не меньше 5 заказов". */
  ofDay: { ru: ['дня', 'дней', 'дней'], en: ['day', 'days'] },
  ofMonth: { ru: ['месяца', 'месяцев', 'месяцев'], en: ['month', 'months'] },
  ofPoint: { ru: ['балла', 'баллов', 'баллов'], en: ['point', 'points'] },
  ofFriend: { ru: ['друга', 'друзей', 'друзей'], en: ['friend', 'friends'] },
  ofScore: { ru: ['отзыва', 'отзывов', 'отзывов'], en: ['review', 'reviews'] },
  ofReward: { ru: ['награды', 'наград', 'наград'], en: ['reward', 'rewards'] },
} as const satisfies Record<string, NounForms>;

export type Noun = keyof typeof NOUNS;

const PLURAL_RULES = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
// Grammar looks at the last digits and at "exactly one": a thousand more or fewer changes neither, so size is no matter.
const GRAMMAR_PERIOD = 1000n;

/** `1 балл`, `2 балла`, `5 баллов`; exact at any size. */
export function counted(count: number | bigint, noun: Noun, locale: Locale): string {
  return `${groupedDigits(count, locale)} ${nounFor(count, noun, locale)}`;
}

/** The noun alone, as it stands after that number. */
export function nounFor(count: number | bigint, noun: Noun, locale: Locale): string {
  const whole = BigInt(count);
  const small = Number(whole < GRAMMAR_PERIOD ? whole : (whole % GRAMMAR_PERIOD) + GRAMMAR_PERIOD);
  const category = PLURAL_RULES[locale].select(small);
  if (locale === 'en') return NOUNS[noun].en[category === 'one' ? 0 : 1];
  return NOUNS[noun].ru[category === 'one' ? 0 : category === 'few' ? 1 : 2];
}

export function groupedDigits(count: number | bigint, locale: Locale): string {
  return count.toString().replace(/\B(?=(?:\d{3})+$)/g, locale === 'ru' ? '\u00a0' : ',');
}

/** 550 basis points are `5,5 %` and `5.5%`. */
export function percentWords(basisPoints: bigint, locale: Locale): string {
  const rest = (basisPoints % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  const whole = basisPoints / 100n;
  if (locale === 'ru') return `${whole}${rest === '' ? '' : `,${rest}`} %`;
  return `${whole}${rest === '' ? '' : `.${rest}`}%`;
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
