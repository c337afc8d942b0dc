/** Taking back what others earned because a referral no longer counts: what was earned falls, and with it what a part refund has left. */
import type { Reward } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { floorDiv } from '../money/money.ts';
import { paidMinor, refundedMinor } from '../order/order-facts.ts';
import { amountLeft, isStanding, reduceReward } from './reduce-reward.ts';

/** What the rewards were worth before any refund took its part, in their unit; nothing for gifts, coupons and access. */
export function earnedOf(rewards: readonly Reward[]): bigint {
  return rewards.reduce((sum, { benefit }) => ('originalAmount' in benefit ? sum + benefit.originalAmount : sum), 0n);
}

/** In the order in which they are reduced (contract.md 6.9). */
export function newestFirst(rewards: readonly Reward[]): readonly Reward[] {
  return [...rewards].sort((a, b) => (a.sequence > b.sequence ? -1 : a.sequence < b.sequence ? 1 : a.id > b.id ? -1 : 1));
}

/**
 * Lowers what the rewards of one referral and leg earned by up to `by`, newest first, and returns by how much. `originalAmount` falls too:
 * refunds count from what was earned.
 */
export function lowerEarned(ws: Workspace, rewards: readonly Reward[], by: bigint): bigint {
  let left = by;
  const after: Reward[] = [];
  for (const reward of newestFirst(rewards)) {
    const { benefit } = reward;
    if (!('originalAmount' in benefit) || left === 0n || benefit.originalAmount === 0n) {
      after.push(reward);
      continue;
    }
    const cut = benefit.originalAmount < left ? benefit.originalAmount : left;
    const earned = benefit.originalAmount - cut;
    left -= cut;
    const reduced = reduceReward(ws, reward, { keep: benefit.amount < earned ? benefit.amount : earned, ...reductionOf(ws) });
    // A donation passed on is lost whole: it stays given.
    if (!('originalAmount' in reduced.benefit) || reduced.isLoss) {
      after.push(reduced);
      continue;
    }
    const lowered: Reward = { ...reduced, benefit: { ...reduced.benefit, originalAmount: earned } };
    ws.rewards.put(lowered);
    ws.notes.push({ kind: 'reward-recounted', rewardId: reward.id, amount: cut.toString() });
    after.push(lowered);
  }
  if (left < by) keepShare(ws, after);
  return by - left;
}

/** Ends what still stands of the rewards, with what it earned. */
export function endEarned(ws: Workspace, rewards: readonly Reward[]): void {
  for (const reward of newestFirst(rewards).filter(isStanding)) {
    if ('originalAmount' in reward.benefit) lowerEarned(ws, [reward], reward.benefit.originalAmount);
    else reduceReward(ws, reward, { keep: 0n, ...reductionOf(ws) });
  }
}

/** Of an order refunded in part the rewards keep the same share as before (contract.md 6.9). */
export function keepShare(ws: Workspace, given: readonly Reward[]): void {
  const rewards = newestFirst(given);
  const orderId = rewards[0]?.orderId ?? null;
  const order = orderId === null ? null : ws.orders.get(orderId);
  const paid = order === null ? 0n : paidMinor(order);
  if (order === null || paid === 0n || order.refunds.length === 0) return;
  const kept = floorDiv(earnedOf(rewards) * (paid - refundedMinor(order)), paid);
  let excess = amountLeft(rewards) - kept;
  for (const reward of rewards) {
    if (excess <= 0n || !('amount' in reward.benefit) || !isStanding(reward)) continue;
    const { amount } = reward.benefit;
    const part = amount < excess ? amount : excess;
    reduceReward(ws, reward, { keep: amount - part, ...reductionOf(ws) });
    excess -= part;
  }
}

function reductionOf(ws: Workspace): { readonly reversalKey: string; readonly reason: 'reward-reversed' } {
  return { reversalKey: `recount:${ws.event.sequence}`, reason: 'reward-reversed' };
}
