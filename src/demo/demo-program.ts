const rub = (roubles: number) => ({ amountMinor: `${roubles}00`, currency: 'RUB' });

/** The programme of contract.md 5, with points on every order beside it. On the wire, as an owner would send it. */
export const demoProgram = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  points: { name: { ru: 'Чайные листья', en: 'Tea leaves' }, value: rub(1) },
  enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  sharing: 'private',
  percentOf: { tax: 'included' },
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: rub(1_000) } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1_000 }, max: rub(1_000) },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 },
          expiresAfterDays: 365,
        },
        { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 90 } },
      ],
      caps: { perReferrer: { count: 20, per: 'year' }, budget: rub(300_000) },
    },
    {
      id: 'points-for-every-order',
      on: 'order.paid',
      if: [{ orderNumber: { atLeast: 2 } }],
      grant: { to: 'buyer', benefit: { kind: 'points', per: { amount: rub(100), points: '3' } }, expiresAfterDays: 180 },
    },
  ],
  tiers: [],
} as const;

/** Kept by the story: 5 % of the friend's next order. */
export const COUPON_BASIS_POINTS = 500n;
