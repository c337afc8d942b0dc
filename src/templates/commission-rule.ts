import type { RuleWire } from '../contract/program-document-schema.ts';
import type { Evidence } from '../domain/program/lint/advice.ts';
import { evidence } from '../domain/program/lint/sources.ts';
import { moneyOf, roundDown, type ShopSizes, type Sized } from './shop-sizes.ts';
import type { Reason } from './template.ts';

/** How long a partner shares in what a client pays: the seed's year (0-22). */
const SHARE_MONTHS = 12;
const HOLD_DAYS = 30;
/** Friends a partner brings in a year, as far as the yearly limit of the share is meant. */
const FRIENDS_A_YEAR = 50n;

/** A share of everything a referred client pays for a year from their first payment; cash, and so held until tax data are known. */
export function commissionRule(id: string, sizes: ShopSizes, rate: Sized<bigint>): RuleWire {
  const most = roundDown((sizes.order.value * rate.value * 3n) / 10_000n, sizes.currency);
  return {
    id,
    on: 'order.paid',
    if: [
      { referredAsNew: true },
      { monthsSince: { event: 'firstPaidOrder', atMost: SHARE_MONTHS } },
      { paid: { atLeast: moneyOf(sizes, sizes.minimumOrder.value) } },
    ],
    grant: [
      {
        to: 'referrer',
        benefit: { kind: 'commission', percent: { basisPoints: Number(rate.value) }, max: moneyOf(sizes, most) },
        hold: { days: HOLD_DAYS, from: 'payment', reasons: ['tax-data'] },
      },
    ],
    caps: { perReferrer: { amount: moneyOf(sizes, most * FRIENDS_A_YEAR), per: 'year' } },
  };
}

export function commissionReasons(path: string, sizes: ShopSizes, rate: Evidence): readonly Reason[] {
  return [
    {
      path: `${path}/on`,
      because: evidence('koscot', {
        ru: 'Доля платежей, а не плата за людей: без покупок партнёр не получает ничего.',
        en: 'A share of payments and not pay for people: without purchases the partner gets nothing.',
      }),
    },
    {
      path: `${path}/if/0`,
      because: evidence('kumar', {
        ru: 'Доля только с новых клиентов: кто уже покупал, купил бы и так.',
        en: 'A share of new clients only: those who bought before would have bought anyway.',
      }),
    },
    {
      path: `${path}/if/1`,
      because: evidence('convention', {
        ru: 'Год с первого платежа: срок из примера о финтехе; дальше клиент остаётся с вами сам.',
        en: 'A year from the first payment: the term of the fintech example; after it the client stays with you by themselves.',
      }),
    },
    { path: `${path}/if/2`, because: sizes.minimumOrder.because },
    { path: `${path}/grant/0/benefit/percent`, because: rate },
    {
      path: `${path}/grant/0/benefit/max`,
      because: evidence('arithmetic', {
        ru: 'Доля с платежа втрое больше обычного: разовый крупный платёж не разорит.',
        en: 'The share of a payment three times the usual one: a single large payment does not ruin you.',
      }),
    },
    {
      path: `${path}/grant/0/hold`,
      because: evidence('giftTax', {
        ru: 'Деньги за приведённых — плата за услугу: сначала данные для налога. 30 дней — на возврат платежа.',
        en: 'Cash for bringing clients is a fee for a service: the tax data come first. 30 days are for a returned payment.',
      }),
    },
    {
      path: `${path}/caps`,
      because: evidence('caps', {
        ru: 'Предел на год: доля с пятидесяти самых крупных платежей.',
        en: 'A limit for the year: the share of fifty of the largest payments.',
      }),
    },
  ];
}
