/**
 * The log's vocabulary. An `Event` is what `decide` sees, live or in replay: identities, codes and clicks are already resolved
 * (contract.md 6.2) and it holds ids, never personal data (6.3).
 */

import type { MembershipStatus, OrderData, Touch } from './facts/entities.ts';
import type { TaxHandling } from './facts/payout-entities.ts';
import type { ReferralFinding } from './facts/referral-check.ts';
import type { AcceptanceMethod, TermsScope } from './facts/terms-acceptance.ts';
import type {
  AccessGrantId,
  CodeId,
  CouponId,
  CustomerId,
  LotId,
  PayoutId,
  ProgramId,
  ReferralId,
  ReservationId,
  RewardId,
  TenantId,
  VersionId,
} from './ids.ts';
import type { Unit } from './ledger/unit.ts';
import type { PayeeType } from './payout/payee.ts';
import type { ProgramDocument } from './program/document.ts';
import type { GivenAdvice } from './program/lint/answer-advice.ts';

export interface Event {
  readonly tenantId: TenantId;
  readonly sequence: bigint;
  readonly source: string;
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly storedAt: Date;
  /** 32 hex digits drawn at intake; codes of this event's decision derive from it. */
  readonly entropy: string;
  /** The customer the event is about; null for acts about something else. */
  readonly customer: ResolvedCustomer | null;
  /** What the event says of who brought the customer, resolved. */
  readonly touches: readonly ResolvedTouch[];
  /** Of the log: the records of each other person that the decision counted, as they were at intake (contract.md 6.2). */
  readonly persons?: readonly (readonly CustomerId[])[];
  /** Staff or system actor of an act; an opaque name from the key. */
  readonly actor: string | null;
  readonly body: EventBody;
}

export interface ResolvedCustomer {
  readonly id: CustomerId;
  /** The other customers of the same person at intake (contract.md 6.5). */
  readonly linkedIds: readonly CustomerId[];
}

export type ResolvedTouch = Pick<Touch, 'by' | 'referrerId' | 'problem' | 'codeId' | 'clickId' | 'occurredAt'>;

export type EventBody = ShopEventBody | ActBody;

/** What a shop sends (contract.md 3) or its history holds. */
export type ShopEventBody =
  | {
      readonly type: 'order.placed';
      readonly orderId: string;
      readonly order: OrderData;
      readonly couponCodes: readonly string[];
      readonly reservationIds: readonly ReservationId[];
    }
  | {
      readonly type: 'order.paid';
      readonly orderId: string;
      readonly order: OrderData;
      /** Null = pays the whole rest. */
      readonly payment: { readonly id: string; readonly amountMinor: bigint } | null;
      readonly couponCodes: readonly string[];
      readonly reservationIds: readonly ReservationId[];
    }
  | {
      readonly type: 'order.imported';
      readonly orderId: string;
      readonly order: OrderData;
      readonly refundedMinor: bigint;
      readonly earn: boolean;
    }
  | { readonly type: 'order.delivered' | 'order.cancelled'; readonly orderId: string }
  | {
      readonly type: 'order.refunded';
      readonly orderId: string;
      readonly refundId: string;
      /** Null = the rest. */
      readonly amountMinor: bigint | null;
      readonly currency: string | null;
      readonly imported: boolean;
    }
  | { readonly type: 'member.signed_up'; readonly programId: ProgramId | null }
  | { readonly type: 'referral.registered' }
  | { readonly type: 'feedback.given'; readonly score: number; readonly orderId: string | null }
  | { readonly type: 'complaint.opened' | 'complaint.closed'; readonly complaintId: string }
  | { readonly type: 'click.recorded'; readonly clickId: string; readonly codeId: CodeId | null }
  | { readonly type: 'custom'; readonly name: string };

/** What staff, members and jobs do; the same road, the same log. */
export type ActBody =
  | { readonly type: 'customer.saved' }
  | { readonly type: 'customer.imported'; readonly code: string | null; readonly opening: OpeningBalance | null }
  | { readonly type: 'customer.merged'; readonly fromId: CustomerId; readonly intoId: CustomerId }
  /** `retiresCodes` is absent in logs from before erasing retired codes: they replay as they were decided. */
  | { readonly type: 'customer.erased'; readonly retiresCodes?: true }
  | { readonly type: 'claim.registered' }
  | {
      readonly type: 'program.published';
      readonly programId: ProgramId;
      readonly versionId: VersionId;
      readonly number: number;
      readonly effectiveFrom: Date;
      readonly document: ProgramDocument;
      /** What it was published against, with the reasons typed (ADR 0013); absent = nothing was advised. */
      readonly advice?: readonly GivenAdvice[];
      /** Whose reasons they are: the actor of staff, else the name of the key. */
      readonly answeredBy?: string;
    }
  | { readonly type: 'program.paused' | 'program.resumed' | 'program.ended'; readonly programId: ProgramId }
  | { readonly type: 'enrolment.evaluated'; readonly programId: ProgramId; readonly customerIds: readonly CustomerId[] }
  | {
      readonly type: 'membership.joined';
      readonly programId: ProgramId;
      readonly by: 'member' | 'staff';
      /** The perk they came for. */
      readonly perk?: string;
    }
  | {
      readonly type: 'membership.changed';
      readonly programId: ProgramId;
      readonly status: MembershipStatus;
      /** As it stood where it was judged who may change it; absent = nobody looked. */
      readonly from?: MembershipStatus;
    }
  | {
      readonly type: 'terms.accepted';
      readonly programId: ProgramId;
      readonly scope: TermsScope;
      readonly versionNumber: number;
      readonly textHash: string;
      readonly locale: 'ru' | 'en';
      readonly method: AcceptanceMethod;
    }
  /** The stored time at which a tier may change by itself. */
  | { readonly type: 'tier.checked'; readonly programId: ProgramId }
  | { readonly type: 'tier.invited'; readonly programId: ProgramId; readonly tierId: string }
  | {
      readonly type: 'tier.accepted';
      readonly programId: ProgramId;
      readonly tierId: string;
      readonly versionNumber: number;
      readonly textHash: string;
      readonly locale: 'ru' | 'en';
      readonly method: AcceptanceMethod;
    }
  | { readonly type: 'code.created'; readonly text: string | null; readonly kind: 'personal' | 'card' | 'campaign' }
  | { readonly type: 'code.retired'; readonly codeId: CodeId }
  | {
      readonly type: 'adjustment.posted';
      readonly unit: Unit;
      readonly amount: bigint;
      readonly expiresAt: Date | null;
      readonly reasonId: string;
    }
  | {
      readonly type: 'reservation.made';
      readonly unit: Unit;
      readonly amount: bigint;
      readonly expiresAt: Date;
      readonly orderId: string | null;
    }
  | {
      readonly type: 'reservation.captured' | 'reservation.voided' | 'reservation.expired';
      readonly reservationId: ReservationId;
      readonly orderId: string | null;
    }
  | { readonly type: 'coupon.reserved'; readonly codes: readonly string[]; readonly orderId: string | null; readonly until: Date }
  /** `due`: the deadline has passed, says the job; absent where somebody asks for it. */
  | { readonly type: 'coupon.released'; readonly couponId: CouponId; readonly due?: true }
  | { readonly type: 'coupon.expired'; readonly couponId: CouponId }
  | { readonly type: 'reward.approved' | 'reward.denied' | 'reward.delivered' | 'hold.released'; readonly rewardId: RewardId }
  | { readonly type: 'lot.expired'; readonly lotId: LotId }
  | { readonly type: 'perk.claimed'; readonly programId: ProgramId; readonly perk: string }
  | { readonly type: 'perk.codes_added'; readonly programId: ProgramId; readonly perk: string; readonly codes: readonly string[] }
  | { readonly type: 'reward.chosen'; readonly rewardId: RewardId; readonly perk: string }
  | { readonly type: 'choice.lapsed' | 'access.expired' | 'access.redeemed'; readonly grantId: AccessGrantId }
  | { readonly type: 'payee.saved'; readonly payeeType: PayeeType; readonly country: string }
  | { readonly type: 'payout.proposed'; readonly programId: ProgramId; readonly amountMinor: bigint | null; readonly author: string }
  | { readonly type: 'payout.approved'; readonly payoutId: PayoutId; readonly approver: string; readonly taxHandling: TaxHandling | null }
  | { readonly type: 'payout.rejected'; readonly payoutId: PayoutId; readonly approver: string }
  | { readonly type: 'payout.paid' | 'payout.failed'; readonly payoutId: PayoutId }
  | ({ readonly type: 'referral.qualified' | 'referral.expired'; readonly programId: ProgramId } & OfFriend)
  | ({ readonly type: 'referral.reviewed'; readonly programId: ProgramId; readonly finding: ReferralFinding } & OfFriend)
  | ({ readonly type: 'referral.corrected'; readonly referralId: ReferralId | null; readonly programId: ProgramId } & OfFriend)
  /** A member says that a friend is not counted, and what they were answered; what they wrote is personal data. */
  | { readonly type: 'friend-claim.filed'; readonly claimId: string }
  | { readonly type: 'friend-claim.answered'; readonly claimId: string; readonly outcome: 'accepted' | 'declined' };

/** Whose referral is meant: the record it is kept under, which may have been merged into the event's customer. Absent = the customer's own. */
interface OfFriend {
  readonly friendId?: CustomerId;
}

export interface OpeningBalance {
  readonly unit: Unit;
  readonly amount: bigint;
  readonly expiresAt: Date | null;
}
