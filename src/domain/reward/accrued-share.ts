/** Grants that accrue with each payment: the share of all payments so far, less what was posted before (contract.md 6.7). */
import type { Order, Reward, RewardKey } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ProgramId } from '../ids.ts';
import { floorDiv } from '../money/money.ts';
import { paidMinor } from '../order/order-facts.ts';
import { isWithinMonths } from '../program/conditions.ts';
import type { Rule } from '../program/document.ts';
import { findRule } from '../program/program-rules.ts';
import { isBelowMinimum, orderBase } from './base.ts';
import { valueAmount } from './benefit-amount.ts';
import { rewardDocument } from './issue-reward.ts';
import { earnedOf, newestFirst } from './lower-earned.ts';
import { reduceReward } from './reduce-reward.ts';

/** What the payments so far have earned of `whole`, those outside the rule's months left aside. */
export function accruedShare(ws: Workspace, order: Order, whole: bigint, of: { readonly rule: Rule } & Terms): bigint {
  const totalMinor = order.data?.totalMinor ?? 0n;
  const paid = earningMinor(ws, order, of);
  return totalMinor === 0n || paid >= totalMinor ? whole : floorDiv(whole * paid, totalMinor);
}

/** Where a rule stands: its programme, and the zone whose months count. */
interface Terms {
  readonly programId: ProgramId;
  readonly timeZone: string;
}

/** By the time of each payment, so that it is the same in whatever order they are told (requirement 0-22). Credit has none of its own. */
function earningMinor(ws: Workspace, order: Order, { rule, programId, timeZone }: { readonly rule: Rule } & Terms): bigint {
  const months = rule.if.filter((condition) => condition.kind === 'monthsSince');
  const customer = order.customerId === null ? null : ws.customers.get(order.customerId);
  if (months.length === 0 || customer === null) return paidMinor(order);
  const key = memberKey(programId, customer.id);
  const touchAt = ws.attributions.get(key)?.touchAt ?? null;
  const facts = { timeZone, customer, order, touchAt, membership: ws.memberships.get(key) };
  const inTime = order.payments.filter((payment) => months.every((condition) => isWithinMonths(condition, facts, payment.occurredAt)));
  return inTime.reduce((sum, payment) => sum + payment.amountMinor, order.creditMinor);
}

/** What earlier payments were given under the same grant. */
export function postedShare(ws: Workspace, orderId: string, key: RewardKey): bigint {
  return earnedOf(ws.rewards.by('order', orderId).filter((reward) => isSameGrant(reward, key)));
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
  let excess = earnedOf(group) - earned;
  for (const reward of newestFirst(group)) {
    if (excess <= 0n) return;
    // A donation passed on is lost as a whole: it stays given, and no payment earns it again.
    if (!('amount' in reward.benefit) || reward.status === 'denied' || reward.status === 'failed' || reward.isLoss) continue;
    const { originalAmount, amount } = reward.benefit;
    const kept = originalAmount > excess ? originalAmount - excess : 0n;
    excess -= originalAmount - kept;
    const reversalKey = `accrual:${ws.event.sequence}`;
    const reduced = reduceReward(ws, reward, { keep: amount < kept ? amount : kept, reversalKey, reason: 'reward-reversed' });
    if (!('amount' in reduced.benefit) || reduced.isLoss) continue;
    ws.rewards.put({ ...reduced, benefit: { ...reduced.benefit, originalAmount: kept } });
    ws.notes.push({ kind: 'accrual-corrected', rewardId: reward.id, amount: (originalAmount - kept).toString() });
  }
}

/** Null where nothing accrues. */
function earnedNow(ws: Workspace, order: Order, reward: Reward): bigint | null {
  const document = rewardDocument(ws, reward);
  const rule = findRule(document, reward.ruleId);
  const grant = rule?.grant[Number(grantNumber(reward))];
  // A top-up for another referral's end stands beside its leg, too.
  if (rule === null || grant === undefined || grant.accrue !== 'perPayment') return null;
  const { benefit } = grant;
  if (!('how' in benefit)) return null;
  if (isBelowMinimum(rule, orderBase(order, document))) return 0n;
  const terms = { rule, programId: reward.programId, timeZone: document.timeZone };
  return accruedShare(ws, order, valueAmount(benefit, rule, order, document), terms);
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
