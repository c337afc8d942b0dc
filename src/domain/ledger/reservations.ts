/**
 * Spending a balance at a checkout in two steps: *reserved → captured | voided | expired*. Reserved value sits on the reserved
 * account and in the `reserved` part of its lots: no other checkout, expiry or reversal can take it (contract.md 6.9, 6.15).
 */
import type { Reservation } from '../facts/balance-entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, LotId, ReservationId } from '../ids.ts';
import { floorDiv } from '../money/money.ts';
import { lotExpiry } from '../time/calendar.ts';
import { openLot, payDebt, spendableLots, takeFromLot, takeFromLots } from './lots.ts';
import { member, postTransfer, system } from './post-transfer.ts';
import { type Allocation, giveBackSetAside, loadedLot, setAside, spendSetAside } from './set-aside.ts';
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
 * Gives back what a refund owes of an order's captured reservations of one unit: `floor(credit × refunded ÷ paid)` so far, rounded once
 * whatever number of reservations made up the credit (contract.md 6.7, 6.9). Those captured first get theirs first, so that credit
 * captured after the refund moves nothing that was given back.
 */
export function returnReservations(
  ws: Workspace,
  reservations: readonly Reservation[],
  share: { refunded: bigint; paid: bigint; at: Date; timeZone: string },
): void {
  const credit = reservations.reduce((sum, { amount }) => sum + amount, 0n);
  let left = floorDiv(credit * share.refunded, share.paid);
  for (const reservation of reservations) {
    const target = left < reservation.amount ? left : reservation.amount;
    left -= target;
    returnReservation(ws, reservation, target, share);
  }
}

interface Returning {
  readonly at: Date;
  readonly timeZone: string;
}

/**
 * Gives back so much of a reservation, to the same lots, those spent last first; an expired lot comes back as a 30-day one (contract.md 6.9).
 * What a payment told after the refund has made too much is taken again, so that it comes out as if it had been told before (6.4).
 */
function returnReservation(ws: Workspace, reservation: Reservation, target: bigint, when: Returning): void {
  const { returned } = reservation;
  if (target === returned) return;
  ws.reservations.put({ ...reservation, returned: target });
  if (target > returned) {
    for (const { lotId, amount } of partsBetween(reservation, returned, target)) returnToLot(ws, lotId, amount, when);
    return;
  }
  for (const { lotId, amount } of partsBetween(reservation, target, returned)) takeAgain(ws, lotId, amount, when.at);
}

/** Of what is given back first to last, the parts of the lots between two sums of it. */
function partsBetween({ allocations }: Reservation, from: bigint, to: bigint): readonly Allocation[] {
  const parts: Allocation[] = [];
  let start = 0n;
  for (const { lotId, amount } of [...allocations].reverse()) {
    const end = start + amount;
    const first = start < from ? from : start;
    const last = end < to ? end : to;
    if (last > first) parts.push({ lotId, amount: last - first });
    start = end;
  }
  return parts;
}

/** From where it was given back to, then the member's other unreserved lots, then debt; what expired there since is not asked for twice. */
function takeAgain(ws: Workspace, lotId: LotId, amount: bigint, at: Date): void {
  const lot = loadedLot(ws, lotId);
  const taking = { to: system('redeemed'), reason: 'credit-retaken' as const };
  const own = lot.remaining < amount ? lot.remaining : amount;
  takeFromLot(ws, lot, own, taking);
  const forgiven = lot.expired < amount - own ? lot.expired : amount - own;
  const { customerId, unit } = lot;
  const left = takeFromLots(ws, { ...taking, customerId, unit, amount: amount - own - forgiven, at });
  if (left > 0n) postTransfer(ws, { debit: member('debt', customerId), credit: taking.to, unit, amount: left, reason: taking.reason });
}

function returnToLot(ws: Workspace, lotId: LotId, amount: bigint, { at, timeZone }: Returning): void {
  const lot = loadedLot(ws, lotId);
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
