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
  YEARLY_CAP,
} from './shared-reasons.ts';
import { amountOf, moneyOf, rateWithin, type ShopSizes } from './shop-sizes.ts';
import type { Proposal, Template } from './template.ts';

/** The more friends, the better (0-17): a bonus at the first, third and fifth. */
export const milestones: Template = {
  id: 'milestones',
  goals: ['firstSales', 'wordOfMouth'],
  name: { ru: 'Рубежи: один, три, пять друзей', en: 'Milestones: one, three, five friends' },
  forWhom: {
    ru: 'Магазин, у которого уже есть люди, приводящие друзей одного за другим.',
    en: 'A shop that already has people who bring friends one after another.',
  },
  notWhen: [
    {
      ru: 'Никто пока не привёл и одного: до третьего рубежа никто не дойдёт, и он только раздражает.',
      en: 'Nobody has brought even one yet: nobody reaches the third milestone, and it only annoys.',
    },
    {
      ru: 'Клиентов мало и все знают друг друга: пятого друга взять неоткуда.',
      en: 'There are few customers and all know each other: there is no fifth friend to bring.',
    },
  ],
  propose,
};

function propose(sizes: ShopSizes): Proposal {
  const first = amountOf(sizes, rateWithin(sizes, { wanted: 500n, partOfMargin: 1000n }));
  const amounts = [
    { from: 1, amount: moneyOf(sizes, first.value) },
    { from: 3, amount: moneyOf(sizes, first.value * 2n) },
    { from: 5, amount: moneyOf(sizes, first.value * 3n) },
  ];
  return {
    document: {
      name: { ru: 'Друзья по счёту', en: 'Friends that count' },
      currency: sizes.currency,
      enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] },
      attribution: { windowDays: sizes.windowDays.value, touch: 'first', lockAt: 'firstPaidOrder' },
      sharing: 'private',
      offerStyle: 'gift',
      shortfall: 'debt',
      budget: moneyOf(sizes, first.value * 200n),
      rules: [
        {
          ...firstOrderRule('friend-first-order', sizes),
          grant: [
            {
              to: 'referrer',
              benefit: { kind: 'credit', steps: { mode: 'milestone', per: 'life', table: amounts } },
              hold: RETURN_HOLD,
              expiresAfterDays: sizes.lifeDays.value,
            },
            { to: 'friend', benefit: { kind: 'coupon', amount: moneyOf(sizes, first.value), use: 'thisOrder' } },
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
        ru: 'Друг получает сразу и столько же, сколько рекомендатель за первого: предложение начинается с его скидки.',
        en: 'The friend gets theirs at once and as much as the referrer for the first one: the offer begins with their discount.',
      }),
      debtReason(),
      budgetReason('/budget'),
      ...firstOrderReasons('/rules/0', sizes),
      { path: '/rules/0/grant/0/benefit/steps/table/0', because: first.because },
      {
        path: '/rules/0/grant/0/benefit/steps',
        because: evidence('convention', {
          ru: 'Один, три, пять: первый рубеж близко, последний виден; второй вдвое больше первого, третий — втрое.',
          en: 'One, three, five: the first milestone is near and the last in sight; the second is twice the first, the third three times.',
        }),
      },
      holdReason('/rules/0/grant/0/hold'),
      { path: '/rules/0/grant/0/expiresAfterDays', because: sizes.lifeDays.because },
      {
        path: '/rules/0/grant/1',
        because: evidence('gershon', {
          ru: 'Друг получает сразу столько же, сколько рекомендатель за первого: такие предложения привлекали больше людей.',
          en: 'The friend gets at once what the referrer gets for the first one: such offers recruited more.',
        }),
      },
      capReason('/rules/0/caps'),
    ],
  };
}
