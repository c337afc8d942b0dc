/** A member's value: lots, what may be spent of them, and what is set aside for a checkout. Immutable records, as all facts. */
import type { CustomerId, LotId, ReservationId, RewardId } from '../ids.ts';
import type { Unit } from '../ledger/unit.ts';

/** An amount with an expiry. `remaining` is spendable, `reserved` belongs to open reservations. */
export interface Lot {
  readonly id: LotId;
  readonly customerId: CustomerId;
  readonly unit: Unit;
  readonly rewardId: RewardId | null;
  readonly granted: bigint;
  readonly remaining: bigint;
  readonly reserved: bigint;
  /** Expired unspent; makes no debt when its reward is reversed (contract.md 6.9). */
  readonly expired: bigint;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** Cached account balances of one customer and unit; provable from transfers. */
export interface Balance {
  readonly customerId: CustomerId;
  readonly unit: Unit;
  readonly available: bigint;
  readonly held: bigint;
  readonly reserved: bigint;
  /** What the member owes, positive. */
  readonly debt: bigint;
}

export interface Reservation {
  readonly id: ReservationId;
  readonly customerId: CustomerId;
  readonly unit: Unit;
  readonly amount: bigint;
  /** What it pays at the checkout, in minor units of `currency`. */
  readonly valueMinor: bigint;
  readonly currency: string;
  readonly status: 'reserved' | 'captured' | 'voided' | 'expired';
  readonly expiresAt: Date;
  readonly orderId: string | null;
  readonly allocations: readonly { readonly lotId: LotId; readonly amount: bigint }[];
  /** Given back by refunds so far, in the unit. */
  readonly returned: bigint;
}
