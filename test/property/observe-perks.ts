/** Who holds what of the perks, as the product has it, and how much of each is gone. */
import { type AccessGrantId, idFromUuid } from '../../src/domain/ids.ts';
import type { RoadIds } from './road-ids.ts';
import { accessText } from './sentences.ts';
import type { Observation } from './step.ts';

export interface PerkRows {
  readonly accesses: readonly {
    id: string;
    programId: string;
    perk: string;
    customerId: string;
    rewardId: string | null;
    status: string;
    codeNumber: number | null;
    costMinor: bigint;
    chooseUntil: Date | null;
    waitingSince: Date | null;
    validUntil: Date | null;
  }[];
  readonly stock: readonly { programId: string; perk: string; used: bigint }[];
}

export function observeAccesses(
  { accesses, stock }: PerkRows,
  rewards: ReadonlyMap<string, string>,
  ids: RoadIds,
  nameOf: (customerId: string) => string,
): Observation {
  const told: Record<string, string> = {};
  const counts = new Map<string, number>();
  // Ids rise with the order in which they were made.
  for (const access of [...accesses].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const owner = nameOf(access.customerId);
    const claim = `claim ${ids.programIndex(access.programId)}/${access.perk}/${owner}`;
    const number = counts.get(claim) ?? 0;
    if (access.rewardId === null) counts.set(claim, number + 1);
    const name = access.rewardId === null ? `${claim}#${number}` : `of ${rewards.get(access.rewardId) ?? '?'}`;
    ids.accesses.set(name, idFromUuid<AccessGrantId>(access.id));
    told[`access ${name}`] = accessText({ ...access, owner, hasCode: access.codeNumber !== null, cost: access.costMinor });
  }
  for (const { programId, perk, used } of stock) if (used > 0n) told[`stock ${ids.programIndex(programId)}/${perk}`] = String(used);
  return told;
}
