/** Claiming, choosing, redeeming and ending perks; codes for pools. A problem leaves everything as it was. */
import type { Subject } from '../attribution/resolve-attribution.ts';
import type { DecisionProblem, DecisionProblemCode } from '../decision.ts';
import type { ActBody } from '../events.ts';
import { type AccessGrant, isLive, poolKey } from '../facts/access-grant.ts';
import type { Reward } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { PerkReward } from '../facts/reward-benefit.ts';
import type { Workspace } from '../facts/workspace.ts';
import { type AccessGrantId, type RewardId, wireId } from '../ids.ts';
import { activateAccess, expireAccess, findRewardAccess, reserveAccess, useAccess } from '../perk/access-grants.ts';
import { countClaim, needsTaxData } from '../perk/claims.ts';
import { chosenBenefit } from '../perk/give-perk.ts';
import { mayBeGiven, mayClaim } from '../perk/per-member.ts';
import { addCodeNumber, codesLeft, currentPerk, decidedAt, hasStock, returnStock, takeStock } from '../perk/perk-stock.ts';
import type { ProgramDocument } from '../program/document.ts';
import { findPerk, isClaimable, perkCostMinor } from '../program/perk.ts';
import type { Perk } from '../program/perk-terms.ts';
import { findVersionAt, programStatusAt } from '../program/program.ts';
import { findTier } from '../program/program-rules.ts';
import { budgetKey, countReward, usedOf } from '../reward/counters.ts';
import { rewardDocument } from '../reward/issue-reward.ts';
import { recountGift } from '../reward/tax-hold.ts';

type ActOutcome = 'processed' | DecisionProblem;

/** A member takes a perk that their tier lists: at once, while there is one. */
export function claimPerk(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'perk.claimed' }>): ActOutcome {
  const at = decidedAt(ws);
  const program = ws.programs.get(body.programId);
  if (program === null) return problem('program_unknown', 'programId');
  const document = findVersionAt(program, at)?.document;
  const perk = document === undefined ? null : findPerk(document, body.perk);
  if (document === undefined || perk === null) return problem('perk_unknown', 'perk');
  if (programStatusAt(program, at) !== 'live') return problem('program_state', 'programId');
  if (!isClaimable(perk)) return problem('perk_not_claimable', 'perk');
  const membership = ws.memberships.get(memberKey(program.id, subject.id));
  if (membership === null) return problem('membership_unknown', 'programId');
  if (membership.status !== 'active') return problem('membership_state', 'programId');
  const tierId = ws.standings.get(memberKey(program.id, subject.id))?.tierId ?? null;
  if (findTier(document, tierId)?.perks.includes(perk.id) !== true) return problem('access_tier', 'perk');
  if (!mayClaim(ws, body, perk, subject.id)) return problem('perk_taken', 'perk');
  const shortage = claimShortage(ws, document, { ...body, definition: perk });
  if (shortage !== null) return problem(shortage, 'perk');
  const claim = { programId: program.id, perk: perk.id, customerId: subject.id, costMinor: perk.costMinor };
  if (needsTaxData(ws, { ...claim, grantedAt: ws.event.occurredAt })) return problem('perk_tax_data', 'perk');
  const reserved = reserveAccess(ws, { ...claim, rewardId: null, tierId }, document);
  countClaim(ws, reserved);
  const grant = activateAccess(ws, reserved, { document, from: ws.event.occurredAt });
  ws.produced['grantId'] = wireId('acc', grant.id);
  return 'processed';
}

function claimShortage(
  ws: Workspace,
  document: ProgramDocument,
  claim: Pick<AccessGrant, 'programId' | 'perk'> & { readonly definition: Perk },
): DecisionProblemCode | null {
  const { definition } = claim;
  if (!hasStock(ws, claim, definition, 1n)) return 'perk_out_of_stock';
  if (definition.kind === 'codes' && codesLeft(ws, claim) <= 0n) return 'perk_out_of_stock';
  const { budget } = document;
  const isOver =
    budget !== null &&
    budget.unit === 'money' &&
    usedOf(ws, budgetKey(claim.programId, '', 'money')) + definition.costMinor > budget.amount;
  return isOver ? 'perk_budget_exhausted' : null;
}

/** One of the options, once; what is out of stock can be chosen by nobody, and costs the member nothing to have tried. */
export function chooseReward(ws: Workspace, body: Extract<ActBody, { type: 'reward.chosen' }>): ActOutcome {
  const reward = ws.rewards.get(body.rewardId);
  if (reward === null) return problem('reward_unknown', 'id');
  const { benefit } = reward;
  const grant = findRewardAccess(ws, reward);
  const isOpen = benefit.kind === 'choice' && benefit.chosen === null && (reward.status === 'held' || reward.status === 'approved');
  if (!isOpen || grant === null) return problem('reward_state', 'id');
  if (grant.chooseUntil !== null && grant.chooseUntil <= ws.event.occurredAt) return problem('reward_state', 'id');
  if (!benefit.of.includes(body.perk)) return problem('perk_not_offered', 'perk');
  const document = rewardDocument(ws, reward);
  const shortage = body.perk === grant.perk ? null : moveShortage(ws, grant, body.perk, document);
  if (shortage !== null) return problem(shortage, 'perk');
  settleChoice(ws, reward, { benefit, perk: body.perk });
  return 'processed';
}

/** Takes a unit of the other perk and puts that of the default back, or says why the member cannot have it. */
function moveShortage(ws: Workspace, grant: AccessGrant, to: string, document: ProgramDocument): DecisionProblemCode | null {
  const place = { programId: grant.programId, perk: to };
  const perk = currentPerk(ws, place, document);
  if (perk === null || !hasStock(ws, place, perk, 1n)) return 'perk_out_of_stock';
  if (perk.kind === 'codes' && codesLeft(ws, place) <= 0n) return 'perk_out_of_stock';
  if (!mayBeGiven(ws, place, perk, { customerId: grant.customerId, units: 1 })) return 'perk_taken';
  takeStock(ws, place, perk);
  returnStock(ws, grant);
  ws.accessGrants.put({ ...grant, perk: to, costMinor: perkCostMinor(document, to) });
  return null;
}

function settleChoice(ws: Workspace, reward: Reward, made: { readonly benefit: PerkReward; readonly perk: string }): void {
  const document = rewardDocument(ws, reward);
  const benefit = chosenBenefit(made.benefit, made.perk, document);
  const saved = made.benefit.costMinor - benefit.costMinor;
  countReward(ws, reward, { sign: -1n, cost: saved, capAmount: 0n, whole: false });
  recountGift(ws, reward, benefit, document);
  const chosen: Reward = { ...reward, benefit, costAmount: reward.costAmount - saved };
  const grant = findRewardAccess(ws, reward);
  const isFree = reward.status === 'approved' && grant !== null;
  const given = isFree ? activateAccess(ws, grant, { document, from: ws.event.occurredAt }) : null;
  const after: Reward = given?.status === 'active' ? { ...chosen, status: 'issued' } : chosen;
  ws.rewards.put(after);
  ws.shownRewardIds.push(after.id);
}

/** The job's act: nobody chose in time, so the default it is, whose unit was kept. */
export function lapseChoice(ws: Workspace, id: AccessGrantId): ActOutcome {
  const grant = ws.accessGrants.get(id);
  const isDue = grant?.status === 'reserved' && grant.chooseUntil !== null && grant.chooseUntil <= ws.event.occurredAt;
  const reward = grant?.rewardId == null ? null : ws.rewards.get(grant.rewardId);
  if (!isDue || reward?.benefit.kind !== 'choice' || reward.benefit.chosen !== null) return problem('nothing_due', null);
  settleChoice(ws, reward, { benefit: reward.benefit, perk: reward.benefit.default });
  return 'processed';
}

export function expireDueAccess(ws: Workspace, id: AccessGrantId): ActOutcome {
  const grant = ws.accessGrants.get(id);
  const isDue = grant?.status === 'active' && grant.validUntil !== null && grant.validUntil <= ws.event.occurredAt;
  if (!isDue) return problem('nothing_due', null);
  expireAccess(ws, grant);
  return 'processed';
}

/** An invitation opens once, whoever else has its link. */
export function redeemAccess(ws: Workspace, id: AccessGrantId): ActOutcome {
  const grant = ws.accessGrants.get(id);
  if (grant === null) return problem('access_unknown', 'token');
  const membership = ws.memberships.get(memberKey(grant.programId, grant.customerId));
  if (grant.status === 'revoked' || membership?.status === 'blocked') return problem('access_revoked', 'token');
  if (grant.status === 'used') return problem('access_used', 'token');
  const isOver = grant.validUntil !== null && grant.validUntil <= ws.event.occurredAt;
  if (grant.status !== 'active' || isOver) return problem('access_expired', 'token');
  useAccess(ws, grant);
  ws.produced['grantId'] = wireId('acc', grant.id);
  return 'processed';
}

/** Hands over what a reward holds: a gift, a perk's unit, a donation passed on. Idempotent. */
export function deliverReward(ws: Workspace, id: RewardId): ActOutcome {
  const reward = ws.rewards.get(id);
  if (reward === null) return problem('reward_unknown', null);
  if (reward.status === 'delivered') return 'processed';
  if (reward.status !== 'issued') return problem('reward_state', null);
  switch (reward.benefit.kind) {
    case 'gift':
    case 'donation':
      ws.rewards.put({ ...reward, status: 'delivered' });
      return 'processed';
    case 'perk':
    case 'choice': {
      const grant = findRewardAccess(ws, reward);
      if (grant?.status !== 'active') return problem('reward_state', null);
      useAccess(ws, grant);
      return 'processed';
    }
    default:
      return problem('reward_state', null);
  }
}

/** Fills a pool; rewards that waited for a code get theirs, the longest waiting first. */
export function addPerkCodes(ws: Workspace, body: Extract<ActBody, { type: 'perk.codes_added' }>): ActOutcome {
  const place = { programId: body.programId, perk: body.perk };
  if (ws.programs.get(body.programId) === null) return problem('program_unknown', 'id');
  const perk = currentPerk(ws, place, null);
  if (perk === null) return problem('perk_unknown', 'perk');
  if (perk.kind !== 'codes') return problem('perk_without_codes', 'perk');
  for (const [index, code] of body.codes.entries()) {
    if (ws.perkCodes.get(`${poolKey(place.programId, place.perk)}|${code}`) !== null) return problem('perk_code_taken', `codes[${index}]`);
    ws.perkCodes.put({ ...place, code, number: addCodeNumber(ws, place) });
  }
  ws.produced['served'] = String(serveWaiting(ws, place));
  ws.produced['left'] = codesLeft(ws, place).toString();
  return 'processed';
}

function serveWaiting(ws: Workspace, place: Pick<AccessGrant, 'programId' | 'perk'>): number {
  const waiting = [...ws.accessGrants.by('waiting', poolKey(place.programId, place.perk))].filter(isLive).sort(byWaiting);
  let served = 0;
  for (const grant of waiting) {
    const reward = grant.rewardId === null ? null : ws.rewards.get(grant.rewardId);
    if (reward === null || codesLeft(ws, place) <= 0n) continue;
    activateAccess(ws, grant, { document: rewardDocument(ws, reward), from: ws.event.occurredAt });
    ws.rewards.put({ ...reward, status: 'issued' });
    ws.shownRewardIds.push(reward.id);
    served += 1;
  }
  return served;
}

function byWaiting(a: AccessGrant, b: AccessGrant): number {
  const earlier = (a.waitingSince?.getTime() ?? 0) - (b.waitingSince?.getTime() ?? 0);
  return earlier !== 0 ? earlier : a.id < b.id ? -1 : 1;
}

function problem(code: DecisionProblemCode, field: string | null): DecisionProblem {
  return { code, field, missing: null };
}
