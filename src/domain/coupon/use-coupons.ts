/** Coupons at an order: *issued → reserved → redeemed*, or *expired, revoked* (contract.md 1, 6.16). */

import { isSubject, type Subject } from '../attribution/resolve-attribution.ts';
import { foldCode } from '../codes/fold-code.ts';
import type { RefusalReason } from '../decision.ts';
import type { Coupon, Order } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';

/** Redeems the coupons an order names; an invalid one is a refusal, not an error. */
export function useCoupons(ws: Workspace, order: Order, subject: Subject, codes: readonly string[]): void {
  const used = [...ws.coupons.by('usedOrder', order.id)].filter((coupon) => coupon.status === 'redeemed');
  for (const text of new Set(codes.map(foldCode))) {
    const coupon = findUsable(ws, order, subject, text);
    if (coupon === null) continue;
    if (used.length > 0 && (!coupon.stackable || used.some((other) => !other.stackable))) {
      refuseCoupon(ws, coupon, 'condition-not-met');
      continue;
    }
    const redeemed: Coupon = { ...coupon, status: 'redeemed', usedOrderId: order.id, reservedUntil: null };
    ws.coupons.put(redeemed);
    setRewardStatus(ws, redeemed, 'redeemed');
    ws.notes.push({ kind: 'coupon-used', code: coupon.code });
    used.push(redeemed);
  }
}

/** An order that is only placed keeps the locked coupons it names for its payment or cancellation. */
export function keepCoupons(ws: Workspace, order: Order, subject: Subject, codes: readonly string[]): void {
  for (const text of new Set(codes.map(foldCode))) {
    const coupon = findUsable(ws, order, subject, text);
    if (coupon?.status === 'reserved') ws.coupons.put({ ...coupon, usedOrderId: order.id });
  }
}

/** The coupon behind a code when the order may use it; null when it is refused, or used on this very order already. */
function findUsable(ws: Workspace, order: Order, subject: Subject, folded: string): Coupon | null {
  const coupon = ws.coupons.by('folded', folded)[0] ?? null;
  if (coupon !== null && coupon.status === 'redeemed' && coupon.usedOrderId === order.id) return null;
  const unusable = coupon === null ? 'coupon-unknown' : whyNotUsable(coupon, subject, { orderId: order.id, at: ws.event.occurredAt });
  const isForeign = coupon !== null && coupon.currency !== order.data?.currency;
  const reason = unusable ?? (isForeign ? 'currency-not-in-program' : null);
  if (reason === null) return coupon;
  refuseCoupon(ws, coupon, reason);
  return null;
}

function refuseCoupon(ws: Workspace, coupon: Coupon | null, reason: RefusalReason): void {
  ws.refusals.push({
    programId: coupon?.programId ?? null,
    ruleId: null,
    beneficiary: null,
    reason,
    missing: null,
    subject: coupon?.code ?? null,
  });
}

/** Why a coupon cannot be used on this order now, or null. */
export function whyNotUsable(coupon: Coupon, subject: Subject, use: { orderId: string | null; at: Date }): RefusalReason | null {
  if (!isSubject(subject, coupon.customerId)) return 'coupon-not-yours';
  if (coupon.sourceOrderId !== null && coupon.sourceOrderId === use.orderId) return 'coupon-next-order-only';
  if (coupon.status === 'revoked') return 'coupon-unknown';
  if (coupon.status === 'redeemed') return 'coupon-used';
  if (coupon.status === 'expired' || (coupon.validUntil !== null && coupon.validUntil <= use.at)) return 'coupon-expired';
  if (coupon.status !== 'reserved') return null;
  const isOpen = coupon.reservedUntil !== null && coupon.reservedUntil > use.at;
  return isOpen && coupon.usedOrderId !== null && coupon.usedOrderId !== use.orderId ? 'coupon-used' : null;
}

/** A full refund before its expiry returns a used coupon to *issued* (contract.md 6.16). */
export function returnCoupons(ws: Workspace, order: Order): void {
  const at = ws.event.occurredAt;
  for (const coupon of ws.coupons.by('usedOrder', order.id)) {
    if (coupon.status !== 'redeemed') continue;
    const isOver = coupon.validUntil !== null && coupon.validUntil <= at;
    const reward = ws.rewards.get(coupon.rewardId);
    // Its own reward was taken back meanwhile: there is nothing to return to.
    const status = reward !== null && reward.status !== 'redeemed' ? 'revoked' : isOver ? 'expired' : 'issued';
    const returned: Coupon = { ...coupon, status, usedOrderId: null };
    ws.coupons.put(returned);
    noteReturn(ws, returned);
    if (status !== 'revoked') setRewardStatus(ws, returned, status);
  }
}

/** Locks coupons for an order about to be placed. */
export function reserveCoupon(ws: Workspace, coupon: Coupon, lock: { orderId: string | null; until: Date }): void {
  ws.coupons.put({ ...coupon, status: 'reserved', usedOrderId: lock.orderId, reservedUntil: lock.until });
}

export function releaseCoupon(ws: Workspace, coupon: Coupon): Coupon {
  const isOver = coupon.validUntil !== null && coupon.validUntil <= ws.event.occurredAt;
  const released: Coupon = { ...coupon, status: isOver ? 'expired' : 'issued', usedOrderId: null, reservedUntil: null };
  ws.coupons.put(released);
  if (isOver) setRewardStatus(ws, released, 'expired');
  return released;
}

export function expireCoupon(ws: Workspace, coupon: Coupon): void {
  ws.coupons.put({ ...coupon, status: 'expired', reservedUntil: null });
  setRewardStatus(ws, coupon, 'expired');
}

export function releaseReservedCoupons(ws: Workspace, orderId: string): void {
  for (const coupon of ws.coupons.by('usedOrder', orderId)) {
    if (coupon.status === 'reserved') noteReturn(ws, releaseCoupon(ws, coupon));
  }
}

/** What the explanation says of a coupon that its order needs no more. */
function noteReturn(ws: Workspace, { code, status }: Coupon): void {
  ws.notes.push({ kind: 'coupon-returned', code, status });
}

function setRewardStatus(ws: Workspace, coupon: Coupon, status: 'issued' | 'redeemed' | 'expired'): void {
  const reward = ws.rewards.get(coupon.rewardId);
  if (reward === null || reward.status === 'reversed' || reward.status === 'cancelled') return;
  ws.rewards.put({ ...reward, status });
}
