/** Sizes of rewards from a shop's own figures (2-03); stated conventions where the orders are too few to say anything. */
import type { MoneyWire } from '../contract/program-document-schema.ts';
import { formatMoney, minorDigits } from '../domain/money/money.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { Evidence } from '../domain/program/lint/advice.ts';
import { evidence } from '../domain/program/lint/sources.ts';
import { counted, groupedDigits, percentWords } from '../domain/words/number-words.ts';
import { inBoth } from '../texts/wording.ts';
import type { ShopFigures } from './shop-figures.store.ts';

/** Fewer paid orders than this are an anecdote. */
const FEW_ORDERS = 50;
const WHOLE = 10_000n;
const WINDOW_DAYS = 60;
const LIFE_DAYS = 365;
const COMEBACK_DAYS = 60;
/** The longest a document takes: ten years. */
const LONGEST_DAYS = 3_650;

/** A value with what it rests on. */
export interface Sized<T> {
  readonly value: T;
  readonly because: Evidence;
}

export interface ShopSizes {
  /** Whose words stand where a document has one language only. */
  readonly locale: 'ru' | 'en';
  readonly currency: string;
  /** The moment of the proposal. */
  readonly at: Date;
  /** A typical order, minor units without delivery. */
  readonly order: Sized<bigint>;
  readonly minimumOrder: Sized<bigint>;
  /** Null while nobody knows what an order earns. */
  readonly margin: Sized<bigint> | null;
  /** How long an invitation is good for. */
  readonly windowDays: Sized<number>;
  /** How long what was earned can be spent. */
  readonly lifeDays: Sized<number>;
  /** Within how many days of the order before a customer came back soon. */
  readonly comebackDays: Sized<number>;
}

export interface KnownShop {
  readonly locale: 'ru' | 'en';
  readonly currency: string;
  readonly at: Date;
  /** Null without orders, or with orders in another currency. */
  readonly figures: ShopFigures | null;
  readonly typedMarginBasisPoints: bigint | null;
  /** What the owner says of a shop whose orders are not here yet, or says otherwise than they do. */
  readonly typedOrderMinor?: bigint | null;
  readonly typedDaysBetweenOrders?: number | null;
}

/** The sizes a shop's templates are made with. */
export function shopSizes(shop: KnownShop): ShopSizes {
  const { locale, currency, at, figures: known, typedMarginBasisPoints } = shop;
  const figures = known !== null && known.currency === currency && known.orders >= FEW_ORDERS ? known : null;
  const order = typedOrder(shop) ?? orderSize(currency, figures);
  return {
    locale,
    currency,
    at,
    order,
    minimumOrder: minimumOrder(order, currency, shop.typedOrderMinor == null ? figures : null),
    margin: marginSize(figures, typedMarginBasisPoints),
    ...(typedDays(shop) ?? daySizes(figures)),
  };
}

function typedOrder({ currency, typedOrderMinor }: KnownShop): Sized<bigint> | null {
  if (typedOrderMinor == null) return null;
  const size = formatBoth(typedOrderMinor, currency);
  return {
    value: typedOrderMinor,
    because: evidence('own-orders', { ru: `Вы указали обычный заказ ${size.ru}.`, en: `You gave a usual order of ${size.en}.` }),
  };
}

function typedDays({ typedDaysBetweenOrders: days }: KnownShop): ReturnType<typeof daySizes> | null {
  if (days == null) return null;
  const usual = inBoth((locale) => counted(days, 'day', locale));
  const because = evidence('own-orders', {
    ru: `Вы указали: между заказами одного клиента обычно ${usual.ru}.`,
    en: `You gave ${usual.en} as usual between a customer’s orders.`,
  });
  return cycleDays(days, because);
}

/** An invitation lives through one usual pause between orders, what was earned through two. */
function cycleDays(cycle: number, because: Evidence) {
  return {
    windowDays: { value: Math.min(Math.max(cycle, WINDOW_DAYS), LONGEST_DAYS), because },
    lifeDays: { value: Math.min(Math.max(LIFE_DAYS, cycle * 2), LONGEST_DAYS), because },
    comebackDays: { value: Math.min(Math.max(cycle, 1), LONGEST_DAYS), because },
  };
}

function orderSize(currency: string, figures: ShopFigures | null): Sized<bigint> {
  if (figures !== null) {
    const median = formatBoth(figures.medianOrderMinor, currency);
    return {
      value: figures.medianOrderMinor,
      because: ownOrders(figures, {
        ru: `половина ваших заказов не меньше ${median.ru}`,
        en: `half of your orders are ${median.en} or more`,
      }),
    };
  }
  const value = conventionalOrder(currency);
  const size = formatBoth(value, currency);
  return {
    value,
    because: evidence('convention', {
      ru: `Своих заказов пока мало, взят условный заказ ${size.ru}: поправьте под себя.`,
      en: `There are too few orders of your own yet, so an assumed order of ${size.en} is used: change it to yours.`,
    }),
  };
}

/** Half a typical order: a trifle bought for the reward stays below it, most real orders above. */
function minimumOrder(order: Sized<bigint>, currency: string, figures: ShopFigures | null): Sized<bigint> {
  const value = roundDown(order.value / 2n, currency);
  const half = formatBoth(value, currency);
  const words = {
    ru: `${half.ru} — около половины обычного заказа: покупка мелочи ради награды её не приносит`,
    en: `${half.en} is about half a usual order: a trifle bought for the reward does not earn it`,
  };
  if (figures === null) return { value, because: evidence('smallOrders', { ru: `${words.ru}.`, en: `${words.en}.` }) };
  return { value, because: ownOrders(figures, words) };
}

function marginSize(figures: ShopFigures | null, typed: bigint | null): Sized<bigint> | null {
  if (typed !== null) {
    const share = inBoth((locale) => percentWords(typed, locale));
    return {
      value: typed,
      because: evidence('own-orders', { ru: `Вы указали маржу ${share.ru}.`, en: `You gave a margin of ${share.en}.` }),
    };
  }
  const margin = figures?.margin ?? null;
  if (figures === null || margin === null || margin.orders < FEW_ORDERS) return null;
  const share = inBoth((locale) => percentWords(margin.basisPoints, locale));
  return {
    value: margin.basisPoints,
    because: ownOrders(figures, {
      ru: `маржа по строкам с известной себестоимостью — ${share.ru}`,
      en: `the margin of lines with a known cost is ${share.en}`,
    }),
  };
}

function daySizes(figures: ShopFigures | null): Pick<ShopSizes, 'windowDays' | 'lifeDays' | 'comebackDays'> {
  const cycle = figures?.medianDaysBetweenOrders ?? null;
  if (figures === null || cycle === null) {
    return {
      windowDays: {
        value: WINDOW_DAYS,
        because: evidence('window', { ru: '60 дней — верхняя из обычных границ.', en: '60 days is the upper of the usual bounds.' }),
      },
      lifeDays: {
        value: LIFE_DAYS,
        because: evidence('convention', {
          ru: 'Год: хватает на один сезон любого товара.',
          en: 'A year: it covers one season of any goods.',
        }),
      },
      comebackDays: {
        value: COMEBACK_DAYS,
        because: evidence('convention', {
          ru: 'Как часто у вас покупают, ещё не видно; взято 60 дней.',
          en: 'How often your customers buy is not known yet; 60 days are assumed.',
        }),
      },
    };
  }
  const usual = inBoth((locale) => counted(cycle, 'day', locale));
  const because = ownOrders(figures, {
    ru: `между заказами одного клиента обычно ${usual.ru}`,
    en: `there are usually ${usual.en} between a customer’s orders`,
  });
  return cycleDays(cycle, because);
}

/**
 * A rate of the order: as wanted, but never more than `partOfMargin` (basis points) of what the order earns. Whole percents above
 * one, tenths of one below.
 */
export function rateWithin(
  sizes: ShopSizes,
  { wanted, partOfMargin }: { readonly wanted: bigint; readonly partOfMargin: bigint },
): Sized<bigint> {
  const { margin } = sizes;
  if (margin === null) {
    const share = inBoth((locale) => percentWords(wanted, locale));
    return {
      value: wanted,
      because: evidence('convention', {
        ru: `${share.ru} — привычный размер; маржа не указана, поэтому сверить его не с чем.`,
        en: `${share.en} is a customary size; the margin is not given, so there is nothing to check it against.`,
      }),
    };
  }
  const most = (margin.value * partOfMargin) / WHOLE;
  const value = most >= wanted ? wanted : wholeRate(most);
  const share = inBoth((locale) => percentWords(value, locale));
  const part = inBoth((locale) => percentWords(partOfMargin, locale));
  return {
    value,
    because: {
      ...margin.because,
      text: {
        ru: `${share.ru} — не больше ${part.ru} маржи. ${margin.because.text.ru}`,
        en: `${share.en} is no more than ${part.en} of the margin. ${margin.because.text.en}`,
      },
    },
  };
}

function wholeRate(basisPoints: bigint): bigint {
  if (basisPoints >= 100n) return (basisPoints / 100n) * 100n;
  return basisPoints >= 10n ? (basisPoints / 10n) * 10n : basisPoints;
}

/** That rate of a typical order as a round sum, at least one minor unit. */
export function amountOf(sizes: ShopSizes, rate: Sized<bigint>): Sized<bigint> {
  const value = roundDown((sizes.order.value * rate.value) / WHOLE, sizes.currency);
  const share = inBoth((locale) => percentWords(rate.value, locale));
  return {
    value,
    because: {
      ...sizes.order.because,
      text: {
        ru: `${formatMoney(value, sizes.currency, 'ru')} — около ${share.ru} обычного заказа. ${rate.because.text.ru} ${sizes.order.because.text.ru}`,
        en: `${formatMoney(value, sizes.currency, 'en')} is about ${share.en} of a usual order. ${rate.because.text.en} ${sizes.order.because.text.en}`,
      },
    },
  };
}

export function moneyOf(sizes: Pick<ShopSizes, 'currency'>, amountMinor: bigint): MoneyWire {
  return { amountMinor: amountMinor.toString(), currency: sizes.currency };
}

/** Down to one of 1, 1.5, 2, 2.5 … of its own size, in whole units where it has any. */
export function roundDown(amountMinor: bigint, currency: string): bigint {
  const minorPerWhole = 10n ** BigInt(minorDigits(currency));
  const whole = amountMinor / minorPerWhole;
  if (whole === 0n) return amountMinor < 1n ? 1n : amountMinor;
  const size = 10n ** BigInt(whole.toString().length - 1);
  const step = size >= 2n ? size / 2n : 1n;
  return (whole / step) * step * minorPerWhole;
}

function ownOrders(figures: ShopFigures, words: LocalizedText): Evidence {
  return evidence('own-orders', {
    ru: `По вашим заказам (${groupedDigits(figures.orders, 'ru')}): ${words.ru}.`,
    en: `From your orders (${groupedDigits(figures.orders, 'en')}): ${words.en}.`,
  });
}

function formatBoth(amountMinor: bigint, currency: string): LocalizedText {
  return inBoth((locale) => formatMoney(amountMinor, currency, locale));
}

const ASSUMED_WHOLE_UNITS: ReadonlyMap<string, bigint> = new Map([
  ['RUB', 3000n],
  ['KZT', 15_000n],
  ['JPY', 5000n],
]);

function conventionalOrder(currency: string): bigint {
  return (ASSUMED_WHOLE_UNITS.get(currency) ?? 50n) * 10n ** BigInt(minorDigits(currency));
}
