/** Events that came before the payment they need are applied in that payment's own decision (contract.md 6.9). */

import type { Subject } from '../attribution/resolve-attribution.ts';
import { releaseReservedCoupons } from '../coupon/use-coupons.ts';
import type { Order, Parked } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { endReservation } from '../ledger/reservations.ts';
import { getCustomer } from '../member/membership.ts';
import { grantRules } from '../reward/grant-rules.ts';
import { redateHolds } from '../reward/redate-holds.ts';
import { applyCancellation, applyRefund } from './apply-refund.ts';
import { paidMinor, refundedMinor } from './order-facts.ts';

/** A parked delivery is known before the rewards are granted: their hold, and that of what earlier payments earned, counts from it. */
export function applyParkedBefore(ws: Workspace, order: Order): Order {
  const delivery = order.parked.find((parked) => parked.kind === 'delivery');
  if (delivery === undefined) return order;
  ws.notes.push({ kind: 'parked-applied', sequence: delivery.sequence.toString() });
  const delivered: Order = { ...order, deliveredAt: delivery.occurredAt, parked: order.parked.filter((parked) => parked !== delivery) };
  redateHolds(ws, delivered);
  return delivered;
}

/** After the payment's own rules, which must not see it, the delivery is counted and its rules are decided, by its own time. */
export function applyParkedDelivery(ws: Workspace, subject: Subject, orderId: string): void {
  const order = ws.orders.get(orderId);
  if (order === null || order.deliveredAt === null) return;
  if (paidMinor(order) > 0n) {
    const customer = getCustomer(ws, subject.id);
    ws.customers.put({ ...customer, deliveredOrderCount: customer.deliveredOrderCount + 1 });
  }
  grantRules(ws, { trigger: 'order.delivered', subject, order, at: order.deliveredAt, accrual: { kind: 'whole' } });
}

/** A cancellation told before the order was known waits for no payment: nothing of the order is left to pay. */
export function applyParkedCancellation(ws: Workspace, orderId: string): void {
  const order = ws.orders.get(orderId);
  const cancellation = order?.parked.find((parked) => parked.kind === 'cancellation');
  if (order === null || cancellation === undefined) return;
  ws.notes.push({ kind: 'parked-applied', sequence: cancellation.sequence.toString() });
  const known: Order = { ...order, parked: order.parked.filter((parked) => parked !== cancellation) };
  applyCancellation(ws, known, cancellation.occurredAt);
  freeReserved(ws, orderId);
}

/** What waited for a payment that will not come is free again, also of an order paid in part (contract.md 6.9). */
export function freeReserved(ws: Workspace, orderId: string): void {
  releaseReservedCoupons(ws, orderId);
  for (const reservation of ws.reservations.by('order', orderId)) {
    if (reservation.status === 'reserved') endReservation(ws, reservation, 'voided');
  }
}

/** What else waited for the payment, in the order it came. */
export function applyParkedRest(ws: Workspace, orderId: string): void {
  const order = ws.orders.get(orderId);
  if (order === null) return;
  const waiting = [...order.parked].sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
  ws.orders.put({ ...order, parked: [] });
  for (const parked of waiting) applyOne(ws, orderId, parked);
}

function applyOne(ws: Workspace, orderId: string, parked: Parked): void {
  const order = ws.orders.get(orderId);
  if (order === null) return;
  ws.notes.push({ kind: 'parked-applied', sequence: parked.sequence.toString() });
  const rest = paidMinor(order) - refundedMinor(order);
  if (parked.kind === 'cancellation') {
    applyCancellation(ws, order, parked.occurredAt);
    return;
  }
  if (parked.kind !== 'refund') return;
  const asked = parked.requestedMinor ?? rest;
  if (parked.currency !== null && parked.currency !== order.data?.currency) {
    // Told before anybody knew the order's currency: applied as it stands it would be another sum.
    ws.notes.push({ kind: 'refund-other-currency', refundId: parked.refundId, asked: asked.toString(), currency: parked.currency });
    return;
  }
  const cut = asked > rest;
  // Found too large only now: it is cut to what was paid and flagged for staff.
  if (cut) ws.notes.push({ kind: 'refund-cut', refundId: parked.refundId, asked: asked.toString(), applied: rest.toString() });
  const amountMinor = cut ? rest : asked;
  applyRefund(ws, order, { id: parked.refundId, requestedMinor: parked.requestedMinor, amountMinor, cut, occurredAt: parked.occurredAt });
}
