/** Programmes that between them use every trigger, benefit, hold, cap and budget. */
const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });

const friends = {
  name: { ru: 'Друзья', en: 'Friends' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  points: { name: { ru: 'Баллы', en: 'Points' }, value: rub('100') },
  enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 2 } }] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  budget: rub('60000000'),
  rules: [
    {
      id: 'first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: rub('50000') } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 }, max: rub('40000') },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 },
          expiresAfterDays: 60,
        },
        { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 30, stackable: true } },
        { to: 'friend', benefit: { kind: 'points', points: '300' }, expiresAfterDays: 20 },
      ],
      caps: { perReferrer: { count: 9, amount: rub('300000'), per: 'month' }, budget: rub('30000000') },
    },
    {
      id: 'commission',
      on: 'order.paid',
      grant: {
        to: 'referrer',
        benefit: { kind: 'commission', percent: { basisPoints: 333 } },
        accrue: 'perPayment',
        hold: { days: 5, from: 'payment', reasons: ['review'] },
      },
      allowReferrerMore: true,
    },
    {
      id: 'cashback',
      on: 'order.paid',
      if: [{ channel: { in: ['web'] } }],
      grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 700 } }, accrue: 'perPayment', expiresAfterDays: 40 },
    },
    {
      id: 'delivered-points',
      on: 'order.delivered',
      grant: { to: 'buyer', benefit: { kind: 'points', per: { amount: rub('10000'), points: '1' } } },
    },
    { id: 'welcome', on: 'member.signed_up', grant: { to: 'buyer', benefit: { kind: 'points', points: '50' }, expiresAfterDays: 10 } },
  ],
};

const gifts = {
  name: { ru: 'Подарки', en: 'Gifts' },
  currency: 'RUB',
  timeZone: 'Asia/Vladivostok',
  shortfall: 'clamp',
  enrolment: { mode: 'automatic', if: [] },
  attribution: { windowDays: 30, touch: 'last', lockAt: 'signUp' },
  rules: [
    {
      id: 'gift',
      on: 'order.paid',
      if: [{ orderNumber: { atLeast: 1 } }, { category: { in: ['tea'] } }],
      grant: [
        { to: 'referrer', benefit: { kind: 'gift', sku: 'CUP', cost: rub('15000') }, hold: { reasons: ['review'] } },
        { to: 'friend', benefit: { kind: 'coupon', amount: rub('20000'), use: 'thisOrder' } },
      ],
      caps: { perReferrer: { count: 3, per: 'life' } },
    },
    {
      id: 'lead',
      on: 'referral.registered',
      grant: { to: 'referrer', benefit: { kind: 'credit', amount: rub('500') } },
      allowReferrerMore: true,
    },
    { id: 'thanks', on: 'feedback.given', grant: { to: 'buyer', benefit: { kind: 'credit', amount: rub('1000') }, expiresAfterDays: 7 } },
    {
      id: 'review',
      on: 'custom.review',
      grant: { to: 'buyer', benefit: { kind: 'coupon', freeDelivery: true, use: 'nextOrder', validDays: 5 } },
    },
  ],
};

export const trafficPrograms = [friends, gifts] as const;
