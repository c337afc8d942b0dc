/** What a rule of the model owes for an occasion, leg by leg, and the rewards it becomes: contract.md 6.7, 6.10. */
import { floorDiv, percentFloor } from '../../../src/domain/money/money.ts';
import { type Grant, isReferralRule } from '../../../src/domain/program/document.ts';
import { reserveUnit } from './model-access.ts';
import type { Case, Leg } from './model-case.ts';
import { isWithin, monthsOf } from './model-conditions.ts';
import { shareOfNext, stepsOf } from './model-counts.ts';
import { recordOf } from './model-persons.ts';
import { baseOf, holdEnd, isAmount, isPerk, issue, lower, startHold } from './model-reward.ts';
import { type ModelOrder, type ModelReward, type ModelState, placeOf } from './model-state.ts';
import { giftValue, reachesLimit } from './model-tax.ts';

/** Null when a leg's value rounds down to nothing: the legs of a rule are granted together or not at all. */
export function dueLegs(state: ModelState, its: Case, stopsReferral: boolean): Leg[] | null {
  const legs: Leg[] = [];
  for (const [number, grant] of its.rule.grant.entries()) {
    if (!its.completes && grant.accrue === 'whenPaid') continue;
    if (stopsReferral && grant.to !== 'buyer') continue;
    const owner = grant.to === 'referrer' ? its.attribution.referrer : its.customer;
    if (owner === null) continue;
    const amount = amountOf(state, its, grant, number);
    if (amount === null) return null;
    if (amount !== 'nothing') legs.push({ grant, number, owner, amount });
  }
  return legs;
}

/** `nothing` = given before, or earned by earlier payments; null = its value rounds down to nothing. */
function amountOf(state: ModelState, its: Case, grant: Grant, number: number): bigint | 'nothing' | null {
  if (grant.accrue === 'perPayment') {
    const posted = postedOf(state, its, number);
    const amount = accrued(state, its, grant) - posted;
    return amount > 0n ? amount : posted > 0n ? 'nothing' : null;
  }
  if (isGiven(state, its, grant, number)) return 'nothing';
  const steps = stepsOf(its.rule, number);
  if (steps !== null) {
    const share = shareOfNext(state, its, steps);
    return share > 0n ? share : 'nothing';
  }
  if (!isAmount(grant.benefit)) return 0n;
  const whole = wholeValue(grant, its);
  return whole === 0n ? null : whole;
}

/** Once for each key, whatever became of it. */
function isGiven(state: ModelState, its: Case, { to }: Grant, number: number): boolean {
  return state.rewards.some((reward) => isUnderKey(reward, its, number) && reward.beneficiary === to && !reward.isTopUp);
}

function isUnderKey(reward: ModelReward, its: Case, leg: number): boolean {
  return reward.program === its.program && reward.rule.id === its.rule.id && reward.naturalKey === naturalKeyOf(its) && reward.leg === leg;
}

function postedOf(state: ModelState, its: Case, leg: number): bigint {
  return state.rewards.filter((reward) => isUnderKey(reward, its, leg)).reduce((sum, reward) => sum + reward.original, 0n);
}

/** Per grant, all payments' legs together are worth what the order as it now is gives, nothing below the minimum. */
export function correctAccrued(state: ModelState, order: ModelOrder, at: Date): void {
  const legs = state.rewards.filter((reward) => reward.orderId === order.id && reward.grant.accrue === 'perPayment');
  const nameOf = (one: ModelReward): string => [one.program, one.rule.id, one.naturalKey, one.leg].join('/');
  for (const name of new Set(legs.map(nameOf))) {
    const group = legs.filter((one) => nameOf(one) === name);
    const [first] = group;
    if (first === undefined) continue;
    const { rule, document, grant, program } = first;
    const isBelow = rule.if.some((condition) => condition.kind === 'paid' && baseOf(order, document) < condition.atLeastMinor);
    const earned = isBelow
      ? 0n
      : accrued(state, { rule, document, program, order, customer: order.customer, friend: recordOf(order, program) }, grant);
    let unearned = group.reduce((sum, one) => sum + one.original, 0n) - earned;
    for (const one of group.toReversed()) {
      if (unearned <= 0n || one.status === 'denied' || one.isLoss) continue;
      const part = one.original < unearned ? one.original : unearned;
      const kept = one.original - part;
      unearned -= part;
      lower(state, one, one.amount < kept ? one.amount : kept, at);
      // What was passed on stays given.
      if (!one.isLoss) one.original = kept;
    }
  }
}

function wholeValue({ benefit }: Grant, { order, document }: Pick<Case, 'order' | 'document'>): bigint {
  if (!('how' in benefit) || benefit.how === 'steps') throw new Error('only amounts have a value');
  if (benefit.how === 'fixed') return benefit.kind === 'points' ? benefit.points : benefit.amountMinor;
  if (order === null) return 0n;
  const base = baseOf(order, document);
  const [value, max] =
    benefit.kind === 'points'
      ? [floorDiv(base * benefit.points, benefit.perMinor), benefit.maxPoints]
      : [percentFloor(base, benefit.basisPoints), benefit.maxMinor];
  return max !== null && value > max ? max : value;
}

/** The share of what was paid in time; credit has no time of its own. */
function accrued(
  state: ModelState,
  its: Pick<Case, 'rule' | 'document' | 'program' | 'order' | 'customer' | 'friend'>,
  grant: Grant,
): bigint {
  const { order, rule } = its;
  const whole = wholeValue(grant, its);
  if (order === null) return whole;
  const inTime = order.payments.filter((payment) => monthsOf(rule).every((months) => isWithin(state, months, its, payment.at)));
  const paid = inTime.reduce((sum, payment) => sum + payment.amount, order.credit);
  return paid >= order.totalMinor ? whole : floorDiv(whole * paid, order.totalMinor);
}

/** A staff correction grants again under the next revision. */
export function naturalKeyOf({ naturalKey, rule, attribution }: Case): string {
  return isReferralRule(rule) && attribution.revision > 0 ? `${naturalKey}\u001f#${attribution.revision}` : naturalKey;
}

export function giveLeg(state: ModelState, its: Case, leg: Leg, isTopUp = false): void {
  const { hold, to, benefit } = leg.grant;
  const isReferral = isReferralRule(its.rule);
  const unit = !isAmount(benefit) ? null : benefit.kind === 'points' ? `points:${its.program}` : its.document.currency;
  state.made += 1;
  const reward: ModelReward = {
    program: its.program,
    document: its.document,
    rule: its.rule,
    grant: leg.grant,
    naturalKey: naturalKeyOf(its),
    friend: isReferral ? its.friend : null,
    beneficiary: to,
    leg: leg.number,
    isTopUp,
    made: state.made,
    owner: leg.owner,
    referrer: isReferral ? its.attribution.referrer : null,
    orderId: its.order?.id ?? null,
    at: its.at,
    unit,
    original: leg.amount,
    amount: leg.amount,
    status: 'held',
    heldUntil: hold === null ? null : holdEnd(hold, its.order, its.at, its.document.timeZone),
    reasons: hold === null ? [] : startHold(hold),
    lot: null,
    coupon: null,
    access: null,
    chosen: null,
    isDefault: false,
    isLoss: false,
  };
  const value = giftValue(reward);
  if (value > 0n && !reward.reasons.includes('tax-data') && reachesLimit(state, { ...reward, value })) reward.reasons.push('tax-data');
  state.rewards.push(reward);
  if (reward.reasons.length === 0) issue(state, reward, its.at, its.eventAt);
  else if (isPerk(benefit)) reserveUnit(state, reward);
}

/** The referral's place in the programme, where there is one. */
export function referralOf(state: ModelState, its: Pick<Case, 'program' | 'friend'>) {
  return state.referrals.get(placeOf(its.program, its.friend));
}
