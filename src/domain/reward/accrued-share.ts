/** Grants that accrue with each payment: the share of all payments so far, less what was posted before (contract.md 6.7). */
import type { Order, Reward, RewardKey } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { floorDiv } from '../money/money.ts';
import { paidMinor } from '../order/order-facts.ts';
import { findRule } from '../program/program-rules.ts';
import { isBelowMinimum, orderBase } from './base.ts';
import { valueAmount } from './benefit-amount.ts';
import { rewardDocument } from './issue-reward.ts';
import { reduceReward } from './reduce-reward.ts';

/** What the payments so far have earned of `whole`. */
export function accruedShare(order: Order, whole: bigint): bigint {
  const totalMinor = order.data?.totalMinor ?? 0n;
  const paid = paidMinor(order);
  return totalMinor === 0n || paid >= totalMinor ? whole : floorDiv(whole * paid, totalMinor);
}

/** What earlier payments were given under the same grant. */
export function postedShare(ws: Workspace, orderId: string, key: RewardKey): bigint {
  return originalOf(ws.rewards.by('order', orderId).filter((reward) => isSameGrant(reward, key)));
}

/**
 * Takes back what credit captured later, or a basket that changed, has left unearned of earlier payments' legs: all of it when the rule's
 * minimum is no longer met. `originalAmount` falls too, since refunds and later payments count from what was earned.
 */
export function correctAccrued(ws: Workspace, order: Order): void {
  const groups = new Map<string, Reward[]>();
  for (const reward of ws.rewards.by('order', order.id)) {
    if (!reward.leg.includes(':')) continue;
    const key = [reward.programId, reward.ruleId, reward.naturalKey, reward.beneficiary, grantNumber(reward)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), reward]);
  }
  for (const group of groups.values()) correctGroup(ws, order, group);
}

function correctGroup(ws: Workspace, order: Order, group: readonly Reward[]): void {
  const [first] = group;
  const earned = first === undefined ? null : earnedNow(ws, order, first);
  if (earned === null) return;
  let excess = originalOf(group) - earned;
  const newestFirst = [...group].sort((a, b) => (a.sequence > b.sequence ? -1 : a.sequence < b.sequence ? 1 : a.id > b.id ? -1 : 1));
  for (const reward of newestFirst) {
    if (excess <= 0n) return;
    if (!('amount' in reward.benefit) || reward.status === 'denied' || reward.status === 'failed') continue;
    const { originalAmount, amount } = reward.benefit;
    const kept = originalAmount > excess ? originalAmount - excess : 0n;
    excess -= originalAmount - kept;
    const reversalKey = `accrual:${ws.event.sequence}`;
    const reduced = reduceReward(ws, reward, { keep: amount < kept ? amount : kept, reversalKey, reason: 'reward-reversed' });
    if ('amount' in reduced.benefit) ws.rewards.put({ ...reduced, benefit: { ...reduced.benefit, originalAmount: kept } });
    ws.notes.push({ kind: 'accrual-corrected', rewardId: reward.id, amount: (originalAmount - kept).toString() });
  }
}

/** Null where nothing accrues. */
function earnedNow(ws: Workspace, order: Order, reward: Reward): bigint | null {
  const document = rewardDocument(ws, reward);
  const rule = findRule(document, reward.ruleId);
  const benefit = rule?.grant[Number(grantNumber(reward))]?.benefit;
  if (rule === null || benefit === undefined) return null;
  if (benefit.kind !== 'credit' && benefit.kind !== 'commission' && benefit.kind !== 'points') return null;
  if (isBelowMinimum(rule, orderBase(order, document))) return 0n;
  return accruedShare(order, valueAmount(benefit, rule, order, document));
}

function originalOf(group: readonly Reward[]): bigint {
  return group.reduce((sum, reward) => ('originalAmount' in reward.benefit ? sum + reward.benefit.originalAmount : sum), 0n);
}

function isSameGrant(reward: RewardKey, key: RewardKey): boolean {
  return (
    reward.programId === key.programId &&
    reward.ruleId === key.ruleId &&
    reward.naturalKey === key.naturalKey &&
    reward.beneficiary === key.beneficiary &&
    grantNumber(reward) === grantNumber(key)
  );
}

/** The leg without the payment it was given for. */
function grantNumber({ leg }: RewardKey): string {
  return leg.split(':', 1)[0] ?? '';
}
