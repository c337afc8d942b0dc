/** What entering a tier gave: once in a life, whoever of two merged customers got it; taken back when the entry itself was undone. */
import type { Reward } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ProgramId } from '../ids.ts';
import { isStanding, reduceReward } from '../reward/reduce-reward.ts';

export interface TierEntry {
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly tierId: string;
}

/** A natural key of `tier.entered` names the customer who entered: after a merge the reward's holder is another one. */
export function entryRewards(ws: Workspace, { programId, customerId, tierId }: TierEntry): readonly Reward[] {
  return ws.rewards
    .by('customer', customerId)
    .filter((reward) => reward.programId === programId && reward.naturalKey.startsWith(`tier:${tierId}:`));
}

/**
 * The natural key under which entering gives now; null = it gives nothing. Entered before, it gives again only because it was taken
 * back; what staff denied stays denied.
 */
export function entryKey(ws: Workspace, entry: TierEntry, isFirst: boolean): string | null {
  const given = entryRewards(ws, entry);
  const key = `tier:${entry.tierId}:${entry.customerId}`;
  if (given.length === 0) return isFirst ? key : null;
  const isTakenBack = given.every(({ status }) => status === 'reversed' || status === 'cancelled');
  return isTakenBack ? `${key}#${new Set(given.map(({ naturalKey }) => naturalKey)).size}` : null;
}

/** An entry that was undone never was: its rewards go like those of a refunded order. */
export function takeBackEntry(ws: Workspace, entry: TierEntry): void {
  for (const reward of entryRewards(ws, entry).filter(isStanding)) {
    reduceReward(ws, reward, { keep: 0n, reversalKey: `tier:${ws.event.sequence}`, reason: 'reward-reversed' });
    ws.shownRewardIds.push(reward.id);
  }
}
