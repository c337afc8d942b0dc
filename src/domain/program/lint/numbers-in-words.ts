/** Numbers as a reader of either language writes them. */

import { formatMoney } from '../../money/money.ts';

export interface NumbersInWords {
  readonly money: (amountMinor: bigint, currency: string) => string;
  /** 550 basis points: `5,5 %` and `5.5%`. */
  readonly percent: (basisPoints: bigint) => string;
  /** `3 заказа`, `3 orders`: the forms are those of 1, 3 and 5; English needs two. */
  readonly count: (n: number | bigint, forms: readonly [string, string, string?]) => string;
  readonly number: (n: number | bigint) => string;
}

const RU_COUNT = new Intl.NumberFormat('ru');
const EN_COUNT = new Intl.NumberFormat('en');
const RU_RULES = new Intl.PluralRules('ru');

export const RU: NumbersInWords = {
  money: (amountMinor, currency) => formatMoney(amountMinor, currency, 'ru'),
  percent: (basisPoints) => `${decimal(basisPoints, ',')}\u00a0%`,
  count: (n, [one, few, many = few]) => {
    const rule = RU_RULES.select(Number(n));
    return `${RU_COUNT.format(n)} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
  },
  number: (n) => RU_COUNT.format(n),
};

export const EN: NumbersInWords = {
  money: (amountMinor, currency) => formatMoney(amountMinor, currency, 'en'),
  percent: (basisPoints) => `${decimal(basisPoints, '.')}%`,
  count: (n, [one, many]) => `${EN_COUNT.format(n)} ${Number(n) === 1 ? one : many}`,
  number: (n) => EN_COUNT.format(n),
};

export const DAYS = {
  ru: ['день', 'дня', 'дней'],
  en: ['day', 'days'],
} as const satisfies Record<string, readonly [string, string, string?]>;
export const ORDERS = {
  ru: ['заказ', 'заказа', 'заказов'],
  en: ['order', 'orders'],
} as const satisfies Record<string, readonly [string, string, string?]>;

function decimal(hundredths: bigint, separator: string): string {
  const rest = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return `${hundredths / 100n}${rest === '' ? '' : separator}${rest}`;
}
