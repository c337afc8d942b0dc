import type { ProgramDocument } from './document.ts';
import type { Perk } from './perk-terms.ts';

export function perksOf(document: ProgramDocument): readonly Perk[] {
  return document.perks ?? [];
}

export function findPerk(document: ProgramDocument, id: string): Perk | null {
  return perksOf(document).find((perk) => perk.id === id) ?? null;
}

/** Unit cost in minor units; 0 of a perk that is not in the document. */
export function perkCostMinor(document: ProgramDocument, id: string): bigint {
  return findPerk(document, id)?.costMinor ?? 0n;
}

/** What a choice can cost at most. */
export function dearestMinor(document: ProgramDocument, ids: readonly string[]): bigint {
  return ids.reduce((most, id) => (perkCostMinor(document, id) > most ? perkCostMinor(document, id) : most), 0n);
}

/** Whether `perMember` limits what rules give as well: one person sits on one seat, however they came by it. */
export function bindsRewards(perk: Perk): boolean {
  return perk.kind === 'seat' || perk.perMemberBinds === true;
}

/** Whether somebody holds a unit of it; the other kinds are entitlements of a tier. */
export function isClaimable(perk: Perk): boolean {
  return perk.kind !== 'earlyAccess' && perk.kind !== 'announcement';
}
