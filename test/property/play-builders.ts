/** A shop of two or three people in few words: what kept runs are told with. */
import type { Grant, Hold, ProgramDocument, Rule, Tier } from '../../src/domain/program/document.ts';
import type { Perk } from '../../src/domain/program/perk-terms.ts';
import { tier } from '../support/tier-builders.ts';
import type { Play } from './play.ts';
import type { ShopAction, StepAction } from './shop-action.ts';
import { CURRENCY, CUSTOMERS, ORDERS_COUNT, type OrderPlan } from './shop-plan.ts';

export const ANN = 0;
export const BOB = 1;
export const CAT = 2;
export const DAN = 3;
export const localized = { ru: 'Приведи друга', en: 'Refer a friend' };

export function programOf(...rules: Rule[]): ProgramDocument {
  return {
    name: localized,
    currency: CURRENCY,
    timeZone: 'Europe/Moscow',
    points: { name: localized, value: { amountMinor: 1n, currency: CURRENCY } },
    enrolment: { mode: 'automatic', if: [] },
    attribution: { windowDays: 60, touch: 'last', lockAt: 'firstPaidOrder' },
    sharing: 'private',
    percentOf: { tax: 'included' },
    shortfall: 'debt',
    budget: null,
    rules,
    tiers: [],
    margin: null,
  };
}

export function seatWith(rest: Partial<Perk>): Perk {
  return {
    id: 'seat',
    name: { ru: 'Место', en: 'Seat' },
    kind: 'seat',
    costMinor: 0n,
    capacity: null,
    perMember: 1,
    validDays: null,
    revokeOnRefund: true,
    startsAt: null,
    endsAt: null,
    opensAt: null,
    earlierHours: {},
    url: null,
    lowStockAt: null,
    ...rest,
  };
}

/** Told of its end on the day itself: plays are days long. */
export function tierWith(rest: Partial<Tier>): Tier {
  return tier('one', { warnDays: 0, ...rest });
}

export const holdFromDelivery: Hold = { days: 1, from: 'delivery', orFromPaymentDays: null, reasons: [] };

export function ruleOf(id: string, on: Rule['on'], ...grant: Grant[]): Rule {
  return { id, on, if: [], grant, caps: { perReferrer: null, budget: null } };
}

export function percentTo(to: Grant['to'], basisPoints: bigint, rest: Partial<Grant> = {}): Grant {
  return {
    to,
    benefit: { kind: 'credit', how: 'percent', basisPoints, maxMinor: null, of: 'base' },
    hold: null,
    expiresAfterDays: null,
    accrue: 'whenPaid',
    ...rest,
  };
}

export function fixedTo(to: Grant['to'], amountMinor: bigint): Grant {
  return { to, benefit: { kind: 'credit', how: 'fixed', amountMinor }, hold: null, expiresAfterDays: null, accrue: 'whenPaid' };
}

/** Every order is Bob's, or Cat's where said so, with Ann's code; all are members of the programmes, each of one version. */
export function playOf(
  programs: readonly ProgramDocument[],
  order: Partial<OrderPlan>,
  actions: readonly ShopAction[],
  ofCat: readonly number[] = [],
): Play {
  const its: OrderPlan = {
    customer: BOB,
    totalMinor: 1_000n,
    deliveryMinor: 0n,
    taxMinor: 0n,
    code: ANN,
    parts: [400n, 300n, 300n],
    ...order,
  };
  return {
    plan: {
      programs: programs.map((program) => [program]),
      orders: Array.from({ length: ORDERS_COUNT }, (_none, index) => (ofCat.includes(index) ? { ...its, customer: CAT } : its)),
      members: [...CUSTOMERS.keys()],
      persons: [...CUSTOMERS.keys()],
    },
    actions,
  };
}

export const pay = (order: number, part: 0 | 1 | 2 | null = null): Extract<StepAction, { do: 'pay' }> => ({
  do: 'pay',
  order,
  part,
  useCode: true,
  reservation: null,
  coupon: null,
  isOtherTotal: false,
  lateHours: 0,
});
export const payWithCredit = (order: number): StepAction => ({
  do: 'pay',
  order,
  part: null,
  useCode: true,
  reservation: 0,
  coupon: null,
  isOtherTotal: false,
  lateHours: 0,
});
export const refund = (order: number, refundNumber: number, permille: number | null): StepAction => ({
  do: 'refund',
  order,
  isOfPaid: false,
  refund: refundNumber,
  permille,
});
export const deliver = (order: number): StepAction => ({ do: 'deliver', order, isOfPaid: false, lateHours: 0 });
export const cancel = (order: number): StepAction => ({ do: 'cancel', order, isOfPaid: false, lateHours: 0 });
export const place = (order: number): StepAction => ({ do: 'place', order, isOfPaid: false, lateHours: 0 });
export const wait = (hours: number): ShopAction => ({ do: 'wait', hours, isWorkDone: true });
export const merge = (from: number, into: number): StepAction => ({ do: 'merge', customer: into, from });
