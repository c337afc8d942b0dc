/** What happens to an order after (or before) its payment: delivered, cancelled, refunded; and orders of the past. */

import { recordTouches } from '../attribution/record-touches.ts';
import { redateReferral } from '../attribution/referral-status.ts';
import type { Subject } from '../attribution/resolve-attribution.ts';
import type { ShopEventBody } from '../events.ts';
import type { Order, Parked } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { getCustomer } from '../member/membership.ts';
import { grantRules } from '../reward/grant-rules.ts';
import { redateHolds } from '../reward/redate-holds.ts';
import { freeReserved } from './apply-parked.ts';
import { applyCancellation, applyRefund } from './apply-refund.ts';
import { emptyOrder, isCounted, paidMinor, refundedMinor } from './order-facts.ts';
import { enrolEverywhere, type OrderOutcome, settlePayment } from './pay-order.ts';

type RefundBody = Extract<ShopEventBody, { type: 'order.refunded' }>;
type ImportBody = Extract<ShopEventBody, { type: 'order.imported' }>;

export function deliverOrder(ws: Workspace, orderId: string): OrderOutcome {
  const known = ws.orders.get(orderId);
  if (known === null || known.paidAt === null)
    return park(ws, orderId, { kind: 'delivery', sequence: ws.event.sequence, occurredAt: ws.event.occurredAt });
  if (known.deliveredAt !== null || known.customerId === null) return 'duplicate';
  const at = ws.event.occurredAt;
  const order: Order = { ...known, deliveredAt: at };
  ws.orders.put(order);
  const customer = getCustomer(ws, known.customerId);
  if (isCounted(order)) {
    ws.customers.put({ ...customer, deliveredOrderCount: customer.deliveredOrderCount + 1 });
  }
  redateHolds(ws, order);
  const subject = orderSubject(ws, order);
  for (const program of ws.allPrograms) redateReferral(ws, program, order, at);
  grantRules(ws, { trigger: 'order.delivered', subject, order, at, accrual: { kind: 'whole' } });
  enrolEverywhere(ws, subject);
  return 'processed';
}

export function cancelOrder(ws: Workspace, orderId: string): OrderOutcome {
  const order = ws.orders.get(orderId);
  const parked: Parked = { kind: 'cancellation', sequence: ws.event.sequence, occurredAt: ws.event.occurredAt };
  if (order === null || order.data === null) return park(ws, orderId, parked);
  if (order.cancelledAt !== null) return 'duplicate';
  applyCancellation(ws, order, ws.event.occurredAt);
  freeReserved(ws, orderId);
  return 'processed';
}

export function refundOrder(ws: Workspace, body: RefundBody): OrderOutcome {
  const order = ws.orders.get(body.orderId);
  const known = order?.refunds.find((refund) => refund.id === body.refundId);
  const isOtherCurrency = order !== null && order.data !== null && body.currency !== null && body.currency !== order.data.currency;
  if (known !== undefined) return known.requestedMinor === body.amountMinor && !isOtherCurrency ? 'duplicate' : problem('refund_conflict');
  const waiting = order?.parked.find((parked) => parked.kind === 'refund' && parked.refundId === body.refundId);
  if (waiting?.kind === 'refund') {
    const isSame = waiting.requestedMinor === body.amountMinor && waiting.currency === body.currency;
    return isSame ? 'duplicate' : problem('refund_conflict');
  }
  if (isOtherCurrency) return problem('mixed_currency');
  const isPayable = order !== null && order.data !== null && (order.paidAt !== null || paidMinor(order) > 0n);
  if (!isPayable) return parkRefund(ws, body);
  const rest = paidMinor(order) - refundedMinor(order);
  const amountMinor = body.amountMinor ?? rest;
  if (amountMinor > rest) {
    // More may still be paid: only a fully known order can tell that a refund is too large.
    return order.paidAt === null ? parkRefund(ws, body) : problem('refund_exceeds_payment');
  }
  applyRefund(ws, order, { id: body.refundId, requestedMinor: body.amountMinor, amountMinor, cut: false, occurredAt: ws.event.occurredAt });
  return 'processed';
}

function parkRefund(ws: Workspace, body: RefundBody): OrderOutcome {
  const { sequence, occurredAt } = ws.event;
  return park(ws, body.orderId, {
    kind: 'refund',
    sequence,
    occurredAt,
    refundId: body.refundId,
    requestedMinor: body.amountMinor,
    currency: body.currency,
  });
}

function park(ws: Workspace, orderId: string, parked: Parked): OrderOutcome {
  const order = ws.orders.get(orderId) ?? emptyOrder(orderId, 'live');
  if (parked.kind !== 'refund' && order.parked.some((other) => other.kind === parked.kind)) return 'duplicate';
  ws.orders.put({ ...order, parked: [...order.parked, parked] });
  return 'parked';
}

/** History: makes the customer existing and counts as paid and delivered; earns only when asked (issue 2, 3). */
export function importOrder(ws: Workspace, subject: Subject, body: ImportBody): OrderOutcome {
  const known = ws.orders.get(body.orderId);
  if (known !== null && known.data !== null) return 'duplicate';
  const at = ws.event.occurredAt;
  const { totalMinor } = body.order;
  recordTouches(ws, subject.id);
  const order: Order = {
    ...(known ?? emptyOrder(body.orderId, 'import')),
    origin: body.earn ? 'importEarning' : 'import',
    customerId: subject.id,
    data: body.order,
    payments: [{ id: '', amountMinor: totalMinor, occurredAt: at }],
    deliveredAt: at,
  };
  const programs = body.earn ? ws : { ...ws, allPrograms: [] };
  settlePayment(programs, subject, order, '');
  const settled = ws.orders.get(body.orderId);
  // What was parked for the order has been taken by now: no more than the rest can go back.
  const restMinor = settled === null ? 0n : paidMinor(settled) - refundedMinor(settled);
  const amountMinor = body.refundedMinor > restMinor ? restMinor : body.refundedMinor;
  if (settled !== null && amountMinor > 0n) {
    applyRefund(ws, settled, {
      id: '#import',
      requestedMinor: body.refundedMinor,
      amountMinor,
      cut: amountMinor < body.refundedMinor,
      occurredAt: at,
    });
  }
  return 'processed';
}

/** The order's customer; linked customers matter only at the first payment, which is past. */
function orderSubject(ws: Workspace, order: Order): Subject {
  const linkedIds = ws.event.customer?.id === order.customerId ? (ws.event.customer?.linkedIds ?? []) : [];
  if (order.customerId === null) throw new Error('a paid order has a customer');
  return { id: order.customerId, linkedIds };
}

function problem(code: 'refund_conflict' | 'refund_exceeds_payment' | 'mixed_currency'): OrderOutcome {
  return { code, field: 'refund', missing: null };
}
