/** What caps, budgets and the referrer's standing let a rule of the model give: contract.md 6.14. */
import type { Grant } from '../../../src/domain/program/document.ts';
import { periodKey } from '../../../src/domain/time/calendar.ts';
import type { Case, Leg } from './model-case.ts';
import { isStanding } from './model-reward.ts';
import { type ModelState, placeOf } from './model-state.ts';

/** A full cap or a paused or left referrer stops only the referrer's leg. */
export function isAllowed(state: ModelState, its: Case, leg: Leg): boolean {
  if (leg.grant.to !== 'referrer') return true;
  return state.memberships.get(placeOf(its.program, leg.owner)) === 'active' && fitsCap(state, its, leg);
}

function fitsCap(state: ModelState, its: Case, leg: Leg): boolean {
  const cap = its.rule.caps.perReferrer;
  if (cap === null) return true;
  const periodOf = (at: Date): string => (cap.per === 'life' ? '' : periodKey(at, cap.per, its.document.timeZone));
  const counted = state.rewards.filter(
    (reward) =>
      reward.program === its.program &&
      reward.rule.id === its.rule.id &&
      reward.beneficiary === 'referrer' &&
      reward.owner === leg.owner &&
      isStanding(reward) &&
      periodOf(reward.at) === periodOf(its.at),
  );
  const amount = counted.reduce((sum, reward) => sum + reward.amount, leg.amount);
  return (cap.count === null || counted.length < cap.count) && (cap.amount === null || amount <= cap.amount);
}

export function fitsBudgets(state: ModelState, its: Case, legs: readonly Leg[]): boolean {
  const cost = legs.reduce((sum, leg) => (isMoney(leg.grant) ? sum + leg.amount : sum), 0n);
  const used = (ruleId: string | null): bigint =>
    state.rewards
      .filter(
        (reward) =>
          reward.program === its.program && isStanding(reward) && isMoney(reward.grant) && (ruleId === null || reward.rule.id === ruleId),
      )
      .reduce((sum, reward) => sum + reward.amount, 0n);
  const { budget } = its.rule.caps;
  if (budget !== null && used(its.rule.id) + cost > budget.amount) return false;
  return its.document.budget === null || used(null) + cost <= its.document.budget.amount;
}

function isMoney({ benefit }: Grant): boolean {
  return benefit.kind === 'credit' || benefit.kind === 'commission';
}
