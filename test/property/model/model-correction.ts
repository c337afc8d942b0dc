/** A staff correction of who brought a customer, in the model: contract.md 6.8, 6.10. */

import type { Step } from '../step.ts';
import { type BodyOf, customerOf } from './model-acts.ts';
import { addTouch, markOrdered, refusalOf } from './model-attribution.ts';
import { earn } from './model-order.ts';
import { endCoupon, isStanding, lower } from './model-reward.ts';
import type { Occasion } from './model-rules.ts';
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
  addTouch(state, friend, { by: 'staff', referrer, at });
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
  if (referral !== undefined) Object.assign(referral, { referrer, status: 'started', orderId: null, ruleId: null, qualifiesAt: null });
  for (const order of orders) grantAgain(state, order, program, at);
  return 'processed';
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
