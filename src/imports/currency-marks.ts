import { isCurrency } from '../domain/money/money.ts';

/**
 * Signs and words that stand for a currency in shop files, with the currencies each may mean. The first is meant where the
 * row names none; null first = too ambiguous to be read alone.
 */
const CURRENCIES_BY_MARK: ReadonlyMap<string, readonly [string | null, ...string[]]> = new Map([
  ['₽', ['RUB']],
  ['р', ['RUB']],
  ['руб', ['RUB']],
  ['рубль', ['RUB']],
  ['рубля', ['RUB']],
  ['рублей', ['RUB']],
  ['rur', ['RUB']],
  ['rouble', ['RUB']],
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'TWD']],
  ['us$', ['USD']],
  ['долл', ['USD']],
  ['€', ['EUR']],
  ['евро', ['EUR']],
  ['euro', ['EUR']],
  ['£', ['GBP']],
  ['₸', ['KZT']],
  ['тг', ['KZT']],
  ['тенге', ['KZT']],
  ['₴', ['UAH']],
  ['грн', ['UAH']],
  ['br', ['BYN']],
  ['₾', ['GEL']],
  ['֏', ['AMD']],
  ['₼', ['AZN']],
  ['₺', ['TRY']],
  ['₹', ['INR']],
  ['zł', ['PLN']],
  ['¥', [null, 'JPY', 'CNY']],
  ['kr', [null, 'SEK', 'NOK', 'DKK', 'ISK']],
]);

export interface CurrencyMark {
  /** Null = the mark alone does not say. */
  readonly usual: string | null;
  readonly possible: readonly string[];
}

/** What a sign, word or ISO 4217 code (any case, with or without a full stop) says about the currency; null = nothing. */
export function findCurrencyMark(text: string): CurrencyMark | null {
  const code = text.toUpperCase();
  if (isCurrency(code)) return { usual: code, possible: [code] };
  const currencies = CURRENCIES_BY_MARK.get(text.toLowerCase().replace(/\.$/, ''));
  if (currencies === undefined) return null;
  const possible = currencies.filter((currency) => currency !== null);
  return { usual: currencies[0], possible };
}
