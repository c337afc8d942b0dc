/** What caps, budgets, stock and the referrer's standing let a rule of the model give: contract.md 6.14. */
import { periodKey } from '../../../src/domain/time/calendar.ts';
import { hasStock, heldPerk, isFull, isGone, perkNow } from './model-access.ts';
import type { Case, Leg } from './model-case.ts';
import { costNow } from './model-cost.ts';
import { isPerk, isStanding } from './model-reward.ts';
import { type ModelState, placeOf } from './model-state.ts';

/** A full cap, a paused or left referrer, or a perk they have already stops only the referrer's legs. */
export function leftByCaps(state: ModelState, its: Case, legs: readonly Leg[]): readonly Leg[] {
  const mine = legs.filter(({ grant }) => grant.to === 'referrer');
  const [first] = mine;
  if (first === undefined) return legs;
  const isActive = state.memberships.get(placeOf(its.program, first.owner)) === 'active';
  return isActive && fitsCap(state, its, mine) && fitsPersons(state, its, mine)
    ? legs
    : legs.filter(({ grant }) => grant.to !== 'referrer');
}

function fitsCap(state: ModelState, its: Case, legs: readonly Leg[]): boolean {
  const cap = its.rule.caps.perReferrer;
  if (cap === null) return true;
  const periodOf = (at: Date): string => (cap.per === 'life' ? '' : periodKey(at, cap.per, its.document.timeZone));
  const counted = state.rewards.filter(
    (reward) =>
      reward.program === its.program &&
      reward.rule.id === its.rule.id &&
      reward.beneficiary === 'referrer' &&
      reward.owner === legs[0]?.owner &&
      isStanding(reward) &&
      periodOf(reward.at) === periodOf(its.at),
  );
  const amount = [...counted, ...legs].reduce((sum, one) => sum + one.amount, 0n);
  return (cap.count === null || counted.length + legs.length <= cap.count) && (cap.amount === null || amount <= cap.amount);
}

/** What a person may have, budgets and stock: what does not fit whole gives nothing to anybody. */
export function fits(state: ModelState, its: Case, legs: readonly Leg[]): boolean {
  return fitsPersons(state, its, legs) && fitsBudgets(state, its, legs) && fitsStock(state, its, legs);
}

function fitsBudgets(state: ModelState, its: Case, legs: readonly Leg[]): boolean {
  const { document } = its;
  const cost = legs.reduce((sum, { grant, amount }) => sum + costNow({ grant, document, amount, chosen: null }), 0n);
  const { budget } = its.rule.caps;
  if (budget !== null && usedByRewards(state, its.program, its.rule.id) + cost > budget.amount) return false;
  return document.budget === null || usedOfProgram(state, its.program) + cost <= document.budget.amount;
}

export function usedOfProgram(state: ModelState, program: number): bigint {
  const claims = state.accesses.filter((access) => access.program === program && access.reward === null && isGone(access));
  return claims.reduce((sum, { cost }) => sum + cost, usedByRewards(state, program, null));
}

function usedByRewards(state: ModelState, program: number, ruleId: string | null): bigint {
  return state.rewards
    .filter((reward) => reward.program === program && isStanding(reward) && (ruleId === null || reward.rule.id === ruleId))
    .reduce((sum, reward) => sum + costNow(reward), 0n);
}

function fitsStock(state: ModelState, its: Case, legs: readonly Leg[]): boolean {
  const wanted = legs.filter(({ grant }) => isPerk(grant.benefit)).map(({ grant }) => heldPerk({ grant, chosen: null }));
  return wanted.every((perk) => {
    const place = { program: its.program, perk };
    const found = perkNow(state, place, its.document);
    return found !== null && hasStock(state, place, found, wanted.filter((other) => other === perk).length);
  });
}

function fitsPersons(state: ModelState, its: Case, legs: readonly Leg[]): boolean {
  const wanted = legs
    .filter(({ grant }) => isPerk(grant.benefit))
    .map(({ grant, owner }) => ({ perk: heldPerk({ grant, chosen: null }), owner }));
  return wanted.every(({ perk, owner }) => {
    const place = { program: its.program, perk };
    const found = perkNow(state, place, its.document);
    const units = wanted.filter((other) => other.perk === perk && other.owner === owner).length;
    return found === null || !isFull(state, place, found, owner, { units, isClaim: false });
  });
}
