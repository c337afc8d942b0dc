import { minorDigits } from '../domain/money/money.ts';
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

const REVIEW_POINTS = 50n;

/** Loyalty points (002): for coming back sooner than usual, for a review, and for a friend; spent at the checkout. */
export const pointsClub: Template = {
  id: 'points-club',
  goals: ['loyalty'],
  name: { ru: 'Клуб с баллами', en: 'A points club' },
  forWhom: {
    ru: 'Магазин с частыми покупками: баллы копятся и тратятся на следующие заказы.',
    en: 'A shop people buy from often: points are collected and spent on the next orders.',
  },
  notWhen: [
    {
      ru: 'Покупают реже раза в год: баллы сгорят раньше, чем пригодятся.',
      en: 'People buy less than once a year: the points end before they are of use.',
    },
    {
      ru: 'Все и так покупают регулярно: баллы станут скидкой за то, что было бы и без них.',
      en: 'Everybody buys regularly anyway: the points become a discount on what would have come without them.',
    },
    {
      ru: 'Кассу нельзя научить принимать баллы: копить без траты обидно.',
      en: 'The checkout cannot be taught to take points: collecting without spending disappoints.',
    },
  ],
  propose,
};

function propose(sizes: ShopSizes): Proposal {
  const whole = 10n ** BigInt(minorDigits(sizes.currency));
  const comeback = rateWithin(sizes, { wanted: 300n, partOfMargin: 1500n });
  const welcome = amountOf(sizes, rateWithin(sizes, { wanted: 500n, partOfMargin: 1500n }));
  const welcomePoints = (welcome.value / whole > 0n ? welcome.value / whole : 1n).toString();
  return {
    document: {
      name: { ru: 'Клуб', en: 'Club' },
      currency: sizes.currency,
      points: { name: { ru: 'Баллы', en: 'Points' }, value: moneyOf(sizes, whole) },
      enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] },
      attribution: { windowDays: sizes.windowDays.value, touch: 'first', lockAt: 'firstPaidOrder' },
      sharing: 'private',
      offerStyle: 'reward',
      shortfall: 'debt',
      budget: { points: (BigInt(welcomePoints) * 200n).toString() },
      rules: [
        {
          id: 'comes-back-soon',
          on: 'order.paid',
          if: [{ daysSince: { event: 'lastPaidOrder', atMost: sizes.comebackDays.value } }],
          grant: [
            {
              to: 'buyer',
              benefit: { kind: 'points', per: pointsPer(sizes, comeback.value) },
              hold: RETURN_HOLD,
              expiresAfterDays: sizes.lifeDays.value,
            },
          ],
        },
        {
          id: 'gives-a-review',
          on: 'feedback.given',
          if: [{ paidOrders: { atLeast: 1 } }, { daysSince: { event: 'lastPaidOrder', atMost: sizes.comebackDays.value } }],
          grant: [{ to: 'buyer', benefit: { kind: 'points', points: REVIEW_POINTS.toString() }, expiresAfterDays: sizes.lifeDays.value }],
        },
        {
          ...firstOrderRule('friend-first-order', sizes),
          grant: [
            { to: 'friend', benefit: { kind: 'points', points: welcomePoints }, hold: RETURN_HOLD, expiresAfterDays: sizes.lifeDays.value },
            {
              to: 'referrer',
              benefit: { kind: 'points', points: welcomePoints },
              hold: RETURN_HOLD,
              expiresAfterDays: sizes.lifeDays.value,
            },
          ],
          caps: { perReferrer: YEARLY_CAP },
        },
      ],
    },
    reasons: reasonsFor(sizes, { comeback: comeback.because, welcome: welcome.because }),
  };
}

/** Points for a round sum, so that a share below one percent still gives whole points. One point is one unit of the currency. */
function pointsPer(sizes: ShopSizes, basisPoints: bigint) {
  const whole = 10n ** BigInt(minorDigits(sizes.currency));
  if (basisPoints % 100n === 0n) return { amount: moneyOf(sizes, 100n * whole), points: (basisPoints / 100n).toString() };
  return { amount: moneyOf(sizes, 10_000n * whole), points: basisPoints.toString() };
}

function reasonsFor(
  sizes: ShopSizes,
  { comeback, welcome }: Readonly<Record<'comeback' | 'welcome', Proposal['reasons'][number]['because']>>,
): Proposal['reasons'] {
  const life = sizes.lifeDays.because;
  return [
    {
      path: '/points',
      because: evidence('convention', {
        ru: 'Балл равен одной денежной единице: его цену не надо объяснять.',
        en: 'A point is one unit of money: its price needs no explanation.',
      }),
    },
    enrolmentReason('/enrolment'),
    ...attributionReasons(sizes.windowDays.because),
    privateReason(),
    offerStyleReason('reward', {
      ru: 'Клуб копит баллы с покупок, приглашение в нём второе: говорим прямо, кто что получит.',
      en: 'The club is about points for purchases and invitations come second: it says plainly who gets what.',
    }),
    debtReason(),
    budgetReason('/budget'),
    {
      path: '/rules/0/on',
      because: evidence('convention', { ru: 'Баллы — за оплаченное.', en: 'Points are for what is paid.' }),
    },
    { path: '/rules/0/if', because: sizes.comebackDays.because },
    { path: '/rules/0/grant/0/benefit', because: comeback },
    holdReason('/rules/0/grant/0/hold'),
    { path: '/rules/0/grant/0/expiresAfterDays', because: life },
    {
      path: '/rules/1',
      because: evidence('convention', {
        ru: 'Отзыв дорог сам по себе: за него баллы небольшие, постоянные и только тем, кто недавно купил.',
        en: 'A review is worth something by itself: its points are few, fixed, and only for those who bought of late.',
      }),
    },
    { path: '/rules/1/grant/0/expiresAfterDays', because: life },
    ...firstOrderReasons('/rules/2', sizes),
    { path: '/rules/2/grant/0/benefit', because: welcome },
    {
      path: '/rules/2/grant/1/benefit',
      because: evidence('gershon', {
        ru: 'Друг получает не меньше рекомендателя: такие предложения привлекали больше людей.',
        en: 'The friend gets no less than the referrer: such offers recruited more.',
      }),
    },
    ...[0, 1].flatMap((leg) => [
      holdReason(`/rules/2/grant/${leg}/hold`),
      { path: `/rules/2/grant/${leg}/expiresAfterDays`, because: life },
    ]),
    capReason('/rules/2/caps'),
  ];
}
