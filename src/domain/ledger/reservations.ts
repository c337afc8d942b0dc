/**
 * Spending a balance at a checkout in two steps: *reserved → captured | voided | expired*. Reserved value sits on the reserved
 * account and in the `reserved` part of its lots: no other checkout, expiry or reversal can take it (contract.md 6.9, 6.15).
 */
import type { Reservation } from '../facts/balance-entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, LotId, ReservationId } from '../ids.ts';
import { floorDiv } from '../money/money.ts';
import { lotExpiry } from '../time/calendar.ts';
import { openLot, payDebt, spendableLots } from './lots.ts';
import { member, postTransfer, system } from './post-transfer.ts';
import { giveBackSetAside, setAside, spendSetAside } from './set-aside.ts';
import type { Unit } from './unit.ts';

/** A lot that expired meanwhile comes back for this long (contract.md 6.9). */
const GRACE_LOT_DAYS = 30;

export interface NewReservation {
  readonly customerId: CustomerId;
  readonly unit: Unit;
  readonly amount: bigint;
  readonly valueMinor: bigint;
  readonly currency: string;
  readonly expiresAt: Date;
  readonly orderId: string | null;
}

/** Sets value aside, soonest expiry first. The caller has checked that enough is spendable. */
export function makeReservation(ws: Workspace, input: NewReservation): Reservation {
  const allocations = setAside(ws, spendableLots(ws, input.customerId, input.unit, ws.event.occurredAt), input.amount);
  const reservation: Reservation = { ...input, id: ws.nextId<ReservationId>(), status: 'reserved', allocations, returned: 0n };
  ws.reservations.put(reservation);
  postTransfer(ws, {
    debit: member('available', input.customerId),
    credit: member('reserved', input.customerId),
    unit: input.unit,
    amount: input.amount,
    reason: 'reservation-made',
  });
  return reservation;
}

/** Spends a reservation. The caller has checked that it is open. */
export function captureReservation(ws: Workspace, reservation: Reservation, orderId: string | null): Reservation {
  const captured: Reservation = { ...reservation, status: 'captured', orderId: orderId ?? reservation.orderId };
  ws.reservations.put(captured);
  spendSetAside(ws, reservation.allocations);
  postTransfer(ws, {
    debit: member('reserved', reservation.customerId),
    credit: system('redeemed'),
    unit: reservation.unit,
    amount: reservation.amount,
    reason: 'reservation-captured',
  });
  return captured;
}

/** Gives an open reservation's value back to its lots; a lot past its date expires at once (contract.md 6.15). */
export function endReservation(ws: Workspace, reservation: Reservation, status: 'voided' | 'expired'): void {
  ws.reservations.put({ ...reservation, status });
  postTransfer(ws, {
    debit: member('reserved', reservation.customerId),
    credit: member('available', reservation.customerId),
    unit: reservation.unit,
    amount: reservation.amount,
    reason: status === 'voided' ? 'reservation-voided' : 'reservation-expired',
  });
  giveBackSetAside(ws, reservation.allocations);
}

/**
 * Gives back what a refund owes of a captured reservation: `floor(amount × refunded ÷ paid)` so far, to the same lots, those
 * spent last first; an expired lot comes back as a 30-day one (contract.md 6.9).
 */
export function returnReservation(
  ws: Workspace,
  reservation: Reservation,
  share: { refunded: bigint; paid: bigint; timeZone: string },
): void {
  const target = floorDiv(reservation.amount * share.refunded, share.paid);
  let left = target - reservation.returned;
  if (left <= 0n) return;
  ws.reservations.put({ ...reservation, returned: target });
  let skip = reservation.returned;
  for (const { lotId, amount } of [...reservation.allocations].reverse()) {
    const already = skip < amount ? skip : amount;
    skip -= already;
    const part = amount - already < left ? amount - already : left;
    if (part === 0n) continue;
    returnToLot(ws, lotId, part, share.timeZone);
    left -= part;
  }
}

function returnToLot(ws: Workspace, lotId: LotId, amount: bigint, timeZone: string): void {
  const lot = ws.lots.get(lotId);
  if (lot === null) throw new Error('the lot of a reservation is loaded with it');
  const at = ws.event.occurredAt;
  if (lot.expiresAt !== null && lot.expiresAt <= at) {
    openLot(ws, {
      customerId: lot.customerId,
      unit: lot.unit,
      amount,
      from: system('redeemed'),
      reason: 'credit-returned',
      rewardId: lot.rewardId,
      createdAt: at,
      expiresAt: lotExpiry(at, GRACE_LOT_DAYS, timeZone),
    });
    return;
  }
  ws.lots.put({ ...lot, remaining: lot.remaining + amount });
  postTransfer(ws, {
    debit: system('redeemed'),
    credit: member('available', lot.customerId),
    unit: lot.unit,
    amount,
    reason: 'credit-returned',
    lotId,
  });
  payDebt(ws, lot.customerId, lot.unit);
}
