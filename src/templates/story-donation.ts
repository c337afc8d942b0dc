import { evidence } from '../domain/program/lint/sources.ts';
import {
  attributionReasons,
  budgetReason,
  capReason,
  debtReason,
  enrolmentReason,
  firstOrderReasons,
  firstOrderRule,
  offerStyleReason,
  privateReason,
  RETURN_HOLD,
  SAMPLE_NAME,
  YEARLY_CAP,
} from './shared-reasons.ts';
import { amountOf, moneyOf, rateWithin, type ShopSizes } from './shop-sizes.ts';
import type { Proposal, Template } from './template.ts';

/** A story worth telling (4-11): a part of each order is given away, and more for each friend, in the referrer's name. */
export const storyDonation: Template = {
  id: 'story-donation',
  goals: ['wordOfMouth'],
  name: { ru: 'История: каждый заказ помогает', en: 'A story: every order helps' },
  forWhom: {
    ru: 'Магазин, у товара которого есть история: покупают и ради неё.',
    en: 'A shop whose goods have a story: people buy for its sake too.',
  },
  notWhen: [
    {
      ru: 'Дело, которому вы помогаете, никак не связано с товаром: его примут за уловку.',
      en: 'The cause has nothing to do with the goods: it will be taken for a trick.',
    },
    {
      ru: 'Нельзя показать, что деньги дошли: без отчёта история оборачивается против вас.',
      en: 'You cannot show that the money arrived: without a report the story turns against you.',
    },
  ],
  propose,
};

const RECIPIENT = { ru: 'Благотворительный фонд', en: 'the charity' } as const;

function propose(sizes: ShopSizes): Proposal {
  const share = rateWithin(sizes, { wanted: 100n, partOfMargin: 500n });
  const forFriend = amountOf(sizes, rateWithin(sizes, { wanted: 500n, partOfMargin: 1500n }));
  const sample = amountOf(sizes, rateWithin(sizes, { wanted: 300n, partOfMargin: 1000n }));
  return {
    document: {
      name: { ru: 'Каждый заказ помогает', en: 'Every order helps' },
      currency: sizes.currency,
      enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] },
      attribution: { windowDays: sizes.windowDays.value, touch: 'first', lockAt: 'firstPaidOrder' },
      sharing: 'private',
      offerStyle: 'gift',
      shortfall: 'debt',
      budget: moneyOf(sizes, forFriend.value * 200n),
      rules: [
        {
          id: 'every-order',
          on: 'order.paid',
          grant: [
            {
              to: 'buyer',
              benefit: { kind: 'donation', to: RECIPIENT[sizes.locale], percent: { basisPoints: Number(share.value) } },
              hold: RETURN_HOLD,
            },
          ],
        },
        {
          ...firstOrderRule('friend-first-order', sizes),
          grant: [
            {
              to: 'referrer',
              benefit: { kind: 'donation', to: RECIPIENT[sizes.locale], amount: moneyOf(sizes, forFriend.value) },
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
        ru: 'Рекомендатель здесь не зарабатывает, а делает доброе дело: пробник другу — его подарок.',
        en: 'The referrer does not earn here but does some good: the sample is their gift to the friend.',
      }),
      debtReason(),
      budgetReason('/budget'),
      {
        path: '/rules/0/on',
        because: evidence('convention', {
          ru: 'С каждого оплаченного заказа: правило помещается в одну фразу, и её пересказывают.',
          en: 'From every paid order: the rule fits into one sentence, and people repeat it.',
        }),
      },
      { path: '/rules/0/grant/0/benefit', because: share.because },
      {
        path: '/rules/0/grant/0/hold',
        because: evidence('returnRight', {
          ru: 'Деньги уходят, когда заказ уже не вернут: отданное не забрать.',
          en: 'The money leaves when the order can no longer be returned: what is given cannot be fetched back.',
        }),
      },
      ...firstOrderReasons('/rules/1', sizes),
      { path: '/rules/1/grant/0/benefit', because: forFriend.because },
      {
        path: '/rules/1/grant/0/hold',
        because: evidence('returnRight', {
          ru: 'Так же: после срока возврата.',
          en: 'Likewise: after the time for returns.',
        }),
      },
      { path: '/rules/1/grant/1/benefit', because: sample.because },
      capReason('/rules/1/caps'),
    ],
  };
}
