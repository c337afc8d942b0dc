import { isCounted } from '../order/order-facts.ts';
import { budgetPeriod, costUnit } from '../reward/counters.ts';
import { takesStock } from './access-grant.ts';
import type { Referral } from './entities.ts';
import { type Facts, memberKey } from './facts.ts';

/**
 * Takes a stored order out of the facts, so that a dry run decides it as if it were not stored (contract.md 3): its rewards, what
 * they used of caps and budgets, its number, and the attribution it locked.
 */
export function unstoreOrder(facts: Facts, orderId: string): void {
  const order = facts.orders.get(orderId);
  if (order === null || order.data === null) return;
  facts.orders.remove(orderId);
  for (const key of [...facts.rewards.keysBy('order', orderId)]) {
    const reward = facts.rewards.get(key);
    if (reward === null) continue;
    facts.rewards.remove(key);
    unstoreAccess(facts, reward.id);
    const isStanding = reward.status !== 'denied' && reward.status !== 'cancelled' && reward.status !== 'reversed';
    if (!isStanding) continue;
    for (const counter of facts.counters.all()) {
      if (counter.programId !== reward.programId) continue;
      const isOfUnit = counter.period === budgetPeriod(costUnit(reward.benefit));
      if (counter.scope === 'budget' && isOfUnit && (counter.ruleId === '' || counter.ruleId === reward.ruleId)) {
        facts.counters.load({ ...counter, used: counter.used - reward.costAmount });
      }
      if (
        counter.customerId === null ||
        counter.customerId !== reward.referrerId ||
        counter.ruleId !== reward.ruleId ||
        reward.beneficiary !== 'referrer'
      )
        continue;
      const used = counter.scope === 'referrerCount' ? 1n : 'amount' in reward.benefit ? reward.benefit.amount : 0n;
      if (counter.used >= used) facts.counters.load({ ...counter, used: counter.used - used });
    }
  }
  for (const key of [...facts.coupons.keysBy('usedOrder', orderId)]) {
    const coupon = facts.coupons.get(key);
    if (coupon !== null && coupon.status === 'redeemed') facts.coupons.load({ ...coupon, status: 'issued', usedOrderId: null });
  }
  if (order.customerId === null || order.firstPaymentAt === null) return;
  const customer = facts.customers.get(order.customerId);
  if (customer !== null) {
    const stillPaid = isCounted(order) ? 1 : 0;
    const isLast = customer.lastOrderAt?.getTime() === order.firstPaymentAt.getTime();
    facts.customers.load({
      ...customer,
      orderCount: customer.orderCount - 1,
      firstOrderAt: customer.orderCount === 1 ? null : customer.firstOrderAt,
      lastOrderAt: isLast ? order.previousOrderAt : customer.lastOrderAt,
      paidOrderCount: customer.paidOrderCount - stillPaid,
      deliveredOrderCount: customer.deliveredOrderCount - (order.deliveredAt === null ? 0 : stillPaid),
    });
  }
  for (const program of facts.programs.all()) {
    const key = memberKey(program.id, order.customerId);
    const attribution = facts.attributions.get(key);
    const isLockedHere = attribution?.revision === 0 && attribution.lockedAt.getTime() === order.firstPaymentAt.getTime();
    if (isLockedHere || facts.referrals.get(key)?.orderId === orderId) facts.attributions.remove(key);
    const referral = facts.referrals.get(key);
    if (referral !== null) unstoreReferral(facts, referral, orderId);
  }
}

/** One that this order opened goes; one that it qualified waits for it again. */
function unstoreReferral(facts: Facts, referral: Referral, orderId: string): void {
  if ((referral.orderId ?? referral.qualifyingOrderId) === orderId) {
    facts.referrals.remove(memberKey(referral.programId, referral.friendId));
    return;
  }
  const counts = referral.counts.filter((count) => count.orderId !== orderId);
  const open = { status: 'ordered', ruleId: null, qualifyingOrderId: null, countedAt: null, qualifiedAt: null, qualifiesAt: null } as const;
  const isQualifying = referral.qualifyingOrderId === orderId;
  facts.referrals.load({ ...referral, ...(isQualifying ? { ...open, review: null, hold: null } : {}), counts });
}

/** The unit its reward took is in the stock again: the order about to be tried may have it. */
function unstoreAccess(facts: Facts, rewardId: string): void {
  for (const key of [...facts.accessGrants.keysBy('reward', rewardId)]) {
    const grant = facts.accessGrants.get(key);
    if (grant === null) continue;
    facts.accessGrants.remove(key);
    for (const counter of facts.counters.all()) {
      const isItsStock = counter.scope === 'stock' && counter.programId === grant.programId && counter.ruleId === grant.perk;
      if (!isItsStock || counter.used === 0n) continue;
      if (counter.period === 'life' && takesStock(grant)) facts.counters.load({ ...counter, used: counter.used - 1n });
      if (counter.period === 'codes-given' && grant.codeNumber !== null) facts.counters.load({ ...counter, used: counter.used - 1n });
    }
  }
}
