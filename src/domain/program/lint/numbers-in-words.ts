/** Numbers of the advice, one language at a time; written as everywhere. */

import { formatMoney } from '../../money/money.ts';
import {
  type EnglishForms,
  englishForm,
  groupedDigits,
  NOUNS,
  percentWords,
  type RussianForms,
  russianForm,
} from '../../words/number-words.ts';

interface NumbersInWords<Forms> {
  readonly money: (amountMinor: bigint, currency: string) => string;
  readonly percent: (basisPoints: bigint) => string;
  /** `3 заказа`, `3 orders`. */
  readonly count: (n: number | bigint, forms: Forms) => string;
  readonly number: (n: number | bigint) => string;
}

export const RU: NumbersInWords<RussianForms> = {
  money: (amountMinor, currency) => formatMoney(amountMinor, currency, 'ru'),
  percent: (basisPoints) => percentWords(basisPoints, 'ru'),
  count: (n, forms) => `${groupedDigits(n, 'ru')} ${russianForm(n, forms)}`,
  number: (n) => groupedDigits(n, 'ru'),
};

export const EN: NumbersInWords<EnglishForms> = {
  money: (amountMinor, currency) => formatMoney(amountMinor, currency, 'en'),
  percent: (basisPoints) => percentWords(basisPoints, 'en'),
  count: (n, forms) => `${groupedDigits(n, 'en')} ${englishForm(n, forms)}`,
  number: (n) => groupedDigits(n, 'en'),
};

export const DAYS = NOUNS.day;
export const ORDERS = NOUNS.order;
