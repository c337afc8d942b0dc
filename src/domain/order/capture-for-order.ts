import { isSubject, type Subject } from '../attribution/resolve-attribution.ts';
import type { Reservation } from '../facts/balance-entities.ts';
import type { Order } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ReservationId } from '../ids.ts';
import { captureReservation } from '../ledger/reservations.ts';
import { isInt64 } from '../money/money.ts';

/**
 * Spends the reservations an order names, and counts those that were captured for it before it was known. One that is foreign, unknown or
 * over takes nothing and is refused; the event goes on (contract.md 6.15).
 */
export function captureForOrder(ws: Workspace, order: Order, subject: Subject, ids: readonly ReservationId[]): Order {
  let current = order;
  for (const reservation of capturedBefore(ws, order, subject)) current = addCredit(ws, current, reservation);
  for (const reservation of usableReservations(ws, current, subject, ids)) current = addCredit(ws, current, reservation);
  return current;
}

/** Captured by `/capture` for an order nobody had told of yet. */
export function capturedBefore(ws: Workspace, order: Order, subject: Subject): readonly Reservation[] {
  return ws.reservations
    .by('order', order.id)
    .filter((reservation) => reservation.status === 'captured' && whyNot(ws, order, subject, reservation) === null);
}

/** An order that is only placed keeps what it names for its payment or cancellation. */
export function keepForOrder(ws: Workspace, order: Order, subject: Subject, ids: readonly ReservationId[]): void {
  for (const reservation of usableReservations(ws, order, subject, ids)) {
    if (reservation.status === 'reserved') ws.reservations.put({ ...reservation, orderId: order.id });
  }
}

function usableReservations(ws: Workspace, order: Order, subject: Subject, ids: readonly ReservationId[]): readonly Reservation[] {
  const usable: Reservation[] = [];
  for (const id of new Set(ids)) {
    const reservation = ws.reservations.get(id);
    const reason = reservation === null ? 'reservation-unknown' : whyNot(ws, order, subject, reservation);
    if (reservation !== null && reason === null) usable.push(reservation);
    else if (reason !== null && reason !== 'counted') {
      ws.refusals.push({
        programId: null,
        ruleId: null,
        beneficiary: null,
        reason,
        missing: null,
        subject: `rsv_${id.replaceAll('-', '')}`,
      });
    }
  }
  return usable;
}

/** Counts a reservation as paid credit of the order, capturing it when it is still open. */
export function addCredit(ws: Workspace, order: Order, reservation: Reservation): Order {
  const captured =
    reservation.status === 'reserved' ? captureReservation(ws, reservation, order.id) : { ...reservation, orderId: order.id };
  ws.reservations.put(captured);
  const creditMinor = order.creditMinor + reservation.valueMinor;
  if (!isInt64(creditMinor)) ws.overflows.push('credit');
  return { ...order, creditMinor, reservationIds: [...order.reservationIds, reservation.id] };
}

function whyNot(
  ws: Workspace,
  order: Order,
  subject: Subject,
  reservation: Reservation,
): 'counted' | 'reservation-unknown' | 'reservation-expired' | null {
  if (order.reservationIds.includes(reservation.id)) return 'counted';
  const isOwn = isSubject(subject, reservation.customerId) && (reservation.orderId === null || reservation.orderId === order.id);
  if (!isOwn || reservation.currency !== order.data?.currency) return 'reservation-unknown';
  if (reservation.status === 'captured') return null;
  const isOpen = reservation.status === 'reserved' && reservation.expiresAt > ws.event.occurredAt;
  return isOpen ? null : 'reservation-expired';
}
