import type { AttributionLoser, TouchClass } from './facts/entities.ts';
import type { TierChangeReason } from './facts/standing.ts';
import type { CustomerId, ProgramId, RewardId } from './ids.ts';
import type { Unit } from './ledger/unit.ts';
import type { BeyondDiscountResult } from './perk/perk-result.ts';
import type { CouponDiscount, HoldReason } from './program/document.ts';

/** What an event led to, as data: the answer's content and the explanation kept with the event. All amounts in minor units or points. */
export interface DecisionOutcome {
  readonly outcome: 'processed' | 'duplicate' | 'parked';
  readonly customerId: CustomerId | null;
  readonly attributions: readonly AttributionResult[];
  readonly rewards: readonly RewardResult[];
  readonly refusals: readonly Refusal[];
  /** Every rule looked at, whether it granted or not. */
  readonly evaluations: readonly Evaluation[];
  /** What the event changed in words the explanation knows: `late`, `refund-cut`, `reversed`, `parked-applied` … */
  readonly notes: readonly Note[];
  /** Who moved on a ladder. */
  readonly tierChanges: readonly TierChangeResult[];
  /** What an act made or changed (a reservation's id, a code's text); empty for shop events. */
  readonly produced: Readonly<Record<string, string>>;
}

export interface AttributionResult {
  readonly programId: ProgramId;
  readonly referrerId: CustomerId | null;
  readonly by: TouchClass | 'none';
  readonly losers: readonly AttributionLoser[];
}

export interface TierChangeResult {
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: TierChangeReason;
}

export interface RewardResult {
  readonly id: RewardId;
  readonly programId: ProgramId;
  readonly ruleId: string;
  readonly beneficiary: string;
  readonly customerId: CustomerId;
  readonly benefit: BenefitResult;
  readonly status: string;
  readonly heldUntil: Date | null;
  readonly holdReasons: readonly HoldReason[];
}

export type BenefitResult =
  | { readonly kind: 'credit' | 'commission' | 'points'; readonly unit: Unit; readonly amount: bigint }
  | {
      readonly kind: 'coupon';
      readonly discount: CouponDiscount;
      readonly use: 'thisOrder' | 'nextOrder';
      readonly code: string | null;
      readonly discountMinor: bigint | null;
      readonly currency: string;
    }
  | { readonly kind: 'gift'; readonly sku: string; readonly costMinor: bigint; readonly currency: string }
  | BeyondDiscountResult;

/** The closed set of contract.md 3. */
export type RefusalReason =
  | 'not-new-customer'
  | 'wrong-order-number'
  | 'below-minimum'
  | 'condition-not-met'
  | 'no-referrer'
  | 'unknown-code'
  | 'code-retired'
  | 'outside-window'
  | 'self-referral'
  | 'referral-cycle'
  | 'referrer-not-member'
  | 'referrer-blocked'
  | 'cap-reached'
  | 'budget-exhausted'
  | 'out-of-stock'
  | 'program-paused'
  | 'program-ended'
  | 'currency-not-in-program'
  | 'zero-order'
  | 'coupon-unknown'
  | 'coupon-expired'
  | 'coupon-used'
  | 'coupon-not-yours'
  | 'coupon-next-order-only'
  | 'reservation-unknown'
  | 'reservation-expired';

export type Missing =
  | { readonly kind: 'money'; readonly amountMinor: bigint; readonly currency: string }
  | { readonly kind: 'points'; readonly points: bigint; readonly programId: ProgramId }
  | { readonly kind: 'count'; readonly count: number };

export interface Refusal {
  readonly programId: ProgramId | null;
  readonly ruleId: string | null;
  readonly beneficiary: string | null;
  readonly reason: RefusalReason;
  readonly missing: Missing | null;
  /** The coupon code's or reservation's own name where the refusal is about one. */
  readonly subject: string | null;
}

export interface Evaluation {
  readonly programId: ProgramId;
  readonly versionNumber: number;
  readonly ruleId: string;
  readonly result: 'granted' | 'refused';
  readonly reasons: readonly RefusalReason[];
}

export interface Note {
  readonly kind: string;
  readonly [detail: string]: string | number | boolean | null;
}

/** Why the engine will not take an event at all: nothing is stored. `http` maps the code to a status by one table. */
export interface DecisionProblem {
  readonly code: DecisionProblemCode;
  readonly field: string | null;
  readonly missing: Missing | null;
}

export type DecisionProblemCode =
  | 'order_conflict'
  | 'refund_conflict'
  | 'refund_exceeds_payment'
  | 'mixed_currency'
  | 'order_unknown'
  | 'customer_unknown'
  | 'customer_merged'
  | 'program_unknown'
  | 'program_state'
  | 'version_unknown'
  | 'effective_from_invalid'
  | 'budget_unit_changed'
  | 'cap_unit_changed'
  | 'currency_changed'
  | 'membership_unknown'
  | 'membership_state'
  | 'enrolment_conditions'
  | 'enrolment_mode'
  | 'code_taken'
  | 'code_invalid'
  | 'code_unknown'
  | 'reward_unknown'
  | 'reward_state'
  | 'coupon_unknown'
  | 'coupon_state'
  | 'reservation_unknown'
  | 'reservation_state'
  | 'insufficient_balance'
  | 'points_not_spendable'
  | 'referral_unknown'
  | 'self_referral'
  | 'referral_cycle'
  | 'referrer_unknown'
  | 'complaint_state'
  | 'merge_invalid'
  | 'amount_out_of_range'
  | 'payee_missing'
  | 'payout_unknown'
  | 'payout_state'
  | 'payout_same_person'
  | 'tax_threshold'
  | 'perk_unknown'
  | 'perk_out_of_stock'
  | 'perk_budget_exhausted'
  | 'perk_taken'
  | 'perk_tax_data'
  | 'perk_not_claimable'
  | 'perk_not_offered'
  | 'perk_without_codes'
  | 'perk_code_taken'
  | 'access_tier'
  | 'access_unknown'
  | 'access_used'
  | 'access_expired'
  | 'access_revoked'
  | 'tier_unknown'
  | 'tier_state'
  | 'tier_not_invited'
  | 'nothing_due';
