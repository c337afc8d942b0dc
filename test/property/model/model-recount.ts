/** A friend who counted is taken back: what the others earned is brought to what they are worth, newest first (0-17, ADR 0011). */
import { floorDiv } from '../../../src/domain/money/money.ts';
import type { Grant } from '../../../src/domain/program/document.ts';
import type { Case } from './model-case.ts';
import { type Counted, countedFor, countedOne, isCounting, isNumberMet, periodOf, stepsOf, worthOf } from './model-counts.ts';
import { fitsBudgets, isAllowed } from './model-limits.ts';
import { endCoupon, isStanding, keptBase, lower } from './model-reward.ts';
import { grant } from './model-rules.ts';
import {
  isRefundedWhole,
  type ModelCount,
  type ModelOrder,
  type ModelReferral,
  type ModelReward,
  type ModelState,
  paidOf,
  placeOf,
  refundedOf,
} from './model-state.ts';

/** After a refund: what this order made count, and no longer does. */
export function takeBackCounts(state: ModelState, order: ModelOrder, at: Date): void {
  for (const program of state.programs.keys()) {
    const referral = state.referrals.get(placeOf(program, order.customer));
    if (referral === undefined) continue;
    const isLost = (count: ModelCount): boolean => {
      if (referral.status === 'reversed') return true;
      if (count.orderId !== order.id) return false;
      const base = keptBase(order, count.document);
      return isRefundedWhole(order) || count.rule.if.some((condition) => condition.kind === 'paid' && base < condition.atLeastMinor);
    };
    takeBack(state, { program, friend: order.customer, referral }, isLost, at);
  }
}

/** After a denial: the rule's count, and all of them where the referral's own reward was denied at its review. */
export function takeBackDenied(state: ModelState, denied: ModelReward, { at, isReview }: { at: Date; isReview: boolean }): void {
  const { program, friend, rule } = denied;
  const referral = friend === null ? undefined : state.referrals.get(placeOf(program, friend));
  if (friend === null || referral === undefined || denied.beneficiary !== 'referrer') return;
  if (isReview && referral.ruleId === rule.id && referral.qualifyingOrderId === denied.orderId) referral.isDenied = true;
  if (denied.referrer !== referral.referrer || !(referral.isDenied || isCounting(rule))) return;
  const isLost = (count: ModelCount): boolean => referral.isDenied || (count.rule.id === rule.id && count.naturalKey === denied.naturalKey);
  takeBack(state, { program, friend, referral }, isLost, at);
}

interface Place {
  readonly program: number;
  readonly friend: number;
  readonly referral: ModelReferral;
}

function takeBack(state: ModelState, { program, friend, referral }: Place, isLost: (count: ModelCount) => boolean, at: Date): void {
  const lost = referral.counts.filter((count) => !count.isTakenBack && isLost(count));
  if (lost.length === 0) return;
  for (const { rule, naturalKey } of lost) {
    if (!isCounting(rule)) continue;
    for (const one of ofReferrer(state, { program, friend, referral }, rule.id))
      if (one.naturalKey === naturalKey && isStanding(one)) lower(state, one, 0n, at);
  }
  const before: ModelReferral = { ...referral, counts: referral.counts.map((count) => ({ ...count })), isDenied: false };
  if (before.status === 'reversed') before.status = 'ordered';
  for (const count of lost) count.isTakenBack = true;
  recountAfter(state, { program, friend, referral: before }, at);
}

/** `referral` is as it was when it counted. */
export function recountAfter(state: ModelState, { program, friend, referral }: Place, at: Date): void {
  const ids = new Set(
    (state.programs[program]?.versions ?? []).flatMap(({ document }) => document.rules.filter(isCounting).map(({ id }) => id)),
  );
  const now = state.referrals.get(placeOf(program, friend));
  for (const ruleId of ids) {
    const taken = countedOne(friend, referral, ruleId);
    const isStill = now?.referrer === referral.referrer && countedOne(friend, now, ruleId) !== null;
    if (taken !== null && !isStill) recountRule(state, { program, friend, referral }, { ruleId, taken }, at);
  }
}

function recountRule(state: ModelState, gone: Place, { ruleId, taken }: { ruleId: string; taken: Counted }, at: Date): void {
  const { program, referral } = gone;
  const all = countedFor(state, { program, referrer: referral.referrer, ruleId });
  const fired = all.flatMap((one, index) => (one.count === null ? [] : [{ friend: one.friend, at: one.at, count: one.count, index }]));
  const rewardsOf = (friend: number): ModelReward[] => ofReferrer(state, { ...gone, friend }, ruleId);
  const own = rewardsOf(gone.friend).filter((one) => one.naturalKey === taken.count?.naturalKey);
  const inPeriod = fired.filter(({ count, at: countedAt }) => {
    const steps = stepsOf(count.rule, 0);
    return steps !== null && periodOf(steps, countedAt, count.document) === periodOf(steps, taken.at, count.document);
  });
  let owed = 0n;
  let earned = 0n;
  for (const { friend, at: countedAt, count, index } of inPeriod) {
    const steps = stepsOf(count.rule, 0);
    if (steps === null) continue;
    const period = periodOf(steps, countedAt, count.document);
    const place = all.slice(0, index + 1).filter((one) => periodOf(steps, one.at, count.document) === period).length;
    owed += worthOf(steps, place) - worthOf(steps, place - 1);
    earned += sumOf(rewardsOf(friend).filter((one) => one.naturalKey === count.naturalKey));
  }
  const newest = inPeriod.at(-1);
  let excess = earned - owed;
  for (const { friend, count } of inPeriod.toReversed())
    if (excess > 0n)
      excess -= lowerOriginal(
        state,
        rewardsOf(friend).filter((one) => one.naturalKey === count.naturalKey),
        excess,
        at,
      );
  const freed = sumOf(own);
  const missing = owed - earned;
  if (missing > 0n && freed > 0n && newest !== undefined) topUp(state, gone, { ...newest, amount: missing < freed ? missing : freed }, at);
  recountNumbered(state, gone, { fired, own, rewardsOf }, at);
}

interface Fired {
  readonly friend: number;
  readonly count: ModelCount;
  readonly index: number;
}

/** Rewards for the number of a friend: as many as there are friends with such a number. */
function recountNumbered(
  state: ModelState,
  gone: Place,
  of: { readonly fired: readonly Fired[]; readonly own: readonly ModelReward[]; readonly rewardsOf: (friend: number) => ModelReward[] },
  at: Date,
): void {
  const numbered = of.fired.filter(({ count }) => stepsOf(count.rule, 0) === null);
  const given = numbered.filter(({ friend }) => of.rewardsOf(friend).some(isStanding));
  const owed = numbered.filter(({ count, index }) => isNumberMet(count.rule, index + 1)).length;
  for (const { friend } of given.slice(owed)) {
    for (const one of of.rewardsOf(friend).toReversed()) if (isStanding(one)) lowerOriginal(state, [one], one.original, at);
  }
  const newest = numbered.filter((one) => !given.includes(one)).at(-1);
  const benefit = newest?.count.rule.grant[0]?.benefit;
  if (given.length >= owed || of.own.length === 0 || newest === undefined || benefit === undefined) return;
  if ('amountMinor' in benefit) topUp(state, gone, { ...newest, amount: benefit.amountMinor }, at);
}

function sumOf(rewards: readonly ModelReward[]): bigint {
  return rewards.reduce((sum, one) => sum + one.original, 0n);
}

/** In the order they were given. */
function ofReferrer(state: ModelState, { program, friend, referral }: Place, ruleId: string): ModelReward[] {
  return state.rewards.filter(
    (one) =>
      one.program === program &&
      one.friend === friend &&
      one.rule.id === ruleId &&
      one.beneficiary === 'referrer' &&
      one.referrer === referral.referrer,
  );
}

/** Lowers what the rewards earned, and with it what they are worth after part refunds; says by how much. */
function lowerOriginal(state: ModelState, rewards: readonly ModelReward[], by: bigint, at: Date): bigint {
  let left = by;
  for (const one of rewards.toReversed()) {
    const part = one.original < left ? one.original : left;
    one.original -= part;
    left -= part;
    lower(state, one, one.amount < one.original ? one.amount : one.original, at);
  }
  keepGroup(state, rewards, at);
  return by - left;
}

function keepGroup(state: ModelState, rewards: readonly ModelReward[], at: Date): void {
  const orderId = rewards[0]?.orderId ?? null;
  const order = orderId === null ? undefined : state.orders.get(orderId);
  if (order === undefined || order.refunds.length === 0 || paidOf(order) === 0n) return;
  const kept = floorDiv(sumOf(rewards) * (paidOf(order) - refundedOf(order)), paidOf(order));
  let excess = rewards.reduce((sum, one) => sum + one.amount, 0n) - kept;
  for (const one of rewards.toReversed()) {
    if (excess <= 0n) return;
    if (one.unit === null) endCoupon(one);
    const part = one.amount < excess ? one.amount : excess;
    lower(state, one, one.amount - part, at);
    excess -= part;
  }
}

function topUp(state: ModelState, gone: Place, to: Omit<Fired, 'index'> & { readonly amount: bigint }, eventAt: Date): void {
  const { count, friend, amount } = to;
  const [mine] = count.rule.grant;
  if (mine === undefined) return;
  const leg = { grant: mine satisfies Grant, number: 0, owner: gone.referral.referrer, amount };
  const its: Case = {
    trigger: count.rule.on,
    customer: friend,
    order: count.orderId === null ? null : (state.orders.get(count.orderId) ?? null),
    naturalKey: count.naturalKey,
    at: mine.hold === null ? eventAt : count.at,
    eventAt,
    completes: true,
    refusals: new Map(),
    program: gone.program,
    document: count.document,
    rule: count.rule,
    isPaused: false,
    attribution: {
      referrer: gone.referral.referrer,
      isNamed: true,
      touchAt: null,
      version: null,
      refusal: null,
      isByStaff: false,
      revision: 0,
    },
  };
  if (!isAllowed(state, its, leg) || !fitsBudgets(state, its, [leg])) return;
  grant(state, its, leg);
  const group = ofReferrer(state, { ...gone, friend }, count.rule.id).filter((one) => one.naturalKey === count.naturalKey);
  keepGroup(state, group, eventAt);
}
