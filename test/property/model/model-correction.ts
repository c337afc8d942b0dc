/** A staff correction of who brought a customer, in the model: contract.md 6.8, 6.10. */

import type { Step } from '../step.ts';
import { type BodyOf, customerOf } from './model-acts.ts';
import { blankReferral, markOrdered, refusalOf } from './model-attribution.ts';
import { type Occasion, occasionOf } from './model-case.ts';
import { tierThen } from './model-ladder.ts';
import { correctAccrued } from './model-legs.ts';
import { earn, keepEarlierRefunds, redateHolds } from './model-order.ts';
import { recordOf } from './model-persons.ts';
import { recountAfter } from './model-recount.ts';
import { isStanding, takeAway } from './model-reward.ts';
import { grantRules } from './model-rules.ts';
import { type ModelOrder, type ModelState, placeOf, versionAt } from './model-state.ts';

/** Reverses what the referral gave to both sides and grants it again, the friend's orders in their order. */
export function correctReferral(state: ModelState, step: Step, { program, referrer }: BodyOf<'correct'>): string {
  const friend = customerOf(step);
  const { at } = step;
  const refusal = refusalOf(state, program, friend, referrer);
  if (refusal === 'self-referral') return 'self_referral';
  if (refusal === 'referral-cycle') return 'referral_cycle';
  const key = placeOf(program, friend);
  const before = state.attributions.get(key);
  if (before?.referrer === referrer && before.isByStaff) return 'processed';
  const others = pastOf(state, step, { friend, program, revision: before?.revision ?? 0 });
  for (const reward of state.rewards) {
    if (reward.friend !== friend || reward.program !== program || !isStanding(reward)) continue;
    takeAway(state, reward, at);
  }
  const orders = [...state.orders.values()]
    .filter((order) => order.customer === friend && recordOf(order, program) === friend && order.isKnown)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || Number(a.firstPaymentAt) - Number(b.firstPaymentAt) || (a.id < b.id ? -1 : 1));
  const touchAt = before?.touchAt ?? orders[0]?.firstPaymentAt ?? at;
  const its = state.programs[program];
  const version = before?.version ?? (its === undefined ? null : versionAt(its, touchAt));
  state.attributions.set(key, {
    referrer,
    isNamed: true,
    touchAt,
    version,
    refusal,
    isByStaff: true,
    revision: (before?.revision ?? 0) + 1,
    tier: tierThen(state, { program, customer: referrer }, touchAt),
    wasNew: before?.wasNew ?? wasNew(orders),
  });
  const referral = state.referrals.get(key);
  const status = state.signUps.has(friend) ? 'joined' : 'started';
  if (referral !== undefined || refusal === null) {
    state.touched.add(referrer);
    state.referrals.set(key, { ...blankReferral(referrer, 'UTC'), status, timeZone: referral?.timeZone ?? 'UTC' });
  }
  if (referral !== undefined) recountAfter(state, { program, friend, referral }, at);
  for (const past of others) grantRules(state, occasionOf({ ...past, customer: friend, eventAt: at, onlyReferralsOf: program }));
  for (const order of orders) grantAgain(state, order, program, at);
  return 'processed';
}

function wasNew(orders: readonly ModelOrder[]): boolean | null {
  const first = orders.find(({ number }) => number !== null);
  return first === undefined ? null : first.number === 1;
}

type Past = Pick<Occasion, 'trigger' | 'naturalKey' | 'at'>;

/** Each sign-up or word of feedback that earned, by its own name; where no sign-up did, the first one under the correction's name. */
function pastOf(state: ModelState, step: Step, of: { friend: number; program: number; revision: number }): readonly Past[] {
  const suffix = of.revision === 0 ? '' : `\u001f#${of.revision}`;
  const earned = state.rewards.filter(
    (reward) =>
      reward.friend === of.friend &&
      reward.program === of.program &&
      (reward.rule.on === 'member.signed_up' || reward.rule.on === 'feedback.given') &&
      isStanding(reward),
  );
  const found = new Map<string, Past>();
  for (const { rule, naturalKey, at } of earned) {
    const name = naturalKey.slice(0, naturalKey.length - suffix.length);
    found.set(`${rule.on} ${name}`, { trigger: rule.on, naturalKey: name, at });
  }
  const firstAt = state.signUps.get(of.friend);
  if (firstAt !== undefined && [...found.values()].every(({ trigger }) => trigger !== 'member.signed_up'))
    found.set('member.signed_up', { trigger: 'member.signed_up', naturalKey: `event:api:${step.eventId}`, at: firstAt });
  return [...found.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.naturalKey < b.naturalKey ? -1 : 1));
}

function grantAgain(state: ModelState, order: ModelOrder, program: number, eventAt: Date): void {
  const attribution = state.attributions.get(placeOf(program, order.customer));
  if (attribution === undefined) return;
  grantPartsAgain(state, order, program, eventAt);
  if (order.paidAt === null) return;
  const { customer, paidAt } = order;
  markOrdered(state, { program, customer }, attribution, order.id, 'UTC');
  const occasion = {
    ...occasionOf({ trigger: 'order.paid', customer, naturalKey: order.id, at: paidAt, eventAt, onlyReferralsOf: program }),
    order,
  };
  earn(state, { ...occasion, payment: order.payments.at(-1)?.at ?? null });
  if (order.deliveredAt !== null) redateHolds(state, order, eventAt);
  if (order.deliveredAt !== null) earn(state, { ...occasion, trigger: 'order.delivered', at: order.deliveredAt });
}

/** Each payment that did not make the order whole, with those told before it; of credit alone, the capture. */
function grantPartsAgain(state: ModelState, order: ModelOrder, program: number, eventAt: Date): void {
  const { customer, payments, firstPaymentAt } = order;
  const parts = order.paidAt === null ? payments : payments.slice(0, -1);
  const grant = (at: Date, told: ModelOrder['payments'], payment: Date | null): void => {
    const occasion = occasionOf({ trigger: 'order.paid', customer, naturalKey: order.id, at, eventAt, onlyReferralsOf: program });
    grantRules(state, { ...occasion, order: { ...order, paidAt: null, payments: told }, payment, completes: false });
    correctAccrued(state, order, eventAt);
    keepEarlierRefunds(state, order, eventAt);
  };
  for (const [index, { at }] of parts.entries()) grant(at, payments.slice(0, index + 1), at);
  if (payments.length === 0 && order.paidAt === null && firstPaymentAt !== null) grant(firstPaymentAt, [], null);
}
