import type { Order } from '../facts/entities.ts';
import type { Hold, HoldReason } from '../program/document.ts';
import { addCalendarDays } from '../time/calendar.ts';

export interface HoldState {
  readonly heldUntil: Date | null;
  readonly holdReasons: readonly HoldReason[];
}

/**
 * When a hold's date reason ends: first delivery + `days` when known, else payment + `orFromPaymentDays`, else open (null). Holds
 * without an order count from the event (contract.md 6.11).
 */
export function heldUntil(hold: Hold, order: Order | null, at: Date, timeZone: string): Date | null {
  if (hold.days === null) return null;
  if (order === null) return addCalendarDays(at, hold.days, timeZone);
  const paidAt = order.paidAt ?? at;
  if (hold.from === 'payment') return addCalendarDays(paidAt, hold.days, timeZone);
  if (order.deliveredAt !== null) return addCalendarDays(order.deliveredAt, hold.days, timeZone);
  return hold.orFromPaymentDays === null ? null : addCalendarDays(paidAt, hold.orFromPaymentDays, timeZone);
}

export function startHold(hold: Hold, order: Order | null, at: Date, timeZone: string): HoldState {
  const dateReasons: readonly HoldReason[] = hold.days === null ? [] : ['return-window'];
  return { heldUntil: heldUntil(hold, order, at, timeZone), holdReasons: [...dateReasons, ...hold.reasons] };
}

/** Date reasons end by themselves, person reasons only by a person (contract.md 1). */
export function isDateReason(reason: HoldReason): boolean {
  return reason === 'return-window';
}
