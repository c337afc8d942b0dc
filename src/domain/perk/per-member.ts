/** How many units of a perk one person may have, all records of the person counted, and all ways to come by one (0-13, 0-18). */
import { takesStock } from '../facts/access-grant.ts';
import type { RewardBenefit } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';
import { personIds } from '../member/person.ts';
import type { ProgramDocument } from '../program/document.ts';
import { bindsRewards } from '../program/perk.ts';
import type { Perk } from '../program/perk-terms.ts';
import { heldPerk } from './give-perk.ts';
import { currentPerk, type PerkPlace } from './perk-stock.ts';

interface Taking {
  readonly customerId: CustomerId;
  readonly units: number;
}

/** Whether a member may claim one more: where `perMember` binds rewards as well, what they gave counts. */
export function mayClaim(ws: Workspace, place: PerkPlace, perk: Perk, customerId: CustomerId): boolean {
  return unitsOf(ws, place, perk, customerId).length < perk.perMember;
}

/** Whether rewards may give a person so many units more; always, where `perMember` speaks of claims alone. */
export function mayBeGiven(ws: Workspace, place: PerkPlace, perk: Perk, taking: Taking): boolean {
  if (!bindsRewards(perk)) return true;
  return unitsOf(ws, place, perk, taking.customerId).length + taking.units <= perk.perMember;
}

/** Whether each person may have all that these legs give them: together or not at all. */
export function fitsPersons(
  ws: Workspace,
  of: { readonly programId: PerkPlace['programId']; readonly document: ProgramDocument },
  legs: readonly { readonly customerId: CustomerId; readonly benefit: RewardBenefit }[],
): boolean {
  const takings = new Map<string, Taking & { readonly perk: string }>();
  for (const { customerId, benefit } of legs) {
    if (benefit.kind !== 'perk' && benefit.kind !== 'choice') continue;
    const perk = heldPerk(benefit);
    const key = `${customerId}|${perk}`;
    takings.set(key, { perk, customerId, units: (takings.get(key)?.units ?? 0) + 1 });
  }
  return [...takings.values()].every((taking) => {
    const place = { programId: of.programId, perk: taking.perk };
    const perk = currentPerk(ws, place, of.document);
    return perk === null || mayBeGiven(ws, place, perk, taking);
  });
}

/** A unit that went back unused is had by nobody. */
function unitsOf(ws: Workspace, place: PerkPlace, perk: Perk, customerId: CustomerId) {
  return personIds(ws, customerId)
    .flatMap((id) => ws.accessGrants.by('customer', id))
    .filter((grant) => grant.programId === place.programId && grant.perk === place.perk && takesStock(grant))
    .filter((grant) => grant.rewardId === null || bindsRewards(perk));
}
