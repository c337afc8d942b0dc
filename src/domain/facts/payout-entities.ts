/** A payout of what commissions brought, from its proposal to the bank. Immutable records, as all facts. */
import type { CustomerId, LotId, PayoutId, ProgramId } from '../ids.ts';
import type { Unit } from '../ledger/unit.ts';

export type PayoutStatus = 'proposed' | 'approved' | 'rejected' | 'paid' | 'failed';

export interface Payout {
  readonly id: PayoutId;
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly unit: Unit;
  readonly amount: bigint;
  readonly status: PayoutStatus;
  readonly author: string;
  readonly approver: string | null;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly paidAt: Date | null;
  /** How tax was dealt with where the year's threshold is reached: kept as typed, in the words of the approver's choice. */
  readonly taxHandling: TaxHandling | null;
  /** What was counted in the person's year; given back when the payout fails. */
  readonly countedAt: Date | null;
  /** The year and currency it was counted in, as in `2026:RUB`: a later version may live in another zone. */
  readonly countedPeriod: string | null;
  readonly allocations: readonly { readonly lotId: LotId; readonly amount: bigint }[];
}

export type TaxHandling = 'withheld' | 'reported' | 'notDue';
