/**
 * A refund, in part or whole: credit is given back first, then every reward the order caused keeps `floor(reward × (P − F) ÷ P)`,
 * newest legs reduced first; a rule that fails its amount condition, or an indivisible benefit at F = P, is reversed whole (contract.md 6.9).
 */

import { absorbedRecords, broughtAs, referralOfOrder } from '../attribution/brought-as.ts';
import { returnCoupons } from '../coupon/use-coupons.ts';
import type { Order, Refund, Reward } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import { returnReservations } from '../ledger/reservations.ts';
import { floorDiv } from '../money/money.ts';
import { findVersionAt } from '../program/program.ts';
import { findRule } from '../program/program-rules.ts';
import { isBelowMinimum, orderBase, refundedBase } from '../reward/base.ts';
import { rewardDocument } from '../reward/issue-reward.ts';
import { earnedOf, newestFirst } from '../reward/lower-earned.ts';
import { amountLeft, isStanding, reduceReward } from '../reward/reduce-reward.ts';
import { takeBackCounts } from '../reward/take-back.ts';
import { latest } from '../time/order-instants.ts';
import { paidMinor, refundedMinor } from './order-facts.ts';

/** The refund id of an `order.cancelled`. */
const CANCELLATION = '#cancellation';

interface Share {
  readonly paid: bigint;
  readonly refunded: bigint;
  /** What the order comes to: its total while it is still being paid. */
  readonly due: bigint;
  /** Refunded to the last unit, and nothing more will be paid. */
  readonly isWhole: boolean;
}

/** Of an order still being paid a refund takes a part, even all that was paid so far: a payment that comes later must find the same state as one that came before. */
function shareOf(order: Order): Share {
  const paid = paidMinor(order);
  const refunded = refundedMinor(order);
  const total = order.data?.totalMinor ?? 0n;
  const isSettled = order.paidAt !== null || order.cancelledAt !== null;
  return { paid, refunded, due: paid > total ? paid : total, isWhole: isSettled && paid > 0n && refunded === paid };
}

export function applyRefund(ws: Workspace, before: Order, refund: Refund): void {
  settleRefund(ws, before, { ...before, refunds: [...before.refunds, refund] }, refund);
}

/** The refund of the rest, which may be nothing: what was refunded in part while the order was being paid is whole from now on. */
export function applyCancellation(ws: Workspace, before: Order, at: Date): void {
  const amountMinor = paidMinor(before) - refundedMinor(before);
  const isFirst = before.refunds.every((refund) => refund.id !== CANCELLATION);
  const id = isFirst ? CANCELLATION : `${CANCELLATION}:${ws.event.sequence}`;
  const refund: Refund = { id, requestedMinor: null, amountMinor, cut: false, occurredAt: at };
  const refunds = amountMinor === 0n ? before.refunds : [...before.refunds, refund];
  settleRefund(ws, before, { ...before, cancelledAt: at, refunds }, refund);
}

function settleRefund(ws: Workspace, before: Order, order: Order, { id: reversalKey, occurredAt }: Refund): void {
  ws.orders.put(order);
  const share = shareOf(order);
  if (share.paid === 0n) {
    // Cancelled, or paid whole by what made it cost nothing: there is nothing left to refund.
    if (order.cancelledAt === null && order.paidAt === null) return;
    reverseUnpaid(ws, order, reversalKey);
    returnCoupons(ws, order);
    return;
  }
  returnCredit(ws, order, share, occurredAt);
  reverseRewards(ws, order, share, reversalKey);
  // A refund of "the rest" may come when nothing is left: the order is forgotten once.
  if (!share.isWhole || shareOf(before).isWhole) return;
  returnCoupons(ws, order);
  forgetOrder(ws, order);
}

/** What an order earned before any payment goes with it, and a referral that had got so far waits for another order. */
function reverseUnpaid(ws: Workspace, order: Order, reversalKey: string): void {
  const earned = ws.rewards.by('order', order.id).filter(isStanding);
  for (const reward of earned) reduceReward(ws, reward, { keep: 0n, reversalKey, reason: 'reward-reversed' });
  if (earned.length > 0) ws.notes.push({ kind: 'rewards-reversed', orderId: order.id });
  const customer = order.customerId === null ? null : ws.customers.get(order.customerId);
  if (customer === null) return;
  for (const program of ws.allPrograms) {
    const referral = referralOfOrder(ws, program, order);
    if (referral === null || referral.qualifyingOrderId !== order.id) continue;
    const status = referral.orderId !== null ? 'ordered' : customer.signedUpAt === null ? 'started' : 'joined';
    ws.referrals.put({
      ...referral,
      status,
      qualifyingOrderId: null,
      ruleId: null,
      reason: null,
      countedAt: null,
      qualifiedAt: null,
      review: null,
      counts: referral.counts.filter((count) => count.orderId !== order.id),
      qualifiesAt: null,
      hold: null,
    });
  }
}

/** What an order earns after a part of it was refunded keeps the same share as what it had earned before. */
export function takeBackEarlierRefunds(ws: Workspace, orderId: string): void {
  const order = ws.orders.get(orderId);
  const last = order?.refunds.at(-1);
  if (order === null || last === undefined) return;
  const share = shareOf(order);
  if (share.paid > 0n) reverseRewards(ws, order, share, last.id);
}

/** Credit given back before another payment is brought to what it would have been after it (contract.md 6.4). A cancelled order is settled whole. */
export function evenCredit(ws: Workspace, order: Order): void {
  if (order.refunds.length === 0 || order.cancelledAt !== null) return;
  const share = shareOf(order);
  const at = latest([ws.event.occurredAt, ...order.refunds.map(({ occurredAt }) => occurredAt)]) ?? ws.event.occurredAt;
  if (share.paid > 0n) returnCredit(ws, order, share, at);
}

/** Given back when it was refunded: what is told after the refund, a payment or another refund, may be older (contract.md 6.4). */
function returnCredit(ws: Workspace, order: Order, share: Share, at: Date): void {
  const timeZone = firstTimeZone(ws);
  const captured = order.reservationIds.flatMap((id) => ws.reservations.get(id) ?? []);
  for (const unit of new Set(captured.map((reservation) => reservation.unit))) {
    const ofUnit = captured.filter((reservation) => reservation.unit === unit);
    returnReservations(ws, ofUnit, { ...share, at, timeZone });
  }
}

/** Lots of money belong to no programme; the oldest one's zone tells what a day is. */
function firstTimeZone(ws: Workspace): string {
  for (const program of ws.allPrograms) {
    const version = findVersionAt(program, ws.event.occurredAt);
    if (version !== null) return version.document.timeZone;
  }
  return 'UTC';
}

function reverseRewards(ws: Workspace, order: Order, share: Share, refundId: string): void {
  const groups = new Map<string, Reward[]>();
  for (const reward of ws.rewards.by('order', order.id)) {
    // A leg that earlier refunds took whole still has its part in what the group had earned; a denied one never earned.
    if (reward.status === 'denied' || reward.status === 'failed') continue;
    const group = [reward.programId, reward.ruleId, reward.naturalKey, reward.beneficiary, reward.leg.split(':', 1)[0]].join('|');
    groups.set(group, [...(groups.get(group) ?? []), reward]);
  }
  const reversedPrograms = new Set<string>();
  for (const group of groups.values()) {
    if (!group.some(isStanding)) continue;
    const fails = failsAmountCondition(ws, order, share, group[0]);
    reverseGroup(ws, group, { share, fails, reversalKey: refundId });
    if (fails || share.isWhole) for (const reward of group) reversedPrograms.add(reward.programId);
  }
  reverseReferrals(ws, order, share);
  takeBackCounts(
    ws,
    order,
    (rule, document) => share.isWhole || isBelowMinimum(rule, refundedBase(orderBase(order, document), share.due, share.refunded)),
  );
  if (reversedPrograms.size > 0) ws.notes.push({ kind: 'rewards-reversed', orderId: order.id });
}

/** Only amount conditions are tested again, on the base as the refund leaves it. */
function failsAmountCondition(ws: Workspace, order: Order, share: Share, reward: Reward | undefined): boolean {
  if (reward === undefined) return false;
  const document = rewardDocument(ws, reward);
  const rule = findRule(document, reward.ruleId);
  const base = refundedBase(orderBase(order, document), share.due, share.refunded);
  return rule !== null && isBelowMinimum(rule, base);
}

function reverseGroup(ws: Workspace, group: readonly Reward[], how: { share: Share; fails: boolean; reversalKey: string }): void {
  const { paid, refunded, isWhole } = how.share;
  const kept = how.fails ? 0n : floorDiv(earnedOf(group) * (paid - refunded), paid);
  let excess = amountLeft(group) - kept;
  for (const reward of newestFirst(group)) {
    if (!isStanding(reward)) continue;
    const reduction = { reversalKey: how.reversalKey, reason: 'reward-reversed' as const };
    if ('amount' in reward.benefit) {
      if (excess <= 0n) continue;
      const part = reward.benefit.amount < excess ? reward.benefit.amount : excess;
      reduceReward(ws, reward, { ...reduction, keep: reward.benefit.amount - part });
      excess -= part;
    } else if (how.fails || isWhole) {
      reduceReward(ws, reward, { ...reduction, keep: 0n });
    }
  }
}

/** *reversed*: the order whose conditions held fully refunded or below them; before any held, the first (contract.md 1). */
function reverseReferrals(ws: Workspace, order: Order, share: Share): void {
  if (order.customerId === null) return;
  for (const program of ws.allPrograms) {
    const friendKey = memberKey(program.id, broughtAs(ws, program, order.customerId, order.id));
    const referral = ws.referrals.get(friendKey);
    // What a sign-up or a lead qualified owes nothing to an order.
    const orderId = referral?.ruleId == null ? referral?.orderId : referral.qualifyingOrderId;
    if (referral === null || orderId !== order.id) continue;
    if (referral.status !== 'ordered' && referral.status !== 'qualified') continue;
    const { isWhole } = share;
    const version = ws.attributions.get(friendKey)?.versionId ?? null;
    const document = program.versions.find((candidate) => candidate.id === version)?.document;
    const rule = document === undefined || referral.ruleId === null ? null : findRule(document, referral.ruleId);
    const base = document === undefined ? 0n : refundedBase(orderBase(order, document), share.due, share.refunded);
    const fails = rule !== null && isBelowMinimum(rule, base);
    if (isWhole || fails)
      ws.referrals.put({ ...referral, status: 'reversed', reason: isWhole ? 'refunded' : 'below-minimum', qualifiesAt: null });
  }
}

/**
 * A fully refunded order no longer counts for enrolment and tiers; newness and number stay (contract.md 6.5). A referral that stands without
 * it, by a sign-up, waits for another paid order: until then it brings no tier (0-16).
 */
function forgetOrder(ws: Workspace, order: Order): void {
  const customer = order.customerId === null ? null : ws.customers.get(order.customerId);
  if (customer === null || order.paidAt === null) return;
  ws.customers.put({
    ...customer,
    paidOrderCount: customer.paidOrderCount - 1,
    deliveredOrderCount: customer.deliveredOrderCount - (order.deliveredAt === null ? 0 : 1),
  });
  if (customer.paidOrderCount > 1) return;
  for (const referral of [customer.id, ...absorbedRecords(ws, customer.id)].flatMap((id) => ws.referrals.by('friend', id))) {
    const isWithoutOrder = referral.ruleId !== null && (referral.status === 'ordered' || referral.status === 'qualified');
    if (isWithoutOrder && referral.orderId !== null) ws.referrals.put({ ...referral, orderId: null, firstOrder: null });
  }
}
