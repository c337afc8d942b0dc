/** Lots, debt and reservations of the model: contract.md 1, 6.9, 6.11, 6.15. */
import { floorDiv } from '../../../src/domain/money/money.ts';
import { lotExpiry } from '../../../src/domain/time/calendar.ts';
import {
  type ModelLot,
  type ModelOrder,
  type ModelReservation,
  type ModelReward,
  type ModelState,
  paidOf,
  refundedOf,
  versionAt,
} from './model-state.ts';

const RETURNED_LOT_DAYS = 30;

export const accountOf = (owner: number, unit: string): string => `${owner}/${unit}`;

export function debtOf(state: ModelState, owner: number, unit: string): bigint {
  return state.debts.get(accountOf(owner, unit)) ?? 0n;
}

export function addDebt(state: ModelState, owner: number, unit: string, delta: bigint): void {
  state.debts.set(accountOf(owner, unit), debtOf(state, owner, unit) + delta);
}

/** Spendable at an instant, soonest expiry first, then the older. */
export function spendableLots(state: ModelState, owner: number, unit: string, at: Date): ModelLot[] {
  const endOf = (lot: ModelLot): number => lot.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return state.lots
    .filter((lot) => lot.owner === owner && lot.unit === unit && lot.remaining > 0n && endOf(lot) > at.getTime())
    .sort((a, b) =>
      endOf(a) === endOf(b) ? a.createdAt.getTime() - b.createdAt.getTime() || a.made - b.made : endOf(a) < endOf(b) ? -1 : 1,
    );
}

export function spendable(state: ModelState, owner: number, unit: string, at: Date): bigint {
  return spendableLots(state, owner, unit, at).reduce((sum, lot) => sum + lot.remaining, 0n);
}

/** Takes up to `amount`; returns what was not there. */
export function takeFromLots(state: ModelState, from: { owner: number; unit: string; amount: bigint; at: Date }): bigint {
  let left = from.amount;
  for (const lot of spendableLots(state, from.owner, from.unit, from.at)) {
    const part = lot.remaining < left ? lot.remaining : left;
    lot.remaining -= part;
    left -= part;
  }
  return left;
}

/** Whatever becomes available pays debt of its unit first. */
export function payDebt(state: ModelState, owner: number, unit: string, at: Date): void {
  const debt = debtOf(state, owner, unit);
  if (debt > 0n) addDebt(state, owner, unit, takeFromLots(state, { owner, unit, amount: debt, at }) - debt);
}

export interface NewModelLot {
  readonly owner: number;
  readonly unit: string;
  readonly amount: bigint;
  readonly reward: ModelReward | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

export function openLot(state: ModelState, { amount, ...rest }: NewModelLot, at: Date): ModelLot {
  state.made += 1;
  const lot: ModelLot = { ...rest, made: state.made, remaining: amount, reserved: 0n, expired: 0n };
  state.lots.push(lot);
  const { expiresAt, createdAt } = rest;
  if (expiresAt !== null && expiresAt <= at && expiresAt > createdAt) payDebtFrom(state, lot);
  payDebt(state, rest.owner, rest.unit, at);
  return lot;
}

/** Also past its date: what it pays is not lost with it. */
function payDebtFrom(state: ModelState, lot: ModelLot): void {
  const debt = debtOf(state, lot.owner, lot.unit);
  const paid = lot.remaining < debt ? lot.remaining : debt;
  lot.remaining -= paid;
  addDebt(state, lot.owner, lot.unit, -paid);
}

export function expireLot(lot: ModelLot): void {
  lot.expired += lot.remaining;
  lot.remaining = 0n;
}

export function makeReservation(state: ModelState, wanted: Omit<ModelReservation, 'parts' | 'status' | 'returned'>, at: Date): void {
  const parts: { lot: ModelLot; amount: bigint }[] = [];
  let left = wanted.amount;
  for (const lot of spendableLots(state, wanted.owner, wanted.unit, at)) {
    const amount = lot.remaining < left ? lot.remaining : left;
    if (amount === 0n) break;
    lot.remaining -= amount;
    lot.reserved += amount;
    left -= amount;
    parts.push({ lot, amount });
  }
  state.reservations.push({ ...wanted, parts, status: 'reserved', returned: 0n });
}

export function captureReservation(reservation: ModelReservation, orderId: string | null): void {
  if (reservation.status === 'reserved') for (const { lot, amount } of reservation.parts) lot.reserved -= amount;
  reservation.status = 'captured';
  reservation.orderId = orderId ?? reservation.orderId;
}

/** Back to its lots; a lot past its date expires at once, when it has paid what is owed. */
export function endReservation(state: ModelState, reservation: ModelReservation, how: { status: 'voided' | 'expired'; at: Date }): void {
  reservation.status = how.status;
  for (const { lot, amount } of reservation.parts) lot.reserved -= amount;
  giveBack(state, reservation, how.at);
}

export function giveBack(state: ModelState, taken: Pick<ModelReservation, 'owner' | 'unit' | 'parts'>, at: Date): void {
  for (const { lot, amount } of taken.parts) lot.remaining += amount;
  for (const { lot } of taken.parts) {
    if (lot.expiresAt === null || lot.expiresAt > at) continue;
    payDebtFrom(state, lot);
    expireLot(lot);
  }
  payDebt(state, taken.owner, taken.unit, at);
}

/** A payment told after the refund may be older than it. */
export function lastRefundAt(order: ModelOrder, at: Date): Date {
  return order.refunds.reduce((last, refund) => (refund.at > last ? refund.at : last), at);
}

/** Credit given back is the refunds' share of all that was paid, told before or after them. */
export function evenCredit(state: ModelState, order: ModelOrder, { at, returnedAt }: { at: Date; returnedAt: Date }): void {
  const share = { paid: paidOf(order), refunded: refundedOf(order) };
  const timeZone = state.programs.flatMap((program) => versionAt(program, at)?.document.timeZone ?? [])[0] ?? 'UTC';
  for (const unit of new Set(order.reservations.map((reservation) => reservation.unit))) {
    const captured = order.reservations.filter((reservation) => reservation.unit === unit);
    const credit = captured.reduce((sum, { amount }) => sum + amount, 0n);
    let owed = floorDiv(credit * share.refunded, share.paid);
    for (const reservation of captured) {
      const target = owed < reservation.amount ? owed : reservation.amount;
      owed -= target;
      returnCredit(state, reservation, { target, at: returnedAt, timeZone });
    }
  }
}

/** Credit given back = floor(credit × F ÷ P) so far, to the same lots, those spent last first; to an expired one as a 30-day lot. */
function returnCredit(state: ModelState, reservation: ModelReservation, share: { target: bigint; at: Date; timeZone: string }): void {
  const { target } = share;
  let skip = reservation.returned;
  let left = target - reservation.returned;
  if (left < 0n) {
    takeAgain(state, reservation, target, share.at);
    return;
  }
  reservation.returned = target;
  for (const { lot, amount } of reservation.parts.toReversed()) {
    const before = skip < amount ? skip : amount;
    skip -= before;
    const part = amount - before < left ? amount - before : left;
    left -= part;
    if (part === 0n) continue;
    if (lot.expiresAt !== null && lot.expiresAt <= share.at) {
      const expiresAt = lotExpiry(share.at, RETURNED_LOT_DAYS, share.timeZone);
      openLot(state, { owner: lot.owner, unit: lot.unit, amount: part, reward: lot.reward, createdAt: share.at, expiresAt }, share.at);
    } else {
      lot.remaining += part;
      payDebt(state, lot.owner, lot.unit, share.at);
    }
  }
}

/** Unit by unit of what was given back too much: from its lot, past what expired there, then from the other lots, then as debt. */
function takeAgain(state: ModelState, reservation: ModelReservation, target: bigint, at: Date): void {
  let place = 0n;
  for (const { lot, amount } of reservation.parts.toReversed()) {
    const given = [place, place + amount].map((edge) =>
      edge < target ? target : edge > reservation.returned ? reservation.returned : edge,
    );
    place += amount;
    let left = (given[1] ?? 0n) - (given[0] ?? 0n);
    if (left <= 0n) continue;
    const own = lot.remaining < left ? lot.remaining : left;
    lot.remaining -= own;
    left -= own;
    left -= lot.expired < left ? lot.expired : left;
    addDebt(state, lot.owner, lot.unit, takeFromLots(state, { owner: lot.owner, unit: lot.unit, amount: left, at }));
  }
  reservation.returned = target;
}
