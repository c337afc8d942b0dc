/**
 * `order.placed` and `order.paid`. A payment captures its reservations, fixes number, newness and attribution when it is the first
 * above zero, and when the order is whole grants what the rules give and applies what was parked for it (contract.md 3, 6.4–6.9).
 */

import { broughtAs } from '../attribution/brought-as.ts';
import { recordTouches } from '../attribution/record-touches.ts';
import { markOrdered, noteRefusal } from '../attribution/referral-status.ts';
import { isLocked, lockAttribution, reportAttributions, type Subject } from '../attribution/resolve-attribution.ts';
import { keepCoupons, useCoupons } from '../coupon/use-coupons.ts';
import type { DecisionProblem } from '../decision.ts';
import type { ShopEventBody } from '../events.ts';
import type { Order, Payment } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { wireId } from '../ids.ts';
import { enrolAutomatically, ensureMember, getCustomer } from '../member/membership.ts';
import { findVersionAt, type Program, programStatusAt } from '../program/program.ts';
import { grantRules } from '../reward/grant-rules.ts';
import { latest } from '../time/order-instants.ts';
import { applyParkedBefore, applyParkedCancellation, applyParkedDelivery, applyParkedRest } from './apply-parked.ts';
import { applyCancellation, evenCredit } from './apply-refund.ts';
import { addCredit, capturedBefore, captureForOrder, keepForOrder } from './capture-for-order.ts';
import { emptyOrder, isSameOrder, paidMinor, refundedMinor } from './order-facts.ts';

export type OrderOutcome = 'processed' | 'duplicate' | 'parked' | DecisionProblem;

type PaidBody = Extract<ShopEventBody, { type: 'order.paid' }>;
type PlacedBody = Extract<ShopEventBody, { type: 'order.placed' }>;

/** The payment id of an `order.paid` that names none. */
const WHOLE_PAYMENT = '';

export function placeOrder(ws: Workspace, subject: Subject, body: PlacedBody): OrderOutcome {
  const known = ws.orders.get(body.orderId);
  if (known !== null && known.data !== null) {
    if (known.origin !== 'live') return 'duplicate';
    if (!isSameOrder(known, [subject.id, ...subject.linkedIds], body.order)) return conflict('order_conflict');
    if (known.placedAt !== null) return 'duplicate';
  }
  const { occurredAt } = ws.event;
  getCustomer(ws, subject.id);
  recordTouches(ws, subject.id);
  // Its payment may have come first: what that fixed stays.
  const { customerId, data } = known?.data == null ? { customerId: subject.id, data: body.order } : known;
  const order: Order = { ...(known ?? emptyOrder(body.orderId, 'live')), customerId, data, placedAt: occurredAt };
  ws.orders.put(order);
  const owner = ownerOf(order, subject);
  keepCoupons(ws, order, owner, body.couponCodes);
  keepForOrder(ws, order, owner, body.reservationIds);
  reportAttributions(ws, owner, occurredAt);
  grantRules(ws, { trigger: 'order.placed', subject: owner, order, at: occurredAt, accrual: { kind: 'whole' } });
  enrolEverywhere(ws, owner);
  for (const reservation of capturedBefore(ws, order, owner))
    settlePayment(ws, owner, addCredit(ws, ws.orders.get(order.id) ?? order, reservation), wireId('rsv', reservation.id));
  applyParkedCancellation(ws, order.id);
  return 'processed';
}

export function payOrder(ws: Workspace, payer: Subject, body: PaidBody): OrderOutcome {
  const known = ws.orders.get(body.orderId);
  if (known !== null && known.origin !== 'live') return 'duplicate';
  const repeated = known === null ? null : repeatedPayment(known, payer, body);
  if (repeated !== null) return repeated;
  const subject = ownerOf(known, payer);
  recordTouches(ws, subject.id);
  // Before any payment the shop may still have changed the basket: what is paid for is what counts.
  const before: Order = { ...(known ?? emptyOrder(body.orderId, 'live')), customerId: known?.customerId ?? subject.id, data: body.order };
  const credited = captureForOrder(ws, before, subject, body.reservationIds);
  const rest = body.order.totalMinor - paidMinor(credited);
  const amountMinor = body.payment?.amountMinor ?? (rest > 0n ? rest : 0n);
  const payment: Payment = { id: body.payment?.id ?? WHOLE_PAYMENT, amountMinor, occurredAt: ws.event.occurredAt };
  useCoupons(ws, credited, subject, body.couponCodes);
  return settlePayment(ws, subject, { ...credited, payments: [...credited.payments, payment] }, payment.id);
}

/** An order stays with the customer who placed it, though another one of the same person pays: counts and rewards go one way. */
export function ownerOf(known: Order | null, payer: Subject): Subject {
  const ownerId = known?.customerId ?? payer.id;
  if (ownerId === payer.id) return payer;
  return { id: ownerId, linkedIds: [payer.id, ...payer.linkedIds.filter((id) => id !== ownerId)] };
}

/** Everything that follows from more of an order being paid, by a payment or by captured credit. */
export function settlePayment(ws: Workspace, subject: Subject, paid: Order, paymentId: string): OrderOutcome {
  const at = ws.event.occurredAt;
  const totalMinor = paid.data?.totalMinor ?? 0n;
  const isFirst = paid.firstPaymentAt === null && paidMinor(paid) > 0n;
  let order = isFirst ? fixFirstPayment(ws, subject, paid) : paid;
  const completes = order.paidAt === null && paidMinor(order) >= totalMinor;
  const decidedAt = completes ? completedAt(order, at) : at;
  if (completes) order = completeOrder(ws, subject, { ...order, paidAt: decidedAt });
  ws.orders.put(order);
  evenCredit(ws, order);
  if (order.isLate) ws.notes.push({ kind: 'late' });
  noteOverpaid(ws, order);
  fixAttributions(ws, subject, order, { at, isFirst });
  const isOrdered = completes && paidMinor(order) > 0n;
  if (isOrdered) orderReferrals(ws, subject, order, decidedAt);
  reportAttributions(ws, subject, decidedAt);
  grantRules(ws, { trigger: 'order.paid', subject, order, at: decidedAt, accrual: { kind: 'payment', paymentId, completes } });
  if (isFirst || completes) for (const program of ws.allPrograms) noteRefusal(ws, program, friendOf(ws, program, subject, order), order.id);
  enrolEverywhere(ws, subject);
  if (completes) {
    applyParkedDelivery(ws, subject, order.id);
    enrolEverywhere(ws, subject);
    applyParkedRest(ws, order.id);
  }
  refundCancelled(ws, order.id);
  return 'processed';
}

/** Money and credit above the total are taken whole, as the shop has taken them, and given back by a refund; staff is told. */
function noteOverpaid(ws: Workspace, order: Order): void {
  if (order.data === null || paidMinor(order) <= order.data.totalMinor) return;
  const { totalMinor, currency } = order.data;
  ws.notes.push({ kind: 'overpaid', paid: paidMinor(order).toString(), total: totalMinor.toString(), currency });
}

/** An order is paid by its latest payment, in whatever order its payments are told (contract.md 6.4). */
function completedAt(order: Order, at: Date): Date {
  return latest([at, order.firstPaymentAt, ...order.payments.map((payment) => payment.occurredAt)]) ?? at;
}

/** The order of one order's events does not matter (contract.md 6.4): what is paid after the cancellation is refunded as what was paid before it. */
function refundCancelled(ws: Workspace, orderId: string): void {
  const order = ws.orders.get(orderId);
  if (order === null || order.cancelledAt === null) return;
  // An order that costs nothing has nothing to refund, but its coupon comes back all the same.
  if (paidMinor(order) > 0n && paidMinor(order) === refundedMinor(order)) return;
  applyCancellation(ws, order, order.cancelledAt);
}

function repeatedPayment(order: Order, subject: Subject, body: PaidBody): OrderOutcome | null {
  const hasPayments = order.payments.length > 0 || order.creditMinor > 0n;
  if (!hasPayments) {
    const isOther = order.customerId !== null && ![subject.id, ...subject.linkedIds].includes(order.customerId);
    return isOther ? conflict('order_conflict') : null;
  }
  if (!isSameOrder(order, [subject.id, ...subject.linkedIds], body.order)) return conflict('order_conflict');
  const known = order.payments.find((payment) => payment.id === (body.payment?.id ?? WHOLE_PAYMENT));
  if (known !== undefined) {
    const isSame = body.payment === null || body.payment.amountMinor === known.amountMinor;
    return isSame ? 'duplicate' : conflict('order_conflict');
  }
  if (order.paidAt === null) return null;
  return body.payment === null ? 'duplicate' : conflict('order_conflict');
}

/** Number and newness count stored payments above zero of the person (contract.md 6.5); they are fixed here for good. */
function fixFirstPayment(ws: Workspace, subject: Subject, order: Order): Order {
  const at = ws.event.occurredAt;
  const person = [subject.id, ...subject.linkedIds].flatMap((id) => ws.customers.get(id) ?? []);
  const earlier = person.reduce((sum, customer) => sum + customer.orderCount, 0);
  const previousOrderAt = latest(person.map((customer) => customer.lastOrderAt));
  const customer = getCustomer(ws, subject.id);
  ws.customers.put({
    ...customer,
    orderCount: customer.orderCount + 1,
    firstOrderAt: customer.firstOrderAt === null || at < customer.firstOrderAt ? at : customer.firstOrderAt,
    lastOrderAt: customer.lastOrderAt === null || at > customer.lastOrderAt ? at : customer.lastOrderAt,
  });
  const isLate = previousOrderAt !== null && at < previousOrderAt;
  return { ...order, firstPaymentAt: at, number: earlier + 1, isNewCustomer: earlier === 0, previousOrderAt, isLate };
}

function completeOrder(ws: Workspace, subject: Subject, order: Order): Order {
  const delivered = applyParkedBefore(ws, order);
  if (paidMinor(order) > 0n) {
    const customer = getCustomer(ws, subject.id);
    ws.customers.put({ ...customer, paidOrderCount: customer.paidOrderCount + 1 });
  }
  return delivered;
}

/**
 * The lock of every started programme; the first order under it says whether a new customer was brought. A later part of the payment locks
 * nothing, and keeps that whoever is locked had brought themself.
 */
function fixAttributions(ws: Workspace, subject: Subject, order: Order, { at, isFirst }: { at: Date; isFirst: boolean }): void {
  for (const program of startedPrograms(ws, at)) {
    const friend = friendOf(ws, program, subject, order);
    if (!isFirst && !isLocked(ws, program, friend.id)) continue;
    const locked = lockAttribution(ws, program, friend, at);
    if (isFirst && locked.wasNew === null) ws.attributions.put({ ...locked, wasNew: order.isNewCustomer });
  }
}

/** *ordered*: the first order is paid whole; the friend takes a place of their own in the programme that brought them (contract.md 1). */
function orderReferrals(ws: Workspace, subject: Subject, order: Order, at: Date): void {
  for (const program of startedPrograms(ws, at)) {
    const referral = markOrdered(ws, program, friendOf(ws, program, subject, order), order.id, at);
    if (referral?.status === 'ordered' || referral?.status === 'qualified') ensureMember(ws, program, subject.id, at);
  }
}

/** An order that came by a referral of a record merged since stays with that referral. */
function friendOf(ws: Workspace, program: Program, subject: Subject, order: Order): Subject {
  const id = broughtAs(ws, program, subject.id, order.id);
  return id === subject.id ? subject : { id, linkedIds: [subject.id, ...subject.linkedIds] };
}

function startedPrograms(ws: Workspace, at: Date): readonly Program[] {
  return ws.allPrograms.filter((program) => findVersionAt(program, at) !== null && programStatusAt(program, at) !== 'ended');
}

export function enrolEverywhere(ws: Workspace, subject: Subject): void {
  const { occurredAt, storedAt } = ws.event;
  const at = occurredAt > storedAt ? occurredAt : storedAt;
  for (const program of ws.allPrograms) enrolAutomatically(ws, program, subject.id, at);
}

function conflict(code: 'order_conflict'): DecisionProblem {
  return { code, field: 'order', missing: null };
}
