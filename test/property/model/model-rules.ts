/** Which rules grant what in the model: contract.md 6.6, 6.7, 6.10, 6.14. */
import { floorDiv, percentFloor } from '../../../src/domain/money/money.ts';
import { type Condition, type Grant, isReferralRule } from '../../../src/domain/program/document.ts';
import { attributionOf, markConditionsHeld } from './model-attribution.ts';
import type { Case, Leg, Occasion } from './model-case.ts';
import { isNumberMet, noteCount, numberOf, shareOfNext, stepsOf } from './model-counts.ts';
import { fitsBudgets, isAllowed } from './model-limits.ts';
import { baseOf, holdEnd, issue, lower, startHold } from './model-reward.ts';
import {
  isPausedAt,
  isSamePerson,
  type ModelOrder,
  type ModelReward,
  type ModelState,
  paidOf,
  placeOf,
  refundedOf,
  versionAt,
} from './model-state.ts';

export function grantRules(state: ModelState, occasion: Occasion): void {
  for (const [index, program] of state.programs.entries()) {
    if (occasion.onlyReferralsOf !== undefined && occasion.onlyReferralsOf !== index) continue;
    const current = versionAt(program, occasion.at);
    if (current === null) continue;
    const attribution = attributionOf(state, index, occasion.customer, occasion.at);
    const pinned = attribution.version ?? current;
    const status = isPausedAt(program, occasion.at);
    for (const rule of pinned.document.rules)
      if (isReferralRule(rule))
        decide(state, { ...occasion, program: index, document: pinned.document, rule, attribution, isPaused: status });
    if (occasion.onlyReferralsOf !== undefined) continue;
    for (const rule of current.document.rules)
      if (!isReferralRule(rule))
        decide(state, { ...occasion, program: index, document: current.document, rule, attribution, isPaused: status });
  }
}

function decide(state: ModelState, its: Case): void {
  const { rule } = its;
  if (rule.on !== its.trigger) return;
  if (!its.completes && rule.grant.every((grant) => grant.accrue === 'whenPaid')) return;
  const refusal = whyNothing(state, its);
  if (refusal === null) return;
  if (isReferralRule(rule) && !its.refusals.has(its.program)) its.refusals.set(its.program, refusal);
}

/** Grants what the rule gives; otherwise says why it gave nothing, or not all. */
function whyNothing(state: ModelState, its: Case): 'not-new-customer' | 'other' | null {
  const { rule, order, document, attribution } = its;
  if (its.isPaused) return 'other';
  // Nothing is left of an order refunded whole: what comes after earns nothing.
  if (order !== null && (order.totalMinor === 0n || (order.refunds.length > 0 && refundedOf(order) >= paidOf(order)))) return 'other';
  const isReferral = isReferralRule(rule);
  // The attribution is fixed, the referrer's standing is not: a block counts from the moment it is made.
  const isBlocked = attribution.referrer !== null && state.memberships.get(placeOf(its.program, attribution.referrer)) === 'blocked';
  const stopsReferral =
    attribution.refusal === 'self-referral' || attribution.refusal === 'referrer-blocked' || (attribution.refusal === null && isBlocked);
  if (isReferral && attribution.refusal !== null && !stopsReferral) return 'other';
  const failed = rule.if.find((condition) => condition.kind !== 'referralNumber' && !holds(state, condition, its));
  if (failed !== undefined) return failed.kind === 'newCustomer' ? 'not-new-customer' : 'other';
  const number =
    attribution.refusal === null && !isBlocked && rule.if.some(({ kind }) => kind === 'referralNumber')
      ? (numberOf(state, its) ?? 0)
      : null;
  const isNumbered = number === null || (number > 0 && isNumberMet(rule, number));
  const legs = isNumbered ? dueLegs(state, its, stopsReferral) : [];
  if (legs === null) return 'other';
  const referral = state.referrals.get(placeOf(its.program, its.customer));
  if (isReferral && its.completes && attribution.refusal === null && !isBlocked && referral !== undefined) {
    markConditionsHeld(referral, {
      rule,
      order,
      at: its.at,
      timeZone: document.timeZone,
      taxExcluded: document.percentOf.tax === 'excluded',
    });
    noteCount(state, { ...its, naturalKey: naturalKeyOf(its), orderId: order?.id ?? null });
  }
  if (!isNumbered) return 'other';
  const allowed = legs.filter((leg) => isAllowed(state, its, leg));
  if (!fitsBudgets(state, its, allowed)) return 'other';
  for (const leg of allowed) grant(state, its, leg);
  return allowed.length === legs.length && !stopsReferral ? null : 'other';
}

function holds(state: ModelState, condition: Condition, its: Case): boolean {
  const { order } = its;
  switch (condition.kind) {
    case 'newCustomer':
      return ((order?.number ?? ordersBefore(state, its.customer) + 1) === 1) === condition.is;
    case 'orderNumber':
      return order?.number === condition.is;
    case 'paid':
      return order !== null && baseOf(order, its.document) >= condition.atLeastMinor;
    case 'paidOrders':
    case 'deliveredOrders':
      return standingOrders(state, its.customer, condition.kind === 'paidOrders' ? 'paid' : 'delivered') >= condition.atLeast;
    default:
      throw new Error(`the plans have no rule with ${condition.kind}`);
  }
}

export function ordersBefore(state: ModelState, customer: number): number {
  return [...state.orders.values()].filter((order) => isSamePerson(state, order.customer, customer) && order.firstPaymentAt !== null)
    .length;
}

/** Paid and not fully refunded since; with `delivered` only the delivered ones. */
export function standingOrders(state: ModelState, customer: number, which: 'paid' | 'delivered'): number {
  return [...state.orders.values()].filter(
    (order) =>
      order.customer === customer &&
      order.paidAt !== null &&
      paidOf(order) > 0n &&
      refundedOf(order) < paidOf(order) &&
      (which === 'paid' || order.isDeliveryCounted),
  ).length;
}

/** Null when a leg's value rounds down to nothing: the legs of a rule are granted together or not at all. */
function dueLegs(state: ModelState, its: Case, stopsReferral: boolean): Leg[] | null {
  const legs: Leg[] = [];
  for (const [number, one] of its.rule.grant.entries()) {
    if (!its.completes && one.accrue === 'whenPaid') continue;
    if (stopsReferral && one.to !== 'buyer') continue;
    const owner = one.to === 'referrer' ? its.attribution.referrer : its.customer;
    if (owner === null) continue;
    const steps = stepsOf(its.rule, number);
    if (steps !== null) {
      const share = shareOfNext(state, its, steps);
      if (share > 0n) legs.push({ grant: one, number, owner, amount: share });
      continue;
    }
    const whole = wholeValue(one, its);
    if (one.accrue === 'whenPaid') {
      if (whole === 0n) return null;
      legs.push({ grant: one, number, owner, amount: whole });
      continue;
    }
    const posted = postedOf(state, its, number);
    const amount = accrued(whole, its.order) - posted;
    if (amount <= 0n && posted === 0n) return null;
    if (amount > 0n) legs.push({ grant: one, number, owner, amount });
  }
  return legs;
}

/** Per grant, all payments' legs together are worth what the order as it now is gives, nothing below the minimum. */
export function correctAccrued(state: ModelState, order: ModelOrder, at: Date): void {
  const legs = state.rewards.filter((reward) => reward.orderId === order.id && reward.grant.accrue === 'perPayment');
  const nameOf = (one: ModelReward): string => [one.program, one.rule.id, one.naturalKey, one.leg].join('/');
  for (const name of new Set(legs.map(nameOf))) {
    const group = legs.filter((one) => nameOf(one) === name);
    const [{ rule, document, grant } = { rule: null, document: null, grant: null }] = group;
    if (rule === null || document === null || grant === null) continue;
    const isBelow = rule.if.some((condition) => condition.kind === 'paid' && baseOf(order, document) < condition.atLeastMinor);
    const earned = isBelow ? 0n : accrued(wholeValue(grant, { order, document }), order);
    let unearned = group.reduce((sum, one) => sum + one.original, 0n) - earned;
    for (const one of group.toReversed()) {
      if (unearned <= 0n || one.status === 'denied') continue;
      const part = one.original < unearned ? one.original : unearned;
      one.original -= part;
      unearned -= part;
      lower(state, one, one.amount < one.original ? one.amount : one.original, at);
    }
  }
}

function wholeValue({ benefit }: Grant, { order, document }: Pick<Case, 'order' | 'document'>): bigint {
  if (benefit.kind === 'coupon') return 1n;
  if (!('how' in benefit) || benefit.kind === 'donation' || benefit.how === 'steps') throw new Error('the plans have value and coupons');
  if (benefit.how === 'fixed') return benefit.kind === 'points' ? benefit.points : benefit.amountMinor;
  if (order === null) return 0n;
  const base = baseOf(order, document);
  const [value, max] =
    benefit.kind === 'points'
      ? [floorDiv(base * benefit.points, benefit.perMinor), benefit.maxPoints]
      : [percentFloor(base, benefit.basisPoints), benefit.maxMinor];
  return max !== null && value > max ? max : value;
}

/** A staff correction grants again under the next revision. */
function naturalKeyOf({ naturalKey, rule, attribution }: Case): string {
  return isReferralRule(rule) && attribution.revision > 0 ? `${naturalKey}#${attribution.revision}` : naturalKey;
}

function accrued(whole: bigint, order: ModelOrder | null): bigint {
  if (order === null) return whole;
  const paid = paidOf(order);
  return paid >= order.totalMinor ? whole : floorDiv(whole * paid, order.totalMinor);
}

function postedOf(state: ModelState, its: Case, leg: number): bigint {
  return state.rewards
    .filter(
      (reward) =>
        reward.program === its.program && reward.rule.id === its.rule.id && reward.naturalKey === naturalKeyOf(its) && reward.leg === leg,
    )
    .reduce((sum, reward) => sum + reward.original, 0n);
}

export function grant(state: ModelState, its: Case, leg: Leg): void {
  const { hold, to, benefit } = leg.grant;
  const unit = benefit.kind === 'coupon' ? null : benefit.kind === 'points' ? `points:${its.program}` : its.document.currency;
  state.made += 1;
  const reward: ModelReward = {
    program: its.program,
    document: its.document,
    rule: its.rule,
    grant: leg.grant,
    naturalKey: naturalKeyOf(its),
    friend: isReferralRule(its.rule) ? its.customer : null,
    beneficiary: to,
    leg: leg.number,
    made: state.made,
    owner: leg.owner,
    referrer: isReferralRule(its.rule) ? its.attribution.referrer : null,
    orderId: its.order?.id ?? null,
    at: its.at,
    unit,
    original: unit === null ? 0n : leg.amount,
    amount: unit === null ? 0n : leg.amount,
    status: 'held',
    heldUntil: hold === null ? null : holdEnd(hold, its.order, its.at, its.document.timeZone),
    reasons: hold === null ? [] : startHold(hold),
    lot: null,
    coupon: null,
    isLoss: false,
  };
  state.rewards.push(reward);
  if (hold === null) issue(state, reward, its.at, its.eventAt);
}
