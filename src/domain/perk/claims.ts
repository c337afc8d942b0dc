/** What members of a tier took themselves: it costs the programme, counts as a gift in its holder's year, and ends with the membership. */
import { type AccessGrant, isLive, takesStock } from '../facts/access-grant.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ProgramId } from '../ids.ts';
import { personIds } from '../member/person.ts';
import { findPayable } from '../payout/payouts.ts';
import { countTaxable, type Taxable } from '../payout/tax-year.ts';
import { findVersionAt, type Program } from '../program/program.ts';
import { addUsed, budgetKey } from '../reward/counters.ts';
import { countGiftValue, wouldReachThreshold } from '../reward/tax-hold.ts';
import { returnStock } from './perk-stock.ts';

type Claim = Pick<AccessGrant, 'programId' | 'customerId' | 'grantedAt' | 'costMinor'>;

/** Whether a claim has to wait: the year's gifts reach the threshold with it, and who is taxed is not known. */
export function needsTaxData(ws: Workspace, claim: Claim): boolean {
  const taxable = claimTaxable(ws, claim);
  if (taxable === null || claim.costMinor === 0n || !wouldReachThreshold(ws, taxable, claim.costMinor)) return false;
  return personIds(ws, claim.customerId).every((id) => findPayable(ws, id) === null);
}

export function countClaim(ws: Workspace, claim: Claim): void {
  addUsed(ws, budgetKey(claim.programId, '', 'money'), claim.costMinor);
  const taxable = claimTaxable(ws, claim);
  if (taxable !== null) countGiftValue(ws, taxable, claim.costMinor);
}

/** Whoever left, was blocked or erased keeps what rewards gave, and nothing that a tier gave; what was not used goes back. */
export function revokeClaims(ws: Workspace, of: { readonly programId: ProgramId; readonly customerId: CustomerId }): void {
  for (const grant of ws.accessGrants.by('customer', of.customerId)) {
    if (grant.programId !== of.programId || grant.rewardId !== null || !isLive(grant)) continue;
    const revoked: AccessGrant = { ...grant, status: 'revoked', chooseUntil: null, waitingSince: null };
    ws.accessGrants.put(revoked);
    if (takesStock(revoked)) continue;
    returnStock(ws, grant);
    addUsed(ws, budgetKey(grant.programId, '', 'money'), -grant.costMinor);
    const taxable = claimTaxable(ws, grant);
    if (taxable !== null) countTaxable(ws, taxable, -grant.costMinor);
  }
}

/** In the zone and currency of the version in force when it was claimed. */
function claimTaxable(ws: Workspace, { programId, customerId, grantedAt: at }: Claim): Taxable | null {
  const place = claimPlace(ws.programs.get(programId), at);
  return place === null ? null : { programId, customerId, at, ...place };
}

export function claimPlace(program: Program | null, at: Date): Pick<Taxable, 'currency' | 'timeZone'> | null {
  const document = program === null ? undefined : findVersionAt(program, at)?.document;
  return document === undefined ? null : { currency: document.currency, timeZone: document.timeZone };
}
