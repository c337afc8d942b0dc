/** A staff correction of who brought a customer, in the model: contract.md 6.8, 6.10. */

import type { Step } from '../step.ts';
import { type BodyOf, customerOf } from './model-acts.ts';
import { blankReferral, markOrdered, refusalOf } from './model-attribution.ts';
import type { Occasion } from './model-case.ts';
import { earn } from './model-order.ts';
import { recountAfter } from './model-recount.ts';
import { endCoupon, isStanding, lower } from './model-reward.ts';
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
  const signUps = signUpsOf(state, step, { friend, program, revision: before?.revision ?? 0 });
  for (const reward of state.rewards) {
    if (reward.friend !== friend || reward.program !== program || !isStanding(reward)) continue;
    if (reward.unit === null) endCoupon(reward);
    else lower(state, reward, 0n, at);
  }
  const orders = [...state.orders.values()]
    .filter((order) => order.customer === friend && order.isKnown)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
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
  });
  const referral = state.referrals.get(key);
  const status = state.signUps.has(friend) ? 'joined' : 'started';
  if (referral !== undefined || refusal === null)
    state.referrals.set(key, { ...blankReferral(referrer, 'UTC'), status, timeZone: referral?.timeZone ?? 'UTC' });
  if (referral !== undefined) recountAfter(state, { program, friend, referral }, at);
  for (const { naturalKey, at: signedUpAt } of signUps) {
    grantRules(state, {
      trigger: 'member.signed_up',
      customer: friend,
      order: null,
      naturalKey,
      at: signedUpAt,
      eventAt: at,
      completes: true,
      refusals: new Map(),
      onlyReferralsOf: program,
    });
  }
  for (const order of orders) grantAgain(state, order, program, at);
  return 'processed';
}

interface SignUp {
  readonly naturalKey: string;
  readonly at: Date;
}

/** Each sign-up that earned, by its own name; where none did, the first one under the correction's name. */
function signUpsOf(state: ModelState, step: Step, of: { friend: number; program: number; revision: number }): readonly SignUp[] {
  const suffix = of.revision === 0 ? '' : `#${of.revision}`;
  const earned = state.rewards.filter(
    (reward) => reward.friend === of.friend && reward.program === of.program && reward.rule.on === 'member.signed_up' && isStanding(reward),
  );
  const names = new Map(earned.map((reward) => [reward.naturalKey.slice(0, reward.naturalKey.length - suffix.length), reward.at]));
  const firstAt = state.signUps.get(of.friend);
  if (names.size === 0 && firstAt !== undefined) names.set(`event:api:${step.eventId}`, firstAt);
  return [...names]
    .map(([naturalKey, at]) => ({ naturalKey, at }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.naturalKey < b.naturalKey ? -1 : 1));
}

function grantAgain(state: ModelState, order: ModelOrder, program: number, eventAt: Date): void {
  const attribution = state.attributions.get(placeOf(program, order.customer));
  if (order.paidAt === null || attribution === undefined) return;
  const { customer, paidAt } = order;
  markOrdered(state, { program, customer }, attribution, order.id, 'UTC');
  const occasion = {
    customer,
    order,
    naturalKey: order.id,
    eventAt,
    completes: true,
    refusals: new Map() as Occasion['refusals'],
    onlyReferralsOf: program,
  };
  earn(state, { ...occasion, trigger: 'order.paid', at: paidAt });
  if (order.deliveredAt !== null) earn(state, { ...occasion, trigger: 'order.delivered', at: order.deliveredAt });
}
