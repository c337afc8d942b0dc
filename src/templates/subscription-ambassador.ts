import type { GrantWire, TierWire } from '../contract/program-document-schema.ts';
import type { Evidence } from '../domain/program/lint/advice.ts';
import { evidence } from '../domain/program/lint/sources.ts';
import { commissionReasons, commissionRule } from './commission-rule.ts';
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
  YEARLY_CAP,
} from './shared-reasons.ts';
import { amountOf, moneyOf, rateWithin, type ShopSizes, type Sized } from './shop-sizes.ts';
import type { Proposal, Template } from './template.ts';

const AMBASSADOR_FRIENDS = 10;
const EVENT_PLACES = 30;
const REFUND_DAYS = 14;

/** The seed's fintech (0-22): whoever brought ten and agreed to the terms has a share of new clients' payments for a year. */
export const subscriptionAmbassador: Template = {
  id: 'subscription-ambassador',
  goals: ['recurringRevenue'],
  name: { ru: 'Подписка и амбассадоры', en: 'Subscription and ambassadors' },
  forWhom: {
    ru: 'Сервис по подписке: клиент платит каждый месяц, и есть чем делиться.',
    en: 'A subscription service: clients pay every month, and there is something to share.',
  },
  notWhen: [
    {
      ru: 'Клиенты уходят через месяц-два: делиться будет нечем, а амбассадоры обидятся.',
      en: 'Clients leave after a month or two: there will be nothing to share, and the ambassadors will resent it.',
    },
    {
      ru: 'Нет бухгалтера, готового платить людям: деньги требуют договора, чеков и налогов.',
      en: 'There is no accountant ready to pay people: cash needs a contract, receipts and taxes.',
    },
    {
      ru: 'Пользуются одни, а платят другие (компании): личная выплата сотруднику клиента — взятка.',
      en: 'Some use it while others pay (companies): a personal payment to a client’s employee is a kickback.',
    },
  ],
  propose,
};

function propose(sizes: ShopSizes): Proposal {
  const share = rateWithin(sizes, { wanted: 1000n, partOfMargin: 2500n });
  const discount = rateWithin(sizes, { wanted: 1000n, partOfMargin: 2500n });
  const thanks = amountOf(sizes, rateWithin(sizes, { wanted: 500n, partOfMargin: 1500n }));
  const seat = amountOf(sizes, rateWithin(sizes, { wanted: 300n, partOfMargin: 1000n }));
  const friendCoupon: GrantWire = {
    to: 'friend',
    benefit: {
      kind: 'coupon',
      percent: { basisPoints: Number(discount.value) },
      max: moneyOf(sizes, (sizes.order.value * discount.value) / 5000n),
      use: 'thisOrder',
    },
  };
  return {
    document: {
      name: { ru: 'Амбассадоры', en: 'Ambassadors' },
      currency: sizes.currency,
      enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 1 } }] },
      attribution: { windowDays: sizes.windowDays.value, touch: 'first', lockAt: 'firstPaidOrder' },
      sharing: 'private',
      offerStyle: 'reward',
      shortfall: 'debt',
      budget: moneyOf(sizes, sizes.order.value * 100n),
      perks: [
        {
          id: 'closed-event',
          name: { ru: 'Закрытая встреча', en: 'A closed event' },
          kind: 'seat',
          cost: moneyOf(sizes, seat.value),
          capacity: EVENT_PLACES,
          revokeOnRefund: false,
        },
      ],
      rules: [
        {
          ...firstOrderRule('friend-first-payment', sizes),
          grant: [
            {
              to: 'referrer',
              benefit: { kind: 'credit', amount: moneyOf(sizes, thanks.value) },
              hold: { days: REFUND_DAYS, from: 'payment' },
              expiresAfterDays: sizes.lifeDays.value,
            },
            friendCoupon,
          ],
          caps: { perReferrer: YEARLY_CAP },
        },
      ],
      tiers: [ambassador(sizes, share, friendCoupon)],
    },
    reasons: reasonsFor(sizes, { share: share.because, discount: discount.because, thanks: thanks.because, seat: seat.because }),
  };
}

function ambassador(sizes: ShopSizes, share: Sized<bigint>, friendCoupon: GrantWire): TierWire {
  return {
    id: 'ambassador',
    name: { ru: 'Амбассадор', en: 'Ambassador' },
    badge: { ru: 'Амбассадор', en: 'Ambassador' },
    thankYou: {
      ru: 'Спасибо: десять человек с нами благодаря вам. Теперь это общее дело.',
      en: 'Thank you: ten people are with us because of you. From now on this is a joint venture.',
    },
    entry: { if: [{ qualifiedReferrals: { atLeast: AMBASSADOR_FRIENDS } }], acceptance: 'partnerTerms' },
    graceDays: 30,
    perks: ['closed-event'],
    replaces: ['friend-first-payment'],
    rules: [commissionRule('ambassador-share', sizes, share), { ...firstOrderRule('ambassador-friend', sizes), grant: [friendCoupon] }],
  };
}

function reasonsFor(sizes: ShopSizes, of: Readonly<Record<'share' | 'discount' | 'thanks' | 'seat', Evidence>>): Proposal['reasons'] {
  return [
    enrolmentReason('/enrolment'),
    ...attributionReasons(sizes.windowDays.because),
    privateReason(),
    offerStyleReason('reward', {
      ru: 'Амбассадор получает долю денег: назвать это подарком другу было бы неправдой.',
      en: 'An ambassador gets a share of the money: to call that a gift to a friend would not be true.',
    }),
    debtReason(),
    budgetReason('/budget'),
    {
      path: '/perks/0',
      because: evidence('convention', {
        ru: 'Встреча на 30 человек: закрытая и обозримая. Цену места поставьте свою.',
        en: 'An event for 30: closed and surveyable. Set your own cost of a place.',
      }),
    },
    { path: '/perks/0/cost', because: of.seat },
    ...firstOrderReasons('/rules/0', sizes),
    { path: '/rules/0/grant/0/benefit', because: of.thanks },
    {
      path: '/rules/0/grant/0/hold',
      because: evidence('returnRight', {
        ru: 'Две недели от оплаты: у подписки нет доставки.',
        en: 'Two weeks from payment: a subscription has no delivery.',
      }),
    },
    { path: '/rules/0/grant/0/expiresAfterDays', because: sizes.lifeDays.because },
    { path: '/rules/0/grant/1', because: of.discount },
    capReason('/rules/0/caps'),
    {
      path: '/tiers/0',
      because: evidence('convention', {
        ru: 'Десять приведённых — число из примера о финтехе; вход по согласию: деньги платят тем, кто принял условия.',
        en: 'Ten brought is the number of the fintech example; entered by consent: cash goes to those who accepted the terms.',
      }),
    },
    {
      path: '/tiers/0/graceDays',
      because: evidence('grace', { ru: 'Месяц на то, чтобы вернуть потерянное.', en: 'A month to regain what was lost.' }),
    },
    ...commissionReasons('/tiers/0/rules/0', sizes, of.share),
    ...firstOrderReasons('/tiers/0/rules/1', sizes),
    { path: '/tiers/0/rules/1/grant', because: of.discount },
  ];
}
