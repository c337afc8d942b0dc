/** Adjustments and reservations: what moves a balance besides rewards. */

import { isSubject, type Subject } from '../attribution/resolve-attribution.ts';
import { foldCode } from '../codes/fold-code.ts';
import { reserveCoupon, whyNotUsable } from '../coupon/use-coupons.ts';
import type { DecisionProblem, DecisionProblemCode, Missing } from '../decision.ts';
import type { ActBody } from '../events.ts';
import type { Reservation } from '../facts/balance-entities.ts';
import type { Order } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { type ReservationId, wireId } from '../ids.ts';
import { openLot, spendableAmount, takeFromLots } from '../ledger/lots.ts';
import { system } from '../ledger/post-transfer.ts';
import { captureReservation, endReservation, makeReservation } from '../ledger/reservations.ts';
import { findPointsProgramId, type Unit } from '../ledger/unit.ts';
import { getCustomer } from '../member/membership.ts';
import { isInt64 } from '../money/money.ts';
import { addCredit } from '../order/capture-for-order.ts';
import { ownerOf, settlePayment } from '../order/pay-order.ts';
import { findVersionAt } from '../program/program.ts';

type ActOutcome = 'processed' | 'duplicate' | DecisionProblem;

export function adjustBalance(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'adjustment.posted' }>): ActOutcome {
  const { unit, amount } = body;
  const at = ws.event.occurredAt;
  const pointsOf = findPointsProgramId(unit);
  if (pointsOf !== null && ws.programs.get(pointsOf) === null) return problem('program_unknown', 'amount');
  getCustomer(ws, subject.id);
  if (amount > 0n) {
    const lotId = openLot(ws, {
      customerId: subject.id,
      unit,
      amount,
      from: system('adjustment'),
      reason: 'adjustment',
      rewardId: null,
      createdAt: at,
      expiresAt: body.expiresAt,
    });
    ws.produced['lotId'] = wireId('lot', lotId);
    return 'processed';
  }
  const spendable = spendableAmount(ws, subject.id, unit, at);
  if (spendable < -amount) return problem('insufficient_balance', 'amount', missingOf(unit, -amount - spendable));
  takeFromLots(ws, { customerId: subject.id, unit, amount: -amount, to: system('adjustment'), reason: 'adjustment', at });
  return 'processed';
}

/** Two checkouts never spend the same money: what is reserved is gone from available (contract.md 6.15). */
export function reserveBalance(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'reservation.made' }>): ActOutcome {
  const at = ws.event.occurredAt;
  const value = reservationValue(ws, body.unit, body.amount, at);
  if (value === null) return problem('points_not_spendable', 'amount');
  if (!isInt64(value.minor)) return problem('amount_out_of_range', 'amount');
  const spendable = spendableAmount(ws, subject.id, body.unit, at);
  if (spendable < body.amount) return problem('insufficient_balance', 'amount', missingOf(body.unit, body.amount - spendable));
  const { unit, amount, expiresAt, orderId } = body;
  const reservation = makeReservation(ws, {
    customerId: subject.id,
    unit,
    amount,
    expiresAt,
    orderId,
    valueMinor: value.minor,
    currency: value.currency,
  });
  ws.produced['reservationId'] = wireId('rsv', reservation.id);
  return 'processed';
}

/** `/capture` does what `order.paid` does with its reservations, once. */
export function captureAct(ws: Workspace, id: ReservationId, orderId: string | null): ActOutcome {
  const reservation = ws.reservations.get(id);
  if (reservation === null) return problem('reservation_unknown', null);
  if (reservation.status === 'captured')
    return orderId === null || orderId === reservation.orderId ? 'duplicate' : problem('reservation_state', 'orderId');
  if (reservation.status !== 'reserved' || reservation.expiresAt <= ws.event.occurredAt) return problem('reservation_state', null);
  const target = orderId ?? reservation.orderId;
  const order = target === null ? null : ws.orders.get(target);
  const owner: Subject = { id: reservation.customerId, linkedIds: ws.event.customer?.linkedIds ?? [] };
  if (isForeign(reservation, target, order, owner)) return problem('reservation_state', 'orderId');
  // Nothing is owed any more: what it took would pay for nothing.
  if (order !== null && order.paidAt !== null) return problem('reservation_state', 'orderId');
  if (order === null || order.data === null) {
    captureReservation(ws, reservation, target);
    return 'processed';
  }
  settlePayment(ws, ownerOf(order, owner), addCredit(ws, order, reservation), wireId('rsv', id));
  return 'processed';
}

/** Made for another order, or of another person or currency than the order's: it takes nothing, as with `order.paid` (contract.md 6.15). */
function isForeign(reservation: Reservation, orderId: string | null, order: Order | null, owner: Subject): boolean {
  if (reservation.orderId !== null && reservation.orderId !== orderId) return true;
  if (order === null || order.data === null) return false;
  return order.customerId === null || !isSubject(owner, order.customerId) || order.data.currency !== reservation.currency;
}

export function endReservationAct(ws: Workspace, id: ReservationId, how: 'voided' | 'expired'): ActOutcome {
  const reservation = ws.reservations.get(id);
  if (reservation === null) return problem('reservation_unknown', null);
  if (how === 'expired' && (reservation.status !== 'reserved' || reservation.expiresAt > ws.event.occurredAt))
    return problem('nothing_due', null);
  if (reservation.status === 'voided' || reservation.status === 'expired') return 'duplicate';
  if (reservation.status === 'captured') return problem('reservation_state', null);
  endReservation(ws, reservation, how);
  return 'processed';
}

/** `"reserve": true` at a checkout check: all the coupons or none. What was locked for a basket without an id goes to the order it becomes. */
export function reserveCoupons(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'coupon.reserved' }>): ActOutcome {
  for (const text of body.codes) {
    const coupon = ws.coupons.by('folded', foldCode(text))[0] ?? null;
    if (coupon === null) return problem('coupon_unknown', 'couponCodes');
    if (whyNotUsable(coupon, subject, { orderId: body.orderId, at: ws.event.occurredAt }) !== null)
      return problem('coupon_state', 'couponCodes');
    reserveCoupon(ws, coupon, { orderId: body.orderId, until: body.until });
  }
  return 'processed';
}

/** What an amount pays at a checkout: credit its own amount, points by the programme's `points.value`; null = not spendable. */
function reservationValue(ws: Workspace, unit: Unit, amount: bigint, at: Date): { minor: bigint; currency: string } | null {
  const programId = findPointsProgramId(unit);
  if (programId === null) return { minor: amount, currency: unit };
  const program = ws.programs.get(programId);
  const value = program === null ? null : (findVersionAt(program, at)?.document.points?.value ?? null);
  return value === null ? null : { minor: amount * value.amountMinor, currency: value.currency };
}

function missingOf(unit: Unit, amount: bigint): Missing {
  const programId = findPointsProgramId(unit);
  return programId === null ? { kind: 'money', amountMinor: amount, currency: unit } : { kind: 'points', points: amount, programId };
}

function problem(code: DecisionProblemCode, field: string | null, missing: Missing | null = null): DecisionProblem {
  return { code, field, missing };
}
