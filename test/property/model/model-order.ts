/** The life of an order in the model: contract.md 3, 6.4, 6.5, 6.9, 6.11, 6.15, 6.16. */
import { floorDiv } from '../../../src/domain/money/money.ts';
import { attributionOf, lastHoldEnd, lock, markOrdered } from './model-attribution.ts';
import { type Occasion, occasionOf } from './model-case.ts';
import { ordersBefore, standingOrders } from './model-conditions.ts';
import { enrol } from './model-enrolment.ts';
import { captureReservation, endReservation, evenCredit, lastRefundAt } from './model-ledger.ts';
import { correctAccrued } from './model-legs.ts';
import { recordOf } from './model-persons.ts';
import { takeBackCounts } from './model-recount.ts';
import { hasDateReason, holdEnd, isStanding, keepShare } from './model-reward.ts';
import { grantRules } from './model-rules.ts';
import {
  isRefundedWhole,
  isSamePerson,
  join,
  type ModelCoupon,
  type ModelOrder,
  type ModelReservation,
  type ModelState,
  paidOf,
  placeOf,
  refundedOf,
  versionAt,
} from './model-state.ts';

/** When it happened, and when it is told. */
export interface Moment {
  readonly at: Date;
  readonly sentAt: Date;
}

export interface Payment {
  readonly id: string;
  /** Null = the whole rest. */
  readonly amount: bigint | null;
  readonly reservations: readonly ModelReservation[];
  readonly coupons: readonly ModelCoupon[];
}

/** Why the event changes nothing, or null when it is new. */
export function repeatedPayment(order: ModelOrder, payment: Payment, totalMinor: bigint): 'duplicate' | 'order_conflict' | null {
  if (order.payments.length === 0 && order.credit === 0n) return null;
  if (order.totalMinor !== totalMinor) return 'order_conflict';
  const known = order.payments.find((one) => one.id === payment.id);
  if (known !== undefined) return payment.amount === null || payment.amount === known.amount ? 'duplicate' : 'order_conflict';
  if (order.paidAt === null) return null;
  return payment.amount === null ? 'duplicate' : 'order_conflict';
}

export function pay(state: ModelState, order: ModelOrder, payment: Payment, { at, sentAt }: Moment): void {
  for (const reservation of capturedBefore(state, order, at)) addCredit(order, reservation);
  for (const reservation of new Set(payment.reservations)) {
    if (canCount(state, order, reservation, at)) addCredit(order, reservation);
  }
  for (const coupon of new Set(payment.coupons)) useCoupon(state, order, coupon, at);
  const rest = order.totalMinor - paidOf(order);
  order.payments.push({ id: payment.id, amount: payment.amount ?? (rest > 0n ? rest : 0n), at });
  settle(state, order, { at, sentAt }, at);
}

function canCount(state: ModelState, order: ModelOrder, reservation: ModelReservation, at: Date): boolean {
  const isOwn =
    isSamePerson(state, reservation.owner, order.customer) && (reservation.orderId === null || reservation.orderId === order.id);
  if (!isOwn || order.reservations.includes(reservation)) return false;
  return reservation.status === 'captured' || (reservation.status === 'reserved' && reservation.expiresAt > at);
}

/** Captured for the order before anybody had told of it. */
export function capturedBefore(state: ModelState, order: ModelOrder, at: Date): ModelReservation[] {
  return state.reservations.filter((one) => one.status === 'captured' && one.orderId === order.id && canCount(state, order, one, at));
}

export function addCredit(order: ModelOrder, reservation: ModelReservation): void {
  captureReservation(reservation, order.id);
  order.credit += reservation.valueMinor;
  order.reservations.push(reservation);
}

function couponsOn(state: ModelState, orderId: string): ModelCoupon[] {
  return state.rewards.flatMap(({ coupon }) =>
    coupon !== null && coupon.status === 'redeemed' && coupon.usedOrderId === orderId ? [coupon] : [],
  );
}

/** An invalid coupon is a refusal, not an error. */
function useCoupon(state: ModelState, order: ModelOrder, coupon: ModelCoupon, at: Date): void {
  const others = couponsOn(state, order.id);
  const isAlone = others.length === 0 || (coupon.stackable && others.every((other) => other.stackable));
  const isOver = coupon.validUntil !== null && coupon.validUntil <= at;
  if (
    !isSamePerson(state, coupon.owner, order.customer) ||
    coupon.sourceOrderId === order.id ||
    coupon.status !== 'issued' ||
    isOver ||
    !isAlone
  )
    return;
  coupon.status = 'redeemed';
  coupon.usedOrderId = order.id;
  coupon.reward.status = 'redeemed';
}

/** What follows from more of an order being paid: by a payment, or by credit, which has no time of its own. */
export function settle(state: ModelState, order: ModelOrder, { at, sentAt }: Moment, payment: Date | null = null): void {
  const isFirst = order.firstPaymentAt === null && paidOf(order) > 0n;
  if (isFirst) {
    order.number = ordersBefore(state, order.customer) + 1;
    order.firstPaymentAt = at;
  }
  const completes = order.paidAt === null && paidOf(order) >= order.totalMinor;
  // Payments may be told in any order: the latest has paid it.
  const payments = [at, order.firstPaymentAt ?? at, ...order.payments.map((payment) => payment.at)].map(Number);
  const decidedAt = completes ? new Date(Math.max(...payments)) : at;
  if (completes) {
    order.paidAt = decidedAt;
    const delivery = order.parked.find((parked) => parked.kind === 'delivery');
    if (delivery !== undefined) {
      order.deliveredAt = delivery.at;
      redateHolds(state, order, at);
    }
  }
  fixAttributions(state, order, { at, isFirst });
  if (completes && paidOf(order) > 0n) orderReferrals(state, order, decidedAt);
  if (order.cancelledAt === null && refundedOf(order) > 0n) evenCredit(state, order, { at, returnedAt: lastRefundAt(order, at) });
  const refusals: Occasion['refusals'] = new Map();
  const { customer, id: naturalKey } = order;
  earn(state, { trigger: 'order.paid', customer, order, naturalKey, at: decidedAt, eventAt: at, payment, completes, refusals });
  if (completes && paidOf(order) > 0n) refuseReferrals(state, order, refusals);
  enrol(state, order.customer, sentAt);
  if (completes) {
    if (order.deliveredAt !== null) deliveredNow(state, order, { at: order.deliveredAt, sentAt }, at);
    const waiting = order.parked.filter((parked) => parked.kind !== 'delivery');
    order.parked = [];
    for (const parked of waiting) {
      const rest = paidOf(order) - refundedOf(order);
      if (parked.kind === 'cancellation') {
        order.cancelledAt = parked.at;
        takeBackAll(state, order, at);
      } else {
        const asked = parked.asked ?? rest;
        refund(state, order, { id: parked.refundId, asked: parked.asked, amount: asked > rest ? rest : asked, at: parked.at }, at);
      }
    }
  }
  // The order of events of one order does not matter: a cancelled order keeps nothing that is paid later.
  if (order.cancelledAt !== null && (paidOf(order) > refundedOf(order) || paidOf(order) === 0n)) takeBackAll(state, order, at);
}

/** A first order of somebody who is no new customer refuses the referral, unless another rule held. */
function refuseReferrals(state: ModelState, order: ModelOrder, refusals: Occasion['refusals']): void {
  for (const [index, refusal] of refusals) {
    const referral = state.referrals.get(placeOf(index, recordOf(order, index)));
    if (referral === undefined || referral.orderId !== order.id || referral.ruleId !== null) continue;
    if (referral.status === 'ordered' && refusal === 'not-new-customer') referral.status = 'refused';
  }
}

/** What an order earns after a part of it was refunded keeps the same share as what it had earned before. */
export function earn(state: ModelState, occasion: Occasion & { readonly order: ModelOrder }): void {
  grantRules(state, occasion);
  if (occasion.trigger === 'order.paid') correctAccrued(state, occasion.order, occasion.eventAt);
  keepEarlierRefunds(state, occasion.order, occasion.eventAt);
}

export function keepEarlierRefunds(state: ModelState, order: ModelOrder, at: Date): void {
  if (order.refunds.length === 0 || paidOf(order) === 0n) return;
  keepShare(state, order, at);
  reverseReferrals(state, order);
  takeBackCounts(state, order, at);
}

function fixAttributions(state: ModelState, order: ModelOrder, { at, isFirst }: { at: Date; isFirst: boolean }): void {
  for (const [index, program] of state.programs.entries()) {
    if (versionAt(program, at) === null) continue;
    const friend = recordOf(order, index);
    if (!isFirst && !state.attributions.has(placeOf(index, friend))) continue;
    const locked = lock(state, index, friend, at);
    if (isFirst) state.attributions.set(placeOf(index, friend), { ...locked, wasNew: locked.wasNew ?? order.number === 1 });
  }
}

/** Ordered = the first order is paid; the friend becomes a member by it. */
function orderReferrals(state: ModelState, order: ModelOrder, at: Date): void {
  for (const [index, program] of state.programs.entries()) {
    const version = versionAt(program, at);
    if (version === null) continue;
    const place = { program: index, customer: recordOf(order, index) };
    const attribution = attributionOf(state, index, place.customer, at);
    if (markOrdered(state, place, attribution, order.id, version.document.timeZone))
      join(state, { ...place, customer: order.customer }, at);
  }
}

export function deliver(state: ModelState, order: ModelOrder, { at, sentAt }: Moment): void {
  order.deliveredAt = at;
  redateHolds(state, order, at);
  for (const [index, program] of state.programs.entries()) {
    const referral = state.referrals.get(placeOf(index, recordOf(order, index)));
    if (referral?.qualifyingOrderId !== order.id || referral.status !== 'ordered' || referral.holds.length === 0) continue;
    state.touched.add(referral.referrer);
    if (versionAt(program, at) !== null) referral.qualifiesAt = lastHoldEnd(referral.holds, order, at, referral.timeZone);
  }
  deliveredNow(state, order, { at, sentAt }, at);
}

/** A delivery learned while held replaces the date either way. */
export function redateHolds(state: ModelState, order: ModelOrder, at: Date): void {
  for (const reward of state.rewards) {
    const { hold } = reward.grant;
    if (reward.orderId === order.id && reward.status === 'held' && hold !== null && hasDateReason(reward)) {
      reward.heldUntil = holdEnd(hold, order, at, reward.document.timeZone);
    }
  }
}

function deliveredNow(state: ModelState, order: ModelOrder, { at, sentAt }: Moment, eventAt: Date): void {
  order.isDeliveryCounted = true;
  const { customer, id: naturalKey } = order;
  earn(state, { ...occasionOf({ trigger: 'order.delivered', customer, naturalKey, at, eventAt }), order });
  enrol(state, order.customer, sentAt);
}

/** Credit first, then the rewards, then what only a whole refund gives back. */
export function refund(state: ModelState, order: ModelOrder, taken: ModelOrder['refunds'][number], at: Date): void {
  const wasWhole = isRefundedWhole(order);
  order.refunds.push(taken);
  settleRefund(state, order, wasWhole, { at, returnedAt: taken.at });
}

function settleRefund(state: ModelState, order: ModelOrder, wasWhole: boolean, { at, returnedAt }: { at: Date; returnedAt: Date }): void {
  if (paidOf(order) === 0n) {
    // Nothing was paid: what made it cost nothing comes back.
    if (order.cancelledAt !== null || order.paidAt !== null) returnCoupons(state, order, at);
    return;
  }
  evenCredit(state, order, { at, returnedAt });
  keepShare(state, order, at);
  reverseReferrals(state, order);
  takeBackCounts(state, order, at);
  if (!isRefundedWhole(order) || wasWhole) return;
  returnCoupons(state, order, at);
  if (standingOrders(state, order.customer, 'paid') === 0) forgetFirstOrders(state, order.customer);
}

/** What stands without the order, by a sign-up, waits for another paid one. */
function forgetFirstOrders(state: ModelState, customer: number): void {
  for (const index of state.programs.keys()) {
    const referral = state.referrals.get(placeOf(index, customer));
    if (referral?.ruleId != null && (referral.status === 'ordered' || referral.status === 'qualified')) referral.orderId = null;
  }
}

function reverseReferrals(state: ModelState, order: ModelOrder): void {
  const paid = paidOf(order);
  const due = paid > order.totalMinor ? paid : order.totalMinor;
  for (const index of state.programs.keys()) {
    const referral = state.referrals.get(placeOf(index, recordOf(order, index)));
    if (referral === undefined || (referral.status !== 'ordered' && referral.status !== 'qualified')) continue;
    if ((referral.ruleId === null ? referral.orderId : referral.qualifyingOrderId) !== order.id) continue;
    const tax = referral.taxExcluded ? order.taxMinor : 0n;
    const base = order.totalMinor - order.deliveryMinor - tax - order.credit;
    const kept = floorDiv((base > 0n ? base : 0n) * (due - refundedOf(order)), due);
    if (isRefundedWhole(order) || (referral.minimumMinor !== null && kept < referral.minimumMinor)) {
      referral.status = 'reversed';
      referral.qualifiesAt = null;
    }
  }
}

/** A full refund before its expiry returns a used coupon to issued, unless its own reward was taken back meanwhile. */
function returnCoupons(state: ModelState, order: ModelOrder, at: Date): void {
  for (const coupon of couponsOn(state, order.id)) {
    coupon.usedOrderId = null;
    if (!isStanding(coupon.reward)) {
      coupon.status = 'revoked';
      continue;
    }
    coupon.status = coupon.validUntil !== null && coupon.validUntil <= at ? 'expired' : 'issued';
    coupon.reward.status = coupon.status;
  }
}

/** The refund of the rest of what was paid; what is still reserved for the order is free again. */
export function cancel(state: ModelState, order: ModelOrder, at: Date): void {
  takeBackAll(state, order, at);
  for (const reservation of state.reservations) {
    if (reservation.status === 'reserved' && reservation.orderId === order.id) endReservation(state, reservation, { status: 'voided', at });
  }
}

function takeBackAll(state: ModelState, order: ModelOrder, at: Date): void {
  const wasWhole = isRefundedWhole(order);
  const rest = paidOf(order) - refundedOf(order);
  order.cancelledAt ??= at;
  const returnedAt = order.cancelledAt;
  if (rest > 0n) order.refunds.push({ id: `#cancellation:${order.refunds.length}`, asked: null, amount: rest, at: returnedAt });
  settleRefund(state, order, wasWhole, { at, returnedAt });
}
