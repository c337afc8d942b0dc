/** Perks and choices as rewards: what a rule's leg holds, reserves, gives and chooses. */
import type { AccessGrant } from '../facts/access-grant.ts';
import type { Reward, RewardBenefit } from '../facts/entities.ts';
import type { PerkReward } from '../facts/reward-benefit.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ProgramId } from '../ids.ts';
import type { ChoiceBenefit, PerkBenefit, ProgramDocument } from '../program/document.ts';
import { dearestMinor, perkCostMinor } from '../program/perk.ts';
import { assert } from '../result.ts';
import { addCalendarDays } from '../time/calendar.ts';
import { activateAccess, findRewardAccess, reserveAccess } from './access-grants.ts';
import { currentPerk, hasStock } from './perk-stock.ts';

/** What a leg gives; a choice counts at its dearest until it is made. */
export function perkRewardOf(benefit: PerkBenefit | ChoiceBenefit, document: ProgramDocument): PerkReward {
  if (benefit.kind === 'perk') return { kind: 'perk', perk: benefit.perk, costMinor: perkCostMinor(document, benefit.perk) };
  const { of, default: fallback, withinDays } = benefit;
  return { kind: 'choice', of, default: fallback, withinDays, chosen: null, costMinor: dearestMinor(document, of) };
}

/** The perk whose unit such a reward holds: until a choice is made, that of its default. */
export function heldPerk(benefit: PerkReward): string {
  return benefit.kind === 'perk' ? benefit.perk : (benefit.chosen ?? benefit.default);
}

/** Whether the stock holds one unit for each leg: together or not at all. */
export function fitsStock(
  ws: Workspace,
  of: { readonly programId: ProgramId; readonly document: ProgramDocument },
  benefits: readonly RewardBenefit[],
): boolean {
  const units = new Map<string, bigint>();
  for (const benefit of benefits) {
    if (benefit.kind !== 'perk' && benefit.kind !== 'choice') continue;
    units.set(heldPerk(benefit), (units.get(heldPerk(benefit)) ?? 0n) + 1n);
  }
  return [...units].every(([perk, count]) => {
    const place = { programId: of.programId, perk };
    const found = currentPerk(ws, place, of.document);
    return found !== null && hasStock(ws, place, found, count);
  });
}

/** Sets the unit of a reward aside. */
export function reservePerk(ws: Workspace, reward: Reward, benefit: PerkReward, document: ProgramDocument): AccessGrant {
  const perk = heldPerk(benefit);
  return reserveAccess(
    ws,
    {
      programId: reward.programId,
      perk,
      customerId: reward.customerId,
      rewardId: reward.id,
      tierId: null,
      costMinor: perkCostMinor(document, perk),
    },
    document,
  );
}

/** *issued* with the unit in hand; *approved* while a choice is open or the pool is empty. */
export function givePerk(ws: Workspace, reward: Reward, how: { benefit: PerkReward; document: ProgramDocument; from: Date }): Reward {
  const { benefit, document, from } = how;
  const grant = findRewardAccess(ws, reward) ?? reservePerk(ws, reward, benefit, document);
  if (benefit.kind === 'choice' && benefit.chosen === null) {
    const chooseUntil = addCalendarDays(from, benefit.withinDays, document.timeZone);
    ws.accessGrants.put({ ...grant, chooseUntil });
    return { ...reward, status: 'approved', holdReasons: [] };
  }
  const given = activateAccess(ws, grant, { document, from });
  return { ...reward, status: given.status === 'active' ? 'issued' : 'approved', holdReasons: [] };
}

/** The choice as made: its reward costs what was chosen. */
export function chosenBenefit(benefit: PerkReward, perk: string, document: ProgramDocument): PerkReward {
  assert(benefit.kind === 'choice', 'only a choice is chosen from');
  return { ...benefit, chosen: perk, costMinor: perkCostMinor(document, perk) };
}
