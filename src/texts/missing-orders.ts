import { groupedDigits, type Locale, nounFor } from '../domain/words/number-words.ts';

const STATES = {
  paid: { ru: ['оплаченный', 'оплаченных'], en: 'paid' },
  delivered: { ru: ['доставленный', 'доставленных'], en: 'delivered' },
} as const;

/** `Ещё 1 оплаченный заказ`, `1 more paid order`: how many of them are missing. */
export function missingOrders(missing: number | bigint, state: keyof typeof STATES, locale: Locale): string {
  const noun = nounFor(missing, 'order', locale);
  const digits = groupedDigits(missing, locale);
  if (locale === 'en') return `${digits} more ${STATES[state].en} ${noun}`;
  const [one, many] = STATES[state].ru;
  return `Ещё ${digits} ${noun === 'заказ' ? one : many} ${noun}`;
}
