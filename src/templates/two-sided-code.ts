import { evidence } from '../domain/program/lint/sources.ts';
import {
  attributionReasons,
  budgetReason,
  capReason,
  debtReason,
  enrolmentReason,
  firstOrderReasons,
  firstOrderRule,
  holdReason,
  offerStyleReason,
  privateReason,
  RETURN_HOLD,
  SAMPLE_NAME,
  YEARLY_CAP,
} from './shared-reasons.ts';
import { amountOf, moneyOf, rateWithin, roundDown, type ShopSizes } from './shop-sizes.ts';
import type { Proposal, Template } from './template.ts';

const GRANT = '/rules/0/grant';
const COUPON_DAYS = 90;

/** "Green Tone" (1-04): Marina has 10 % off her next order, her friend a sample with the first one. */
export const twoSidedCode: Template = {
  id: 'two-sided-code',
  goals: ['firstSales'],
  name: { ru: 'Код для двоих', en: 'A code for two' },
  forWhom: {
    ru: 'Магазин с повторными покупками: клиенты уже возвращаются и знают, кому рассказать.',
    en: 'A shop with repeat purchases: customers come back already and know whom to tell.',
  },
  notWhen: [
    {
      ru: 'Почти никто не заказывает второй раз: скидка на следующий заказ ничего не значит для того, кто его не сделает.',
      en: 'Hardly anybody orders twice: a discount on the next order means nothing to those who will not place one.',
    },
    {
      ru: 'Маржа меньше скидки: каждая рекомендация будет в убыток.',
      en: 'The margin is below the discount: each recommendation loses money.',
    },
    {
      ru: 'Есть нерешённые жалобы на качество: сначала исправьте товар.',
      en: 'Complaints about quality are open: mend the goods first.',
    },
  ],
  propose,
};

function propose(sizes: ShopSizes): Proposal {
  const discount = rateWithin(sizes, { wanted: 1000n, partOfMargin: 3400n });
  const sample = amountOf(sizes, rateWithin(sizes, { wanted: 300n, partOfMargin: 1000n }));
  const most = roundDown((sizes.order.value * discount.value * 2n) / 10_000n, sizes.currency);
  return {
    document: {
      name: { ru: 'Приведи друга', en: 'Refer a friend' },
      currency: sizes.currency,
      enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] },
      attribution: { windowDays: sizes.windowDays.value, touch: 'first', lockAt: 'firstPaidOrder' },
      sharing: 'private',
      offerStyle: 'gift',
      shortfall: 'debt',
      budget: moneyOf(sizes, most * 100n),
      rules: [
        {
          ...firstOrderRule('friend-first-order', sizes),
          grant: [
            {
              to: 'referrer',
              benefit: {
                kind: 'coupon',
                percent: { basisPoints: Number(discount.value) },
                max: moneyOf(sizes, most),
                use: 'nextOrder',
                validDays: COUPON_DAYS,
              },
              hold: RETURN_HOLD,
            },
            { to: 'friend', benefit: { kind: 'gift', sku: SAMPLE_NAME[sizes.locale], cost: moneyOf(sizes, sample.value) } },
          ],
          caps: { perReferrer: YEARLY_CAP },
        },
      ],
    },
    reasons: [
      enrolmentReason('/enrolment'),
      ...attributionReasons(sizes.windowDays.because),
      privateReason(),
      offerStyleReason('gift', {
        ru: 'Разговор идёт о пробнике для друга: он получает не меньше рекомендателя, и дарить приятнее, чем зарабатывать на друге.',
        en: 'It speaks of the sample for the friend, who gets no less: giving feels better than earning on a friend.',
      }),
      debtReason(),
      budgetReason('/budget'),
      ...firstOrderReasons('/rules/0', sizes),
      { path: `${GRANT}/0/benefit/percent`, because: discount.because },
      {
        path: `${GRANT}/0/benefit/max`,
        because: evidence('arithmetic', {
          ru: 'Скидка с заказа вдвое больше обычного: с самых больших заказов она не растёт дальше.',
          en: 'The discount of an order twice the usual one: it grows no further on the largest orders.',
        }),
      },
      {
        path: `${GRANT}/0/benefit/use`,
        because: evidence('convention', {
          ru: 'Скидка на следующий заказ возвращает рекомендателя в магазин.',
          en: 'A discount on the next order brings the referrer back.',
        }),
      },
      {
        path: `${GRANT}/0/benefit/validDays`,
        because: evidence('convention', { ru: '90 дней: срок виден и не торопит.', en: '90 days: an end in sight that does not press.' }),
      },
      holdReason(`${GRANT}/0/hold`),
      {
        path: `${GRANT}/1/benefit/kind`,
        because: evidence('jinHuang', {
          ru: 'Подарок другу вместо скидки: неденежные награды у слабых брендов давали больше рекомендаций.',
          en: 'A gift for the friend instead of a discount: rewards in kind brought more recommendations to weak brands.',
        }),
      },
      { path: `${GRANT}/1/benefit/cost`, because: sample.because },
      capReason('/rules/0/caps'),
    ],
  };
}
