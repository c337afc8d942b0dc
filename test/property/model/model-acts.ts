/** What staff and members do to balances, places and rewards of the model: contract.md 1, 6.15. */
import { CUSTOMERS } from '../shop-plan.ts';
import type { Step, StepBody } from '../step.ts';
import { orderIdOf } from '../step.ts';
import { revokeClaims } from './model-access.ts';
import { standingOrders } from './model-conditions.ts';
import { captureReservation, endReservation, makeReservation, openLot, spendable, takeFromLots } from './model-ledger.ts';
import { rewardName } from './model-observation.ts';
import { addCredit, settle } from './model-order.ts';
import { payoutAct } from './model-payouts.ts';
import { survivorOf } from './model-persons.ts';
import { takeBackDenied } from './model-recount.ts';
import { endReasons, takeAway } from './model-reward.ts';
import {
  isSamePerson,
  type ModelCoupon,
  type ModelMembership,
  type ModelReservation,
  type ModelReward,
  type ModelState,
  placeOf,
  versionAt,
} from './model-state.ts';

const NEXT: Readonly<Record<ModelMembership, readonly ModelMembership[]>> = {
  active: ['paused', 'left', 'blocked'],
  paused: ['active', 'left', 'blocked'],
  left: ['active', 'blocked'],
  blocked: ['active'],
};

export type BodyOf<T extends StepBody['type']> = Extract<StepBody, { readonly type: T }>;

export function changeCustomer(
  state: ModelState,
  step: Step,
  body: BodyOf<'join' | 'member' | 'adjust' | 'reserve' | 'erase'> | OfPayouts,
): string {
  if (isOfPayouts(body)) return payoutAct(state, step, body);
  const { at } = step;
  const customer = customerOf(step);
  switch (body.type) {
    case 'join': {
      const key = placeOf(body.program, customer);
      const known = state.memberships.get(key);
      if (known === 'blocked') return 'membership_state';
      if (known === 'active') return 'processed';
      const program = state.programs[body.program];
      const document = program === undefined ? undefined : versionAt(program, at)?.document;
      const fails = document?.enrolment.if.some(
        (condition) =>
          'atLeast' in condition &&
          standingOrders(state, customer, condition.kind === 'paidOrders' ? 'paid' : 'delivered') < Number(condition.atLeast),
      );
      if (fails === true) return 'enrolment_conditions';
      state.memberships.set(key, 'active');
      if (!state.joinedAt.has(key)) state.joinedAt.set(key, at);
      return 'processed';
    }
    case 'member': {
      const key = placeOf(body.program, customer);
      const known = state.memberships.get(key);
      if (known === undefined) return 'membership_unknown';
      if (known !== body.status && !NEXT[known].includes(body.status)) return 'membership_state';
      state.memberships.set(key, body.status);
      if (known !== body.status && (body.status === 'left' || body.status === 'blocked')) revokeClaims(state, body.program, customer);
      return 'processed';
    }
    case 'erase':
      state.erased.add(customer);
      if (body.retiresCodes === true)
        for (const owner of CUSTOMERS.keys()) if (survivorOf(state, owner) === customer) state.retired.add(owner);
      for (const index of state.programs.keys()) {
        const known = state.memberships.get(placeOf(index, customer));
        if (known !== undefined && known !== 'blocked') state.memberships.set(placeOf(index, customer), 'left');
        revokeClaims(state, index, customer);
      }
      return 'processed';
    case 'adjust': {
      const { unit, amount, expiresAt } = body;
      if (amount > 0n) openLot(state, { owner: customer, unit, amount, reward: null, createdAt: at, expiresAt }, at);
      else if (spendable(state, customer, unit, at) < -amount) return 'insufficient_balance';
      else takeFromLots(state, { owner: customer, unit, amount: -amount, at });
      return 'processed';
    }
    case 'reserve':
      return reserve(state, step, body, customer);
  }
}

type OfPayouts = Parameters<typeof payoutAct>[2];

function isOfPayouts(body: StepBody): body is OfPayouts {
  return 'payout' in body || body.type === 'payee' || body.type === 'propose';
}

function reserve(state: ModelState, step: Step, body: BodyOf<'reserve'>, owner: number): string {
  const { unit, amount, expiresAt } = body;
  const value = pointValue(state, unit, step.at);
  if (value === null) return 'points_not_spendable';
  if (spendable(state, owner, unit, step.at) < amount) return 'insufficient_balance';
  const orderId = body.order === null ? null : orderIdOf(body.order);
  makeReservation(state, { name: step.eventId, owner, unit, amount, valueMinor: amount * value, expiresAt, orderId }, step.at);
  return 'processed';
}

function pointValue(state: ModelState, unit: string, at: Date): bigint | null {
  if (!unit.startsWith('points:')) return 1n;
  const program = state.programs[Number(unit.slice('points:'.length))];
  return program === undefined ? null : (versionAt(program, at)?.document.points?.value?.amountMinor ?? null);
}

export function endReservationAct(state: ModelState, { at, sentAt }: Step, body: BodyOf<'capture' | 'void'>): string {
  const reservation = getReservation(state, body.reservation);
  const { status } = reservation;
  if (body.type === 'void') {
    if (status === 'captured') return 'reservation_state';
    if (status !== 'reserved') return 'duplicate';
    endReservation(state, reservation, { status: 'voided', at });
    return 'processed';
  }
  if (status === 'captured')
    return body.order === null || orderIdOf(body.order) === reservation.orderId ? 'duplicate' : 'reservation_state';
  if (status !== 'reserved' || reservation.expiresAt <= at) return 'reservation_state';
  const target = body.order === null ? reservation.orderId : orderIdOf(body.order);
  const order = target === null ? undefined : state.orders.get(target);
  const isBoundElsewhere = reservation.orderId !== null && reservation.orderId !== target;
  const isForeign = order?.isKnown === true && !isSamePerson(state, order.customer, reservation.owner);
  if (isBoundElsewhere || isForeign) return 'reservation_state';
  if (order !== undefined && order.paidAt !== null) return 'reservation_state';
  if (order === undefined || !order.isKnown) {
    captureReservation(reservation, target);
    return 'processed';
  }
  addCredit(order, reservation);
  settle(state, order, { at, sentAt });
  return 'processed';
}

export function judge(state: ModelState, at: Date, body: BodyOf<'approve' | 'deny'>): string {
  const reward = getReward(state, body.reward);
  if (body.type === 'deny') {
    if (reward.status === 'denied') return 'processed';
    if (reward.status !== 'held') return 'reward_state';
    const isReview = reward.reasons.includes('review');
    takeAway(state, reward, at);
    reward.status = 'denied';
    takeBackDenied(state, reward, { at, isReview });
    return 'processed';
  }
  if (reward.status === 'held') {
    if (reward.reasons.every((reason) => reason === 'return-window')) return 'processed';
    const isReview = reward.reasons.includes('review');
    endReasons(state, reward, 'person', at);
    if (isReview) approveReferral(state, reward, at);
    return 'processed';
  }
  return ['approved', 'issued', 'delivered', 'redeemed'].includes(reward.status) ? 'processed' : 'reward_state';
}

/** The referrer's own reward for the referral itself: from now on it counts for tiers. */
function approveReferral(state: ModelState, { program, friend, beneficiary, rule, orderId }: ModelReward, at: Date): void {
  const referral = friend === null ? undefined : state.referrals.get(placeOf(program, friend));
  if (referral === undefined || beneficiary !== 'referrer' || referral.review !== 'waiting') return;
  if (referral.ruleId !== rule.id || referral.qualifyingOrderId !== orderId) return;
  referral.review = null;
  if (referral.qualifiedAt !== null) referral.qualifiedAt = at;
}

export function getReservation(state: ModelState, name: string): ModelReservation {
  const found = state.reservations.find((reservation) => reservation.name === name);
  if (found === undefined) throw new Error('steps name what there is');
  return found;
}

export function getReward(state: ModelState, name: string): ModelReward {
  const found = state.rewards.find((reward) => rewardName(state, reward) === name);
  if (found === undefined) throw new Error('steps name what there is');
  return found;
}

export function getCoupon(state: ModelState, name: string): ModelCoupon {
  const { coupon } = getReward(state, name);
  if (coupon === null) throw new Error('steps name what there is');
  return coupon;
}

export function customerOf(step: Step): number {
  if (step.customer === null) throw new Error('the step is about a customer');
  return step.customer;
}
