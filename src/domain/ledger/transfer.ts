import type { CustomerId, LotId, RewardId } from '../ids.ts';
import type { Unit } from './unit.ts';

/**
 * One movement of value from the debited account to the credited one. A non-zero sum cannot be written; a transfer is never
 * updated or deleted but reversed by another (reliability.md I-01, I-03). Its cause is the event with the same `sequence`.
 */
export interface Transfer {
  readonly sequence: bigint;
  readonly ordinal: number;
  readonly debit: Account;
  readonly credit: Account;
  readonly unit: Unit;
  readonly amount: bigint;
  readonly reason: TransferReason;
  readonly rewardId: RewardId | null;
  readonly lotId: LotId | null;
  /** Set on a reversal: the refund (or correction) that causes it; part of the reversal key (contract.md 6.10). */
  readonly reversalKey: string | null;
}

export type MemberAccountKind = 'available' | 'held' | 'reserved' | 'debt';
export type SystemAccountKind = 'issued' | 'redeemed' | 'expired' | 'payout' | 'adjustment' | 'pledged' | 'donated';

export type Account =
  | { readonly kind: MemberAccountKind; readonly customerId: CustomerId }
  | { readonly kind: SystemAccountKind; readonly customerId: null };

export type TransferReason =
  | 'reward-held'
  | 'reward-issued'
  | 'hold-released'
  | 'debt-paid'
  | 'reservation-made'
  | 'reservation-captured'
  | 'reservation-voided'
  | 'reservation-expired'
  | 'credit-returned'
  | 'credit-retaken'
  | 'reward-reversed'
  | 'reward-denied'
  | 'lot-expired'
  | 'adjustment'
  | 'opening-balance'
  | 'payout-proposed'
  | 'payout-returned'
  | 'payout-paid'
  | 'payout-came-back'
  | 'merge';
