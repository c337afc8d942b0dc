/** What members and staff do with perks and gifts of the model: claim, choose, open, hand over; codes for pools. */
import type { Step } from '../step.ts';
import { activate, codesLeft, costOf, expireUnit, hasStock, isFull, perkNow, poolOf, takeUnit, useUnit } from './model-access.ts';
import { type BodyOf, customerOf, getReward } from './model-acts.ts';
import { usedOfProgram } from './model-limits.ts';
import { isPausedAt, type ModelAccess, type ModelReward, type ModelState, placeOf, versionAt } from './model-state.ts';
import { isPayeeKnown, reachesLimit } from './model-tax.ts';

export function perkAct(state: ModelState, step: Step, body: BodyOf<'claim' | 'choose' | 'handOver' | 'redeem' | 'addCodes'>): string {
  switch (body.type) {
    case 'claim':
      return claim(state, step, body);
    case 'choose':
      return choose(state, step.at, body);
    case 'handOver':
      return handOver(getReward(state, body.reward));
    case 'redeem':
      return redeem(state, step.at, body);
    case 'addCodes':
      return addCodes(state, step.at, body);
  }
}

/** A member takes a perk that their tier lists, while there is one. */
function claim(state: ModelState, step: Step, { program: index, perk: id }: BodyOf<'claim'>): string {
  const customer = customerOf(step);
  const program = state.programs[index];
  const document = program === undefined ? undefined : versionAt(program, state.now)?.document;
  const perk = document?.perks?.find((one) => one.id === id);
  if (program === undefined || document === undefined || perk === undefined) return 'perk_unknown';
  if (isPausedAt(program, state.now)) return 'program_state';
  const membership = state.memberships.get(placeOf(index, customer));
  if (membership !== 'active') return membership === undefined ? 'membership_unknown' : 'membership_state';
  const tier = document.tiers.find((one) => one.id === state.standings.get(placeOf(index, customer))?.tier);
  if (tier?.perks.includes(id) !== true) return 'access_tier';
  const place = { program: index, perk: id };
  if (isFull(state, place, perk, customer, { units: 1, isClaim: true })) return 'perk_taken';
  if (!hasStock(state, place, perk, 1) || (perk.kind === 'codes' && codesLeft(state, place) <= 0)) return 'perk_out_of_stock';
  if (document.budget !== null && usedOfProgram(state, index) + perk.costMinor > document.budget.amount) return 'perk_budget_exhausted';
  const gift = { program: index, owner: customer, at: step.at, value: perk.costMinor };
  if (gift.value > 0n && !isPayeeKnown(state, customer) && reachesLimit(state, gift)) return 'perk_tax_data';
  const access = takeUnit(state, { ...place, owner: customer, reward: null, cost: perk.costMinor, at: step.at });
  activate(state, access, { document, from: step.at });
  return 'processed';
}

function isOpenChoice({ grant, chosen, status }: ModelReward): boolean {
  return grant.benefit.kind === 'choice' && chosen === null && (status === 'held' || status === 'approved');
}

function choose(state: ModelState, at: Date, { reward: name, perk }: BodyOf<'choose'>): string {
  const reward = getReward(state, name);
  const { access, grant, document, program } = reward;
  if (!isOpenChoice(reward) || access === null || grant.benefit.kind !== 'choice') return 'reward_state';
  if (access.chooseUntil !== null && access.chooseUntil <= at) return 'reward_state';
  if (!grant.benefit.of.includes(perk)) return 'perk_not_offered';
  if (perk !== access.perk) {
    const found = perkNow(state, { program, perk }, document);
    if (found === null || !hasStock(state, { program, perk }, found, 1)) return 'perk_out_of_stock';
    if (found.kind === 'codes' && codesLeft(state, { program, perk }) <= 0) return 'perk_out_of_stock';
    if (isFull(state, { program, perk }, found, reward.owner, { units: 1, isClaim: false })) return 'perk_taken';
    access.perk = perk;
    access.cost = costOf(document, perk);
  }
  makeChoice(state, reward, { access, perk, at });
  return 'processed';
}

function makeChoice(
  state: ModelState,
  reward: ModelReward,
  its: { readonly access: ModelAccess; readonly perk: string; readonly at: Date },
): void {
  reward.chosen = its.perk;
  if (reward.status !== 'approved') return;
  if (activate(state, its.access, { document: reward.document, from: its.at })) reward.status = 'issued';
}

/** Nobody chose in time: the default it is, whose unit was kept. */
export function lapse(state: ModelState, access: ModelAccess, at: Date): void {
  const { reward } = access;
  if (reward === null || access.status !== 'reserved' || access.chooseUntil === null || access.chooseUntil > at) return;
  reward.isDefault = true;
  if (reward.grant.benefit.kind === 'choice') makeChoice(state, reward, { access, perk: reward.grant.benefit.default, at });
}

export function expireDue(access: ModelAccess, at: Date): void {
  if (access.status === 'active' && access.validUntil !== null && access.validUntil <= at) expireUnit(access);
}

function handOver(reward: ModelReward): string {
  if (reward.status === 'delivered') return 'processed';
  if (reward.status !== 'issued') return 'reward_state';
  switch (reward.grant.benefit.kind) {
    case 'gift':
    case 'donation':
      reward.status = 'delivered';
      return 'processed';
    case 'perk':
    case 'choice':
      if (reward.access?.status !== 'active') return 'reward_state';
      useUnit(reward.access);
      return 'processed';
    default:
      return 'reward_state';
  }
}

/** An invitation opens once. */
function redeem(state: ModelState, at: Date, body: BodyOf<'redeem'>): string {
  const access = state.named.get(body.access);
  if (access === undefined) throw new Error('steps name what there is');
  const isBlocked = state.memberships.get(placeOf(access.program, access.owner)) === 'blocked';
  if (access.status === 'revoked' || isBlocked) return 'access_revoked';
  if (access.status === 'used') return 'access_used';
  if (access.status !== 'active' || (access.validUntil !== null && access.validUntil <= at)) return 'access_expired';
  useUnit(access);
  return 'processed';
}

/** Whoever waited for a code gets it, the longest waiting first. */
function addCodes(state: ModelState, at: Date, { program, perk, codes }: BodyOf<'addCodes'>): string {
  const place = { program, perk };
  const found = perkNow(state, place, null);
  if (found === null) return 'perk_unknown';
  if (found.kind !== 'codes') return 'perk_without_codes';
  const known = state.codes.get(poolOf(place)) ?? [];
  if (codes.some((code) => known.includes(code))) return 'perk_code_taken';
  state.codes.set(poolOf(place), [...known, ...codes]);
  const waiting = state.accesses
    .filter((access) => access.program === program && access.perk === perk && access.waitingSince !== null && access.reward !== null)
    .sort((a, b) => (a.waitingSince?.getTime() ?? 0) - (b.waitingSince?.getTime() ?? 0) || a.made - b.made);
  for (const access of waiting) {
    if (access.reward !== null && codesLeft(state, place) > 0 && activate(state, access, { document: access.reward.document, from: at }))
      access.reward.status = 'issued';
  }
  return 'processed';
}
