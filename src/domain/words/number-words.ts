/** Counts and percents as a reader of either language writes them: the one way for terms, offers, advice and mail. Exact at any size. */

export const LOCALES = ['ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Russian: one, few, many (`1 балл, 2 балла, 5 баллов`), many as few where it is left out; English: one, many. */
export type RussianForms = readonly [one: string, few: string, many?: string];
export type EnglishForms = readonly [one: string, many: string];

interface NounForms {
  readonly ru: RussianForms;
  readonly en: EnglishForms;
}

export const NOUNS = {
  day: { ru: ['день', 'дня', 'дней'], en: ['day', 'days'] },
  month: { ru: ['месяц', 'месяца', 'месяцев'], en: ['month', 'months'] },
  point: { ru: ['балл', 'балла', 'баллов'], en: ['point', 'points'] },
  order: { ru: ['заказ', 'заказа', 'заказов'], en: ['order', 'orders'] },
  friend: { ru: ['друг', 'друга', 'друзей'], en: ['friend', 'friends'] },
  reward: { ru: ['награда', 'награды', 'наград'], en: ['reward', 'rewards'] },
  score: { ru: ['отзыв', 'отзыва', 'отзывов'], en: ['review', 'reviews'] },
  seat: { ru: ['место', 'места', 'мест'], en: ['place', 'places'] },
  hour: { ru: ['час', 'часа', 'часов'], en: ['hour', 'hours'] },
  /** As how long something lasts: "действует 1 минуту". */
  minute: { ru: ['минуту', 'минуты', 'минут'], en: ['minute', 'minutes'] },
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

/** `1 балл`, `2 балла`, `5 баллов`. */
export function counted(count: number | bigint, noun: Noun, locale: Locale): string {
  return `${groupedDigits(count, locale)} ${nounFor(count, noun, locale)}`;
}

/** The noun alone, as it stands after that number. */
export function nounFor(count: number | bigint, noun: Noun, locale: Locale): string {
  return locale === 'ru' ? russianForm(count, NOUNS[noun].ru) : englishForm(count, NOUNS[noun].en);
}

export function russianForm(count: number | bigint, [one, few, many = few]: RussianForms): string {
  const category = categoryOf(count, 'ru');
  return category === 'one' ? one : category === 'few' ? few : many;
}

export function englishForm(count: number | bigint, [one, many]: EnglishForms): string {
  return categoryOf(count, 'en') === 'one' ? one : many;
}

function categoryOf(count: number | bigint, locale: Locale): Intl.LDMLPluralRule {
  const whole = BigInt(count);
  return PLURAL_RULES[locale].select(Number(whole < GRAMMAR_PERIOD ? whole : (whole % GRAMMAR_PERIOD) + GRAMMAR_PERIOD));
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
