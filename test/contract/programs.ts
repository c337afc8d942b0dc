/** Programmes of the contract's tests, as they go over the wire. */
import { rub } from './wire.ts';

export const credit = (minor: number, more: object = {}): object => ({ kind: 'credit', amount: rub(minor), ...more });
export const percent = (basisPoints: number, more: object = {}): object => ({ kind: 'credit', percent: { basisPoints }, ...more });
export const points = (count: number): object => ({ kind: 'points', points: String(count) });
export const coupon = (more: object = {}): object => ({
  kind: 'coupon',
  percent: { basisPoints: 500 },
  use: 'nextOrder',
  validDays: 90,
  ...more,
});
export const gift = (costMinor: number): object => ({ kind: 'gift', sku: 'MUG', cost: rub(costMinor) });

export const to = (beneficiary: 'referrer' | 'friend' | 'buyer', benefit: object, more: object = {}): object => ({
  to: beneficiary,
  benefit,
  ...more,
});
export const rule = (grant: readonly object[], more: object = {}): object => ({
  id: 'rule',
  on: 'order.paid',
  allowReferrerMore: true,
  grant,
  ...more,
});

export const newcomers: readonly object[] = [{ newCustomer: true }, { orderNumber: { is: 1 } }];
export const atLeast = (minor: number): object => ({ paid: { atLeast: rub(minor) } });

/** 14 days from delivery, or 21 from payment while none is known: the hold of contract.md 5. */
export const returnWindow: object = { days: 14, from: 'delivery', orFromPaymentDays: 21 };

export function program(rules: readonly object[], more: object = {}): object {
  return {
    name: { ru: 'Приведи друга', en: 'Refer a friend' },
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    enrolment: { mode: 'staff' },
    attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
    rules,
    ...more,
  };
}

/** 10 % to the referrer, 100 roubles to the friend, both at once, on a newcomer's first order. */
export const simple: object = program([rule([to('referrer', percent(1000)), to('friend', credit(10_000))], { if: newcomers })]);

/** The same with the referrer's part on hold. */
export const held: object = program([
  rule([to('referrer', percent(1000), { hold: returnWindow }), to('friend', credit(10_000))], { if: newcomers }),
]);
