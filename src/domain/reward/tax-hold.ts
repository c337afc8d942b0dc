/** Gifts count in their receiver's year; what reaches the threshold waits for a person with `tax-data` (issue: warn at 80 %, hold at 100 %). */
import type { Reward, RewardBenefit } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { countTaxable, type Taxable, taxYearWith } from '../payout/tax-year.ts';
import type { HoldReason, ProgramDocument } from '../program/document.ts';
import { isDateReason } from './hold.ts';

/** What of a benefit is taxed as a gift when it is given, minor units: things, not discounts on own purchases nor points of a public programme. */
export function giftValueMinor(benefit: RewardBenefit): bigint {
  return 'costMinor' in benefit ? benefit.costMinor : 0n;
}

/** Counts a new reward's gift and says whether it must be held for it. */
export function countGift(ws: Workspace, reward: Reward, document: ProgramDocument): readonly HoldReason[] {
  const value = giftValueMinor(reward.benefit);
  if (value === 0n) return [];
  return countGiftValue(ws, taxableOf(reward, document), value) ? ['tax-data'] : [];
}

/** Counts a gift and says so from 80 % on; true when the threshold is reached with it. */
export function countGiftValue(ws: Workspace, taxable: Taxable, value: bigint): boolean {
  const year = taxYearWith(ws, taxable, value);
  countTaxable(ws, taxable, value);
  if (year === null || year.state === 'clear') return false;
  ws.notes.push({
    kind: year.state === 'over' ? 'tax-threshold-reached' : 'tax-threshold-near',
    customerId: taxable.customerId,
    used: String(year.usedMinor),
    limit: String(year.limitMinor),
    currency: year.currency,
  });
  return year.state === 'over';
}

export function wouldReachThreshold(ws: Workspace, taxable: Taxable, value: bigint): boolean {
  return taxYearWith(ws, taxable, value)?.state === 'over';
}

/** Gives a gift's place in the year back when its reward is denied or taken back. */
export function uncountGift(ws: Workspace, reward: Reward, document: ProgramDocument): void {
  const value = giftValueMinor(reward.benefit);
  if (value > 0n) countTaxable(ws, taxableOf(reward, document), -value);
}

/** A choice counts at its dearest until it is made. */
export function recountGift(ws: Workspace, reward: Reward, chosen: RewardBenefit, document: ProgramDocument): void {
  countTaxable(ws, taxableOf(reward, document), giftValueMinor(chosen) - giftValueMinor(reward.benefit));
}

/** A person's reason joins what the rule's own hold says. */
export function withReasons(reward: Reward, reasons: readonly HoldReason[]): Reward {
  const added = reasons.filter((reason) => !isDateReason(reason) && !reward.holdReasons.includes(reason));
  return added.length === 0 ? reward : { ...reward, status: 'held', holdReasons: [...reward.holdReasons, ...added] };
}

function taxableOf(reward: Reward, document: ProgramDocument): Taxable {
  return {
    programId: reward.programId,
    customerId: reward.customerId,
    currency: document.currency,
    at: reward.occurredAt,
    timeZone: document.timeZone,
  };
}
