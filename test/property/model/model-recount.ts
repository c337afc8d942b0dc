/** A friend who counted is taken back: what the others earned is brought to what they are worth, newest first (0-17, ADR 0011). */
import { floorDiv } from '../../../src/domain/money/money.ts';
import type { Grant, Rule } from '../../../src/domain/program/document.ts';
import { type Case, occasionOf } from './model-case.ts';
import { type Counted, countedFor, countedOne, isCounting, isNumberMet, periodOf, stepsOf, worthOf } from './model-counts.ts';
import { everyRule } from './model-ladder.ts';
import { giveLeg } from './model-legs.ts';
import { fits, leftByCaps } from './model-limits.ts';
import { recordOf, survivorOf } from './model-persons.ts';
import type { ModelCount } from './model-records.ts';
import { isAmount, isStanding, keptBase, lower, takeAway } from './model-reward.ts';
import {
  isRefundedWhole,
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
    const friend = recordOf(order, program);
    const referral = state.referrals.get(placeOf(program, friend));
    if (referral === undefined) continue;
    const isLost = (count: ModelCount): boolean => {
      if (referral.status === 'reversed') return true;
      if (count.orderId !== order.id) return false;
      const base = keptBase(order, count.document);
      return isRefundedWhole(order) || count.rule.if.some((condition) => condition.kind === 'paid' && base < condition.atLeastMinor);
    };
    takeBack(state, { program, friend, referral }, isLost, at);
  }
}

/** After a denial: the rule's count, and all of them where the referral's own reward was denied at its review. */
export function takeBackDenied(state: ModelState, denied: ModelReward, { at, isReview }: { at: Date; isReview: boolean }): void {
  const { program, friend, rule } = denied;
  const referral = friend === null ? undefined : state.referrals.get(placeOf(program, friend));
  if (friend === null || referral === undefined || denied.beneficiary !== 'referrer') return;
  if (isReview && referral.ruleId === rule.id && referral.qualifyingOrderId === denied.orderId) referral.review = 'denied';
  if (denied.referrer !== referral.referrer || !(referral.review === 'denied' || isCounting(rule))) return;
  const isLost = (count: ModelCount): boolean =>
    referral.review === 'denied' || (count.rule.id === rule.id && count.naturalKey === denied.naturalKey);
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
      if (one.naturalKey === naturalKey && isStanding(one)) takeAway(state, one, at);
  }
  const before: ModelReferral = { ...referral, counts: referral.counts.map((count) => ({ ...count })), review: null };
  if (before.status === 'reversed') before.status = 'ordered';
  for (const count of lost) count.isTakenBack = true;
  recountAfter(state, { program, friend, referral: before }, at);
}

/** `referral` is as it was when it counted. */
export function recountAfter(state: ModelState, { program, friend, referral }: Place, at: Date): void {
  const ids = new Set(
    (state.programs[program]?.versions ?? []).flatMap(({ document }) =>
      everyRule(document)
        .filter(isCounting)
        .map(({ id }) => id),
    ),
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
  recountNumbered(state, gone, { all, fired, own, rewardsOf }, at);
  const isNumbered = ({ count }: Pick<Fired, 'count'>): boolean => stepsOf(count.rule, 0) === null;
  const isLost = own.length > 0 && taken.count !== null && isNumbered({ count: taken.count });
  if (!isLost || fired.filter(isNumbered).some(({ friend }) => rewardsOf(friend).some(isStanding))) return;
  const now = state.referrals.get(placeOf(program, gone.friend));
  for (const count of now?.referrer === referral.referrer ? now.counts : []) if (count.rule.id === ruleId) count.isWaiting = true;
}

function waitingFor(state: ModelState, { program, rule, attribution }: Case): ModelCount[] {
  const found: ModelCount[] = [];
  for (const [place, referral] of state.referrals)
    if (place.startsWith(`${program}/`) && referral.referrer === attribution.referrer)
      found.push(...referral.counts.filter((count) => count.rule.id === rule.id && count.isWaiting === true));
  return found;
}

/** The number is met: what waited comes with it, or was refused with it. */
export function endWaiting(state: ModelState, its: Case): void {
  for (const count of waitingFor(state, its)) count.isWaiting = false;
}

/** What waits goes to the friend who has just counted, though by another number. */
export function passOn(state: ModelState, its: Case, turn: number): boolean {
  const { program, rule, attribution, friend } = its;
  const referral = state.referrals.get(placeOf(program, friend));
  const count = referral?.counts.find((one) => one.rule.id === rule.id && one.turn > turn);
  if (referral === undefined || count === undefined || attribution.referrer === null || waitingFor(state, its).length === 0) return false;
  const places = countedFor(state, { program, referrer: attribution.referrer, ruleId: rule.id }).length;
  if (!Array.from({ length: places }, (_, index) => isNumberMet(rule, index + 1)).some(Boolean)) return false;
  endWaiting(state, its);
  const before = state.rewards.length;
  topUp(state, { program, friend, referral }, { friend, count, amount: wholeOf(rule) }, its.eventAt);
  return state.rewards.length > before;
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
  of: {
    readonly all: readonly Counted[];
    readonly fired: readonly Fired[];
    readonly own: readonly ModelReward[];
    readonly rewardsOf: (friend: number) => ModelReward[];
  },
  at: Date,
): void {
  const numbered = of.fired.filter(({ count }) => stepsOf(count.rule, 0) === null);
  const given = numbered.filter(({ friend }) => of.rewardsOf(friend).some(isStanding));
  // A place at which a friend of other rules stands is judged by the newest friend's rule.
  const ruleAt = (place: number) => (numbered.find(({ index }) => index === place) ?? numbered.at(-1))?.count.rule;
  const owed = of.all.filter((_, index) => {
    const rule = ruleAt(index);
    return rule !== undefined && isNumberMet(rule, index + 1);
  }).length;
  for (const { friend } of given.slice(owed)) {
    for (const one of of.rewardsOf(friend).toReversed().filter(isStanding)) {
      if (isAmount(one.grant.benefit)) lowerOriginal(state, [one], one.original, at);
      else takeAway(state, one, at);
    }
  }
  const newest = numbered.filter((one) => !given.includes(one)).at(-1);
  if (given.length >= owed || of.own.length === 0 || newest === undefined) return;
  topUp(state, gone, { ...newest, amount: wholeOf(newest.count.rule) }, at);
}

/** Of a rule whose reward is given whole or not at all. */
function wholeOf({ grant: [mine] }: Rule): bigint {
  return mine !== undefined && 'amountMinor' in mine.benefit ? mine.benefit.amountMinor : 0n;
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
    const kept = one.original - part;
    left -= part;
    lower(state, one, one.amount < kept ? one.amount : kept, at);
    // What was passed on stays given.
    if (!one.isLoss) one.original = kept;
  }
  keepGroup(state, rewards, at);
  return by - left;
}

function keepGroup(state: ModelState, rewards: readonly ModelReward[], at: Date): void {
  const orderId = rewards[0]?.orderId ?? null;
  const order = orderId === null ? undefined : state.orders.get(orderId);
  if (order === undefined || order.refunds.length === 0 || paidOf(order) === 0n) return;
  const kept = floorDiv(sumOf(rewards) * (paidOf(order) - refundedOf(order)), paidOf(order));
  let excess = rewards.reduce((sum, one) => (one.isLoss ? sum : sum + one.amount), 0n) - kept;
  for (const one of rewards.toReversed()) {
    if (excess <= 0n) return;
    if (!isStanding(one)) continue;
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
    ...occasionOf({
      trigger: count.rule.on,
      customer: survivorOf(state, friend),
      friend,
      order: count.orderId === null ? null : (state.orders.get(count.orderId) ?? null),
      naturalKey: count.naturalKey,
      at: mine.hold === null ? eventAt : count.at,
      eventAt,
    }),
    program: gone.program,
    friend,
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
      tier: count.tier,
      wasNew: null,
    },
  };
  if (leftByCaps(state, its, [leg]).length === 0 || !fits(state, its, [leg])) return;
  giveLeg(state, its, leg, true);
  const group = ofReferrer(state, { ...gone, friend }, count.rule.id).filter((one) => one.naturalKey === count.naturalKey);
  keepGroup(state, group, eventAt);
}
